<?php
/**
 * A post on its way through WordPress, from the editor to the page: `php wordpress.php WORDPRESS WHO`
 * with the post's text as standard input. WHO is `editor`, who may write any HTML, or `author`, whose
 * posts are cleaned. Every function is WordPress' own, from the folder of Debian's package; there is
 * no database behind it, so options have the values given here.
 */

$_SERVER['HTTPS'] = 'on';
list( , $wordpress, $who ) = $argv;
error_reporting( E_ALL );
ini_set( 'display_errors', 'stderr' );

define( 'ABSPATH', "$wordpress/" );
define( 'WPINC', 'wp-includes' );
define( 'WP_CONTENT_DIR', __DIR__ );
define( 'WP_CONTENT_URL', 'https://news.example/wp-content' );
define( 'WP_PLUGIN_DIR', dirname( __DIR__, 2 ) . '/integrations' );
define( 'WP_PLUGIN_URL', 'https://news.example/wp-content/plugins' );
define( 'WPMU_PLUGIN_DIR', '/nowhere' );
define( 'WP_DEBUG', true );
define( 'PROVISION_EXPLORER_LOADER', getenv( 'LOADER' ) );

$parts = array(
	'load', 'plugin', 'compat', 'functions', 'option', 'l10n', 'pomo/translations', 'formatting', 'kses', 'shortcodes', 'cache',
	'general-template', 'link-template', 'media', 'query', 'class-wp-query', 'class-wp-dependency', 'class-wp-dependencies',
	'class-wp-scripts', 'functions.wp-scripts', 'class-wp-block-parser', 'class-wp-block-type', 'class-wp-block', 'class-wp-block-list',
	'class-wp-block-type-registry', 'blocks', 'class-wp-hook', 'http', 'theme', 'post', 'user', 'capabilities',
);
foreach ( $parts as $part ) {
	require_once ABSPATH . WPINC . "/$part.php";
}
wp_cache_init();
$wp_plugin_paths = array();

$options = array( 'blog_charset' => 'UTF-8', 'home' => 'https://news.example', 'siteurl' => 'https://news.example' );
wp_cache_set( 'alloptions', $options, 'options' );
add_filter( 'pre_option', fn ( $value, $name ) => $options[ $name ] ?? '', 10, 2 );
$wp_query = new WP_Query();
$wp_query->is_feed = 'feed' === $who;

require WP_PLUGIN_DIR . '/wordpress/provision-explorer.php';

// As in wp-includes/default-filters.php, without what asks a database.
add_filter( 'content_save_pre', 'convert_invalid_entities' );
foreach ( array( 'do_blocks' => 9, 'wptexturize' => 10, 'wpautop' => 10, 'shortcode_unautop' => 10, 'capital_P_dangit' => 11, 'do_shortcode' => 11 ) as $filter => $priority ) {
	add_filter( 'the_content', $filter, $priority );
}
if ( 'author' === $who ) {
	add_filter( 'content_save_pre', 'wp_filter_post_kses' );
}

$saved = wp_unslash( apply_filters( 'content_save_pre', wp_slash( stream_get_contents( STDIN ) ) ) );
do_action( 'wp_enqueue_scripts' );
echo apply_filters( 'the_content', $saved ), "\n";
wp_scripts()->do_items( false, 1 );

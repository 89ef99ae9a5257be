<?php
/**
 * A post on its way through WordPress, from the editor to the page: `php wordpress.php WORDPRESS WHO`
 * with the post's text as standard input. WHO is `editor`, who may write any HTML, or `author`, whose
 * posts are cleaned. With `block-editor` for WHO it prints the scripts of the editor of blocks instead,
 * those of its plugins among them, for the site whose address SITE says. With `embed` it prints what
 * becomes of an address, which is the standard input: what stands in FILES is found below FILES_AT,
 * and there is nothing else. Every function is WordPress' own, from the folder of Debian's package; there is
 * no database behind it, so options have the values given here.
 */

list( , $wordpress, $who ) = $argv;
error_reporting( E_ALL );
ini_set( 'display_errors', 'stderr' );

define( 'ABSPATH', "$wordpress/" );
define( 'WPINC', 'wp-includes' );
define( 'WP_CONTENT_DIR', __DIR__ );
$site = getenv( 'SITE' ) ?: 'https://news.example';
$_SERVER['HTTPS'] = 0 === strpos( $site, 'https:' ) ? 'on' : 'off';
define( 'WP_CONTENT_URL', "$site/wp-content" );
define( 'WP_LANG_DIR', '/nowhere' );
// Plugins as a site has them; without such a folder, ours as it is in the tree.
$plugins = getenv( 'PLUGINS' );
define( 'WP_PLUGIN_DIR', $plugins ?: dirname( __DIR__, 2 ) . '/integrations' );
define( 'WP_PLUGIN_URL', "$site/wp-content/plugins" );
define( 'WPMU_PLUGIN_DIR', '/nowhere' );
define( 'WP_DEBUG', true );
if ( getenv( 'LOADER' ) ) {
	define( 'PROVISION_EXPLORER_LOADER', getenv( 'LOADER' ) );
}

$parts = array(
	'load', 'plugin', 'compat', 'functions', 'option', 'l10n', 'pomo/translations', 'formatting', 'kses', 'shortcodes', 'cache',
	'general-template', 'link-template', 'media', 'query', 'class-wp-query', 'script-loader',
	'class-wp-block-parser', 'class-wp-block-type', 'class-wp-block-supports', 'class-wp-block', 'class-wp-block-list',
	'class-wp-block-type-registry', 'blocks', 'class-wp-hook', 'http', 'rest-api', 'theme', 'post', 'user', 'capabilities',
);
foreach ( $parts as $part ) {
	require_once ABSPATH . WPINC . "/$part.php";
}
wp_cache_init();
$wp_plugin_paths = array();

$options = array( 'blog_charset' => 'UTF-8', 'home' => $site, 'siteurl' => $site );
wp_cache_set( 'alloptions', $options, 'options' );
add_filter( 'pre_option', fn ( $value, $name ) => $options[ $name ] ?? '', 10, 2 );
$wp_query = new WP_Query();
$wp_query->is_feed = 'feed' === $who;

// What a site has of these: one that would break out of a script.
add_shortcode( 'video', fn () => '<video src="/x.mp4"></video></script>' );

require WP_PLUGIN_DIR . ( $plugins ? '/provision-explorer' : '/wordpress' ) . '/provision-explorer.php';
do_action( 'init' );

if ( 'block-editor' === $who ) {
	require ABSPATH . 'wp-admin/includes/post.php';
	require ABSPATH . WPINC . '/class-wp-locale.php';
	$wp_locale = new WP_Locale();
	$blocks = wp_json_encode( get_block_editor_server_block_settings() );
	wp_default_packages_vendor( wp_scripts() );
	wp_default_packages_scripts( wp_scripts() );
	wp_add_inline_script( 'wp-blocks', "wp.blocks.unstable__bootstrapServerSideBlockDefinitions( $blocks );" );
	wp_scripts()->add( 'editor', false );
	wp_scripts()->do_items( array( 'wp-block-library', 'provision-explorer-block' ) );
	exit;
}

if ( 'embed' === $who ) {
	foreach ( array( 'embed', 'class-wp-oembed', 'class-wp-http', 'class-wp-http-response', 'class-wp-http-requests-response', 'class-wp-list-util', 'pluggable' ) as $part ) {
		require_once ABSPATH . WPINC . "/$part.php";
	}
	// As in wp-includes/default-filters.php.
	add_filter( 'oembed_dataparse', 'wp_filter_oembed_iframe_title_attribute', 5, 3 );
	add_filter( 'oembed_dataparse', 'wp_filter_oembed_result', 10, 3 );
	// A static host, which heeds no query.
	add_filter( 'pre_http_request', function ( $before, $arguments, $address ) {
		$at   = getenv( 'FILES_AT' );
		$file = 0 === strpos( $address, $at ) ? getenv( 'FILES' ) . strtok( substr( $address, strlen( $at ) ), '?#' ) : '';
		$body = is_file( $file ) ? file_get_contents( $file, false, null, 0, $arguments['limit_response_size'] ?? null ) : '';
		return array( 'headers' => array(), 'body' => $body, 'response' => array( 'code' => $body ? 200 : 404, 'message' => '' ), 'cookies' => array(), 'filename' => null );
	}, 10, 3 );
	echo wp_oembed_get( trim( stream_get_contents( STDIN ) ) ) ?: '';
	exit;
}

// As in wp-includes/default-filters.php, without what asks a database.
add_filter( 'content_save_pre', 'convert_invalid_entities' );
foreach ( array( 'do_blocks' => 9, 'wptexturize' => 10, 'wpautop' => 10, 'shortcode_unautop' => 10, 'capital_P_dangit' => 11, 'do_shortcode' => 11 ) as $filter => $priority ) {
	add_filter( 'the_content', $filter, $priority );
}
if ( 'author' === $who ) {
	add_filter( 'content_save_pre', 'wp_filter_post_kses' );
	add_filter( 'pre_kses', 'wp_pre_kses_less_than' );
	add_filter( 'pre_kses', 'wp_pre_kses_block_attributes', 10, 3 );
}

$saved = wp_unslash( apply_filters( 'content_save_pre', wp_slash( stream_get_contents( STDIN ) ) ) );
do_action( 'wp_enqueue_scripts' );
echo apply_filters( 'the_content', $saved ), "\n";
wp_scripts()->do_items( false, 1 );

<?php
/**
 * Plugin Name: Provision Explorer
 * Description: An explorer of a law's provisions in stories: a block, and the shortcode [provision-explorer].
 * Version: 0.1.0
 * Requires at least: 5.8
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 *
 * The zip of a release has all that this needs. Without it, copy this folder to
 * wp-content/plugins/provision-explorer/ and the folder dist/ into it; or say in wp-config.php where
 * the loader stands:
 *
 *     define( 'PROVISION_EXPLORER_LOADER', 'https://static.example/explorer/provision-explorer.js' );
 *
 * The shortcode takes the element's attributes by their names, and editor's notes as `notes`. In its
 * values whatever WordPress would take for something else is written as in addresses: %5B for [.
 * What stands inside the shortcode is what readers without script find, and readers of the feed.
 */

defined( 'ABSPATH' ) || exit;

// generated: attributes by cargo xtask generate
/** The element's attributes that have a value. */
const PROVISION_EXPLORER_VALUES = array( 'dataset', 'highlight', 'view', 'audience', 'open', 'heading', 'dek', 'heading-level', 'lang', 'theme', 'loading' );

/** Those that hold by being there. */
const PROVISION_EXPLORER_FLAGS = array( 'only', 'deep-links' );
// end of generated

/** Where the loader stands: by the filter, the constant, or beside this file. */
function provision_explorer_loader() {
	$loader = defined( 'PROVISION_EXPLORER_LOADER' )
		? PROVISION_EXPLORER_LOADER
		: plugins_url( 'dist/provision-explorer.js', __FILE__ );
	return apply_filters( 'provision_explorer_loader', $loader );
}

/** The value of an attribute as it was before it was written for a shortcode. */
function provision_explorer_decode( $value ) {
	// An editor without leave to write any HTML has each & written as an entity.
	return wp_check_invalid_utf8( rawurldecode( wp_specialchars_decode( (string) $value, ENT_QUOTES ) ) );
}

/** What a shortcode sets, as it was before it was written for one. */
function provision_explorer_decoded( array $given ) {
	return array_map( 'provision_explorer_decode', $given );
}

/** What is set, by attribute, in the order of the lists above; a flag that holds has no text. */
function provision_explorer_set( array $given ) {
	$set = array();
	foreach ( PROVISION_EXPLORER_VALUES as $name ) {
		$value = trim( (string) ( $given[ $name ] ?? '' ) );
		if ( '' !== $value ) {
			$set[ $name ] = $value;
		}
	}
	// [provision-explorer only] comes as a value without a name.
	$bare = array_filter( $given, 'is_int', ARRAY_FILTER_USE_KEY );
	foreach ( PROVISION_EXPLORER_FLAGS as $name ) {
		$value = in_array( $name, $bare, true ) ? 'true' : strtolower( (string) ( $given[ $name ] ?? '' ) );
		if ( ! in_array( $value, array( '', 'false', 'no', '0' ), true ) ) {
			$set[ $name ] = '';
		}
	}
	return $set;
}

/** That as HTML, each attribute with a space before it. */
function provision_explorer_attributes( array $set ) {
	$html = '';
	foreach ( $set as $name => $value ) {
		$html .= '' === $value ? " $name" : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return provision_explorer_literal( $html );
}

/** HTML without a shortcode: WordPress looks for them in what a block renders, also in its attributes. */
function provision_explorer_literal( $html ) {
	return strtr( $html, array( '[' => '&#091;', ']' => '&#093;' ) );
}

/** Notes as an object's JSON, or nothing where they aren't a text each. */
function provision_explorer_notes( $notes ) {
	$notes = is_array( $notes ) ? array_filter( $notes, 'is_string' ) : array();
	if ( ! $notes ) {
		return '';
	}
	// As an object even where the provisions are 0, 1, 2; nothing in it can end a script, or be a shortcode.
	$json = wp_json_encode( array( 'notes' => (object) $notes ), JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE );
	return strtr( $json, array( '[' => '\u005B', ']' => '\u005D' ) );
}

/** The element, and its loader for the page. */
function provision_explorer_element( array $set, $notes, $inside ) {
	wp_enqueue_script( 'provision-explorer', provision_explorer_loader(), array(), null, true );
	$script = $notes
		? '<script type="application/json" class="provision-explorer-options">' . $notes . '</script>'
		: '';
	return '<provision-explorer' . provision_explorer_attributes( $set ) . ">$script$inside</provision-explorer>";
}

/** A file that stands beside the loader. */
function provision_explorer_beside( $file ) {
	return preg_replace( '/[^\/?#]*([?#].*)?$/s', '', provision_explorer_loader() ) . $file;
}

/** The same in a frame, with the script that keeps its height right. */
function provision_explorer_frame( array $set, $notes ) {
	$query   = http_build_query( $notes ? $set + array( 'options' => $notes ) : $set, '', '&', PHP_QUERY_RFC3986 );
	$address = provision_explorer_beside( 'embed.html' ) . ( $query ? "?$query" : '' );
	wp_enqueue_script( 'provision-explorer-frame', provision_explorer_beside( 'embed-parent.js' ), array(), null, true );
	$frame = sprintf(
		'<iframe src="%s" title="%s" width="100%%" height="640" loading="lazy" allow="clipboard-write" referrerpolicy="no-referrer"></iframe>',
		esc_url( $address ),
		esc_attr( $set['heading'] ?? 'Provision Explorer' )
	);
	return provision_explorer_literal( $frame );
}

/** The shortcode. */
function provision_explorer_shortcode( $given, $content = '' ) {
	$given  = provision_explorer_decoded( is_array( $given ) ? $given : array() );
	$inside = wp_kses_post( do_shortcode( (string) $content ) );
	if ( is_feed() ) {
		return $inside;
	}
	$notes = provision_explorer_notes( json_decode( $given['notes'] ?? '', true ) );
	return provision_explorer_element( provision_explorer_set( $given ), $notes, $inside );
}
add_shortcode( 'provision-explorer', 'provision_explorer_shortcode' );

/** What readers without script find where a block says nothing else: the bundled law's text. */
function provision_explorer_link( array $set ) {
	if ( isset( $set['dataset'] ) ) {
		return '';
	}
	$text = esc_html( $set['heading'] ?? 'Read it as text' );
	return provision_explorer_literal( sprintf( '<p><a href="%s">%s</a></p>', esc_url( provision_explorer_beside( 'text.html' ) ), $text ) );
}

/** A block's values as they were typed: WordPress writes entities into those of whoever may not write any HTML. */
function provision_explorer_typed( $given ) {
	if ( is_string( $given ) ) {
		return wp_specialchars_decode( $given, ENT_QUOTES );
	}
	if ( ! is_array( $given ) ) {
		return $given;
	}
	return array_combine( array_map( 'provision_explorer_typed', array_keys( $given ) ), array_map( 'provision_explorer_typed', $given ) );
}

/** The block. What it saves is what readers without script find, also where this plugin is gone. */
function provision_explorer_block( $given, $content = '' ) {
	$given  = provision_explorer_typed( $given );
	$set    = provision_explorer_set( $given );
	$inside = trim( $content ); // which WordPress has held to what its author may write
	$inside = '' === $inside ? provision_explorer_link( $set ) : $inside;
	if ( is_feed() ) {
		return $inside;
	}
	$notes = provision_explorer_notes( $given['notes'] ?? array() );
	$html  = empty( $given['frame'] )
		? provision_explorer_element( $set, $notes, $inside )
		: provision_explorer_frame( $set, $notes );
	return "<div>$html</div>";
}

/** The block of `block.json`, for WordPress from 5.8 on. */
function provision_explorer_register() {
	wp_register_script(
		'provision-explorer-block',
		plugins_url( 'block.js', __FILE__ ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' ),
		filemtime( __DIR__ . '/block.js' ),
		true
	);
	$page = wp_json_encode( provision_explorer_beside( 'embed.html' ) );
	wp_add_inline_script( 'provision-explorer-block', "window.provisionExplorerPage = $page;", 'before' );
	register_block_type( __DIR__, array( 'render_callback' => 'provision_explorer_block' ) );
}
add_action( 'init', 'provision_explorer_register' );

/** Loader and frame's script are modules, which the list of scripts has no word for before WordPress 6.5. */
function provision_explorer_module( $tag, $handle, $src ) {
	if ( ! in_array( $handle, array( 'provision-explorer', 'provision-explorer-frame' ), true ) ) {
		return $tag;
	}
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- this is the tag of one that is.
	return sprintf( "<script type=\"module\" src=\"%s\" id=\"%s-js\"></script>\n", esc_url( $src ), esc_attr( $handle ) );
}
add_filter( 'script_loader_tag', 'provision_explorer_module', 10, 3 );

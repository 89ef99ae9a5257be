<?php
/**
 * Plugin Name: Provision Explorer
 * Description: Renders the shortcode [provision-explorer], an explorer of a law's provisions, in stories.
 * Version: 0.1.0
 * Requires at least: 5.5
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 *
 * Copy this file to wp-content/plugins/provision-explorer/ and the folder dist/ beside it; or say in
 * wp-config.php where the loader stands:
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
const PROVISION_EXPLORER_VALUES = array( 'dataset', 'highlight', 'view', 'audience', 'open', 'heading', 'dek', 'heading-level', 'lang', 'theme' );

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

/** The attributes of the element, escaped, each with a space before it. */
function provision_explorer_attributes( array $given ) {
	$html = '';
	foreach ( PROVISION_EXPLORER_VALUES as $name ) {
		$value = isset( $given[ $name ] ) ? trim( provision_explorer_decode( $given[ $name ] ) ) : '';
		if ( '' !== $value ) {
			$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	foreach ( PROVISION_EXPLORER_FLAGS as $name ) {
		// [provision-explorer only] comes as a value without a name.
		$value = in_array( $name, $given, true ) ? 'true' : strtolower( $given[ $name ] ?? '' );
		if ( ! in_array( $value, array( '', 'false', 'no', '0' ), true ) ) {
			$html .= ' ' . $name;
		}
	}
	return $html;
}

/** The notes as the script that the element reads, or nothing where they aren't a text each. */
function provision_explorer_notes( $given ) {
	$notes = json_decode( provision_explorer_decode( $given ), true );
	$notes = is_array( $notes ) ? array_filter( $notes, 'is_string' ) : array();
	if ( ! $notes ) {
		return '';
	}
	// As an object even where the provisions are 0, 1, 2; and nothing in it can end the script.
	$json = wp_json_encode(
		array( 'notes' => (object) $notes ),
		JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE
	);
	return '<script type="application/json" class="provision-explorer-options">' . $json . '</script>';
}

/** The shortcode. */
function provision_explorer_shortcode( $given, $content = '' ) {
	$given  = is_array( $given ) ? $given : array();
	$inside = wp_kses_post( do_shortcode( (string) $content ) );
	if ( is_feed() ) {
		return $inside;
	}
	wp_enqueue_script( 'provision-explorer', provision_explorer_loader(), array(), null, true );
	return '<provision-explorer' . provision_explorer_attributes( $given ) . '>'
		. provision_explorer_notes( $given['notes'] ?? '' ) . $inside . '</provision-explorer>';
}
add_shortcode( 'provision-explorer', 'provision_explorer_shortcode' );

/** The loader is a module, which the list of scripts has no word for before WordPress 6.5. */
function provision_explorer_module( $tag, $handle, $src ) {
	if ( 'provision-explorer' !== $handle ) {
		return $tag;
	}
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- this is the tag of one that is.
	return sprintf( "<script type=\"module\" src=\"%s\" id=\"provision-explorer-js\"></script>\n", esc_url( $src ) );
}
add_filter( 'script_loader_tag', 'provision_explorer_module', 10, 3 );

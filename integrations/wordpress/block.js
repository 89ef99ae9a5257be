// The block in WordPress' editor: a preview in the frame that readers could have, the options beside
// it, and the snippets and shortcodes that are pasted. What readers get is rendered by the plugin.
( () => {
	// generated: options by cargo xtask generate
	const TAG = "provision-explorer";
	const OPTIONS_CLASS = "provision-explorer-options";
	const HEIGHT = "provision-explorer:height";
	const OPTIONS = [
		{ name: "dataset", option: "dataset", kind: "text", words: [], about: "address of a dataset; without it, the bundled one" },
		{ name: "highlight", option: "highlight", kind: "text", words: [], about: "provisions that the story speaks of, in editorial order" },
		{ name: "only", option: "only", kind: "flag", words: [], about: "show the highlighted provisions alone, with what is inside them" },
		{ name: "view", option: "view", kind: "word", words: ["provisions", "affected", "objections", "matrix"], about: "the view to begin with" },
		{ name: "audience", option: "audience", kind: "text", words: [], about: "groups of people to begin with, by id (`journalists`) or label" },
		{ name: "open", option: "open", kind: "text", words: [], about: "the one provision that is open at first" },
		{ name: "heading", option: "heading", kind: "text", words: [], about: "a heading in place of the law's short title" },
		{ name: "dek", option: "dek", kind: "text", words: [], about: "one or two sentences beneath the heading that say what this is; without it, a general one" },
		{ name: "heading-level", option: "headingLevel", kind: "word", words: ["2", "3", "4", "5", "6"], about: "level of the heading in the page's outline; those inside follow it, down to the sixth. Without it, the second" },
		{ name: "lang", option: "lang", kind: "text", words: [], about: "the interface's language, a BCP 47 tag; without it, that of the text around the element, or else English" },
		{ name: "theme", option: "theme", kind: "word", words: ["light", "dark", "auto"], about: "light, dark, or as the page's own `color-scheme` says" },
		{ name: "loading", option: "loading", kind: "word", words: ["visible", "idle", "interaction"], about: "when it is fetched. For readers who save data, and with `interaction`, it waits for the first sign that somebody acts on it, where the page has its text or first view; otherwise, and without this, until it is near" },
		{ name: "deep-links", option: "deepLinks", kind: "flag", words: [], about: "read and write the page's fragment, and offer \"Copy link\"; for one explorer a page, a second is told so" },
		{ name: "notes", option: "notes", kind: "notes", words: [], about: "the editor's notes by provision, one line each; JSON as an attribute" },
	];
	// end of generated

	const { createElement: el, Fragment, RawHTML, useEffect, useRef, useState } = wp.element;
	const { InspectorControls, useBlockProps } = wp.blockEditor;
	const { PanelBody, SelectControl, TextControl, TextareaControl, ToggleControl } = wp.components;
	const { createBlock, registerBlockType } = wp.blocks;

	/** How long an editor may type before the preview follows, in milliseconds. */
	const PAUSE = 500;
	/** What the preview has until the frame says its own, and what it has at most, in pixels. */
	const FIRST = 480;
	const TALLEST = 1600;

	const capital = ( text ) => text.charAt( 0 ).toUpperCase() + text.slice( 1 );
	const labelOf = ( name ) => capital( name.replaceAll( '-', ' ' ) );
	const isSet = ( value ) => value !== undefined && value !== '' && value !== false;

	/** The address of the page for frames with what a block sets. */
	const previewOf = ( attributes ) => {
		const query = new URLSearchParams();
		for ( const { name, kind } of OPTIONS ) {
			const value = attributes[ name ];
			if ( ! isSet( value ) || name === 'deep-links' ) continue;
			if ( kind === 'notes' ) query.set( 'options', JSON.stringify( { notes: value } ) );
			else query.set( name, kind === 'flag' ? '' : value );
		}
		const text = query.toString();
		return window.provisionExplorerPage + ( text && `?${ text }` );
	};

	/** A value that follows another once that has rested. */
	const useRested = ( value ) => {
		const [ rested, rest ] = useState( value );
		useEffect( () => {
			const timer = setTimeout( () => rest( value ), PAUSE );
			return () => clearTimeout( timer );
		}, [ value ] );
		return rested;
	};

	const Preview = ( { attributes, isSelected } ) => {
		const frame = useRef();
		const [ height, resize ] = useState( FIRST );
		const src = useRested( previewOf( attributes ) );
		useEffect( () => {
			// The editor may stand in a frame of its own, whose window the messages come to.
			const view = frame.current.ownerDocument.defaultView;
			const receive = ( { data, source } ) => {
				if ( source !== frame.current?.contentWindow || data?.type !== HEIGHT ) return;
				if ( data.height > 0 ) resize( Math.min( data.height, TALLEST ) );
			};
			view.addEventListener( 'message', receive );
			return () => view.removeEventListener( 'message', receive );
		}, [] );
		// The first click is the editor's: it selects the block.
		const style = { border: 0, pointerEvents: isSelected ? 'auto' : 'none' };
		return el( 'iframe', { ref: frame, src, height, width: '100%', style, title: 'Preview of the explorer' } );
	};

	/** One option's control. */
	const Control = ( { option: { name, kind, words, about }, value, onChange } ) => {
		const shared = { label: labelOf( name ), help: capital( about ), onChange };
		if ( kind === 'flag' ) return el( ToggleControl, { ...shared, checked: Boolean( value ) } );
		if ( kind === 'word' ) {
			const options = [ { label: 'As usual', value: '' }, ...words.map( ( it ) => ( { label: it, value: it } ) ) ];
			return el( SelectControl, { ...shared, value: value ?? '', options } );
		}
		return el( TextControl, { ...shared, value: value ?? '' } );
	};

	/** The provisions that a story highlights, as they were typed. */
	const highlighted = ( { highlight = '' } ) => highlight.split( /[,;\n]/ ).map( ( it ) => it.trim() ).filter( Boolean );

	/** A note for each highlighted provision, and those that are there for others. */
	const Notes = ( { attributes, set } ) => {
		const { notes = {} } = attributes;
		const provisions = [ ...new Set( [ ...highlighted( attributes ), ...Object.keys( notes ) ] ) ];
		const change = ( provision, note ) => {
			const { [ provision ]: _, ...others } = notes;
			const all = note ? { ...others, [ provision ]: note } : others;
			set( { notes: Object.keys( all ).length ? all : undefined } );
		};
		if ( ! provisions.length ) return el( 'p', {}, 'Highlight provisions to write a note on them.' );
		return provisions.map( ( provision ) => el( TextareaControl, {
			key: provision,
			label: `Note on ${ provision }`,
			value: notes[ provision ] ?? '',
			onChange: ( note ) => change( provision, note ),
		} ) );
	};

	const Settings = ( { attributes, setAttributes } ) => {
		const controls = OPTIONS.filter( ( { kind } ) => kind !== 'notes' ).map( ( option ) => el( Control, {
			key: option.name,
			option,
			value: attributes[ option.name ],
			onChange: ( value ) => setAttributes( { [ option.name ]: isSet( value ) ? value : undefined } ),
		} ) );
		return el(
			InspectorControls,
			{},
			el( PanelBody, { title: 'Explorer' }, ...controls ),
			el( PanelBody, { title: 'Notes', initialOpen: false }, el( Notes, { attributes, set: setAttributes } ) ),
			el(
				PanelBody,
				{ title: 'How readers get it', initialOpen: false },
				el( ToggleControl, {
					label: 'In a frame',
					help: 'For pages whose other scripts get in its way. Nothing of it is part of the page then.',
					checked: Boolean( attributes.frame ),
					onChange: ( frame ) => setAttributes( { frame: frame || undefined } ),
				} )
			)
		);
	};

	const edit = ( props ) => el(
		Fragment,
		{},
		el( Settings, props ),
		el( 'div', useBlockProps(), el( Preview, props ) )
	);

	/** What is saved in the post is what readers without script find. */
	const save = ( { attributes } ) => el( RawHTML, {}, attributes.inside ?? '' );

	const json = ( text ) => {
		try {
			return JSON.parse( text );
		} catch {
			return undefined;
		}
	};

	/** Attributes from what `read` has of each option; a flag's text may be empty. */
	const from = ( read ) => {
		const found = OPTIONS.map( ( option ) => {
			const { name, kind } = option;
			const text = read( option );
			if ( text === undefined || text === null ) return [ name, undefined ];
			if ( kind === 'flag' ) return [ name, ! [ 'false', 'no', '0' ].includes( text.toLowerCase() ) ];
			return [ name, kind === 'notes' ? json( text ) : text ];
		} );
		return Object.fromEntries( found.filter( ( [ , value ] ) => isSet( value ) ) );
	};

	const isOurs = ( script ) => /(^|\/)provision-explorer\.js([?#]|$)/.test( script.getAttribute( 'src' ) ?? '' );

	/** Whether all that stands in a node is one explorer and its loader: a snippet of ours. */
	const isSnippet = ( node ) => {
		const inside = [ ...node.childNodes ].filter( ( it ) => it.nodeType !== 8 && ( it.nodeType !== 3 || it.data.trim() ) );
		const [ elements, others ] = [ true, false ].map( ( is ) => inside.filter( ( it ) => ( it.localName === TAG ) === is ) );
		return elements.length === 1 && others.every( ( it ) => it.localName === 'script' && isOurs( it ) );
	};

	/** An option of JSON as its attribute would say it. */
	const worded = ( value ) => {
		if ( Array.isArray( value ) ) return value.join( ', ' );
		return typeof value === 'object' ? JSON.stringify( value ) : String( value );
	};

	/** The options that a script holds. */
	const ofScript = ( script ) => {
		const options = new Map( Object.entries( Object( json( script?.textContent ?? '' ) ) ) );
		return from( ( { option } ) => {
			const value = options.get( option ) ?? undefined;
			return value === undefined ? value : worded( value );
		} );
	};

	const ofSnippet = ( node ) => {
		const element = ( node.localName === TAG ? node : node.querySelector( TAG ) ).cloneNode( true );
		const attributes = from( ( { name } ) => element.getAttribute( name ) );
		const options = ofScript( element.querySelector( `:scope > script.${ OPTIONS_CLASS }` ) );
		for ( const script of element.querySelectorAll( 'script' ) ) script.remove();
		return createBlock( `${ TAG }/explorer`, { ...options, ...attributes, inside: element.innerHTML.trim() } );
	};

	/** What was written for a shortcode as it was before. */
	const decoded = ( value ) => {
		try {
			return decodeURIComponent( value );
		} catch {
			return value;
		}
	};

	const ofShortcode = ( { named, numeric } ) => from( ( { name } ) => {
		if ( numeric.includes( name ) ) return '';
		return named[ name ] === undefined ? undefined : decoded( named[ name ] );
	} );

	const attribute = ( { name, kind } ) => [ name, {
		type: { flag: 'boolean', notes: 'object' }[ kind ] ?? 'string',
		shortcode: ( given ) => ofShortcode( given )[ name ],
	} ];

	const inside = { type: 'string', shortcode: ( _, { shortcode } ) => shortcode.content ?? '' };

	const any = { attributes: OPTIONS.map( ( { name } ) => name ), children: '*' };

	registerBlockType( `${ TAG }/explorer`, {
		edit,
		save,
		transforms: {
			from: [
				{
					type: 'raw',
					priority: 5,
					isMatch: ( node ) => node.localName === TAG || ( node.localName === 'div' && isSnippet( node ) ),
					schema: { [ TAG ]: { ...any, allowEmpty: true }, div: { ...any, isMatch: isSnippet } },
					transform: ofSnippet,
				},
				{
					type: 'shortcode',
					tag: TAG,
					attributes: Object.fromEntries( [ ...OPTIONS.map( attribute ), [ 'inside', inside ] ] ),
				},
			],
		},
	} );
} )();

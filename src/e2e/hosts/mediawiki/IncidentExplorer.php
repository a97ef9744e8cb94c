<?php
// Lay incident-explorer.html into a folder `explorer` of your web root, and this file beside
// LocalSettings.php; there, as the last line: require_once __DIR__ . '/IncidentExplorer.php';
// Then on any page: <incidents query="actor:tick" lang="ja" />
//   view    cards (by itself), map, links, timeline, or incident/ID for one entry
//   query   as in the search box of the page
//   lang    en or ja; without it, the reader's
//   show    parts that stand beside the view: search,facets,views
//   height  in px, 600 by itself
//   form    element, for incident-explorer.js beside the one file: no frame, and what stands between
//           <incidents …> and </incidents> is shown where scripts or wasm are forbidden
// Only addresses and attributes are made from what an editor writes: no markup passes. The one file
// needs nothing of its host and is shut off from the wiki by a sandbox; the element is not.

// Or '/explorer/index.html' for the files of dist/site/: set it before this file is required.
$egIncidentExplorer = $egIncidentExplorer ?? '/explorer/incident-explorer.html';

$wgHooks['ParserFirstCallInit'][] = static function ( Parser $parser ) {
	$parser->setHook( 'incidents', static function ( $text, array $args, Parser $parser, PPFrame $frame ) {
		global $egIncidentExplorer;
		$view = $args['view'] ?? 'cards';
		$known = preg_match( '!^[a-z]+(/[a-z0-9-]+)?$!', $view ) ? $view : 'cards';
		if ( ( $args['form'] ?? '' ) === 'element' ) {
			$script = dirname( $egIncidentExplorer ) . '/incident-explorer.js';
			$parser->getOutput()->addHeadItem( Html::element( 'script', [ 'async' => true, 'src' => $script ] ), 'incidents' );
			$given = array_intersect_key( $args, array_flip( [ 'query', 'lang', 'show', 'height' ] ) );
			$within = $parser->recursiveTagParse( $text ?? '', $frame );
			return Html::rawElement( 'incident-explorer', [ 'view' => $known ] + $given, $within );
		}
		$asked = array_filter( [
			'q' => $args['query'] ?? '',
			'embed' => str_starts_with( $known, 'incident/' ) ? 'card' : '1',
			'show' => $args['show'] ?? '',
			'lang' => $args['lang'] ?? '',
		] );
		return Html::element( 'iframe', [
			'src' => "$egIncidentExplorer#/$known?" . http_build_query( $asked, '', '&', PHP_QUERY_RFC3986 ),
			'title' => 'Incident Explorer',
			'width' => '100%',
			'height' => (int)( $args['height'] ?? 600 ),
			'style' => 'border:0',
			'loading' => 'lazy',
			'allow' => 'clipboard-write',
			'sandbox' => str_ends_with( $egIncidentExplorer, 'incident-explorer.html' )
				? 'allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox'
				: null,
		] );
	} );
};

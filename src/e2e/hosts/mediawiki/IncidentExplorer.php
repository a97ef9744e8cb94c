<?php
// As IncidentExplorer.php beside LocalSettings.php; there, as the last line:
// require_once __DIR__ . '/IncidentExplorer.php';

$egIncidentExplorer ??= '/explorer/incident-explorer.html';

$wgHooks['ParserFirstCallInit'][] = static function (Parser $parser) {
    $parser->setHook('incidents', static function ($text, array $args, Parser $parser, PPFrame $frame) {
        global $egIncidentExplorer;
        $page = $egIncidentExplorer;
        $view = preg_match('!^[a-z]+(/[a-z0-9-]+)?$!', $args['view'] ?? '') ? $args['view'] : 'cards';
        $form = $args['form'] ?? '';
        if ($form === 'element') {
            $script = ['src' => dirname($page) . '/incident-explorer.js', 'async' => true];
            $parser->getOutput()->addHeadItem(Html::element('script', $script), 'incidents');
            $given = array_intersect_key($args, array_flip(['query', 'show', 'lang', 'theme', 'width', 'height']));
            $within = $parser->recursiveTagParse($text ?? '', $frame);
            return Html::rawElement('incident-explorer', ['view' => $view] + $given, $within);
        }
        $asked = array_filter([
            'q' => $args['query'] ?? '',
            'embed' => $form === 'card' ? 'card' : '1',
            'show' => $args['show'] ?? '',
            'lang' => $args['lang'] ?? '',
            'theme' => $args['theme'] ?? '',
        ]);
        return Html::element('iframe', array_filter([
            'src' => "$page#/$view?" . http_build_query($asked, '', '&', PHP_QUERY_RFC3986),
            'title' => 'Incident Explorer',
            'width' => (int)($args['width'] ?? 0) ?: '100%',
            'height' => (int)($args['height'] ?? 600),
            'style' => 'border:0',
            'loading' => 'lazy',
            'allow' => 'clipboard-write',
            'sandbox' => str_ends_with($page, 'incident-explorer.html')
                ? 'allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox'
                : '',
        ]));
    });
};

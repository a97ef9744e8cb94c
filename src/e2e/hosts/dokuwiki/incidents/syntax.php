<?php
// Lay incident-explorer.html into a folder `explorer` of your web root, and this folder into
// lib/plugins/. Then on any page: <incidents query="actor:tick" lang="ja" />
//   view    cards (by itself), map, links, timeline, or incident/ID for one entry
//   query   as in the search box of the page
//   lang    en or ja; without it, the reader's
//   show    parts that stand beside the view: search,facets,views
//   height  in px, 600 by itself
//   form    element, for incident-explorer.js beside the one file: no frame
// Only addresses and attributes are made from what an editor writes: no markup passes. The one file
// needs nothing of its host and is shut off from the wiki by a sandbox; the element is not. For the
// files of dist/site/, in conf/local.php: $conf['incidents'] = '/explorer/index.html';

use dokuwiki\Extension\SyntaxPlugin;

class syntax_plugin_incidents extends SyntaxPlugin
{
    public function getType()
    {
        return 'substition'; // as DokuWiki spells it
    }

    public function getPType()
    {
        return 'block';
    }

    public function getSort()
    {
        return 300;
    }

    public function connectTo($mode)
    {
        $this->Lexer->addSpecialPattern('<incidents\b(?:[^">]|"[^"]*")*>', $mode, 'plugin_incidents');
    }

    public function handle($match, $state, $pos, Doku_Handler $handler)
    {
        preg_match_all('/([a-z]+)="([^"]*)"/', $match, $pairs);
        return array_combine($pairs[1], $pairs[2]);
    }

    public function render($mode, Doku_Renderer $renderer, $args)
    {
        if ($mode !== 'xhtml') {
            return false;
        }
        global $conf;
        $page = $conf['incidents'] ?? '/explorer/incident-explorer.html';
        $view = $args['view'] ?? 'cards';
        $known = preg_match('!^[a-z]+(/[a-z0-9-]+)?$!', $view) ? $view : 'cards';
        if (($args['form'] ?? '') === 'element') {
            $script = dirname($page) . '/incident-explorer.js';
            $given = ['view' => $known] + array_intersect_key($args, array_flip(['query', 'lang', 'show', 'height']));
            $renderer->doc .= '<script async src="' . hsc($script) . '"></script><incident-explorer '
                . buildAttributes($given) . '></incident-explorer>';
            return true;
        }
        $asked = array_filter([
            'q' => $args['query'] ?? '',
            'embed' => strpos($known, 'incident/') === 0 ? 'card' : '1',
            'show' => $args['show'] ?? '',
            'lang' => $args['lang'] ?? '',
        ]);
        $address = "$page#/$known?" . http_build_query($asked, '', '&', PHP_QUERY_RFC3986);
        $height = (int)($args['height'] ?? 600);
        $alone = substr($page, -22) === 'incident-explorer.html';
        $sandbox = 'sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"';
        $renderer->doc .= '<iframe src="' . hsc($address) . '" title="Incident Explorer" width="100%" height="'
            . $height . '" style="border:0" loading="lazy" allow="clipboard-write" ' . ($alone ? $sandbox : '') . '></iframe>';
        return true;
    }
}

<?php
// As lib/plugins/incidents/syntax.php.

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
        $view = preg_match('!^[a-z]+(/[a-z0-9-]+)?$!', $args['view'] ?? '') ? $args['view'] : 'cards';
        $form = $args['form'] ?? '';
        if ($form === 'element') {
            $script = ['src' => dirname($page) . '/incident-explorer.js', 'async' => 'async'];
            $given = array_intersect_key($args, array_flip(['query', 'show', 'lang', 'theme', 'width', 'height']));
            $renderer->doc .= '<script ' . buildAttributes($script) . '></script><incident-explorer '
                . buildAttributes(['view' => $view] + $given) . '></incident-explorer>';
            return true;
        }
        $asked = array_filter([
            'q' => $args['query'] ?? '',
            'embed' => $form === 'card' ? 'card' : '1',
            'show' => $args['show'] ?? '',
            'lang' => $args['lang'] ?? '',
            'theme' => $args['theme'] ?? '',
        ]);
        $renderer->doc .= '<iframe ' . buildAttributes(array_filter([
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
        ])) . '></iframe>';
        return true;
    }
}

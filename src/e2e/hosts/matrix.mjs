// Places × shapes × browsers: the page works there, or the reader is told why not. With
// `EXPLORER_MATRIX=small` only nginx, python and DokuWiki. A host that does not start has failed.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { NAMES } from "../browsers.mjs";
import { card, pages } from "./frames.mjs";
import { host, sendsAsDocumented } from "./servers.mjs";
import { printed, promised } from "./table.mjs";
import { EVALUATES, tells, visit, works } from "./visit.mjs";
import { dokuwiki, mediawiki } from "./wikis.mjs";

const SMALL = process.env.EXPLORER_MATRIX === "small";
const REFUSED = "this page forbids WebAssembly ('wasm-unsafe-eval' is missing)";
const REFUSED_JA = "このページはWebAssemblyを禁じています（'wasm-unsafe-eval'がありません）";
const BOXED = "sandboxed without 'allow-same-origin'";
const BOXED_JA = "sandboxに'allow-same-origin'がなく";
const PAGES = await pages();

/** Where a shape of the page lies, how many frames within, and the sentence where it cannot run. */
const shape = (name, path, { depth = 0, told = "", embedded = depth > 0 } = {}) => ({ name, path, depth, told, embedded });
const SITE = shape("site", "/explorer/");
const ONE = shape("one file", "/explorer/incident-explorer.html");
const FRAMED = shape("site in a frame", "/site.html", { depth: 1 });
const ONE_FRAMED = shape("one file, sandboxed", "/one.html", { depth: 1 });
const ELEMENTS = shape("element", "/element.html", { embedded: true });
const ALL = [SITE, ONE, FRAMED, ONE_FRAMED, ELEMENTS];
const refused = [{ ...SITE, told: REFUSED }, ONE];
const boxed = [{ ...SITE, told: BOXED }, ONE];

const server = (name, shapes, fault = "") => ({
  name: fault ? `${name}, ${fault}` : name,
  shapes,
  start: () => host(name, { fault, pages: PAGES }),
  check: ({ url }) => sendsAsDocumented(name, url, fault),
});
const small = (place) => ({ ...place, small: true });

/** A frame of every kind, on the host that adds nothing. */
const FRAMES = [
  ["two frames deep", "nested.html", "nested-one.html", { depth: 2 }],
  ["sandbox=allow-scripts alone", "boxed.html", "bare.html", { depth: 1 }, BOXED_JA],
  ["sandbox with allow-same-origin", "same.html", "", { depth: 1 }],
  ["srcdoc, sandboxed", "", "srcdoc.html", { depth: 1, embedded: false }],
  ["srcdoc, open", "", "open-srcdoc.html", { depth: 1, embedded: false }],
  ["blob:", "", "blob.html", { depth: 1 }],
  ["srcdoc below a policy without wasm", "", "forbidding-srcdoc.html", { depth: 1 }, "", REFUSED],
].map(([name, site, one, options, siteTold, oneTold]) => ({
  name,
  shapes: [
    site && shape(FRAMED.name, `/${site}`, { ...options, told: siteTold }),
    one && shape(ONE_FRAMED.name, `/${one}`, { ...options, told: oneTold }),
  ].filter(Boolean),
  start: () => host("python", { pages: PAGES }),
}));

const PLACES = [
  small(server("nginx", ALL)),
  small(server("nginx", refused, "no 'wasm-unsafe-eval'")),
  server("nginx", [SITE, FRAMED], "wasm as octet-stream"),
  server("nginx", [SITE, FRAMED], "wasm as text/plain"),
  server("nginx", boxed, "sandboxed by its header"),
  server("caddy", ALL),
  server("caddy", refused, "no 'wasm-unsafe-eval'"),
  server("lighttpd", ALL),
  server("lighttpd", [SITE, FRAMED], "wasm as octet-stream"),
  server("apache", ALL),
  server("apache", [SITE, FRAMED], "wasm as octet-stream"),
  small(server("python", ALL)),
  small(server("python", [SITE, FRAMED], "wasm as octet-stream")),
  server("python", [SITE, FRAMED], "wasm as text/plain"),
  ...FRAMES,
  {
    name: "page whose policy forbids wasm",
    shapes: [{ ...ELEMENTS, path: "/forbidding-element.html", told: REFUSED_JA }],
    start: () => host("python", { pages: PAGES }),
  },
];

/** The wikis hold the same two frames, by the recipes of the guide; the page "site" asks for the hosted form. */
const TAG = '<incidents query="actor:tick" lang="ja" />';
const IN_PLACE = '<incidents form="element" query="actor:tick" lang="ja"';
const RECIPES = { site: TAG, one: TAG };
const WITH_CARD = `${IN_PLACE}><div id="static">${await card("wiki")}</div></incidents>`;
const IN_WIKIS = [
  shape(FRAMED.name, "site", { depth: 1 }),
  shape(ONE_FRAMED.name, "one", { depth: 1 }),
  shape(ELEMENTS.name, "element", { embedded: true }),
];
const onSite = (key, then) => `if (strtolower($_GET['${key}'] ?? '') === 'site') ${then} = '/explorer/index.html';`;
const media = (settings) => () =>
  mediawiki({ pages: { ...RECIPES, element: WITH_CARD }, before: onSite("title", "$egIncidentExplorer"), settings: `$wgParserCacheType = CACHE_NONE; ${settings}` });
PLACES.push(
  small({ name: "DokuWiki", shapes: IN_WIKIS, start: () => dokuwiki({ pages: { ...RECIPES, element: `${IN_PLACE} />` }, settings: onSite("id", "$conf['incidents']") }) }),
  { name: "MediaWiki", shapes: IN_WIKIS, start: media("") },
  { name: "MediaWiki, $wgCSPHeader", shapes: IN_WIKIS, start: media("$wgCSPHeader = true;") },
  {
    name: "MediaWiki whose policy forbids wasm",
    // MediaWiki's own scripts evaluate text, which such a policy refuses them too.
    shapes: IN_WIKIS.map((one) => (one.name === ELEMENTS.name ? { ...one, told: REFUSED_JA } : { ...one, ofHost: EVALUATES })),
    start: media(`header( "Content-Security-Policy: script-src 'self' 'unsafe-inline'" );`),
  },
);

test("the guide's table is this matrix; UPDATE_EXPECT=1 writes it", async () => {
  const path = new URL("../../HOSTING.md", import.meta.url);
  const guide = await readFile(path, "utf8");
  const table = promised(PLACES, ALL);
  const updated = guide.replace(/(?<=\n)\| Place \| site \|.*\n(?:\|.*\n)+/, () => `${table}\n`);
  if (process.env.UPDATE_EXPECT) await writeFile(path, updated);
  else assert.equal(guide, updated);
  assert.ok(updated.includes(table), "the guide has no such table");
});

const results = new Map();
const chosen = PLACES.filter((place) => place.small || !SMALL);

for (const place of chosen) {
  describe(place.name, () => {
    let running;
    before(async () => {
      running = await place.start().catch((error) => ({ error }));
    });
    after(() => running?.close?.());

    if (place.check) {
      test("sends what is documented", async () => {
        if (running.error) throw running.error;
        await place.check(running);
      });
    }

    for (const one of place.shapes) {
      for (const browser of NAMES) {
        test(`${one.name}, ${browser}${one.told ? ": the reader is told why not" : ""}`, async () => {
          const cell = `${place.name}|${one.name}|${browser}`;
          results.set(cell, "FAILED");
          if (running.error) throw running.error;
          const address = running.page ? running.page(one.path) : running.origin + one.path;
          const answer = await visit(browser, address, { depth: one.depth });
          if (one.told) tells(answer, running.origin, one.told);
          else works(answer, running.origin, one);
          results.set(cell, one.told ? "told" : "works");
        });
      }
    }
  });
}

after(() => console.log(printed(chosen.map(({ name }) => name), ALL.map(({ name }) => name), NAMES, results)));

// Pastes the recipe into both wikis by their own editors, as a maintainer does, and photographs
// what a reader then sees: `cargo xtask shots wikis DIR`. The guide shows these pictures.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../browsers.mjs";
import { waitFor } from "../harness.mjs";
import { dokuwiki, mediawiki } from "./wikis.mjs";

const SNIPPET = '<incidents query="actor:tick" lang="ja" />';
const SAYS = "Tickによるとされる事案。値はすべて出典のある主張で、食い違いも並べて示す。";

const WIKIS = {
  dokuwiki: {
    start: () => dokuwiki({ settings: "$conf['lang'] = 'ja'; $conf['title'] = '情報セキュリティ';" }),
    text: `====== 防衛産業の事案：Tick ======\n${SAYS}\n\n${SNIPPET}\n`,
    name: "incidents:tick",
    edit: (wiki, name) => `${wiki.page(name)}&do=edit`,
    area: "#wiki__text",
    save: "#edbtn__save",
  },
  mediawiki: {
    start: () => mediawiki({ settings: "$wgLanguageCode = 'ja'; $wgSitename = '情報セキュリティ';" }),
    text: `${SAYS}\n\n${SNIPPET}\n`,
    name: "Tick",
    edit: (wiki, name) => `${wiki.page(name)}&action=edit`,
    area: "#wpTextbox1",
    save: "#wpSave",
  },
};

async function shot(browser, { start, text, name, edit, area, save }, path) {
  const wiki = await start();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    await page.goto(edit(wiki, name));
    await page.$eval(area, (element, value) => (element.value = value), text);
    await Promise.all([page.waitForNavigation(), page.click(save)]);
    await page.goto(wiki.page(name));
    const drawn = async () => !!(await page.frames()[1]?.$("html[data-ready] .card"));
    await waitFor(drawn, `the cards in ${wiki.page(name)}`, 60);
    // In place of a logo, MediaWiki asks the maintainer for one.
    await page.addStyleTag({ content: ".mw-wiki-logo { visibility: hidden }" });
    await new Promise((done) => setTimeout(done, 800));
    await page.screenshot({ path, type: "webp", quality: 60 });
    await page.close();
  } finally {
    await wiki.close();
  }
}

const into = process.argv[2];
await mkdir(into, { recursive: true });
const browser = await launch("chromium");
for (const [name, wiki] of Object.entries(WIKIS)) await shot(browser, wiki, join(into, `${name}.webp`));
await browser.close();

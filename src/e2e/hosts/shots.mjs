// Walks the way of a maintainer who has the one file and a wiki: takes file and tag from the Embed
// dialog, pastes the tag by the wiki's own editor, and photographs what a reader then sees:
// `cargo xtask shots wikis DIR`. The guide shows these pictures.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../browsers.mjs";
import { ONE_FILE_URL, open, waitFor } from "../harness.mjs";
import { dokuwiki, mediawiki } from "./wikis.mjs";

const VIEW = "#/cards?q=actor:tick&lang=ja";
const SAYS = "Tickによるとされる事案。値はすべて出典のある主張で、食い違いも並べて示す。";

const WIKIS = {
  DokuWiki: {
    start: (recipe) => dokuwiki({ recipe, settings: "$conf['lang'] = 'ja'; $conf['title'] = '情報セキュリティ';" }),
    text: (tag) => `====== 防衛産業の事案：Tick ======\n${SAYS}\n\n${tag}\n`,
    name: "incidents:tick",
    edit: (wiki, name) => `${wiki.page(name)}&do=edit`,
    area: "#wiki__text",
    save: "#edbtn__save",
  },
  MediaWiki: {
    start: (recipe) => mediawiki({ recipe, settings: "$wgLanguageCode = 'ja'; $wgSitename = '情報セキュリティ';" }),
    text: (tag) => `${SAYS}\n\n${tag}\n`,
    name: "Tick",
    edit: (wiki, name) => `${wiki.page(name)}&action=edit`,
    area: "#wpTextbox1",
    save: "#wpSave",
  },
};

/** What the dialog shows for a host: what is to be pasted, and the file that makes it known. */
async function offered(browser, host) {
  const { page } = await open(browser, ONE_FILE_URL + VIEW);
  await page.click(".bar .embed");
  const hosts = await page.waitForSelector("#embed-dialog select[name=host]");
  await hosts.select(await hosts.evaluate((list, name) => [...list.options].find((one) => one.text === name).value, host));
  const area = await page.waitForSelector("#embed-recipe");
  const recipe = await area.evaluate((one) => one.value);
  const tag = await page.$eval("#embed-text", (one) => one.value);
  await page.close();
  return { recipe, tag };
}

async function shot(browser, host, path) {
  const { start, text, name, edit, area, save } = WIKIS[host];
  const { recipe, tag } = await offered(browser, host);
  const wiki = await start(recipe);
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    await page.goto(edit(wiki, name));
    await page.$eval(area, (element, value) => (element.value = value), text(tag));
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
for (const host of Object.keys(WIKIS)) await shot(browser, host, join(into, `${host.toLowerCase()}.webp`));
await browser.close();

// What a maintainer reads and pastes: the guide in the page, the way to the workshop, and the cards
// without script, all from disk.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { NAMES, shared } from "../browsers.mjs";
import { DIST, ONE_FILE_URL, address, open, openPage, record, textOf, until, waitFor } from "../harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const CARDS = join(DIST, "cards");
const ONE = { form: "one file", scheme: "file", frame: "top" };

const card = (name) => readFile(join(CARDS, name), "utf8");
const list = (name) => pathToFileURL(join(CARDS, name)).href;

/** What all cards together are asked: the other rules take minutes for so long a page. */
const OF_A_PAGE = ["document-title", "duplicate-id-aria", "heading-order", "html-has-lang", "landmark-one-main", "page-has-heading-one", "valid-lang"];

async function clean(page, { within = "", rules } = {}) {
  await page.evaluate(axe);
  const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
  const found = await page.evaluate(async (selector, options) => {
    const { violations } = await window.axe.run(selector || document, options);
    return violations.map((v) => `${v.id} ${v.nodes[0].html}`);
  }, within, options);
  assert.deepEqual(found, []);
}

/** What was asked for beside the page itself, which Firefox does not report from disk. */
const others = ({ page, requests }) => requests.filter((url) => url !== page.url().split("#")[0] && url !== page.url());

async function unfolded(options) {
  const opened = await openPage(options);
  await opened.frame.evaluate(() => document.querySelector(".guide summary").focus());
  await opened.page.keyboard.press("Enter");
  await waitFor(() => opened.frame.evaluate(() => document.querySelector(".guide[open] h2") !== null), "the guide");
  return opened;
}

/** A page from disk, in a context of its own. */
async function fromDisk(browser, url, options = {}) {
  const context = await (await shared(browser)).createBrowserContext();
  const opened = await record(context, options);
  await opened.page.goto(url, { waitUntil: "load" });
  return { ...opened, close: () => context.close() };
}

for (const browser of NAMES) {
  for (const [lang, words] of [["en", /Where it can lie.*Updating and verifying/s], ["ja", /置き場所.*更新と検証/s]]) {
    test(`${browser}, ${lang}: the guide opens by keyboard and asks for nothing`, async () => {
      const opened = await unfolded({ browser, lang, place: ONE });
      const text = await textOf(opened.frame, ".guide");
      assert.match(text, words);
      assert.match(text, /'wasm-unsafe-eval'/);
      assert.equal(await opened.frame.evaluate(() => document.querySelectorAll(".guide iframe").length), 0);
      assert.deepEqual(others(opened), []);
      assert.deepEqual([opened.faults, await opened.violations()], [[], []]);
      await opened.close();
    });
  }

  test(`${browser}: from the guide to the workshop that lies beside the page`, async () => {
    const context = await (await shared(browser)).createBrowserContext();
    const { page } = await open(context, ONE_FILE_URL + address({ lang: "ja" }));
    await page.$eval(".guide", (guide) => (guide.open = true));
    const link = await page.waitForSelector(".guide a");
    assert.equal(await link.evaluate((a) => a.textContent), "別のデータでページを書き出す");
    await link.focus();
    await page.keyboard.press("Enter");
    const beside = pathToFileURL(join(DIST, "workshop.html")).href;
    const other = await waitFor(async () => (await context.pages()).find((one) => one.url() === beside), "the workshop");
    await until(other, () => document.documentElement.hasAttribute("data-ready"));
    await context.close();
  });

  test(`${browser}: the snippet of the guide, laid beside the one file, shows a filtered view`, async () => {
    const guide = await unfolded({ browser, lang: "ja", place: ONE });
    const snippet = await textOf(guide.frame, ".guide pre");
    await guide.close();
    const folder = await mkdtemp(join(tmpdir(), "guide-"));
    const page = `<!doctype html><meta charset="utf-8"><title>wiki</title><link rel="icon" href="data:,">${snippet}`;
    await writeFile(join(folder, "page.html"), page.replace("explorer/incident-explorer.html", ONE_FILE_URL));
    const opened = await fromDisk(browser, pathToFileURL(join(folder, "page.html")).href);
    const frame = await waitFor(() => opened.page.frames().find((one) => one.parentFrame()), "the frame");
    await waitFor(() => frame.evaluate(() => document.documentElement.lang === "ja" && document.querySelectorAll(".card").length > 0), "cards");
    assert.equal(await frame.evaluate(() => document.querySelectorAll(".foot").length), 0);
    assert.deepEqual(opened.faults, []);
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  });

  test(`${browser}: the cards and their lists open from disk, ask for nothing else and lead to each other`, async () => {
    for (const name of ["index.html", "index.ja.html", "all.en.html", "all.ja.html", "khi-2020.en.html", "khi-2020.ja.html"]) {
      const opened = await fromDisk(browser, list(name));
      assert.deepEqual(others(opened), []);
      assert.deepEqual(opened.faults, []);
      await opened.close();
    }
    const opened = await fromDisk(browser, list("index.ja.html"));
    await opened.page.evaluate(() => document.querySelector("a[href='all.ja.html#khi-2020-ja']").click());
    await waitFor(() => opened.page.evaluate(() => document.querySelector(":target h3")?.textContent.includes("川崎重工業")), "the card");
    await opened.close();
  });
}

test("axe finds nothing in the open guide, light and dark, on a phone", async () => {
  for (const theme of ["light", "dark"]) {
    const opened = await unfolded({ theme, lang: "ja", place: ONE, width: 390 });
    await clean(opened.page);
    const wide = await opened.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 390, `${wide} px`);
    await opened.close();
  }
});

test("axe finds nothing in the lists of cards", async () => {
  for (const [name, rules] of [["index.html"], ["index.ja.html"], ["all.en.html", OF_A_PAGE], ["all.ja.html", OF_A_PAGE]]) {
    const opened = await fromDisk("chromium", list(name), { width: 390 });
    await clean(opened.page, { rules });
    await opened.close();
  }
});

test("every card is there, and pasted into a page it keeps its sense and has four attributes at most", async () => {
  const names = await readdir(CARDS);
  const { page, close } = await fromDisk("chromium", "about:blank");
  for (const lang of ["en", "ja"]) {
    const cards = names.filter((name) => name.endsWith(`.${lang}.html`) && !/^(all|index)\./.test(name));
    assert.ok(cards.length >= 129, `${cards.length}`);
    for (const name of cards) {
      const text = await card(name);
      await page.setContent(`<!doctype html><html lang="${lang}"><title>wiki</title><main><h1>Wiki</h1><h2>Page</h2>${text}</main>`);
      const { back, attributes, parts } = await page.evaluate(() => {
        const article = document.querySelector("article");
        const all = [article, ...article.querySelectorAll("*")];
        return {
          // What the browser read is what was written: nothing was moved, closed or dropped.
          back: article.outerHTML,
          attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))],
          parts: [...article.querySelectorAll("h4")].length,
        };
      });
      assert.equal(back.replaceAll(/\s+/g, " "), text.trim().replaceAll("&quot;", '"').replaceAll(/\s+/g, " "), name);
      assert.deepEqual(attributes.filter((one) => !["href", "lang", "id", "datetime"].includes(one)), [], name);
      assert.ok(parts >= 4, name);
    }
    await page.setContent(`<!doctype html><html lang="${lang}"><title>wiki</title><main><h1>Wiki</h1><h2>Page</h2>${await card(`khi-2020.${lang}.html`)}</main>`);
    await clean(page, { within: "article" });
  }
  await close();
});

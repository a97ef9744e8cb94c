// On paper: an A4 dossier with every entry, its sources as endnotes, and no control.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, count, open, textOf, until } from "../harness.mjs";

// Numbers of sources lead to the endnotes, and names and headings of a table are what it says: both stay.
const CONTROLS = "button:not(.cite, td .link, th button), input, select, textarea, nav, summary:empty, .search, .facets, .segmented, .tray, .self";

/** What is seen of some elements. */
const seen = (page, selector) =>
  page.$$eval(selector, (all) =>
    all.filter((one) => one.checkVisibility() && one.getClientRects().length > 0).map((one) => one.outerHTML.slice(0, 120)),
  );
const prints = (page, begins) => page.evaluate((kind) => void dispatchEvent(new Event(kind)), begins ? "beforeprint" : "afterprint");

for (const name of NAMES) {
  describe(`printing in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash) => open(browser, ONE_FILE_URL + hash);
    /** Chromium can show the page as paper; Firefox is asked for what the page makes ready. */
    const onPaper = async (page) => {
      if (name === "chromium") await page.emulateMediaType("print");
    };

    test("every card of a list is there, with its sources as numbered endnotes", async () => {
      const { page } = await at("#/cards?lang=en&theme=dark");
      const few = await count(page, ".card");
      const total = Number((await textOf(page, ".count")).match(/of (\d+)/)[1]);
      assert.ok(few < total);
      assert.equal(await count(page, ".endnotes"), 0, "the screen has none");
      await prints(page, true);
      await until(page, (n) => document.querySelectorAll(".card").length === n, total);
      assert.equal(await count(page, ".endnotes section"), total);
      const numbers = await page.$$eval(".endnotes li", (all) => all.map((li) => li.value));
      assert.deepEqual(numbers, numbers.map((_, i) => i + 1));
      const tallies = await page.$$eval(".card .tally .on-paper", (all) => all.map((one) => one.textContent));
      const last = Number(tallies.at(-1).match(/(\d+)\D*$/)[1]);
      assert.equal(last, numbers.length, "the last card names the last note");
      const head = await textOf(page, ".printed");
      assert.match(head, new RegExp(`${total} of ${total} entries \\(no filter\\), data \\S+ · printed \\d+ \\w+ 20\\d\\d`));
      assert.match(head, /incident-explorer\.html#\/cards/);
      await page.close();
    });

    test("an entry is printed with its addresses, unfolded and afterwards folded again", async () => {
      const { page } = await at("#/organisation/mitsubishi-electric?lang=en");
      const folded = await count(page, "main details:not([open])");
      assert.ok(folded > 0, "something is folded there");
      await prints(page, true);
      assert.equal(await count(page, "main details:not([open])"), 0);
      await prints(page, false);
      assert.equal(await count(page, "main details:not([open])"), folded);
      await page.close();
    });

    test("an entry says its counts, data, day and address", async () => {
      const { page } = await at("#/incident/khi-2020?lang=en");
      await prints(page, true);
      await until(page, () => /printed \d+ \w+ 20\d\d/.test(document.querySelector(".printed").textContent));
      assert.match(await textOf(page, ".printed"), /khi-2020 · \d+ claims, \d+ sources · data \S+ .*incident-explorer\.html#\/incident\/khi-2020/);
      await page.close();
    });

    test("nothing that acts is on paper, and the ground is light", { skip: name !== "chromium" }, async () => {
      for (const hash of ["#/cards?q=tick", "#/incident/khi-2020", "#/map", "#/timeline?q=tick", "#/links?q=tick", "#/insights", "#/table?q=tick"]) {
        const { page } = await at(hash + (hash.includes("?") ? "&" : "?") + "lang=en&theme=dark");
        await prints(page, true);
        await onPaper(page);
        assert.deepEqual(await seen(page, CONTROLS), [], hash);
        const ink = await page.$eval("h1, h2", (one) => getComputedStyle(one).color);
        assert.ok(ink.match(/\d+/g).every((part) => Number(part) < 128), `${hash}: dark ink, ${ink}`);
        await page.close();
      }
    });

    test("pictures are made as narrow as the paper", { skip: name !== "chromium" }, async () => {
      for (const hash of ["#/cards", "#/insights", "#/timeline"]) {
        const { page } = await at(`${hash}?lang=en`);
        await prints(page, true);
        await onPaper(page);
        // Measured at once, as paper is, before the page can draw them anew.
        const ends = await page.evaluate(() => {
          document.body.style.width = "658px";
          const inside = [...document.querySelectorAll(":is(.plot, svg.lanes, .timeline .strip) :is(text, rect, circle)")];
          const end = Math.max(...inside.map((one) => one.getBoundingClientRect().right));
          return { drawn: inside.length, end, paper: document.body.getBoundingClientRect().right };
        });
        assert.ok(ends.drawn > 20, hash);
        assert.ok(ends.end <= ends.paper + 2, `${hash}: drawn to ${ends.end} of ${ends.paper}`);
        await page.close();
      }
    });

    test("a source prints its whole address", { skip: name !== "chromium" }, async () => {
      const { page } = await at("#/incident/khi-2020?lang=en");
      await prints(page, true);
      await onPaper(page);
      const wrong = await page.$$eval(".sources a.url", (all) =>
        all.filter((a) => getComputedStyle(a, "::after").content !== JSON.stringify(a.getAttribute("href")) || a.querySelector("span").checkVisibility())
          .map((a) => a.outerHTML));
      assert.deepEqual(wrong, []);
      assert.ok((await count(page, ".sources a.url")) > 3);
      await page.close();
    });
  });
}

test("the PDF has A4 pages, as many as the dossier needs", async () => {
  const browser = await launch("chromium");
  const { page } = await open(browser, ONE_FILE_URL + "#/incident/khi-2020?lang=en&theme=dark");
  const bytes = Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  assert.ok(bytes.startsWith("%PDF-"));
  const boxes = [...bytes.matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map((box) => box[1].trim().split(/\s+/).map(Number));
  assert.ok(boxes.length >= 1);
  for (const [, , width, height] of boxes) {
    assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `${width} by ${height} pt`);
  }
  // Chromium prints by itself: it must have told the page before.
  assert.match(await textOf(page, ".printed"), /printed \d+/);
  await browser.close();
});

// What a reader does to compare: lays entries aside, sees them side by side, shares the address.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, count, open, textOf, until } from "../harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TWO = "mitsubishi-electric-2019,nec-2016";
const press = (page, selector) => page.evaluate((s) => document.querySelector(s).click(), selector);

for (const name of NAMES) {
  describe(`comparing in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash, options) => open(browser, ONE_FILE_URL + hash, options);

    test("fills the tray from cards, table, timeline and related entries, and leads to a link", async () => {
      const { page, faults } = await at("#/cards?lang=en");
      await press(page, ".card .pick");
      await page.waitForSelector(".tray");
      assert.match(await textOf(page, ".tray"), /Compare \(1\)/);
      assert.equal(await page.$eval(".card .pick", (b) => b.getAttribute("aria-pressed")), "true");
      await page.keyboard.press("6");
      await page.waitForSelector(".rows .pick[aria-pressed=true]");
      await press(page, ".rows tr:nth-child(2) .pick");
      await until(page, () => document.querySelector(".tray").textContent.includes("Compare (2)"));
      await page.keyboard.press("4");
      await page.waitForSelector(".timeline-table .pick");
      await press(page, ".timeline-table .pick[aria-pressed=false]");
      await until(page, () => document.querySelector(".tray").textContent.includes("Compare (3)"));
      await page.evaluate(() => (location.hash = "#/incident/nec-2016?lang=en"));
      await page.waitForSelector(".related .pick");
      await press(page, ".related .pick[aria-pressed=false]");
      await until(page, () => document.querySelector(".tray").textContent.includes("Compare (4)"));
      assert.equal(await page.$eval(".actions .pick", (b) => b.getAttribute("aria-disabled")), "true", "four at most");
      await press(page, ".tray a");
      await page.waitForSelector(".compare");
      const hash = await page.evaluate(() => location.hash);
      assert.equal(/ids=([^&]*)/.exec(hash)[1].split(",").length, 4, hash);
      assert.equal(await count(page, ".compare .lane"), 4);
      assert.equal(await count(page, ".tray"), 0, "the comparison shows its entries itself");
      assert.deepEqual(faults, []);
      await page.close();
    });

    test("shows every question with who answered and who did not", async () => {
      const { page } = await at(`#/compare?ids=${TWO}&lang=en`);
      assert.equal(await count(page, ".compare .lane"), 2);
      const figures = await textOf(page, ".side");
      assert.match(figures, /206 days/);
      assert.match(figures, /914–974 days/);
      const sections = await page.$$eval(".compare .block h2", (all) => all.map((h) => h.textContent));
      assert.deepEqual(sections, ["Dates on one calendar", "Figures", "Claims by question", "Ways in", "Attribution, rung by rung", "Sources in common"]);
      assert.match(await textOf(page, ".compare"), /No statement held/);
      assert.match(await textOf(page, ".compare"), /No claim held/);
      assert.ok((await count(page, '.compare [data-conflict="true"]')) > 0);
      await press(page, ".said .when a");
      await page.waitForSelector(".incident .claim[aria-current]");
      await page.goBack();
      await page.waitForSelector(".compare");
      await page.close();
    });

    test("takes entries away and adds others; the address follows", async () => {
      const { page } = await at(`#/compare?ids=${TWO}&lang=en`);
      await press(page, ".chosen .taken");
      await until(page, () => /ids=nec-2016(&|$)/.test(location.hash));
      assert.match(await textOf(page, ".compare .panel"), /at least one more/);
      await page.select("#compare-add", "khi-2020");
      await until(page, () => location.hash.includes("ids=nec-2016,khi-2020"));
      assert.equal(await count(page, ".compare .lane"), 2);
      await page.evaluate(() => document.activeElement.blur?.());
      await page.keyboard.press("Escape");
      await page.waitForSelector(".card");
      assert.match(await textOf(page, ".tray"), /Compare \(2\)/);
      await press(page, ".tray .link");
      await until(page, () => !document.querySelector(".tray"));
      await page.close();
    });

    test("says which parts of an address are no entry, and which are too many", async () => {
      const { page } = await at(`#/compare?ids=nowhere-1999,${TWO},khi-2020,kobe-steel-2016,lockheed-2011&lang=en`);
      const told = await page.$$eval(".compare .notice", (all) => all.map((one) => one.textContent));
      assert.equal(told.length, 2);
      assert.match(told[0], /no entry here: nowhere-1999/);
      assert.match(told[1], /Four entries.*Left out: Lockheed Martin/);
      assert.equal(await count(page, ".compare .lane"), 4);
      await page.close();
      const none = await at("#/compare?ids=nowhere-1999&lang=en");
      assert.match(await textOf(none.page, ".compare"), /nowhere-1999.*Nothing is laid aside yet/s);
      await none.page.close();
    });

    test("lays entries aside by keyboard alone", async () => {
      const { page } = await at("#/table?lang=en&q=nec");
      await page.focus("#row-0");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".tray");
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-pressed")), "true", "the focus stays");
      await page.close();
    });

    test("works in Japanese at 390 px: columns scroll in their frame, axe finds nothing to mend", async () => {
      for (const theme of ["light", "dark"]) {
        const { page } = await at(`#/compare?ids=${TWO}&lang=ja&theme=${theme}`, { width: 390 });
        assert.match(await textOf(page, ".compare"), /記録なし/);
        const [frame, table] = await page.evaluate(() => [".compare .scroll", ".side"].map((s) => document.querySelector(s).getBoundingClientRect().width));
        assert.ok(frame <= 390 && table > frame, `${table} in ${frame}`);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wider <= 0, `${wider} px wider than its window`);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const result = await window.axe.run(document, { resultTypes: ["violations"] });
          return result.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary}`);
        });
        assert.deepEqual(found, []);
        await page.close();
      }
    });
  });
}

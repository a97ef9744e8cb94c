// What a reader does with the links: other columns, hidden rungs, a path, arrows, a dragged box.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, count, open, textOf, until } from "../harness.mjs";

const press = (page, text) =>
  page.evaluate((t) => [...document.querySelectorAll(".links-controls button")].find((b) => b.textContent === t).click(), text);

for (const name of NAMES) {
  describe(`links in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash, options) => open(browser, ONE_FILE_URL + hash, options);

    test("switches the last column, and hides a rung", async () => {
      const { page } = await at("#/links?q=actor:tick");
      const lines = await count(page, ".edge[data-rung='press']");
      await press(page, "Office's country");
      await until(page, () => document.querySelector("svg.net").textContent.includes("None stated"));
      await press(page, "Press");
      await until(page, (n) => document.querySelectorAll("svg.net .edge[data-rung='press']").length < n, lines);
      await page.close();
    });

    test("walks with arrows, and neighbours stand out", async () => {
      const { page } = await at("#/links?q=actor:tick");
      await page.evaluate(() => document.querySelector("svg.net a[href='#/actor/tick?q=actor%3Atick'], svg.net a[href^='#/actor/tick']").focus());
      await until(page, () => document.querySelectorAll("svg.net .dim").length > 0);
      await page.keyboard.press("ArrowRight");
      await until(page, () => document.activeElement?.getAttribute("href")?.startsWith("#/incident/"));
      await page.keyboard.press("ArrowRight");
      await until(page, () => document.activeElement?.getAttribute("href")?.startsWith("#/organisation/"));
      await page.close();
    });

    test("tells the path between two boxes", async () => {
      const { page } = await at("#/links?q=actor:tick");
      const values = await page.$$eval(".path select:first-of-type option", (all) => all.map((o) => o.value));
      const [first, second] = values.filter((v) => v.startsWith("2 "));
      const selects = await page.$$(".path select");
      await selects[0].select(first);
      await selects[1].select(second);
      await until(page, () => document.querySelector(".path p").textContent.includes("Tick"));
      await page.close();
    });

    test("many links: the table stands first and the network settles without a long task", async () => {
      const { page } = await at("#/links?q=");
      await page.waitForSelector("svg.net-free .dot");
      const first = await page.$eval(".links-view > :first-child", (one) => !!one.querySelector("table.list"));
      assert.ok(first, "the table comes first");
      const before = await page.$eval("#dot-0 circle", (c) => c.getAttribute("cx"));
      await page.evaluate(() => {
        const dot = document.querySelector("#dot-0");
        const at = (type, target, x) => target.dispatchEvent(new PointerEvent(type, { bubbles: true, movementX: x, movementY: 0 }));
        at("pointerdown", dot, 0);
        at("pointermove", document.querySelector("svg.net-free"), 40);
        at("pointerup", document.querySelector("svg.net-free"), 0);
      });
      await until(page, (x) => document.querySelector("#dot-0 circle").getAttribute("cx") !== x, before);
      await page.close();
    });

    test("fits 390 px, in Japanese", async () => {
      const { page } = await at("#/links?q=actor:tick&lang=ja", { width: 390 });
      assert.match(await textOf(page, ".links-controls"), /拠点の国/);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} px too wide`);
      await page.close();
    });
  });
}

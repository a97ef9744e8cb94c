// What a reader does with the table: sorts, chooses columns, goes from row to row, copies.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, count, open, openPage, textOf, until } from "../harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const cells = (page, column) => page.$$eval(`.rows td[data-column="${column}"]`, (all) => all.map((one) => one.textContent));
const names = (page) => page.$$eval(".rows tbody th a", (all) => all.map((one) => one.textContent));
const sortBy = (page, column) => page.evaluate((c) => document.querySelector(`.rows thead [data-column="${c}"] button`).click(), column);
const focused = (page) => page.evaluate(() => document.activeElement.id);

for (const name of NAMES) {
  describe(`the table in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash, options) => open(browser, ONE_FILE_URL + hash, options);

    test("opens from the views, by its key and from a link, with every row counted", async () => {
      const { page, faults } = await at("#/cards?lang=en");
      await page.keyboard.press("6");
      await page.waitForSelector(".rows");
      await until(page, () => location.hash.startsWith("#/table"));
      assert.equal(await page.$eval(".rows", (t) => t.getAttribute("aria-rowcount")), "130");
      const drawn = await count(page, ".rows tbody th");
      assert.ok(drawn >= 20 && drawn < 129, `${drawn} rows are in the page, those near the view`);
      assert.equal(await page.$eval(".views [aria-current]", (a) => a.textContent), "Table");
      assert.deepEqual(faults, []);
      await page.close();
    });

    test("sorts by a heading both ways and back, unknown last, and keeps it in the address", async () => {
      const { page } = await at("#/table?lang=en");
      const before = await names(page);
      await sortBy(page, "detected");
      await until(page, () => location.hash.includes("sort=detected"));
      const first = await cells(page, "detected");
      assert.ok(!first[0].includes("Not published"), first[0]);
      const state = () => page.$eval('.rows thead [data-column="detected"]', (th) => th.getAttribute("aria-sort"));
      assert.equal(await state(), "ascending");
      await sortBy(page, "detected");
      await until(page, () => location.hash.includes("sort=-detected"));
      assert.equal(await state(), "descending");
      assert.ok(!(await cells(page, "detected"))[0].includes("Not published"), "unknown is last in both directions");
      await sortBy(page, "detected");
      await until(page, () => !location.hash.includes("sort="));
      assert.deepEqual((await names(page)).slice(0, 20), before.slice(0, 20));
      await page.close();
    });

    test("shows chosen columns, and a link brings them back", async () => {
      const { page } = await at("#/table?lang=en");
      await page.evaluate(() => {
        document.querySelector(".columns summary").click();
        [...document.querySelectorAll(".columns label")].find((l) => l.textContent === "Group").click();
        [...document.querySelectorAll(".columns label")].find((l) => l.textContent === "Sources").click();
      });
      await until(page, () => /cols=entry,country,began,detected,disclosed,silence,rungs,groups,disputes/.test(location.hash));
      assert.equal(await count(page, '.rows thead [data-column="sources"]'), 0);
      const hash = await page.evaluate(() => location.hash);
      await page.close();
      const again = await at(hash);
      assert.equal(await count(again.page, '.rows thead [data-column="groups"]'), 1);
      await again.page.close();
    });

    test("names all dates of a contested value and never picks one", async () => {
      const { page } = await at("#/table?lang=en&q=nec");
      const text = await page.$eval('.rows a[href*="nec-2016"]', (a) => a.closest("tr").textContent);
      assert.match(text, /Jun or Jul 2017/);
      assert.match(text, /914–974/);
      assert.match(text, /sources disagree/);
      await page.close();
    });

    test("goes through all rows by keys: down, end, home; Enter opens", async () => {
      const { page } = await at("#/table?lang=en");
      await page.focus("#row-0");
      for (let n = 1; n <= 30; n++) {
        await page.keyboard.press("ArrowDown");
        await until(page, (id) => document.activeElement.id === id, `row-${n}`);
      }
      await page.keyboard.press("ArrowUp");
      assert.equal(await focused(page), "row-29");
      await page.keyboard.press("End");
      await until(page, () => document.activeElement.id === "row-128");
      assert.equal(await page.$eval("#row-128", (a) => a.closest("tr").getAttribute("aria-rowindex")), "130");
      const drawn = await count(page, ".rows tbody th");
      assert.ok(drawn < 129, `${drawn} rows are drawn at the end`);
      await page.keyboard.press("Home");
      await until(page, () => document.activeElement.id === "row-0");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".incident");
      await page.close();
    });

    test("keeps head and first column in sight while it scrolls in its own frame", async () => {
      const { page } = await at("#/table?lang=en", { width: 390 });
      await page.$eval("#table-frame", (frame) => frame.scrollTo(300, 2000));
      await until(page, () => Number(document.querySelector(".rows tbody th a")?.id.slice(4)) >= 0);
      const where = await page.evaluate(() => {
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        const frame = box("#table-frame");
        return { top: box(".rows thead th").top - frame.top, left: box(".rows tbody th").left - frame.left, right: frame.right };
      });
      assert.ok(Math.abs(where.top) < 3 && Math.abs(where.left) < 3, JSON.stringify(where));
      assert.ok(where.right <= 390);
      await until(page, () => [...document.querySelectorAll(".rows tbody th a")].some((a) => {
        const { top, bottom } = a.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      }));
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wider <= 0, `${wider} px wider than its window`);
      await page.close();
    });

    test("copies all rows as tab-separated text", async () => {
      const { page } = await at("#/table?lang=en&cols=detected,silence");
      await page.evaluate(() => document.querySelector(".table-head > .action").focus());
      await page.keyboard.press("Enter");
      await until(page, () => /Copied, 129 rows|Selected/.test(document.querySelector(".table-head [role=status]").textContent));
      const lines = (await page.$eval("#table-text", (area) => area.value)).trimEnd().split("\n");
      assert.equal(lines.length, 130);
      assert.equal(lines[0], "Entry\tDetected\tDays silent");
      assert.ok(lines.every((line) => line.split("\t").length === 3));
      await page.close();
    });

    test("says what to drop where nothing matches", async () => {
      const { page } = await at("#/table?lang=en&q=nothing-of-the-kind");
      assert.match(await textOf(page, ".panel"), /No entry matches/);
      await page.close();
    });

    test("works in Japanese at 390 px, and axe finds nothing to mend", async () => {
      for (const hash of ["#/table?lang=ja&theme=dark", "#/table?lang=ja&cols=what,groups&sort=-silence"]) {
        const { page } = await at(hash, { width: 390 });
        assert.match(await textOf(page, ".rows thead"), /項目/);
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

  test(`the table in ${name} copies from a sandboxed frame, or selects the text`, async () => {
    const place = { form: "one file", scheme: "file", frame: "sandbox" };
    const opened = await openPage({ browser: name, place, hash: "#/table?q=tick", lang: "en" });
    const { frame } = opened;
    await frame.focus(".table-head > .action");
    await opened.page.keyboard.press("Enter");
    await until(frame, () => document.querySelector(".table-head [role=status]").textContent !== "");
    const [told, value, selected] = await frame.evaluate(() => {
      const area = document.querySelector("#table-text");
      return [document.querySelector(".table-head [role=status]").textContent, area.value, area.selectionEnd - area.selectionStart];
    });
    assert.match(value, /^Entry\t/);
    assert.ok(/^Copied/.test(told) || selected === value.length, `${told}: ${selected} of ${value.length}`);
    assert.deepEqual(await opened.violations(), []);
    await opened.close();
  });
}

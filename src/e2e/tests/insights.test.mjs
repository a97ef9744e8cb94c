// What a reader does with the insights: reads delays, narrows by marks, rows and counts, with mouse
// and keys, opens the tables.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, click, count, open, textOf, until } from "../harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const asked = (page, want) => until(page, (text) => document.querySelector("#search").value === text, want);
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.tagName);
const CHARTS = ["silence-all", "silence-year", "silence-country", "silence-sector", "silence-first", "dwell-all", "how-found", "way-abroad", "rungs-time"];
/** Clicks on the middle of the first element whose name begins with a text. */
async function clickNamed(page, scope, name) {
  const at = await page.evaluate((scope, name) => {
    const one = [...document.querySelectorAll(`${scope} [role="button"]`)].find((e) => e.getAttribute("aria-label").startsWith(name));
    one.scrollIntoView({ block: "center" });
    const { x, y, width, height } = (one.querySelector(".shape, .hit") ?? one).getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }, scope, name);
  await page.mouse.click(...at);
}

for (const name of NAMES) {
  describe(`the insights in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash, options) => open(browser, ONE_FILE_URL + hash, options);

    test("stands beside the other views, says n and unknown for each chart", async () => {
      const { page, faults, requests } = await at("#/cards?lang=en");
      const asked = requests.length;
      await page.keyboard.press("5");
      await page.waitForSelector("#silence-year .plot");
      assert.equal(await textOf(page, ".views [aria-current]"), "Insights");
      assert.deepEqual(await page.$$eval(".insights figure", (all) => all.map((one) => one.id)), CHARTS);
      for (const id of CHARTS) {
        const told = await textOf(page, `#${id} .note`);
        const [, known, all, unknown] = told.match(/^(\d+) of (\d+) entries known, (\d+) unknown\./);
        assert.equal(Number(known) + Number(unknown), Number(all), `${id}: ${told}`);
      }
      assert.match(await textOf(page, "#silence-all .note"), /^43 of 129 entries known, 86 unknown\./);
      assert.match(await textOf(page, ".insights > .note"), /middle between its fewest and most days/);
      assert.equal(await count(page, "#silence-all .mark"), 43);
      assert.deepEqual([faults, requests.length], [[], asked], "nothing is fetched");
      await page.close();
    });

    test("a row, a mark and a count narrow the result; the charts follow", async () => {
      const { page } = await at("#/insights?lang=en");
      await clickNamed(page, "#silence-country", "Japan:");
      await asked(page, "victim.country:JP");
      await until(page, () => document.querySelectorAll("#silence-all .mark").length < 43);
      const told = await page.$eval("#silence-country .row", (row) => row.getAttribute("aria-label"));
      assert.equal(`Japan: ${told.split(": ")[1].split(", ")[0]}, ${await count(page, "#silence-all .mark")} of 32`, told);
      await page.evaluate(() => [...document.querySelectorAll("#silence-all .bins button")].find((b) => b.textContent.startsWith("182–365")).click());
      await asked(page, "victim.country:JP silence:182d..365d");
      await clickNamed(page, "#silence-all", "Kawasaki Heavy Industries, 2020:");
      await asked(page, "victim.country:JP silence:182d..365d id:khi-2020");
      await until(page, () => document.querySelectorAll("#silence-all .mark").length === 1);
      await until(page, () => location.hash.includes("id:khi-2020"));
      assert.equal(await count(page, "#way-abroad .row"), 4, "four countries with entry offices");
      await page.close();
    });

    test("years, sectors, rungs and offices are asked for as fields", async () => {
      for (const [scope, row, want] of [
        ["#silence-year", "2019:", "detected:2019"],
        ["#silence-sector", "Aerospace:", "sector:aerospace"],
        ["#rungs-time", "Press:", "rung:press"],
        ["#rungs-time", "Not attributed:", "rung:none"],
        ["#way-abroad", "Thailand:", "office:TH"],
      ]) {
        const { page } = await at("#/insights?lang=en");
        await clickNamed(page, scope, row);
        await asked(page, want);
        await page.close();
      }
    });

    test("is walked by keys: one stop a chart, arrows within, Enter narrows and keeps the focus", async () => {
      const { page } = await at("#/insights?lang=en");
      assert.equal(await count(page, "#silence-country [tabindex='0']"), 1);
      await page.$eval("#silence-country [tabindex='0']", (one) => one.focus());
      assert.match(await focused(page), /^Japan: median/);
      await page.keyboard.press("ArrowDown");
      const second = await focused(page);
      assert.match(second, /^[A-Z][\w ]+: median/);
      assert.doesNotMatch(second, /^Japan/);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowRight");
      assert.match(await focused(page), /days/);
      assert.doesNotMatch(await focused(page), /median/);
      await page.keyboard.press("End");
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      await asked(page, "victim.country:JP");
      assert.match(await focused(page), /^Japan: median/, "the focus stays on the row");
      await page.close();
    });

    test("each chart opens as a table whose links lead to the entries", async () => {
      const { page } = await at("#/insights?lang=en&q=victim.country:JP");
      await page.focus("#silence-first [aria-expanded]");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#silence-first table");
      const drawn = await page.$$eval("#silence-first .mark", (all) => all.map((one) => one.getAttribute("aria-label")));
      const told = await page.$$eval("#silence-first tbody tr:not(.group)", (all) =>
        all.map((row) => [...row.cells].map((cell) => cell.textContent.trim()).join(": ")));
      assert.deepEqual(told, drawn, "same marks, same order");
      assert.equal(await count(page, "#how-found table"), 1, "what is said about finding is told at once");
      await page.$eval("#silence-first table a[href*='nec-2016']", (link) => link.click());
      await page.waitForSelector(".incident");
      await page.close();
    });

    test("the front page's picture fills the results and leaves the others hollow", async () => {
      const { page } = await at("#/cards?lang=en&q=victim.country:JP%20disclosed:2020");
      await page.waitForSelector("#silence-plot .mark");
      const [all, hollow] = [await count(page, "#silence-plot .mark"), await count(page, "#silence-plot .mark.hollow")];
      assert.equal(all, 43);
      const note = await textOf(page, ".overview .note");
      assert.ok(note.startsWith(`Filled: ${all - hollow} of 9 results`) && note.includes(`Hollow: ${hollow} other entries`), note);
      assert.ok(hollow > 20 && hollow < 43, `${hollow} hollow`);
      await clickNamed(page, "#silence-plot", "NEC");
      await asked(page, "victim.country:JP disclosed:2020 id:nec-2016");
      await page.close();
    });

    test("an empty result offers a way out", async () => {
      const { page } = await at("#/insights?lang=en&q=nothing-of-the-kind");
      assert.match(await textOf(page, "main"), /No entry matches/);
      await page.close();
    });

    test("works at 390 px in Japanese, light and dark: nothing is wider than the window, axe is content", async () => {
      for (const theme of ["light", "dark"]) {
        const { page } = await at(`#/insights?lang=ja&theme=${theme}`, { width: 390 });
        assert.match(await textOf(page, "#silence-all .note"), /^129件中43件が判明、86件は不明。/);
        await click(page, "#rungs-time [aria-expanded]");
        await page.waitForSelector("#rungs-time table");
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wider <= 0, `${wider} px wider than its window`);
        const plots = await page.$$eval(".plot", (all) => all.map((one) => one.getBoundingClientRect().right));
        assert.ok(plots.every((right) => right <= 390), plots.join(" "));
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

// What a reader does with the timeline: marks days, zooms, draws a period, narrows, reads the table.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { NAMES, launch } from "../browsers.mjs";
import { crowdedPage } from "../crowd.mjs";
import { ONE_FILE_URL, click, count, open, textOf, until } from "../harness.mjs";

const value = (page) => page.$eval("#timeline-day", (day) => day.getAttribute("aria-valuetext"));
const shows = (page, text) =>
  until(page, (want) => document.querySelector("#timeline-day")?.getAttribute("aria-valuetext").startsWith(want), text);
const boxOf = (page, selector) =>
  page.$eval(selector, (one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x, y, width, height };
  });
/** The years on the axis, in order. */
const years = (page) => page.$$eval("#timeline-head .year", (all) => all.map((one) => one.textContent));

for (const name of NAMES) {
  describe(`the timeline in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash, options) => open(browser, ONE_FILE_URL + hash, options);

    test("lists five on 19 January 2020, from a link and by itself", async () => {
      for (const hash of ["#/timeline?day=2020-01-19&lang=en", "#/timeline?lang=en"]) {
        const { page } = await at(hash);
        assert.equal(await value(page), "19 Jan 2020: 5 silent");
        assert.equal(await count(page, ".day-list .who:not(.perhaps) li"), 5);
        assert.equal(await count(page, "#timeline-rows .row.on:not(.perhaps)"), 5);
        const list = await textOf(page, ".day-list");
        for (const figure of ["1,236–1,266 days", "1,083–1,113 days", "902–962 days", "598–628 days", "205 days"]) {
          assert.ok(list.includes(figure), figure);
        }
        await page.close();
      }
    });

    test("moves the day by keys and types one; list, lanes and address follow", async () => {
      const { page } = await at("#/timeline?day=2020-01-19&lang=en");
      await page.$eval("#timeline-day", (day) => day.focus());
      await page.keyboard.press("ArrowRight");
      await shows(page, "20 Jan 2020: 4 silent");
      assert.equal(await count(page, ".day-list .who:not(.perhaps) li"), 4, "Mitsubishi Electric told that day");
      await page.keyboard.down("Shift");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.up("Shift");
      await shows(page, "20 Dec 2019: 5 silent");
      await until(page, () => location.hash.includes("day=2019-12-20"));
      await page.keyboard.press("Home");
      await shows(page, "1 Jan 2009");
      await page.keyboard.press("End");
      await shows(page, "31 Dec 2024");
      await page.$eval("#timeline-typed", (input) => {
        input.value = "2017-06-15";
        input.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await shows(page, "15 Jun 2017: 3 silent, 1 more possibly");
      assert.match(await textOf(page, ".who.perhaps"), /NEC/, "June or July: open on the 15th");
      await page.close();
    });

    test("marks the day by click and drag, and finds the lanes of that day", async () => {
      const { page } = await at("#/timeline?day=2012-01-01&lang=en");
      const box = await boxOf(page, "#timeline-head .strip");
      const [left, right] = [box.x + 214, box.x + box.width - 108];
      const x = (year) => left + ((year - 2009) / 16) * (right - left);
      await page.mouse.click(x(2019.9), box.y + 60);
      await until(page, () => / 2019: 5 silent/.test(document.querySelector("#timeline-day").getAttribute("aria-valuetext")));
      await page.mouse.move(x(2019.9), box.y + 60);
      await page.mouse.down();
      await page.mouse.move(x(2017), box.y + 60, { steps: 4 });
      await page.mouse.move(x(2014), box.y + 60, { steps: 4 });
      await page.mouse.up();
      await until(page, () => / 201[34]: 0 silent/.test(document.querySelector("#timeline-day").getAttribute("aria-valuetext")));
      assert.match(await textOf(page, ".tally"), /Nobody in this result/);
      const rows = await boxOf(page, "#timeline-rows .lanes");
      await page.mouse.click(x(2020.02), rows.y + 200);
      await until(page, () => / 2020: [45] silent/.test(document.querySelector("#timeline-day").getAttribute("aria-valuetext")));
      await page.close();
    });

    test("zooms by wheel, keys and buttons, comes back to all years, and keeps it in the link", async () => {
      const { page } = await at("#/timeline?day=2020-01-19&lang=en");
      const all = await years(page);
      const box = await boxOf(page, "#timeline-head .strip");
      await page.mouse.move(box.x + box.width / 2, box.y + 60);
      await page.mouse.wheel({ deltaY: -300 });
      await page.mouse.wheel({ deltaY: -300 });
      await until(page, (before) => document.querySelectorAll("#timeline-head .year").length !== before, all.length);
      await until(page, () => location.hash.includes("span="));
      await page.reload();
      await page.waitForSelector("#timeline-day");
      assert.notDeepEqual(await years(page), all, "a link opens the same time");
      await page.$eval("#timeline-day", (day) => day.focus());
      await page.keyboard.press("0");
      await until(page, (before) => document.querySelectorAll("#timeline-head .year").length === before, all.length);
      await page.keyboard.press("+");
      await page.keyboard.press("+");
      await until(page, () => document.querySelectorAll("#timeline-head .year").length < 6);
      assert.ok(await page.$eval("#timeline-head .scrub", (one) => !!one), "the marked day stays in sight");
      await page.evaluate(() => [...document.querySelectorAll(".zoom .action")].at(-1).click());
      await until(page, (before) => document.querySelectorAll("#timeline-head .year").length === before, all.length);
      await page.close();
    });

    test("draws a period along the years and writes it into the query", async () => {
      const { page } = await at("#/timeline?lang=en&q=kobe");
      const box = await boxOf(page, "#timeline-head .strip");
      await page.mouse.move(box.x + 300, box.y + 94);
      await page.mouse.down();
      await page.mouse.move(box.x + 420, box.y + 94, { steps: 6 });
      await page.mouse.up();
      await page.waitForSelector(".period[open]");
      const [from, to] = await page.$$eval("#timeline-from, #timeline-to", (both) => both.map((one) => one.value));
      assert.ok(from < to && from.endsWith("-01"), `${from} to ${to}`);
      await page.evaluate(() => [...document.querySelectorAll(".period .action")].find((b) => b.textContent === "Only detected in it").click());
      const asked = `kobe detected:${from.slice(0, 7)}..${to.slice(0, 7)}`;
      await until(page, (want) => document.querySelector("#search").value === want, asked);
      await page.close();
    });

    test("types a period by keyboard alone", async () => {
      const { page } = await at("#/timeline?lang=en");
      await page.focus(".period summary");
      await page.keyboard.press("Enter");
      for (const [id, day] of [["from", "2019-01-01"], ["to", "2019-06-30"]]) {
        await page.$eval(`#timeline-${id}`, (input, value) => {
          input.value = value;
          input.dispatchEvent(new Event("change", { bubbles: true }));
        }, day);
        await until(page, (id, want) => document.querySelector(`#timeline-${id}`).value === want, id, day);
      }
      await page.evaluate(() => [...document.querySelectorAll(".period .action")].find((b) => b.textContent === "Only disclosed in it").focus());
      await page.keyboard.press("Enter");
      await until(page, () => document.querySelector("#search").value === "disclosed:2019-01..2019-06");
      await page.close();
    });

    test("orders lanes, narrows them to one group with rung and source, and shows entries without dates", async () => {
      const { page } = await at("#/timeline?lang=en");
      const lanes = await count(page, "#timeline-rows .row");
      await page.select("#timeline-order", "silence");
      await until(page, () => document.querySelector("#timeline-rows .name").textContent === "Leonardo");
      await page.select("#timeline-actor", "tick");
      await page.waitForSelector(".group li");
      assert.match(await textOf(page, ".group"), /Press/);
      assert.ok((await count(page, ".group a[href^='http']")) > 0, "sources are one click away");
      assert.ok((await count(page, "#timeline-rows .row")) < lanes);
      await click(page, "#timeline-all");
      await until(page, () => location.hash.includes("group=tick") && location.hash.includes("lanes=all"));
      await page.select("#timeline-actor", "");
      await until(page, () => !document.querySelector(".group li"));
      // All 129 have lanes; only those in sight are drawn.
      await until(page, () => Number(document.querySelector("#timeline-rows .lanes").getAttribute("height")) === 129 * 19);
      assert.ok((await count(page, "#timeline-rows .row")) < 129, "lanes out of sight are not drawn");
      await page.evaluate(() => document.querySelector(".legend").scrollIntoView({ block: "end" }));
      await until(page, () => document.querySelector("#timeline-rows .band")?.getAttribute("y") > 19 * 10);
      await page.close();
    });

    test("opens as a table too, whose links lead to the entries and back", async () => {
      const { page } = await at("#/timeline?lang=en&day=2020-01-19");
      assert.equal(await count(page, ".timeline-table tbody tr"), 43);
      const nec = await page.$eval(".timeline-table a[href*='nec-2016']", (a) => a.closest("tr").textContent);
      assert.match(nec, /Jun or Jul 2017.*31 Jan 2020.*914–974/);
      await page.evaluate(() => document.querySelector(".timeline-table a[href*='nec-2016']").click());
      await page.waitForSelector(".incident");
      await page.goBack();
      await page.waitForSelector("#timeline-day");
      assert.equal(await value(page), "19 Jan 2020: 5 silent", "the day is as it was left");
      const rows = await boxOf(page, "#timeline-rows .lanes");
      await page.mouse.click(rows.x + 20, rows.y + 19 * 2 + 9);
      await until(page, () => location.hash.includes("/incident/lockheed-2011"));
      await page.close();
    });

    test("works at 390 px in Japanese: taps mark days, nothing is wider than the window", async () => {
      const { page } = await at("#/timeline?lang=ja&day=2020-01-19", { width: 390 });
      assert.equal(await value(page), "2020年1月19日: 5件が沈黙");
      const box = await boxOf(page, "#timeline-head .strip");
      assert.ok(box.x >= 0 && box.width <= 390 - 2 * box.x + 1, JSON.stringify(box));
      await page.mouse.click(box.x + 20, box.y + 60);
      await shows(page, "20");
      await until(page, () => /^20(09|10)年/.test(document.querySelector("#timeline-day").getAttribute("aria-valuetext")));
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wider <= 0, `${wider} px wider than its window`);
      await page.close();
    });
  });
}

describe("the timeline of a thousand entries", () => {
  let folder, url;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "timeline-"));
    await writeFile(join(folder, "page.html"), await crowdedPage(NAMES[0], 1000));
    url = pathToFileURL(join(folder, "page.html")).href;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const name of NAMES) {
    test(`${name}: draws the lanes in sight, and of those what another day changes`, async () => {
      const browser = await launch(name);
      const { page } = await open(browser, `${url}#/timeline?lang=en&day=2017-03-01`);
      const rows = () => count(page, "#timeline-rows .row");
      const first = () => page.$eval("#timeline-rows .row", (row) => row.textContent);
      assert.ok((await rows()) <= 100, "a window of lanes");
      const top = await first();
      await page.evaluate(() => document.querySelector("#timeline-rows").scrollIntoView(false));
      await until(page, (before) => document.querySelector("#timeline-rows .row").textContent !== before, top);
      assert.ok((await rows()) <= 100, "at the end too");
      await page.evaluate(() => scrollTo(0, 0));
      await until(page, (before) => document.querySelector("#timeline-rows .row").textContent === before, top);
      await page.evaluate(watchRows);
      const box = await boxOf(page, "#timeline-head .strip");
      const x = (share) => box.x + 214 + share * (box.width - 322);
      await page.mouse.move(x(0.5), box.y + 60);
      await page.mouse.down();
      await page.mouse.move(x(0.6), box.y + 60, { steps: 12 });
      await page.mouse.up();
      await until(page, () => !document.querySelector("#timeline-day").getAttribute("aria-valuetext").startsWith("1 Mar 2017"));
      const { changed, replaced } = await page.evaluate(() => window.seen);
      assert.ok(changed > 0, "lanes of those who are silent stand out");
      // Drawn anew, 30 lanes would change a thousand times over.
      assert.ok(changed <= 200 && replaced <= 60, `${changed} changes, ${replaced} elements came or went in 12 moves`);
      await browser.close();
    });
  }
});

/** Runs in the page: counts what changes in the lanes. */
function watchRows() {
  window.seen = { changed: 0, replaced: 0 };
  new MutationObserver((all) => {
    for (const one of all) {
      window.seen.changed += 1;
      window.seen.replaced += one.addedNodes.length + one.removedNodes.length;
    }
  }).observe(document.querySelector("#timeline-rows"), { subtree: true, childList: true, attributes: true });
}

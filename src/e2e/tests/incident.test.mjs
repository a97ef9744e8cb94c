// An entry's page: its story, its claims' addresses, its citation, and moving between entries.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, click, count, open, openPage, shows, textOf, until } from "../harness.mjs";

const MITSUBISHI = "#/incident/mitsubishi-electric-2019";
const SANDBOX = { form: "one file", scheme: "http", frame: "sandbox" };

for (const name of NAMES) {
  describe(`an entry's page in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash, options) => open(browser, ONE_FILE_URL + hash, options);

    test("tells Mitsubishi Electric's story in figures: who spoke, what changed, how long", async () => {
      const { page, faults } = await at(MITSUBISHI);
      const voices = await page.$$eval(".voices > li", (all) => all.map((li) => li.textContent));
      assert.equal(voices.length, 3);
      assert.match(voices[0], /Company.*20 Jan 2020.*first on record/s);
      assert.match(voices[1], /Press.*on the same day/s);
      assert.match(voices[2], /Ministry.*31 Jan 2020.*11 days later/s);
      const taken = await page.$$eval(".account:first-of-type .answers > li", (all) => all.map((li) => li.textContent));
      assert.equal(taken.length, 5);
      assert.match(taken[2], /12 Feb 2020.*23 days after the first answer.*denies → cannot exclude.*overtakes its own answer/s);
      assert.match(taken[4], /24 Dec 2021.*59 could affect.*704 days/s);
      const flaw = await textOf(page, ".flaws tbody");
      assert.match(flaw, /CVE-2019-18187.*3 Nov 2021.*859 days later.*653 days later/s);
      assert.doesNotMatch(flaw, /Mitsubishi/, "the company never named the product");
      assert.deepEqual(faults, []);
      await page.close();
    });

    test("tells NEC's as wide as it is known, and puts no undated answer before or after another", async () => {
      const { page } = await at("#/incident/nec-2016");
      assert.match(await textOf(page, ".facts"), /914–974 days/);
      const story = await textOf(page, "#part-story");
      assert.match(story, /Undated answers.*No leak was confirmed/s);
      const undated = await page.$$eval("ul.answers .since, ul.answers .change", (all) => all.length);
      assert.equal(undated, 0);
      await page.close();
    });

    test("shades a dispute, links it both ways, and keeps what was overtaken", async () => {
      const { page } = await at(MITSUBISHI);
      const links = await page.$$eval(".ledger .mark-conflict a", (all) =>
        all.map((a) => [a.closest(".claim").id.slice("claim-".length), a.getAttribute("href").split("claim=")[1]]),
      );
      assert.ok(links.length > 6);
      const pairs = new Set(links.map((pair) => pair.join(">")));
      const here = new Set(await page.$$eval(".ledger .claim", (all) => all.map((c) => c.id.slice("claim-".length))));
      for (const [from, to] of links) {
        if (here.has(to)) assert.ok(pairs.has(`${to}>${from}`), `${from} and ${to}`);
      }
      const overtaken = await textOf(page, "#claim-no-defence-information");
      assert.match(overtaken, /overtaken by.*12 Feb 2020/s);
      assert.ok(await count(page, ".ledger td.none") > 0, "where nobody spoke, that is said");
      await page.close();
    });

    test("opens a claim by its address, marks it, cites it, and the entry again", async () => {
      const { page } = await at(MITSUBISHI + "?claim=caution-marked");
      await until(page, () => document.activeElement?.id === "claim-caution-marked");
      assert.equal(await page.$eval("#claim-caution-marked", (c) => c.getAttribute("aria-current")), "true");
      const seen = await page.$eval("#claim-caution-marked", (c) => {
        const { top, bottom } = c.getBoundingClientRect();
        return top >= document.querySelector(".here").getBoundingClientRect().bottom - 1 && bottom <= innerHeight;
      });
      assert.ok(seen, "it is in view, not under the bar");
      const cited = JSON.parse(await textOf(page, "#cited-2"));
      assert.equal(cited[0].id, "mitsubishi-electric-2019#caution-marked");
      assert.deepEqual(cited[0].issued, { "date-parts": [[2020, 2, 12]] });
      assert.ok(cited[0].version.length > 8);
      assert.ok((await textOf(page, "#cited-1")).startsWith("@misc{mitsubishi-electric-2019:caution-marked,"));
      await page.evaluate(() => document.querySelector("#part-cite .lede a").click());
      await until(page, () => !document.querySelector("#cited-0").textContent.includes(" In: "));
      await page.close();
    });

    test("goes on and back in the results by keys, and to the card it left", async () => {
      const { page } = await at("#/cards?q=victim.country:JP");
      const ids = await page.$$eval(".card", (all) => all.map((c) => c.dataset.id));
      await click(page, `.card[data-id="${ids[0]}"] h2 a`);
      await page.waitForSelector(".incident");
      await page.keyboard.press("n");
      await until(page, (id) => location.hash.startsWith(`#/incident/${id}?`), ids[1]);
      await page.keyboard.press("n");
      await until(page, (id) => location.hash.startsWith(`#/incident/${id}?`), ids[2]);
      await page.keyboard.press("p");
      await until(page, (id) => location.hash.startsWith(`#/incident/${id}?`), ids[1]);
      assert.match(await textOf(page, ".crumbs"), /2 of \d+/);
      await page.keyboard.press("Escape");
      await page.waitForSelector(".card");
      await until(page, (id) => document.activeElement?.closest(".card")?.dataset.id === id, ids[1]);
      await page.close();
    });

    test("moves by its contents, from the bar and from the menu of a narrow window", async () => {
      const { page } = await at(MITSUBISHI);
      const press = (words) =>
        page.evaluate((w) => [...document.querySelectorAll(".toc button")].find((b) => b.textContent === w).click(), words);
      await press("Sources");
      await until(page, () => document.activeElement?.id === "part-sources-title");
      assert.ok(await page.$eval(".here", (bar) => Math.abs(bar.getBoundingClientRect().top) < 1), "the bar stays");
      assert.match(page.url(), /mitsubishi-electric-2019$/, "the address stays");
      await page.close();
      const { page: narrow } = await at(MITSUBISHI, { width: 390 });
      await narrow.click(".toc-menu summary");
      await until(narrow, () => document.querySelector(".toc-menu").open);
      await narrow.keyboard.press("Escape");
      await until(narrow, () => !document.querySelector(".toc-menu").open && document.activeElement.tagName === "SUMMARY");
      await narrow.close();
    });

    test("copies a citation, or leaves it selected, in a sandboxed frame too", async () => {
      const opened = await openPage({ browser: name, place: SANDBOX, hash: MITSUBISHI });
      await shows(opened, "#cited-0");
      await opened.frame.$eval("#part-cite .action", (button) => button.scrollIntoView({ block: "center" }));
      await click(opened.frame, "#part-cite .action");
      await until(opened.frame, () => /Copied|Selected/.test(document.querySelector("#part-cite [role=status]").textContent));
      const [selected, text] = await opened.frame.evaluate(() => [
        getSelection().toString().trim(),
        document.querySelector("#cited-0").textContent.trim(),
      ]);
      assert.equal(selected, text);
      assert.deepEqual(await opened.violations(), []);
      await opened.close();
    });
  });
}

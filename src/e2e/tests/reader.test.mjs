// What a reader does: search, filter, open, go back, change the language, use keys.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, click, count, open, textOf, until } from "../harness.mjs";

const cards = (n) => [(want) => document.querySelectorAll(".card").length === want, n];

for (const name of NAMES) {
  describe(`a reader in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash, options) => open(browser, ONE_FILE_URL + hash, options);

    test("types a word in either script and finds the entry; the address follows", async () => {
      const { page } = await at("");
      await click(page, "#search");
      await until(page, () => document.activeElement?.id === "search");
      await page.evaluate(() => document.execCommand("insertText", false, "三菱電機"));
      await until(page, () => !!document.querySelector(".card[data-id='mitsubishi-electric-2019']"));
      await until(page, () => location.hash.includes("q=%E4%B8%89"));
      await page.reload();
      await page.waitForSelector(".card");
      assert.equal(await page.$eval("#search", (i) => i.value), "三菱電機");
      await page.close();
    });

    test("filters by a facet, sees the chip, and removes it", async () => {
      const { page } = await at("");
      const all = await count(page, ".card");
      await page.evaluate(() => {
        const labels = [...document.querySelectorAll(".facet label")];
        labels.find((l) => l.textContent.startsWith("Indonesia")).click();
      });
      await page.waitForSelector(".chip");
      // What the facet counted is what the click gives.
      const told = await page.evaluate(() => {
        const label = [...document.querySelectorAll(".facet label")].find((l) => l.textContent.startsWith("Indonesia"));
        return Number(label.querySelector(".num").textContent);
      });
      assert.ok(told > 0 && told < all);
      await until(page, ...cards(told));
      assert.match(await textOf(page, ".chip"), /Entry office in: Indonesia/);
      await click(page, ".chip");
      await until(page, ...cards(all));
      await page.close();
    });

    test("unfolds a long facet, orders it by name, and folds it again", async () => {
      const { page } = await at("#/cards?lang=en");
      const facet = ".facet:has(.controls)";
      const values = () => page.$$eval(`${facet}:first-of-type label span:first-of-type`, (all) => all.map((s) => s.textContent));
      const few = await values();
      await click(page, `${facet} [aria-expanded="false"]`);
      await until(page, (f) => document.querySelector(`${f} .controls button`).getAttribute("aria-expanded") === "true", facet);
      const all = await values();
      assert.ok(all.length > few.length, `${few.length} values, then ${all.length}`);
      assert.deepEqual(all.slice(0, few.length), few);
      await click(page, `${facet} .controls button:nth-child(2)`);
      await until(page, (f) => /count/.test(document.querySelector(`${f} .controls button:nth-child(2)`).textContent), facet);
      const byName = await values();
      assert.notDeepEqual(byName, all);
      assert.deepEqual([...byName].sort(), [...all].sort());
      await click(page, `${facet} .controls button`);
      await until(page, (f) => document.querySelector(`${f} .controls button`).getAttribute("aria-expanded") === "false", facet);
      assert.equal((await values()).length, few.length);
      await page.close();
    });

    test("is told what empties the list and drops it", async () => {
      const { page } = await at("#/cards?q=kawasaki%20office:ID%20rung:conviction");
      assert.match(await textOf(page, ".panel"), /rung:conviction/);
      await page.evaluate(() => document.querySelector(".panel .action").click());
      await until(page, ...cards(1));
      await page.close();
    });

    test("sees 200 days, never a month as one figure, and sources that disagree", async () => {
      const figures = {
        "khi-2020": "200 days",
        "mitsubishi-electric-2019": "206 days",
        "nec-2016": "914–974 days",
        "kobe-steel-2016": "1,254–1,284 days",
        "pasco-2018": "616–646 days",
      };
      const { page } = await at("#/cards?q=victim.country:JP%20disclosed:2020");
      const read = (id) => document.querySelector(`.card[data-id="${id}"]`).textContent;
      for (const [id, figure] of Object.entries(figures)) {
        assert.ok((await page.evaluate(read, id)).includes(figure), figure);
      }
      await page.close();
    });

    test("unrolls the cards by scrolling, and finds them as they were after a step back", async () => {
      const { page } = await at("#/cards?q=");
      const first = await count(page, ".card");
      await page.evaluate(() => document.querySelector("#more").scrollIntoView());
      await until(page, (n) => document.querySelectorAll(".card").length > n, first);
      const unrolled = await count(page, ".card");
      await page.evaluate((n) => [...document.querySelectorAll(".card h2 a")][n].click(), unrolled - 1);
      await page.waitForSelector(".incident");
      await page.goBack();
      await until(page, (n) => document.querySelectorAll(".card").length >= n, unrolled);
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const total = Number((await textOf(page, ".count")).match(/of (\d+)/)[1]);
      await until(page, ...cards(total));
      await page.close();
    });

    test("opens an entry, follows a claim, and comes back to the same results", async () => {
      const { page } = await at("#/cards?q=kawasaki");
      await click(page, ".card[data-id='khi-2020'] h2 a");
      await page.waitForSelector(".incident .ledger");
      assert.match(page.url(), /#\/incident\/khi-2020\?q=kawasaki$/);
      await page.goBack();
      await page.waitForSelector(".card");
      assert.equal(await page.$eval("#search", (i) => i.value), "kawasaki");
      await page.goForward();
      await page.waitForSelector(".incident");
      await page.close();
    });

    test("opens the address of one claim and stands there", async () => {
      const { page } = await at("#/incident/khi-2020");
      const hash = await page.$eval(".claim .self", (a) => a.getAttribute("href"));
      await page.close();
      const { page: there } = await at(hash);
      await until(there, () => document.activeElement?.classList.contains("claim"));
      await there.close();
    });

    test("finds offices as ways in on the map, in words too, and no arc from elsewhere", async () => {
      const { page } = await at("#/map?q=kawasaki%20office:ID");
      assert.equal(await count(page, "svg.map .arc"), 4);
      const twin = await textOf(page, ".twin");
      for (const country of ["Thailand", "Indonesia", "Philippines", "United States"]) {
        assert.ok(twin.includes(country), country);
      }
      await page.close();
    });

    test("finds groups, rungs and names among the links, Tick and TempTick apart", async () => {
      const asked = {
        "kobe%20steel": ["Tick", "TempTick", "BRONZE BUTLER", "Press"],
        "kawasaki%20office:ID": ["Not attributed"],
      };
      for (const [query, words] of Object.entries(asked)) {
        const { page } = await at("#/links?q=" + query);
        const text = await textOf(page, ".links-view");
        for (const word of words) assert.ok(text.includes(word), word);
        await page.close();
      }
    });

    test("changes language and theme; both are in the address", async () => {
      const { page } = await at("");
      await click(page, ".segmented button[lang='ja']");
      await page.waitForSelector("html[lang='ja']");
      assert.match(await textOf(page, ".views"), /カード/);
      await page.evaluate(() => document.querySelectorAll(".segmented")[1].lastElementChild.click());
      await page.waitForSelector("html[data-theme='dark']");
      await until(page, () => location.hash.includes("lang=ja") && location.hash.includes("theme=dark"));
      await page.close();
    });

    test("is told once what of a link was not understood", async () => {
      const { page } = await at("#/cards?q=nec&page=2&sort=size");
      assert.match(await textOf(page, ".notice"), /page, sort/);
      await click(page, ".notice button");
      await until(page, () => !document.querySelector(".notice"));
      await page.close();
      const { page: unknown } = await at("#/incident/no-such-entry");
      assert.match(await textOf(unknown, ".panel"), /no-such-entry/);
      await unknown.close();
    });

    test("uses single keys, and switches them off", async () => {
      const { page } = await at("");
      await page.keyboard.press("2");
      await page.waitForSelector("svg.map");
      await page.keyboard.press("/");
      await until(page, () => document.activeElement?.id === "search");
      await page.keyboard.type("2");
      assert.equal(await count(page, "svg.map"), 1);
      await click(page, ".foot input");
      await page.evaluate(() => document.activeElement.blur());
      await page.keyboard.press("1");
      await new Promise((done) => setTimeout(done, 200));
      assert.equal(await count(page, "svg.map"), 1, "a key does nothing once switched off");
      await click(page, ".foot input");
      await page.close();
    });
  });
}

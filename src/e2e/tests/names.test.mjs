// What a reader does with names: meets one group under many, is asked, and follows links.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, click, open, textOf, until } from "../harness.mjs";

for (const name of NAMES) {
  describe(`names in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash, options) => open(browser, ONE_FILE_URL + hash, options);

    test("TEMP.Tick asks, and the choice is an address; nothing is merged", async () => {
      const { page } = await at("#/name/TEMP.Tick");
      assert.match(await textOf(page, ".ask-name h2"), /2 records/);
      const choices = await page.$$eval(".ask-name a", (all) => all.map((a) => a.getAttribute("href")));
      assert.deepEqual(choices.slice(0, 2).sort(), ["#/actor/temptick", "#/actor/tick"]);
      await click(page, ".ask-name a[href='#/actor/temptick']");
      await until(page, () => document.querySelector(".subject h1")?.textContent === "TempTick");
      assert.match(await textOf(page, ".subject"), /No entry here names it/);
      await page.close();
    });

    test("a group's page sets names against who uses them and keeps ATT&CK's list apart", async () => {
      const { page } = await at("#/actor/tick");
      const text = await textOf(page, ".subject");
      for (const word of ["BRONZE BUTLER", "Secureworks", "asked", "40 listed by ATT&CK (G0060)", "China", "MISP Project"]) {
        assert.ok(text.includes(word), word);
      }
      await page.evaluate(() => document.querySelector(".codes a[href^='#/technique/T1189']").click());
      await until(page, () => document.querySelector(".subject h1")?.textContent === "T1189");
      assert.match(await textOf(page, ".subject"), /No source states it for any entry here/);
      await page.goBack();
      await until(page, () => document.querySelector(".subject h1")?.textContent === "Tick");
      await page.close();
    });

    test("an organisation shows its offices as ways in, in Japanese too", async () => {
      const { page } = await at("#/organisation/kawasaki-heavy-industries?lang=ja", { width: 390 });
      const text = await textOf(page, ".subject");
      for (const word of ["川崎重工業", "タイ", "攻撃者ではない", "国のみ判明"]) assert.ok(text.includes(word), word);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} px too wide`);
      await page.close();
    });

    test("a card leads to the groups it names, an entry to its victims, and an organisation's offices stand on a map", async () => {
      const { page } = await at("#/cards?q=actor:tick");
      await page.waitForSelector(".card[data-id=nec-2016]");
      const groups = await page.$$eval(".card[data-id=nec-2016] .rung a", (all) => all.map((a) => a.getAttribute("href")));
      assert.ok(groups.some((href) => href.startsWith("#/actor/tick")), groups.join());
      await page.evaluate(() => document.querySelector(".card[data-id=nec-2016] .rung a[href^='#/actor/tick']").click());
      await until(page, () => document.querySelector(".subject h1")?.textContent === "Tick");
      await page.close();
      const { page: entry } = await at("#/incident/khi-2020");
      await entry.waitForSelector("h1 a[href^='#/organisation/kawasaki']");
      await entry.evaluate(() => document.querySelector("h1 a[href^='#/organisation/kawasaki']").click());
      await entry.waitForSelector(".subject .place-map svg");
      assert.match(await entry.$eval(".place-map svg", (e) => e.getAttribute("aria-label")), /Thailand.*Indonesia/);
      await entry.close();
    });

    test("what nobody keeps a record of says so and leads back", async () => {
      const { page } = await at("#/actor/nobody-at-all");
      assert.match(await textOf(page, ".panel"), /no record with this address/);
      await page.keyboard.press("Escape");
      await page.waitForSelector(".card");
      await page.close();
    });
  });
}

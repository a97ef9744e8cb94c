// Searching as a reader does: typing, completing by keyboard, facets and text as one state, what
// is not understood, what only may match, and input that is hostile.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, click, count, open, textOf, until } from "../harness.mjs";

const value = (page) => page.$eval("#search", (input) => input.value);
const hits = (page) => page.$eval(".count b", (b) => Number(b.textContent));
const asked = (query) => `#/cards?q=${encodeURIComponent(query)}`;

for (const name of NAMES) {
  describe(`searching in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash, options) => open(browser, ONE_FILE_URL + hash, options);

    test("completes a field and a value by keyboard alone", async () => {
      const { page, faults } = await at("");
      await page.focus("#search");
      await page.keyboard.type("rung:ch");
      await page.waitForSelector("[role=option]");
      const told = await textOf(page, "[role=option] .num");
      assert.equal(await page.$eval("#search", (i) => i.getAttribute("aria-expanded")), "true");
      await page.keyboard.press("ArrowDown");
      const active = await page.$eval("#search", (i) => i.getAttribute("aria-activedescendant"));
      assert.equal(await page.$eval(`#${active}`, (o) => o.getAttribute("aria-selected")), "true");
      await page.keyboard.press("Enter");
      await until(page, () => document.querySelector("#search").value === "rung:charges ");
      assert.equal(await hits(page), Number(told.match(/\d+/)[0]));
      assert.equal(await count(page, "[role=option]"), 0);
      // What follows is typed behind it.
      await page.keyboard.type("x");
      await until(page, () => document.querySelector("#search").value === "rung:charges x");
      assert.deepEqual(faults, []);
      await page.close();
    });

    test("takes what is offered for the last letter, however fast the keys come", async () => {
      const { page, faults } = await at("");
      await page.focus("#search");
      // All in one task: nothing is drawn between the keys.
      await page.evaluate(() => {
        const box = document.querySelector("#search");
        const press = (key) => box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        for (const text of ["o", "of", "off"]) {
          box.value = text;
          box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
        press("ArrowDown");
        press("Enter");
      });
      await until(page, () => document.querySelector("#search").value === "office:");
      assert.deepEqual(faults, []);
      await page.close();
    });

    test("closes the suggestions with Escape, then clears, then leaves the box", async () => {
      const { page } = await at("");
      await page.keyboard.press("/");
      await page.keyboard.type("off");
      await page.waitForSelector("[role=option]");
      await page.keyboard.press("Escape");
      await until(page, () => !document.querySelector("[role=option]"));
      assert.equal(await value(page), "off");
      await page.keyboard.press("Escape");
      await until(page, () => document.querySelector("#search").value === "");
      await page.keyboard.press("Escape");
      await until(page, () => document.activeElement?.id !== "search");
      await page.close();
    });

    test("walks from the box to the first hit with an arrow", async () => {
      const { page } = await at(asked("kawasaki "));
      await page.focus("#search");
      await page.keyboard.press("ArrowDown");
      await until(page, () => document.activeElement?.closest(".card")?.dataset.id?.startsWith("khi"));
      await page.close();
    });

    test("finds text and facets to be one state", async () => {
      const { page } = await at(asked("被害者の国:日本 tick"));
      const box = (text) => `[...document.querySelectorAll(".facet label")].find((l) => l.textContent.startsWith("${text}"))`;
      assert.ok(await page.evaluate(`${box("Japan")}.querySelector("input").checked`));
      const before = await hits(page);
      await page.evaluate(`${box("Japan")}.click()`);
      await until(page, () => document.querySelector("#search").value === "tick");
      assert.ok((await hits(page)) >= before);
      await page.evaluate(`${box("Japan")}.click()`);
      await until(page, () => document.querySelector("#search").value === "tick victim.country:JP");
      assert.equal(await hits(page), before);
      await page.close();
    });

    test("is told that a facet cannot show a negation, and a click adds to it", async () => {
      const { page } = await at(asked("-victim.country:JP"));
      assert.equal(await count(page, ".facet[data-custom]"), 1);
      await page.evaluate(() => document.querySelector(".facet[data-custom] label").click());
      await until(page, () => / victim\.country:[A-Z]{2}$/.test(document.querySelector("#search").value));
      await page.close();
    });

    test("is told what was not understood, with the rest answered and a way to mend it", async () => {
      const { page } = await at(asked("ofice:TH victim.country:JP"));
      assert.match(await textOf(page, ".told"), /No field is called “ofice”/);
      const rest = await hits(page);
      assert.ok(rest > 0);
      await click(page, ".told .action");
      await until(page, () => document.querySelector("#search").value === "office:TH victim.country:JP");
      assert.ok((await hits(page)) < rest);
      assert.equal(await count(page, ".told"), 0);
      await page.close();
    });

    test("sees what only may match marked and counted apart", async () => {
      const { page } = await at(asked("detected:..2017-06-15 id:nec-2016"));
      assert.match(await textOf(page, ".count"), /1 possible/);
      assert.match(await textOf(page, ".card .doubt"), /possible/);
      await page.close();
    });

    test("is asked which group is meant, and the answer stands in the address", async () => {
      const { page } = await at(asked("actor:TEMP.Tick"));
      assert.match(await textOf(page, ".which"), /Which is meant/);
      assert.ok((await count(page, ".which .action")) >= 2);
      await page.evaluate(() => [...document.querySelectorAll(".which .action")].find((b) => /^Tick\b/.test(b.textContent)).click());
      await until(page, () => document.querySelector("#search").value === "actor:tick");
      await until(page, () => location.hash.includes("actor:tick"));
      assert.equal(await count(page, ".which"), 0);
      await page.close();
    });

    test("sees why an entry matched, with the words marked inside Japanese too", async () => {
      const { page } = await at(asked("bronze butler"));
      assert.match(await textOf(page, ".card .why"), /Named group.*BRONZE BUTLER/);
      assert.ok((await count(page, ".card mark")) > 0);
      await page.close();
      const { page: japanese } = await at(asked("不正アクセス") + "&lang=ja");
      const marked = await japanese.$$eval(".card mark", (all) => all.map((m) => m.textContent));
      assert.ok(marked.includes("不正アクセス"), marked.join());
      await japanese.close();
    });

    test("reads the reference in both languages and tries an example", async () => {
      const { page } = await at("");
      await click(page, ".fields");
      await page.waitForSelector("#help");
      await page.evaluate(() => [...document.querySelectorAll("#help button")].find((b) => b.textContent === "office:TH").click());
      await until(page, () => document.querySelector("#search").value === "office:TH");
      await page.close();
      const { page: japanese } = await at("#/cards?lang=ja");
      await japanese.click(".fields");
      assert.match(await textOf(japanese, "#help"), /被害者の国:日本/);
      await japanese.close();
    });

    test("does not search half-typed kana", async () => {
      const { page } = await at("");
      const before = await hits(page);
      await page.evaluate(() => {
        const box = document.querySelector("#search");
        const type = (text, composing) => {
          box.value = text;
          box.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: composing }));
        };
        box.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
        type("ｍ", true);
        type("みつb", true);
      });
      await new Promise((done) => setTimeout(done, 300));
      assert.equal(await hits(page), before);
      await page.evaluate(() => {
        const box = document.querySelector("#search");
        box.value = "三菱";
        box.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "三菱" }));
      });
      await until(page, (n) => Number(document.querySelector(".count b").textContent) < n, before);
      await page.close();
    });

    test("pastes a megabyte, a regular expression, bidi controls and half a character, and goes on", async () => {
      const { page, faults } = await at("");
      const type = (text) =>
        page.evaluate((text) => {
          const box = document.querySelector("#search");
          box.value = text;
          box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }, text);
      for (const text of ["(a+)+$".repeat(2000), "kawasaki ".repeat(120_000), "\u202e\u2066三菱\u2069", "\ud800 office:TH", "((((((".repeat(400), "\u0000\u0007"]) {
        await type(text);
        await until(page, () => !!document.querySelector(".count b"));
      }
      await type("kawasaki");
      await until(page, () => Number(document.querySelector(".count b").textContent) > 0);
      await until(page, () => location.hash === "#/cards?q=kawasaki");
      assert.deepEqual(faults, []);
      await page.close();
    });
  });
}

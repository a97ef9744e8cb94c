// What a letter draws: nothing where it asks the same; cards, count and filters at once where it
// does not, and the picture once typing rests.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, count, open, textOf, until } from "../harness.mjs";

const REST_MS = 120;

/** In the page: notes when a part of it is changed, other than by links, which carry the query. */
function watch(parts) {
  window.changes = [];
  for (const [name, selector] of Object.entries(parts)) {
    const note = (records) => {
      const drawn = records.filter((one) => one.type !== "attributes" || one.attributeName !== "href");
      if (drawn.length > 0) window.changes.push({ name, at: performance.now() });
    };
    const watched = { childList: true, subtree: true, characterData: true, attributes: true };
    new MutationObserver(note).observe(document.querySelector(selector), watched);
  }
}

const PARTS = { cards: ".cards", facets: "#facets", picture: ".insight", count: ".count" };
const changes = (page) => page.evaluate(() => window.changes);
const rested = (page) => until(page, () => document.querySelector(".resting .insight") && !document.querySelector(".resting[aria-busy]"));

/** Waits until no further cards are unrolled for 400 ms: those below the first screen come by themselves. */
const unrolled = (page) =>
  page.evaluate(async () => {
    const cards = () => document.querySelectorAll(".card").length;
    for (let before = -1; before !== cards(); ) {
      before = cards();
      await new Promise((done) => setTimeout(done, 400));
    }
  });

for (const name of NAMES) {
  describe(`typing in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());

    test("a letter that asks the same redraws nothing", async () => {
      const { page } = await open(browser, `${ONE_FILE_URL}#/cards?lang=en&q=japan`);
      await page.waitForSelector(".resting .mark");
      await rested(page);
      await page.focus("#search");
      await page.keyboard.press("End");
      await unrolled(page);
      await page.evaluate(watch, PARTS);
      await page.keyboard.type("  ");
      await until(page, () => document.querySelector("#search").value === "japan  " && location.hash.includes("japan%20%20"));
      assert.deepEqual(await changes(page), []);
      await page.close();
    });

    test("letters that change the result draw it at once, and the picture once, when they rest", async () => {
      const { page } = await open(browser, `${ONE_FILE_URL}#/cards?lang=en`);
      await page.waitForSelector(".resting .mark");
      await rested(page);
      assert.equal(await count(page, ".mark.hollow"), 0);
      await page.evaluate(watch, PARTS);
      const meanwhile = await page.evaluate(async () => {
        const box = document.querySelector("#search");
        const began = performance.now();
        for (const text of ["j", "ja", "japan"]) {
          box.value = text;
          box.dispatchEvent(new InputEvent("input", { bubbles: true }));
          await new Promise((done) => requestAnimationFrame(done));
        }
        const busy = document.querySelector(".resting").getAttribute("aria-busy");
        const note = getComputedStyle(document.querySelector(".resting .note")).visibility;
        const changed = window.changes.map((one) => one.name);
        return { began, busy, note, changed, took: performance.now() - began };
      });
      await rested(page);
      const all = await changes(page);
      const pictures = all.filter((one) => one.name === "picture");
      assert.ok(pictures.length > 0, "the picture follows");
      assert.ok(pictures[0].at - meanwhile.began >= REST_MS, `the picture waited ${pictures[0].at - meanwhile.began} ms`);
      const counted = all.find((one) => one.name === "count");
      assert.ok(counted && counted.at < pictures[0].at, "the count did not wait");
      if (meanwhile.took < REST_MS) {
        assert.deepEqual([meanwhile.busy, meanwhile.note], ["true", "hidden"], "no figure of the results before is shown");
        assert.ok(["cards", "facets", "count"].every((part) => meanwhile.changed.includes(part)), meanwhile.changed.join(" "));
        assert.ok(!meanwhile.changed.includes("picture"));
        assert.equal(pictures.length, 1, "once for all letters");
      }
      const found = await textOf(page, ".count b");
      const note = await textOf(page, ".resting .note");
      assert.match(note, new RegExp(`of ${found} results`), "the picture tells the results it shows");
      assert.ok((await count(page, ".mark.hollow")) > 0);
      await page.close();
    });
  });
}

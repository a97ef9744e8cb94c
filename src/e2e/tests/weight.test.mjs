// What the page costs with the whole record in it: printed, not judged by a clock, because
// machines differ. What is judged is that typing draws one window of cards and no more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "../browsers.mjs";
import { ONE_FILE_URL, click, count, open, until } from "../harness.mjs";

/** Script, style and layout so far, in ms, as Chromium counts them. */
async function spent(client) {
  const { metrics } = await client.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return of("ScriptDuration") + of("RecalcStyleDuration") + of("LayoutDuration");
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

test("typing with every entry matched draws one window of cards; what a key costs is printed", async (t) => {
  const browser = await launch("chromium");
  const { page } = await open(browser, ONE_FILE_URL);
  const client = await page.createCDPSession();
  await client.send("Performance.enable");
  await click(page, "#search");
  const costs = [];
  for (let i = 0; i < 24; i += 1) {
    const before = await spent(client);
    // Blanks ask for nothing, so every entry matches after each key.
    await (i % 6 === 5 ? page.keyboard.press("Backspace") : page.keyboard.type(" "));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    costs.push((await spent(client)) - before);
  }
  assert.equal(await count(page, ".card"), 9);
  costs.sort((a, b) => a - b);
  t.diagnostic(`a key: median ${at(costs, 0.5).toFixed(1)} ms, p95 ${at(costs, 0.95).toFixed(1)} ms of script, style and layout`);
  // Another word each time: the results change with every key.
  const words = [];
  await page.evaluate(() => { document.querySelector("#search").select(); });
  for (const letter of "defence industry") {
    const before = await spent(client);
    await page.keyboard.type(letter);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    words.push((await spent(client)) - before);
  }
  words.sort((a, b) => a - b);
  t.diagnostic(`a letter: median ${at(words, 0.5).toFixed(1)} ms, p95 ${at(words, 0.95).toFixed(1)} ms of script, style and layout`);
  await page.close();
  await browser.close();
});

for (const name of ["chromium", "firefox"]) {
  test(`${name}: from navigation to first results, median of five, is printed`, async (t) => {
    const browser = await launch(name);
    const times = [];
    for (let i = 0; i < 5; i += 1) {
      const { page } = await open(browser, ONE_FILE_URL);
      await until(page, () => document.querySelectorAll(".card").length > 0);
      times.push(await page.evaluate(() => performance.getEntriesByType("paint").at(-1)?.startTime ?? performance.now()));
      await page.close();
    }
    times.sort((a, b) => a - b);
    t.diagnostic(`${name}: first contentful paint ${times[2].toFixed(0)} ms after navigation`);
    assert.equal(times.length, 5);
    await browser.close();
  });
}

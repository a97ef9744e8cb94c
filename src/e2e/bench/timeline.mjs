// What a frame costs while a reader moves the timeline of many entries by hand: the mark dragged
// along the strip, time zoomed by the wheel and panned, lanes scrolled. `cargo xtask bench timeline`
// builds the page; node timeline.mjs [--entries 1000] [--moves 150].

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { NAMES, launch, shared } from "../browsers.mjs";
import { crowdedPage } from "../crowd.mjs";
import { count, open } from "../harness.mjs";
import { percentile } from "./statistics.mjs";

const { values: options } = parseArgs({ options: { entries: { type: "string", default: "1000" }, moves: { type: "string", default: "150" } } });
const MOVES = Number(options.moves);
const BOUND_MS = 8;

const folder = await mkdtemp(join(tmpdir(), "timeline-"));
const file = join(folder, "page.html");
await writeFile(file, await crowdedPage(NAMES[0], Number(options.entries)));
const browser = await launch("chromium");
const { page } = await open(browser, `${pathToFileURL(file).href}#/timeline?lang=en`);
const client = await page.createCDPSession();
await client.send("Performance.enable");
const head = await box("#timeline-head .strip");
const rows = await page.$$eval("#timeline-rows .row", (all) => all.length);
console.log(`${options.entries} entries with both dates; ${rows} rows drawn at first`);

const middle = head.y + 60;
const [left, right] = [head.x + head.width * 0.25, head.x + head.width * 0.85];
/** There and back again, in steps of a few px. */
const along = (move) => left + (right - left) * (0.5 - 0.5 * Math.cos((2 * Math.PI * move) / MOVES));

await page.mouse.move(along(0), middle);
await page.mouse.down();
await told("mark dragged", (move) => page.mouse.move(along(move), middle));
await page.mouse.up();
await told("zoomed by the wheel", (move) => page.mouse.wheel({ deltaY: move % 20 < 10 ? -60 : 60 }));
for (let i = 0; i < 3; i += 1) await page.mouse.wheel({ deltaY: -120 });
await page.$eval("#timeline-day", (day) => day.focus());
await told("mark moved by keys", (move) => page.keyboard.press(move % 30 < 15 ? "ArrowRight" : "ArrowLeft"));
await told("lanes scrolled", (move) => page.evaluate((y) => scrollTo(0, y), 400 + move * 120));

await browser.close();
await (await shared(NAMES[0])).close();
await rm(folder, { recursive: true, force: true });

/** Moves, waits for the frame after each, and says what the frames cost. */
async function told(what, act) {
  const costs = [];
  for (let move = 0; move < MOVES; move += 1) {
    const before = await spent();
    await act(move);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    costs.push((await spent()) - before);
  }
  const [half, most, worst] = [0.5, 0.95, 1].map((share) => percentile(costs, share).toFixed(1));
  const drawn = await count(page, "#timeline-rows .row");
  const met = Number(most) <= BOUND_MS ? "met" : "MISSED";
  console.log(`${what}: script, style and layout a frame median ${half} ms, p95 ${most} ms, longest ${worst} ms (at most ${BOUND_MS} at p95 wanted: ${met}); ${drawn} rows drawn`);
}

/** Script, style and layout so far, in ms, as Chromium counts them. */
async function spent() {
  const { metrics } = await client.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return of("ScriptDuration") + of("RecalcStyleDuration") + of("LayoutDuration");
}

async function box(selector) {
  return page.$eval(selector, (one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x, y, width, height };
  });
}

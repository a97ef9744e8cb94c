// Opens one contender in a fresh page of a real Chromium, and measures it from outside and inside.

import { fileURLToPath } from "node:url";
import { launch } from "../browsers.mjs";
import { serve } from "../server.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
/** With these the page may read a clock of 5 µs; without, of 100. */
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const PATIENCE = 20 * 60_000;
/** After so many ms a page that was opened rests. */
const SETTLED = 1000;

/** A browser and a server for the files of one plan; `pages` stand before those of this folder. */
export async function stage(pages) {
  const served = await serve(HERE, { headers: ISOLATED, pages });
  const browser = await launch("chromium", { args: ["--enable-precise-memory-info"], patience: PATIENCE });
  return {
    browser,
    version: await browser.version(),
    url: served.url + "page.html",
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/**
 * One contender, once. `ask` says what is measured after the build: `keys`, `faceted`, `clicks`,
 * `quality`; `every` takes only each n-th query of one that takes too long.
 */
export async function measure({ browser, url }, { name, kind, ask, every = 1 }) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(String(error?.message ?? error)));
    await page.goto(url, { waitUntil: "load" });
    await page.waitForFunction(() => globalThis.bench, { timeout: 20_000 });
    await page.evaluate((n, k) => bench.prepare(n, k), name, kind);
    // A browser that has just opened a page starts processes for the next; two cores are few.
    await new Promise((done) => setTimeout(done, SETTLED));
    const before = await heap(page);
    const build = await page.evaluate(() => bench.build());
    const after = await heap(page);
    const out = { ...build, memory: build.wasm + after - before };
    if (ask.includes("keys")) Object.assign(out, await page.evaluate((n) => bench.keys(n), every));
    if (ask.includes("faceted")) out.faceted = await page.evaluate(() => bench.faceted());
    if (ask.includes("clicks")) out.clicks = await page.evaluate(() => bench.clicks());
    if (ask.includes("quality")) out.quality = await page.evaluate((n) => bench.quality(n), every);
    if (faults.length) throw new Error(faults.join("; "));
    return out;
  } finally {
    await context.close();
  }
}

/** Bytes that JavaScript holds after collection: its objects, and what its buffers hold beside wasm. */
async function heap(page) {
  const session = await page.createCDPSession();
  for (let times = 0; times < 3; times++) await session.send("HeapProfiler.collectGarbage");
  const usage = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

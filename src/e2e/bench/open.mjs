// From navigation to the first card, beside a Yew page with nothing on it, in turns in one browser:
// node open.mjs --empty FOLDER [--times 15]. Machines are noisy; the ratio is what counts.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../browsers.mjs";
import { SITE_FOLDER } from "../places.mjs";
import { serve } from "../server.mjs";
import { percentile } from "./statistics.mjs";

const { values: options } = parseArgs({ options: { empty: { type: "string" }, times: { type: "string", default: "15" } } });
const HTML = `<!doctype html><meta charset="utf-8"><title>empty</title><link rel="icon" href="data:,"><body><script type="module">
import init from "./empty-page.js";
init({ module_or_path: await (await fetch("./empty-page_bg.wasm")).arrayBuffer() });
</script></body>`;

const pages = { "page.html": HTML };
for (const name of ["empty-page.js", "empty-page_bg.wasm"]) pages[name] = await readFile(join(options.empty, name));
const [empty, ours] = await Promise.all([serve(options.empty, { pages }), serve(SITE_FOLDER)]);

for (const name of ["chromium", "firefox"]) {
  const browser = await launch(name);
  const times = { empty: [], ours: [] };
  for (let i = 0; i < Number(options.times); i += 1) {
    times.empty.push(await opened(browser, empty.url + "page.html", "main"));
    times.ours.push(await opened(browser, ours.url, ".card"));
  }
  const [nothing, first] = [times.empty, times.ours].map((all) => percentile(all, 0.5));
  console.log(`${name}: first card ${first.toFixed(0)} ms, empty page ${nothing.toFixed(0)} ms, ratio ${(first / nothing).toFixed(2)} (at most 2.5 wanted), medians of ${options.times}`);
  await browser.close();
}
await Promise.all([empty.close(), ours.close()]);

/** Milliseconds from navigation until the document holds an element, seen as soon as it is there. */
async function opened(browser, url, selector) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument((selector) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      watch.disconnect();
      window.seen = performance.now();
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
  }, selector);
  await page.goto(url);
  const seen = await (await page.waitForFunction(() => window.seen)).jsonValue();
  await page.close();
  return seen;
}

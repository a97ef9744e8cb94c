// What a key costs from its event until it is painted, typing real queries letter by letter in
// English and Japanese, beside a Yew page that only echoes its input, in turns in one browser:
// node typing.mjs --echo FOLDER [--rounds 3]. Machines are noisy; the ratio is what counts.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../browsers.mjs";
import { SITE_FOLDER } from "../places.mjs";
import { serve } from "../server.mjs";
import { percentile } from "./statistics.mjs";

const { values: options } = parseArgs({ options: { echo: { type: "string" }, rounds: { type: "string", default: "3" } } });
/** Names, words of a sentence, filters; as a reader would type them. */
const QUERIES = {
  en: ["mitsubishi electric", "bronze butler", "submarine plans", "office:TH silence:>180d", "defence industry supplier"],
  ja: ["三菱電機", "川崎重工 不正アクセス", "防衛関連の情報", "標的型メール", "サプライチェーン 攻撃"],
};
/** From letter to letter, in ms: longer than the page waits for typing to rest, so that what follows then is judged too. */
const BETWEEN_MS = 180;
const FRAME_MS = 1000 / 60;
const TASK_MS = 50;

const HTML = `<!doctype html><meta charset="utf-8"><title>echo</title><link rel="icon" href="data:,"><body><script type="module">
import init from "./echo-page.js";
init({ module_or_path: await (await fetch("./echo-page_bg.wasm")).arrayBuffer() });
</script></body>`;
const pages = { "page.html": HTML };
for (const name of ["echo-page.js", "echo-page_bg.wasm"]) pages[name] = await readFile(join(options.echo, name));
const [echo, ours] = await Promise.all([serve(options.echo, { pages }), serve(SITE_FOLDER)]);

const browser = await launch("chromium");
for (const lang of ["en", "ja"]) {
  const told = { echo: nothing(), ours: nothing() };
  const opened = {
    echo: await open(echo.url + "page.html", "#search"),
    ours: await open(`${ours.url}#/cards?lang=${lang}`, "html[data-ready]"),
  };
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const query of QUERIES[lang]) {
      for (const which of ["echo", "ours"]) await type(opened[which], query, told[which]);
    }
  }
  for (const which of ["echo", "ours"]) await opened[which].close();
  const of = (which, share) => percentile(told[which].paints, share);
  const ratio = (of("ours", 0.5) / of("echo", 0.5)).toFixed(2);
  const within = told.ours.paints.filter((ms) => ms <= of("echo", 0.95) + FRAME_MS).length / told.ours.paints.length;
  console.log(`${lang}: ${told.ours.paints.length} letters, event to paint median ${of("ours", 0.5).toFixed(1)} ms, p95 ${of("ours", 0.95).toFixed(1)} ms;`
    + ` an input that echoes: ${of("echo", 0.5).toFixed(1)} ms, p95 ${of("echo", 0.95).toFixed(1)} ms; ratio ${ratio}`);
  console.log(`    script, style and layout of a letter, with what follows at rest: median ${percentile(told.ours.work, 0.5).toFixed(1)} ms, p95 ${percentile(told.ours.work, 0.95).toFixed(1)} ms`);
  console.log(`    painted within a frame of the echo's p95: ${(100 * within).toFixed(0)} %; tasks over ${TASK_MS} ms: ${told.ours.tasks.length}`
    + ` (echo ${told.echo.tasks.length}), longest ${Math.max(0, ...told.ours.tasks).toFixed(0)} ms (none wanted)`);
}
await browser.close();
await Promise.all([echo.close(), ours.close()]);

function nothing() {
  return { paints: [], work: [], tasks: [] };
}

async function open(url, ready) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 1000 });
  await page.goto(url);
  await page.waitForSelector(ready);
  await page.evaluate(watch);
  return page;
}

/** Types a query letter by letter into an empty box and adds what it cost. */
async function type(page, query, told) {
  await page.bringToFront();
  const client = await page.createCDPSession();
  await client.send("Performance.enable");
  await page.evaluate(() => { document.querySelector("#search").focus(); document.querySelector("#search").select(); });
  await page.keyboard.press("Backspace");
  await pause(2 * BETWEEN_MS);
  await page.evaluate(() => { window.paints.length = 0; window.tasks.length = 0; });
  for (const letter of query) {
    const before = await spent(client);
    // As an input method commits it: a letter, and no key.
    await page.keyboard.sendCharacter(letter);
    await pause(BETWEEN_MS);
    told.work.push((await spent(client)) - before);
  }
  const seen = await page.evaluate(() => ({ paints: window.paints.slice(), tasks: window.tasks.slice() }));
  if (seen.paints.length !== [...query].length) throw new Error(`${query}: ${seen.paints.length} letters painted`);
  told.paints.push(...seen.paints);
  told.tasks.push(...seen.tasks);
  await client.detach();
}

/** Script, style and layout so far, in ms, as Chromium counts them. */
async function spent(client) {
  const { metrics } = await client.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return of("ScriptDuration") + of("RecalcStyleDuration") + of("LayoutDuration");
}

/** In the page: from an input event until the frame that shows it is painted, and tasks that are long. */
function watch() {
  window.paints = [];
  window.tasks = [];
  addEventListener("input", (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.paints.push(performance.now() - event.timeStamp);
      port2.postMessage(0);
    });
  }, true);
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((one) => one.duration))).observe({ entryTypes: ["longtask"] });
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

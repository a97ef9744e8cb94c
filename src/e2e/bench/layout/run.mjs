// Measures the network layout beside its peers: node run.mjs --engine FOLDER [--nodes 2000] [--links 5000] [--runs 5]
// One Chromium page, the same graph for all, contenders in turn; medians are told.

import { readFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { launch } from "../../browsers.mjs";
import { serve } from "../../server.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const NAMES = ["ours", "d3", "ngraph"];
const { values: options } = parseArgs({
  options: {
    engine: { type: "string" },
    nodes: { type: "string", default: "2000" },
    links: { type: "string", default: "5000" },
    runs: { type: "string", default: "5" },
  },
});
if (!options.engine) throw new Error("name the engine's folder: --engine FOLDER");

const { outputFiles } = await build({
  entryPoints: [join(HERE, "peers.mjs")],
  outdir: HERE,
  bundle: true,
  format: "esm",
  minify: true,
  write: false,
  logLevel: "error",
});
const pages = { "peers.js": Buffer.from(outputFiles.find(({ path }) => basename(path) === "peers.js").contents) };
for (const name of ["layout_engine.js", "layout_engine_bg.wasm"]) pages[name] = await readFile(join(options.engine, name));
const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const served = await serve(HERE, { headers: isolated, pages });
const browser = await launch("chromium", { patience: 600_000 });
try {
  await measure(await browser.newPage());
} finally {
  await browser.close();
  await served.close();
}

async function measure(page) {
  page.on("pageerror", (error) => console.error(String(error?.message ?? error)));
  page.on("console", (message) => message.type() === "error" && console.error(message.text()));
  await page.goto(`${served.url}page.html`, { waitUntil: "load" });
  await page.waitForFunction(() => globalThis.loaded, { timeout: 20_000 });
  const sizes = [Number(options.nodes), Number(options.links)];
  const all = Object.fromEntries(NAMES.map((name) => [name, []]));
  for (let run = 0; run <= Number(options.runs); run++) {
    // The first round warms up and is not counted; each later one has a graph of its own.
    for (const name of run % 2 ? NAMES : [...NAMES].reverse()) {
      const got = await page.evaluate((...of) => globalThis.run(...of), name, ...sizes, run + 1);
      if (run > 0) all[name].push(got);
    }
  }
  told(all);
}

function told(all) {
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const of = (name, what) => median(all[name].map((one) => one[what]));
  console.log(`${options.nodes} nodes, ${options.links} links, 300 ticks, medians of ${options.runs} runs; load ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`);
  for (const name of NAMES) {
    console.log(`  ${name.padEnd(7)} ${of(name, "took").toFixed(0).padStart(6)} ms   spread of link lengths ${of(name, "spread").toFixed(3)}`);
  }
  const slowest = Math.max(...all.ours.map((one) => one.longest));
  say("at least three times as fast as d3-force", of("d3", "took") / of("ours", "took"), 3);
  say("ahead of ngraph.forcelayout", of("ngraph", "took") / of("ours", "took"), 1);
  say("spread no greater than d3-force's", of("d3", "spread") / of("ours", "spread"), 1);
  say("spread no greater than ngraph's", of("ngraph", "spread") / of("ours", "spread"), 1);
  say("slices below 50 ms", 50 / slowest, 1);
  console.log(`  longest slice of 2 ticks: ${slowest.toFixed(1)} ms`);
}

function say(what, ratio, least) {
  console.log(`  ${ratio >= least ? "met   " : "MISSED"}  ${what}: ${ratio.toFixed(2)}`);
  if (ratio < least) process.exitCode = 1;
}

// Measures the search engine beside its peers: node run.mjs --engine FOLDER [options]
//   --engine FOLDER    search_engine.js and its wasm as wasm-bindgen wrote them for the web
//   --records 10000,100000   --seed 1,2   --runs 3   --only engine,includes   --quick   --into FILE (RESULTS.md)

import { readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.mjs";
import { contenders, row } from "./contest.mjs";
import { measure, stage } from "./measure.mjs";
import { FULL, LESS, QUICK, plan } from "./plan.mjs";
import { held, report } from "./report.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const OPTIONS = {
  engine: { type: "string" },
  records: { type: "string", default: "10000" },
  seed: { type: "string", default: "1" },
  runs: { type: "string" },
  only: { type: "string" },
  quick: { type: "boolean", default: false },
  into: { type: "string", default: join(HERE, "RESULTS.md") },
};

const { values: options } = parseArgs({ options: OPTIONS });
const numbers = (text) => text.split(",").map((one) => Number.parseInt(one, 10));
const runs = Number(options.runs ?? (options.quick ? 1 : 3));
const started = Date.now();
const load = loadavg()[0];
const peers = await bundle();
const results = [];
let version = "";

for (const seed of numbers(options.seed)) for (const records of numbers(options.records)) await contest(seed, records);

const faults = results.flatMap((one) => one.failed);
compare();
say(`\n${options.into}`);
process.exitCode = faults.length ? 1 : 0;

/** All contenders on one corpus, run after run. */
async function contest(seed, records) {
  say(`${records} records, seed ${seed}: corpus and right answers`);
  const scale = options.quick ? QUICK : records > 10_000 ? LESS : FULL;
  const made = plan(seed, records, scale);
  const staged = await stage({ ...made.pages, ...peers.files, ...(await engineFiles()) });
  version = staged.version;
  const measured = new Map();
  const failed = [];
  const result = { seed, records, rows: [], failed, textBytes: made.textBytes, inputBytes: made.inputBytes };
  results.push(result);
  for (let run = 0; run < runs; run++) {
    for (const one of wanted(records)) {
      // What is judged is the same in every run.
      const ask = run === 0 ? one.ask : one.ask.filter((what) => what !== "quality");
      if (run > 0 && (one.once || failed.some(({ name }) => name === one.name))) continue;
      try {
        const got = await measure(staged, { ...one, ask });
        measured.set(one.name, [...(measured.get(one.name) ?? []), got]);
        say(`  run ${run + 1} ${one.name}: ${told(got)}`);
      } catch (error) {
        failed.push({ name: one.name, message: error.message.split("\n")[0] });
        say(`  run ${run + 1} ${one.name}: NOT MEASURED: ${error.message}`);
      }
    }
    // After each run, so that what was measured stays where the next is broken off.
    result.rows = [...measured].map(([name, all]) => row(name, all));
    await write();
  }
  await staged.close();
}

function wanted(records) {
  const only = options.only?.split(",");
  return contenders(records).filter(({ name }) => !only || only.includes(name));
}

async function engineFiles() {
  if (!wanted(0).some(({ kind }) => kind === "engine")) return {};
  if (!options.engine) throw new Error("name the engine's folder: --engine FOLDER");
  const names = ["search_engine.js", "search_engine_bg.wasm"];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(options.engine, name))])));
}

function told(run) {
  const { build, memory, p50, p95, clicks50, faceted95 } = row("", [run]);
  const parts = [`build ${build.toFixed(0)} ms`, `${(memory / 1e6).toFixed(1)} MB`];
  if (p95 !== null) parts.push(`p50 ${p50.toFixed(3)} p95 ${p95.toFixed(3)} ms`);
  if (faceted95 !== null) parts.push(`with facets p95 ${faceted95.toFixed(3)} ms`);
  if (clicks50 !== null) parts.push(`click p50 ${clicks50.toFixed(3)} ms`);
  return parts.join(", ");
}

/** Each target, met or missed. */
function compare() {
  for (const one of results) {
    const all = held(one, results) ?? [];
    if (all.length) say(`\nTargets at ${one.records} records, seed ${one.seed}:`);
    for (const { name, sign, bound, value, met } of all) {
      say(`  ${met === null ? "not measured" : met ? "met   " : "MISSED"}  ${name}: ${value} (${sign} ${bound})`);
    }
  }
}

/** The results so far, as the file that is kept. */
async function write() {
  const machine = [
    ["machine", `${cpus().length} cores of ${cpus()[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${process.platform}`],
    ["load before and after", `${load.toFixed(2)}, ${loadavg()[0].toFixed(2)}; the bench itself keeps about one core busy${load > 0.5 * cpus().length ? "; **others were at work: trust ratios only, and those little**" : ""}`],
    ["browser", `${version}, headless, over HTTP on this machine`],
    ["peers", peers.versions.join(", ")],
    ["taken", `${((Date.now() - started) / 60_000).toFixed(1)} minutes, ${new Date().toISOString().slice(0, 10)}${options.quick ? ", **quick: fewer queries, one run**" : ""}`],
  ];
  const before = await readFile(options.into, "utf8").catch(() => "");
  await writeFile(options.into, report(results, machine, before));
}

function say(text) {
  console.log(text);
}

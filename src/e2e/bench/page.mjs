// Runs in the page: builds one contender, asks it, and says how long each piece of work took.

import * as contenders from "./contenders.mjs";
import { Columns, inOrder } from "./counting.mjs";
import { judge } from "./statistics.mjs";

/** As many results as FlexSearch gives by itself: a page of them, and what comes after. */
const LIMIT = 100;

let contender;
let plan;
const long = [];
const watcher = new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration)));

/** Loads a contender without data: what it costs from here on is the data's. */
export async function prepare(name, kind) {
  plan = await (await fetch("plan.json")).json();
  if (kind === "engine") contender = await contenders.engine(plan.engine);
  else if (kind === "peer") contender = await contenders.peer(name, "./peers.js");
  else if (kind === "counter") contender = await contenders.counter(name, "./peers.js", plan.facets);
  else contender = contenders.parsing();
  if (!crossOriginIsolated) throw new Error("the page is not isolated: its clock is too coarse to measure with");
}

/** Feeds all records. Time is that of the slices alone: fetching and waiting are nobody's work. */
export async function build() {
  watcher.observe({ type: "longtask" });
  const slices = [];
  const start = performance.memory.usedJSHeapSize;
  let peak = used();
  const work = async (steps) => {
    for (;;) {
      const before = performance.now();
      const { done } = steps.next();
      slices.push(performance.now() - before);
      peak = Math.max(peak, used());
      await turn();
      if (done) return;
    }
  };
  for (let piece = 0; piece < plan.pieces; piece++) {
    await work(contender.push(new Uint8Array(await (await fetch(`piece-${piece}.ndjson`)).arrayBuffer())));
  }
  await work(contender.finish());
  // Long tasks are told late.
  await new Promise((done) => setTimeout(done, 120));
  watcher.disconnect();
  return {
    ms: slices.reduce((sum, one) => sum + one, 0),
    slice: Math.max(...slices),
    task: Math.max(0, ...long),
    peak: peak - start,
    wasm: contender.wasmBytes(),
  };
}

/** The heap as it stands, garbage included, and the wasm memory. */
const used = () => performance.memory.usedJSHeapSize + contender.wasmBytes();

/** The next task: what was typed has been drawn, what was collected is gone. */
function turn() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(port1.close());
    port2.postMessage(0);
  });
}

async function timed(work) {
  await turn();
  const before = performance.now();
  const answer = work();
  if (answer instanceof Promise) await answer;
  return performance.now() - before;
}

/** Every keystroke once; others came before them, so that the code is warm and no answer is. */
export async function keys(every) {
  const first = await timed(() => contender.query(plan.warm[0].text, LIMIT));
  for (const { text } of sampled(plan.warm, every)) await timed(() => contender.query(text, LIMIT));
  const out = [];
  for (const { kind, text } of sampled(plan.keys, every)) {
    out.push({ kind, text, ms: await timed(() => contender.query(text, LIMIT)) });
  }
  return { first, keys: out };
}

/** Query and five facets at each keystroke, of texts not asked before. */
export async function faceted() {
  const both = await answers();
  for (const { text } of plan.warm) await timed(() => both(text, {}));
  const out = [];
  for (const [at, { text }] of plan.faceted.entries()) out.push(await timed(() => both(text, plan.lit[at])));
  return out;
}

/** The engine counts itself; a peer's hits are counted by the plain loop. */
async function answers() {
  if (contender.facets) {
    return (text, filters) => (contender.query(text, LIMIT), contender.facets(text, filters));
  }
  const columns = await loop();
  const count = (ids, filters) => columns.counts(filters, ids);
  return (text, filters) => {
    const ids = contender.query(text, plan.records);
    return ids instanceof Promise ? ids.then((found) => count(found, filters)) : count(ids, filters);
  };
}

async function loop() {
  const columns = new Columns(plan.facets);
  const decoder = new TextDecoder();
  let rest = "";
  for (let piece = 0; piece < plan.pieces; piece++) {
    const lines = (rest + decoder.decode(await (await fetch(`piece-${piece}.ndjson`)).arrayBuffer(), { stream: true })).split("\n");
    rest = lines.pop();
    for (const line of lines) columns.add(JSON.parse(line));
  }
  columns.finish();
  return columns;
}

/** Clicks on facets without a query, and how many of them were counted right. */
export async function clicks() {
  const expected = new Uint32Array(await (await fetch("counts.bin")).arrayBuffer());
  const values = Object.values(plan.facets).flat().length;
  for (const filters of plan.lit) await timed(() => contender.facets("", filters));
  const out = [];
  let right = 0;
  for (const [at, filters] of plan.clicks.entries()) {
    let counts;
    out.push(await timed(() => (counts = contender.facets("", filters))));
    const wanted = expected.subarray(at * values, (at + 1) * values);
    right += inOrder(contender.named(counts), plan.facets).every((count, value) => count === wanted[value]);
  }
  return { ms: out, right };
}

/** Recall and precision of all results against the plain loops' answers. */
export async function quality(every) {
  const sets = new Uint32Array(await (await fetch("sets.bin")).arrayBuffer());
  const words = Math.ceil(plan.records / 32);
  const out = [];
  for (const [at, { kind, text }] of plan.questions.entries()) {
    if (at % every) continue;
    const part = (which) => sets.subarray((3 * at + which) * words, (3 * at + which + 1) * words);
    const ids = await contender.query(text, plan.records);
    out.push({ kind, text, ...judge(ids, { relevant: part(0), allowed: part(1), intended: part(2) }) });
    await turn();
  }
  return out;
}

const sampled = (list, every) => list.filter((_, at) => at % every === 0);

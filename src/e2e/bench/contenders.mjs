// Brings every contender into one shape: input as pieces of NDJSON, work in slices, answers as ids.

import { Columns } from "./counting.mjs";

/** A slice hands the thread back when this much time has gone, in ms. */
const BUDGET = 16;

/** The engine: the module that wasm-bindgen wrote, or another with the same class. */
export async function engine(address) {
  const { default: start, Engine } = await import(address);
  const { memory } = await start({ module_or_path: new URL("search_engine_bg.wasm", import.meta.url) });
  const index = Engine.create();
  return {
    wasmBytes: () => memory?.buffer.byteLength ?? 0,
    *push(piece) {
      index.push(piece);
      yield;
      // What has been handed over is worked off before more is, so that it need not be kept.
      while (index.step(BUDGET) < 1) yield;
    },
    *finish() {
      while (index.step(BUDGET) < 1) yield;
    },
    query: (text, limit) => index.query(text, limit).ids,
    facets: (text, filters) => index.facets(text, JSON.stringify(filters)),
    /** Counts by facet and value: as the typed-array loop's they come as numbers, whose order is known before. */
    named(counts) {
      let at = 0;
      const counted = ([name, values]) => [name, values.map((value) => [value, counts[at++]])];
      return Object.fromEntries(JSON.parse(index.values()).map(counted));
    },
    free: () => index.free(),
  };
}

/** A peer that searches, from `peers.mjs` as it was bundled. */
export async function peer(name, address) {
  const made = await (await import(address)).PEERS[name]();
  return { ...reader(made), query: made.query };
}

/** A peer that counts: the typed-array loop, or crossfilter2. */
export async function counter(name, address, facets) {
  const loop = new Columns(facets);
  const plain = { add: (record) => loop.add(record), finish: () => loop.finish(), counts: (filters) => loop.counts(filters) };
  const made = name === "typed-array-loop" ? plain : await (await import(address)).crossfiltered(facets);
  return { ...reader(made), facets: (_, filters) => made.counts(filters), named: (counts) => counts };
}

/** Reading the records and nothing else: what every JavaScript peer pays before it begins. */
export const parsing = () => reader({ add() {} });

/** What a JavaScript peer needs to read NDJSON: decoded, cut into lines, parsed, added, in slices. */
function reader({ add, finish = () => {} }) {
  const decoder = new TextDecoder();
  let [rest, id] = ["", 0];
  return {
    wasmBytes: () => 0,
    *push(piece) {
      let start = performance.now();
      const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
      rest = lines.pop();
      for (const line of lines) {
        add(JSON.parse(line), id++);
        if (performance.now() - start < BUDGET) continue;
        yield;
        start = performance.now();
      }
      yield;
    },
    *finish() {
      finish();
      yield;
    },
  };
}

// Runs in the page: one graph, three layouts, how long each takes and how even its links are.

import init, { Layout } from "./layout_engine.js";
import * as peers from "./peers.js";

/** Ticks in one slice, as the page takes them between two frames. */
const SLICE = 2;

await init({ module_or_path: new URL("layout_engine_bg.wasm", import.meta.url) });

/** A connected graph with hubs: each node is linked to an earlier one, the rest to near ones. */
function graph(count, wanted, seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const links = [];
  const seen = new Set();
  const add = (a, b) => {
    const key = Math.min(a, b) * count + Math.max(a, b);
    if (a === b || seen.has(key)) return;
    seen.add(key);
    links.push([a, b]);
  };
  for (let i = 1; i < count; i++) add(i, Math.floor(random() ** 2 * i));
  while (links.length < wanted) {
    const a = Math.floor(random() * count);
    add(a, Math.min(count - 1, Math.floor(random() < 0.5 ? random() * count : a + random() * 40)));
  }
  return { count, links };
}

/** Ours, in slices as the page runs it. */
function ours({ count, links }, slices) {
  const layout = new Layout(count, new Uint32Array(links.flat()), 1);
  for (let done = false; !done; ) {
    const from = performance.now();
    done = layout.step(SLICE);
    slices.push(performance.now() - from);
  }
  const flat = layout.places();
  layout.free();
  return Array.from({ length: count }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
}

/** The standard deviation of the links' lengths by their mean: no scale plays into it. */
function spread(places, links) {
  const lengths = links.map(([a, b]) => Math.hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]));
  const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
  const variance = lengths.reduce((sum, one) => sum + (one - mean) ** 2, 0) / lengths.length;
  return Math.sqrt(variance) / mean;
}

globalThis.run = (name, count, wanted, seed) => {
  const made = graph(count, wanted, seed);
  const slices = [];
  const from = performance.now();
  const places = name === "ours" ? ours(made, slices) : peers[name](made);
  const took = performance.now() - from;
  if (places.flat().some((n) => !Number.isFinite(n))) throw new Error(`${name} left the plane`);
  return { took, spread: spread(places, made.links), longest: Math.max(0, ...slices) };
};
globalThis.loaded = true;

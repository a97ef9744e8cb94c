// The bench tried on an engine that is slow and right, and on one that is wrong: the figures must say so.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { row } from "../contest.mjs";
import { measure, stage } from "../measure.mjs";
import { plan } from "../plan.mjs";

const ENGINE = { name: "engine", kind: "engine", ask: ["keys", "faceted", "clicks", "quality"] };
const SCALE = { questions: { typo: 20, exact: 20, phrase: 10 }, share: 0.1 };
const standin = await readFile(new URL("./standin.mjs", import.meta.url), "utf8");
const { pages } = plan(1, 200, SCALE);
const staged = [];

async function measured(one, engine = standin) {
  const place = await stage({ ...pages, "search_engine.js": engine });
  staged.push(place);
  return row(one.name, [await measure(place, one)]);
}

after(() => Promise.all(staged.map((place) => place.close())));

test("an engine that keeps every rule has nothing against it", async () => {
  const { quality, clicksRight, clicksAsked, ...figures } = await measured(ENGINE);
  for (const kind of ["typo", "exact", "phrase"]) {
    const { recall, precision, ordered, asked } = quality[kind];
    assert.deepEqual([recall, precision], [1, 1], kind);
    if (kind === "exact") assert.equal(ordered, asked);
  }
  assert.equal(clicksRight, clicksAsked);
  for (const what of ["build", "slice", "memory", "peak", "first", "p50", "p95", "p99", "faceted95", "clicks50"]) {
    assert.ok(figures[what] > 0, `${what} is ${figures[what]}`);
  }
  // 0.11 MB of text, held as objects.
  assert.ok(figures.memory > 1e5 && figures.memory < 5e6, `${figures.memory} bytes`);
});

test("an engine that loses hits, adds others and miscounts is found out", async () => {
  const wrong = standin
    .replace("ids.slice(0, limit)", "ids.slice(1, limit)")
    .replace("const hits = ", "const hits = text.startsWith('\"') ? [...this.records.keys()] : ")
    .replace("?? 0) + 1", "?? 1) + 1");
  const { quality, clicksRight } = await measured(ENGINE, wrong);
  assert.ok(quality.typo.recall < 0.9 && quality.exact.recall < 0.9, "lost hits");
  assert.ok(quality.phrase.precision < 0.5, "others added");
  // Where nobody is left there is nothing to miscount.
  assert.ok(clicksRight <= 2, `${clicksRight} right`);
});

test("an engine that fails is told, not measured", async () => {
  await assert.rejects(measured(ENGINE, standin.replace("step() {", "step() { throw new Error('no room');")), /no room/);
});

test("the loop that counts and the reading of the records are measured alike", async () => {
  const loop = await measured({ name: "typed-array-loop", kind: "counter", ask: ["clicks"] });
  assert.equal(loop.clicksRight, loop.clicksAsked);
  const parse = await measured({ name: "JSON.parse alone", kind: "parsing", ask: [] });
  assert.ok(parse.build > 0 && parse.p95 === null);
});

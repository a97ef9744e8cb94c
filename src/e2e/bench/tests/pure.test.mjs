// The parts of the bench that need no browser: chance, corpus, edits, oracle, counts, figures.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FACETS, chunks, corpus, textBytes, textOf } from "../corpus.mjs";
import { Columns, inOrder } from "../counting.mjs";
import { row } from "../contest.mjs";
import { distances, misspell, tolerance } from "../edits.mjs";
import { forgiven, holdsPhrase, oracle } from "../oracle.mjs";
import { plan } from "../plan.mjs";
import { KINDS, clicks, keystrokes, questions, words } from "../queries.mjs";
import { chance } from "../random.mjs";
import { report } from "../report.mjs";
import { has, judge, median, percentile, size } from "../statistics.mjs";
import { atTenThousand } from "../targets.mjs";

const SMALL = 300;

test("one seed makes one corpus, another seed another", () => {
  const text = (seed) => chunks(corpus(seed, SMALL).records).join("");
  assert.equal(text(1), text(1));
  assert.notEqual(text(1), text(2));
});

test("a record holds about 560 bytes of text, and the facets 325 values", () => {
  const { records, facets } = corpus(1, 10_000);
  const bytes = textBytes(records) / records.length;
  assert.ok(bytes > 550 && bytes < 570, `${bytes} bytes`);
  assert.deepEqual(Object.values(facets).map((all) => new Set(all).size), Object.values(FACETS));
  assert.equal(Object.values(FACETS).reduce((sum, one) => sum + one), 325);
});

test("few words are frequent and many are rare", () => {
  const counts = new Map();
  for (const record of corpus(1, 2000).records) for (const word of words(textOf(record))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const share = sorted.slice(0, 100).reduce((sum, one) => sum + one) / sorted.reduce((sum, one) => sum + one);
  assert.ok(share > 0.25 && share < 0.6, `the first hundred words are ${share} of the text`);
  assert.ok(sorted.filter((one) => one === 1).length > sorted.length / 10);
});

test("pieces of the input put together are the records again, wherever they were cut", () => {
  const { records } = corpus(3, 40);
  const pieces = chunks(records, 777);
  assert.ok(pieces.length > 20 && pieces.every((piece) => piece.length <= 777));
  assert.deepEqual(Buffer.concat(pieces).toString().trim().split("\n").map((line) => JSON.parse(line)), records);
});

/** Every text that is one edit away, by doing each edit. */
function neighbours(word, alphabet) {
  const out = new Set();
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    for (const letter of alphabet) out.add(head + letter + tail).add(tail ? head + letter + tail.slice(1) : word);
    if (tail) out.add(head + tail.slice(1));
    if (tail.length > 1) out.add(head + tail[1] + tail[0] + tail.slice(2));
  }
  return out.add(word);
}

test("the table's distance is what doing the edits gives", () => {
  const alphabet = ["a", "b", "c"];
  const random = chance(1, "distance");
  const word = (length) => Array.from({ length }, () => alphabet[Math.floor(random() * 3)]).join("");
  for (let times = 0; times < 3000; times++) {
    const [typed, other] = [word(5), word(4 + (times % 3))];
    const one = neighbours(typed, alphabet);
    assert.equal(distances(typed, other).whole <= 1, one.has(other), `${typed} ${other}`);
    const starts = Array.from({ length: other.length + 1 }, (_, at) => other.slice(0, at));
    assert.equal(distances(typed, other).start <= 1, starts.some((start) => one.has(start)), `${typed} ${other}…`);
  }
});

test("a typo is one edit, at any position", () => {
  const random = chance(1, "typos");
  const seen = new Set();
  for (let times = 0; times < 2000; times++) {
    const typed = misspell(random, "abcdefgh");
    assert.equal(distances(typed, "abcdefgh").whole, 1);
    const length = typed.length;
    const swapped = length === 8 && [...typed].sort().join("") === "abcdefgh";
    seen.add(`${swapped ? "swap" : length} at ${[...typed].findIndex((letter, at) => letter !== "abcdefgh"[at])}`);
  }
  for (const edit of ["7 at 0", "8 at 0", "9 at 0", "swap at 0", "swap at 6", "8 at 7", "9 at 8"]) assert.ok(seen.has(edit), edit);
});

test("the tolerance is one edit from 4 letters and two from 8", () => {
  assert.deepEqual(["abc", "abcd", "abcdefg", "abcdefgh"].map(tolerance), [0, 1, 1, 2]);
  assert.ok(forgiven("wroks", "works", false) && !forgiven("wroks", "worker", false) && forgiven("wroke", "worker", true));
  assert.ok(!forgiven("cat", "car", true) && forgiven("ca", "car", true));
});

test("the oracle's answers are those of a loop over every word of every record", () => {
  const { records } = corpus(5, SMALL);
  const answer = oracle(records);
  for (const asked of questions(5, records, { typo: 12, exact: 12, phrase: 6 })) {
    const { relevant, allowed, intended } = answer(asked);
    const typed = words(asked.text);
    records.forEach((record, id) => {
      const held = words(textOf(record));
      const last = (at, list) => at === list.length - 1;
      if (asked.kind === "phrase") return assert.equal(has(relevant, id), holdsPhrase(record, asked.meant));
      const every = (list, fits) => list.every((one, at) => held.some((word) => fits(one, word, last(at, list))));
      assert.equal(has(relevant, id), every(asked.meant, (one, word) => one === word));
      assert.equal(has(allowed, id), every(typed, forgiven), asked.text);
      assert.equal(has(intended, id), every(asked.meant, (one, word, end) => (end ? word.startsWith(one) : word === one)));
    });
    assert.ok(size(relevant) > 0, `nobody answers ${asked.text}`);
  }
});

test("a phrase stands in one field, in order, without gaps", () => {
  const record = { title: "Red fox, jumps", summary: "Over. The dog", tags: ["one two", "three"] };
  const yes = ["red fox", "fox jumps", "over the dog", "one two"];
  const no = ["jumps over", "fox red", "red jumps", "two three", "re fox"];
  assert.deepEqual(yes.filter((text) => !holdsPhrase(record, words(text))), []);
  assert.deepEqual(no.filter((text) => holdsPhrase(record, words(text))), []);
});

test("keystrokes are 200 different texts, the same for the same seed", () => {
  const { records } = corpus(1, 2000);
  const all = keystrokes(1, "keys", records);
  assert.equal(new Set(all.map((one) => one.text)).size, 200);
  for (const [kind, count] of Object.entries(KINDS)) assert.equal(all.filter((one) => one.kind === kind).length, count);
  assert.deepEqual(all, keystrokes(1, "keys", records));
  assert.notDeepEqual(all, keystrokes(1, "warm", records));
});

test("the typed-array loop counts what the definition counts", () => {
  const { pages, plan: made } = plan(2, SMALL, { questions: { typo: 1, exact: 1, phrase: 1 }, share: 0.25 });
  const columns = new Columns(made.facets);
  const { records } = corpus(2, SMALL);
  for (const record of records) columns.add(record);
  columns.finish();
  const expected = new Uint32Array(pages["counts.bin"].buffer);
  assert.deepEqual(made.clicks.flatMap((filters) => inOrder(columns.counts(filters), made.facets)), [...expected]);
  const some = Uint32Array.from([1, 5, 8]);
  assert.equal(columns.counts({}, some)[0].reduce((sum, one) => sum + one), 3);
  assert.ok(clicks(2, records).every((filters) => Object.keys(filters).length > 0));
});

test("counts are read in every shape in which they come", () => {
  const facets = { country: ["JP", "TH"], tags: ["a"] };
  for (const counts of [
    { country: { TH: 2 }, tags: { a: 1 } },
    { country: [["TH", 2]], tags: [["a", 1]] },
    { country: [{ key: "TH", value: 2 }], tags: [{ value: "a", count: 1 }] },
  ]) assert.deepEqual(inOrder(counts, facets), [0, 2, 1]);
});

test("percentiles are by nearest rank", () => {
  const values = Array.from({ length: 200 }, (_, at) => 200 - at);
  assert.deepEqual([0.5, 0.95, 0.99, 1].map((share) => percentile(values, share)), [100, 190, 198, 200]);
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(percentile([7], 0.01), 7);
});

test("an answer is judged by what is missing, what is wrong, and what stands first", () => {
  const bits = (...ids) => ids.reduce((all, id) => ((all[id >> 5] |= 1 << (id & 31)), all), new Uint32Array(2));
  const sets = { relevant: bits(1, 40), allowed: bits(1, 2, 40), intended: bits(1, 40) };
  assert.deepEqual(judge([40, 1, 2], sets), { recall: 1, precision: 1, intended: 2 / 3, ordered: true, found: 3 });
  assert.deepEqual(judge([2, 1, 3, 3], sets), { recall: 0.5, precision: 2 / 3, intended: 1 / 3, ordered: false, found: 3 });
  assert.deepEqual(judge([], sets), { recall: 0, precision: null, intended: null, ordered: true, found: 0 });
});

/** A run with every figure at `value`. */
const run = (value) => ({
  ms: value, slice: value, task: 0, memory: value, peak: value, wasm: value, first: value,
  keys: Object.keys(KINDS).map((kind) => ({ kind, ms: value })),
  faceted: [value], clicks: { ms: [value], right: 1 },
  quality: ["typo", "exact", "phrase"].map((kind) => ({ kind, recall: 1, precision: 1, intended: 1, ordered: true })),
});

test("a target is met, missed or not measured, and the median of the runs decides", () => {
  const rows = [
    row("engine", [run(9), run(1), run(1)]), row("minisearch", [run(8)]), row("flexsearch-tolerant", [run(0.9)]),
    row("flexsearch-forward", [run(2)]), row("typed-array-loop", [run(2)]),
  ];
  const met = Object.fromEntries(atTenThousand(rows).map((one) => [one.name, one.met]));
  assert.equal(met["build, an eighth of MiniSearch"], true);
  assert.equal(met["memory, a quarter of MiniSearch"], true);
  assert.equal(met["cold p95 a keystroke, no more than the faster FlexSearch"], false);
  assert.equal(met["cold p99, no more than twice that"], true);
  assert.equal(met["facet click p50, half of the typed-array loop"], true);
  const alone = atTenThousand(rows.slice(0, 1));
  assert.equal(alone.find((one) => one.name.startsWith("build")).met, null);
});

test("the report says what was missed, and keeps the paragraph written by hand", () => {
  const rows = [row("engine", [run(5)]), row("minisearch", [run(8)])];
  const result = { records: 10_000, seed: 1, rows, failed: [{ name: "lunr", message: "gone" }], textBytes: 1, inputBytes: 1 };
  const text = report([result], [["machine", "one"]]);
  assert.match(text, /build, an eighth of MiniSearch \| ≤ 1\.00 ms \| 5\.00 ms \| \*\*MISSED\*\*/);
  assert.match(text, /not measured: lunr: gone/);
  const written = text.replace(/to be written\./, "It reads less.");
  assert.match(report([result], [], written), /It reads less\./);
});

// The results as Markdown: what was measured on what, the rows, the ratios, the targets.

import { atHundredThousand, atTenThousand } from "./targets.mjs";

/** What stands between these two lines is written by hand and kept when the file is written anew. */
const [FROM, TO] = ["<!-- by hand -->", "<!-- /by hand -->"];
const EMPTY = "What made it fast, and what is left to the limit: to be written.";

const ms = (value) => (value === null ? "–" : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value < 0.1 ? 3 : 2));
const mb = (value) => (value === null ? "–" : (value / 1e6).toFixed(1));
const percent = (value) => (value === null || value === undefined ? "–" : (100 * value).toFixed(1));
const ratio = (value, own) => (value === null || !own ? "–" : `${(value / own).toPrecision(2).replace(/e.*/, (e) => e)}`);

const line = (cells) => `| ${cells.join(" | ")} |`;
const table = (heads, rows) => [line(heads), line(heads.map((_, at) => (at ? "--:" : "---"))), ...rows.map(line)].join("\n");

/** The whole file; `before` is what it said, for the part written by hand. */
export function report(results, machine, before = "") {
  const kept = before.includes(FROM) ? before.slice(before.indexOf(FROM) + FROM.length, before.indexOf(TO)).trim() : EMPTY;
  return [
    "# Search, measured",
    "`cargo xtask bench search` writes this file. Milliseconds and megabytes (10⁶ bytes) are medians of the runs; what counts are the ratios within a run.",
    table(["", ""], machine).replace("| --: |", "| --- |"),
    ...results.flatMap((one) => section(one, results)),
    "## What made it fast, and what is left",
    `${FROM}\n${kept}\n${TO}`,
    DEFINITIONS,
  ].join("\n\n") + "\n";
}

function section(result, results) {
  const { rows, records, seed, textBytes, inputBytes } = result;
  const searching = rows.filter((row) => row.p50 !== null);
  const head = `## ${records.toLocaleString("en")} records, seed ${seed}`;
  const corpus = `${(textBytes / 1e6).toFixed(2)} MB of text, ${(inputBytes / 1e6).toFixed(2)} MB of NDJSON. Runs: ${runsOf(rows)}.`;
  const failed = result.failed.map(({ name, message }) => `* not measured: ${name}: ${message}`).join("\n");
  return [
    head,
    corpus,
    failed,
    targets(result, results),
    "### Keystrokes, build and memory",
    table(
      ["", "build ms", "longest slice ms", "memory MB", "peak MB", "first ms", "p50 ms", "p95 ms", "p99 ms", "worst ms", "with 5 facets p95 ms"],
      rows.filter((row) => row.clicks50 === null || row.p50 !== null).map((row) => [
        row.name, ms(row.build), ms(row.slice), mb(row.memory), mb(row.peak),
        ...[row.first, row.p50, row.p95, row.p99, row.worst, row.faceted95].map(ms),
      ]),
    ),
    "### p95 by kind of keystroke, ms",
    table(["", "1–2 letters", "prefix", "typo", "phrase", "several words"], searching.map((row) => [row.name, ...Object.values(row.kinds).map(ms)])),
    "### Right answers, %",
    table(
      ["", "typo recall", "typo precision", "of the meant word", "exact recall", "exact first", "phrase recall", "phrase precision"],
      rows.filter((row) => row.quality).map(({ name, quality: { typo, exact, phrase } }) => [
        name, percent(typo.recall), percent(typo.precision), percent(typo.intended), percent(exact.recall), percent(exact.ordered / exact.asked), percent(phrase.recall), percent(phrase.precision),
      ]),
    ),
    "### Facet clicks",
    table(
      ["", "build ms", "memory MB", "p50 ms", "p95 ms", "counted right"],
      rows.filter((row) => row.clicks50 !== null).map((row) => [row.name, ms(row.build), mb(row.memory), ms(row.clicks50), ms(row.clicks95), `${row.clicksRight} of ${row.clicksAsked}`]),
    ),
    ...ratios(rows),
  ].filter(Boolean);
}

/** How many runs most had, and who had fewer. */
function runsOf(rows) {
  const most = Math.max(0, ...rows.map((row) => row.runs));
  const fewer = rows.filter((row) => row.runs < most).map((row) => `${row.name} ${row.runs}`);
  return [most, ...fewer].join(", ");
}

/** How many times the engine's figure each other contender needs. */
function ratios(rows) {
  const own = rows.find((row) => row.name === "engine");
  if (!own) return [];
  const others = rows.filter((row) => row !== own && row.p50 !== null);
  const cells = (row) => ["build", "memory", "p50", "p95", "p99", "faceted95"].map((what) => ratio(row[what], own[what]));
  return [
    "### Times the engine's figure",
    table(["", "build", "memory", "p50", "p95", "p99", "with 5 facets p95"], others.map((row) => [row.name, ...cells(row)])),
  ];
}

/** Targets with pass or miss; null where this result has none. */
export function held(result, results) {
  if (!result.rows.some((row) => row.name === "engine")) return null;
  if (result.records === 10_000) return atTenThousand(result.rows);
  const small = results.find((one) => one.records === 10_000 && one.seed === result.seed);
  return result.records === 100_000 ? atHundredThousand(result.rows, small?.rows, result.textBytes) : null;
}

const word = (met) => (met === null ? "not measured" : met ? "met" : "**MISSED**");

function targets(result, results) {
  const all = held(result, results);
  if (!all) return "";
  const missed = all.filter((one) => one.met === false).length;
  const head = `### Targets: ${all.filter((one) => one.met).length} of ${all.length} met${missed ? `, ${missed} missed` : ""}`;
  return `${head}\n\n${table(["target", "bound", "measured", ""], all.map((one) => [one.name, `${one.sign} ${one.bound}`, one.value, word(one.met)]))}`;
}

const DEFINITIONS = `## Definitions

* **Records** are generated from the seed: invented words by Zipf's law (exponent 1.07, shift 2.7; 30,000 words at 10,000 records and by the root of their number at others; frequent ones short, a third of them forms of another), five facets with 325 values. **Text** is the UTF-8 bytes of the searchable fields: title, summary, org, country, sector, actor, year, tags.
* **Build** is the sum of all slices of work from the bytes of the NDJSON to the first possible query, in pieces of at most 1 MB; fetching and waiting are not counted. Every JavaScript peer decodes and parses the JSON in it; \`JSON.parse alone\` is what that costs. Where a peer takes one record after another it is given the thread back after 16 ms. **Longest slice** is the longest of them, or the longest task that the browser reported.
* **Memory** is the wasm memory plus what the JavaScript heap and its buffers grew by, after collection; libraries and queries were loaded before. **Peak** is the most seen at the end of any slice, garbage included.
* **Keystrokes** are 200 texts drawn from words of random records: 24 of one or two letters, 48 prefixes, 48 typos, 24 phrases in quotes, 56 of two to four words of which the last is cut. Each is asked once, after 44 others: code is warm, no answer is. **First** is the very first query of the page. 100 results are asked for, FlexSearch's own default. Percentiles by nearest rank.
* **Typo**: one random Damerau edit (a letter left out, put in, exchanged, or two swapped) at any position of a word of at least 5 letters. **Typo recall**: the share of records with the meant word that are found, mean over 200 typos (40 at 100,000 records, where fewer of all questions are asked). **Typo precision**: the share of results with a word that is, or starts with, what was typed within the tolerance: one edit from 4 letters, two from 8. **Of the meant word**: the share that the right spelling would have found too; other words within the tolerance count against it.
* **Exact recall**: one to three words of one record; the share of records with all of them that are found. **Exact first**: answers in which every such record (or one whose word starts with the last) stands before all others. **Phrases**: two to four neighbouring words of one field in quotes, against a plain loop over all words of all fields. Peers without phrases get the words.
* **Facet click**: one to three facets lit, one or two values in each; all five facets are counted anew, each under the filters of the others. The engine, like the loop, tells numbers in the order of the values, whose names do not change. **With five facets**: a query and the five counts under it, one facet lit in every second; where a peer does not count, the typed-array loop counts its results.
* The clock has 5 µs (the page is cross-origin isolated). Each contender runs in a fresh page that was left alone for a second (a browser that opens a page starts processes for the next one, and two cores are few), one after another, the whole list as often as there are runs. Fuse.js answers every fifth query only.`;

// The generated records: a Zipfian vocabulary of invented words, and five facets with 325 values.

import { between, chance, pick, zipf } from "./random.mjs";

/** How many words 10,000 records draw from; more records know more, by Heaps' law with its usual root. */
const VOCABULARY = 30_000;
const ORGANISATIONS = 2_000;
/** How many values each facet has, in the order in which they are counted. */
export const FACETS = { country: 60, sector: 20, actor: 120, year: 25, tags: 100 };
/** The fields that are searched, in the order of a record. */
export const FIELDS = ["title", "summary", "org", "country", "sector", "actor", "year", "tags"];
/** Input is handed over in pieces of at most this many bytes; a piece may end inside a line. */
export const CHUNK = 1_000_000;

const ONSETS = ["", ..."b c d f g h j k l m n p r s t v w b c d f l m n p r s t br ch cl cr fl gr pl pr sh sk st th tr z".split(" ")];
const NUCLEI = "a a a a e e e e e i i i o o o u ai ea ou".split(" ");
const CODAS = [..."        ", ..."n n r r s s t l m d ck ng nd nt st".split(" ")].map((coda) => coda.trim());
const ENDINGS = "s s s ed ing er ers ion al ly ment ness able ity".split(" ");

/** `count` records, and the values of each facet. */
export function corpus(seed, count) {
  const size = Math.round(VOCABULARY * Math.sqrt(count / 10_000));
  const words = vocabulary(chance(seed, "vocabulary"), size + 2 * ORGANISATIONS + 400);
  const facets = facetValues(chance(seed, "facets"), words.slice(size));
  const names = words.slice(size + 400).map(capital);
  const random = chance(seed, "records");
  const word = zipf(size, 1.07, 2.7);
  const org = zipf(ORGANISATIONS, 0.8);
  const value = Object.fromEntries(Object.entries(facets).map(([name, all]) => [name, [all, zipf(all.length, 0.9)]]));
  const one = (name) => value[name][0][value[name][1](random)];
  const records = Array.from({ length: count }, () => {
    const rank = org(random);
    return {
      title: capital(run(random, () => words[word(random)], between(random, 6, 10)).join(" ")),
      summary: sentences(random, () => words[word(random)], between(random, 44, 80)),
      org: `${names[2 * rank]} ${names[2 * rank + 1]}`,
      country: one("country"),
      sector: one("sector"),
      actor: one("actor"),
      year: one("year"),
      tags: [...new Set(run(random, () => one("tags"), between(random, 1, 4)))],
    };
  });
  return { records, facets };
}

/** Words by rank: frequent ones are short, as Zipf found, and a third are forms of an earlier word. */
function vocabulary(random, count) {
  const known = new Set();
  const [words, stems] = [[], []];
  while (words.length < count) {
    const form = words.length > 300 && random() < 0.35;
    const word = form ? pick(random, stems) + pick(random, ENDINGS) : stem(random, words.length);
    if (word.length < 2 || word.length > 14 || known.has(word)) continue;
    known.add(word);
    words.push(word);
    if (!form) stems.push(word);
  }
  return words;
}

function stem(random, rank) {
  const syllables = rank < 60 ? 1 : rank < 6_000 ? 2 : between(random, 2, 3);
  const syllable = () => pick(random, ONSETS) + pick(random, NUCLEI) + pick(random, CODAS);
  return run(random, syllable, syllables).join("");
}

function facetValues(random, words) {
  const letters = "abcdefghijklmnopqrstuvwxyz".toUpperCase();
  const codes = [...letters].flatMap((first) => [...letters].map((second) => first + second));
  const country = codes.filter((_, at) => at % 11 === 3).slice(0, FACETS.country);
  const take = (count) => words.splice(0, count);
  const sector = take(FACETS.sector);
  const actor = take(FACETS.actor).map((word) => `${capital(pick(random, sector))} ${capital(word)}`);
  const year = Array.from({ length: FACETS.year }, (_, at) => String(2001 + at));
  return { country, sector, actor, year, tags: take(FACETS.tags) };
}

function sentences(random, word, count) {
  const out = [];
  while (count > 0) {
    const length = Math.min(count, between(random, 7, 18));
    const words = run(random, word, length);
    const comma = between(random, 2, length + 6);
    out.push(`${capital(words.map((one, at) => (at === comma ? `, ${one}` : one)).join(" ").replace(" ,", ","))}.`);
    count -= length;
  }
  return out.join(" ");
}

const run = (random, make, count) => Array.from({ length: count }, () => make(random));
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The searchable text of a record, a field a line. */
export const textOf = (record, between = "\n") => FIELDS.flatMap((field) => record[field]).join(between);

/** UTF-8 bytes of the searchable fields of all records. */
export const textBytes = (records) => records.reduce((sum, one) => sum + Buffer.byteLength(FIELDS.flatMap((f) => one[f]).join("")), 0);

/** The records as lines of JSON, in pieces of at most `CHUNK` bytes. */
export function chunks(records, size = CHUNK) {
  const bytes = Buffer.from(records.map((record) => JSON.stringify(record) + "\n").join(""));
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

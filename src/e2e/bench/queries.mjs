// What is typed: drawn from the words of random records, each text once.

import { misspell } from "./edits.mjs";
import { between, chance, pick, shuffled } from "./random.mjs";
import { FIELDS } from "./corpus.mjs";

/** How many of the 200 keystrokes are of which kind. */
export const KINDS = { short: 24, prefix: 48, typo: 48, phrase: 24, several: 56 };
/** A typo is made in a word of at least this many letters. */
const LONG = 5;

/** The words of a text, folded as far as generated text needs it. */
export const words = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** Keystrokes: the text in the box after a key, with its kind. `name` tells one draw from another. */
export function keystrokes(seed, name, records, kinds = KINDS) {
  const random = chance(seed, name);
  const make = makers(random, records);
  const seen = new Set();
  const all = Object.entries(kinds).flatMap(([kind, count]) => distinct(count, seen, make[kind]).map((text) => ({ kind, text })));
  return shuffled(random, all);
}

function makers(random, records) {
  const record = () => pick(random, records);
  const word = (least) => longWord(random, record(), least);
  const start = (text, least) => text.slice(0, between(random, least, text.length));
  return {
    short: () => start(word(2).slice(0, 2), 1),
    prefix: () => start(word(LONG).slice(0, -1), 3),
    typo: () => misspell(random, word(LONG)),
    phrase: () => `"${phrase(random, record()).join(" ")}"`,
    several: () => {
      const all = several(random, record(), between(random, 2, 4));
      return [...all.slice(0, -1), start(all.at(-1), 1)].join(" ");
    },
  };
}

/** Texts whose right answers are known: typos, exact words, phrases. */
export function questions(seed, records, { typo = 200, exact = 200, phrase: phrases = 100 } = {}) {
  const random = chance(seed, "questions");
  const record = () => pick(random, records);
  const seen = new Set();
  const ask = (kind, count, make) => {
    const byText = new Map();
    const texts = distinct(count, seen, () => {
      const meant = make();
      const text = kind === "typo" ? misspell(random, meant[0]) : kind === "phrase" ? `"${meant.join(" ")}"` : meant.join(" ");
      byText.set(text, meant);
      return text;
    });
    return texts.map((text) => ({ kind, text, meant: byText.get(text) }));
  };
  return [
    ...ask("typo", typo, () => [longWord(random, record(), LONG)]),
    ...ask("exact", exact, () => several(random, record(), between(random, 1, 3))),
    ...ask("phrase", phrases, () => phrase(random, record())),
  ];
}

/** Facet clicks: the filters after the click, one to three facets lit, one or two values in each. */
export function clicks(seed, records, count = 200) {
  const random = chance(seed, "clicks");
  return Array.from({ length: count }, () => filters(random, records, between(random, 1, 3)));
}

/** Filters for a query with facets: none lit in half of them, one in the others. */
export function lit(seed, records, count = 200) {
  const random = chance(seed, "lit");
  return Array.from({ length: count }, (_, at) => filters(random, records, at % 2));
}

function filters(random, records, facets) {
  const names = shuffled(random, ["country", "sector", "actor", "year", "tags"]).slice(0, facets);
  const value = (name) => pick(random, [pick(random, records)[name]].flat());
  const values = (name) => [...new Set([value(name), ...(random() < 0.5 ? [value(name)] : [])])];
  return Object.fromEntries(names.map((name) => [name, values(name)]));
}

function longWord(random, record, least) {
  const fit = words(record.title + " " + record.summary + " " + record.org).filter((word) => word.length >= least);
  return fit.length ? pick(random, fit) : "record";
}

function several(random, record, count) {
  return shuffled(random, [...new Set(FIELDS.flatMap((field) => words([record[field]].flat().join(" "))))]).slice(0, count);
}

/** Two to four neighbouring words of the title or the summary. */
function phrase(random, record) {
  const all = words(random() < 0.25 ? record.title : record.summary);
  const length = between(random, 2, Math.min(4, all.length));
  const from = between(random, 0, all.length - length);
  return all.slice(from, from + length);
}

/** Draws until there are `count` new ones, or until it is clear that there are no more. */
function distinct(count, seen, make) {
  const out = [];
  for (let tries = 0; out.length < count && tries < count * 50; tries++) {
    const text = make();
    if (seen.has(text)) continue;
    seen.add(text);
    out.push(text);
  }
  return out;
}

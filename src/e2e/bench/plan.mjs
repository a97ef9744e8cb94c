// Everything a page asks for, made from one seed: records, queries, and their right answers.

import { chunks, corpus, textBytes } from "./corpus.mjs";
import { oracle, packed } from "./oracle.mjs";
import { clicks, keystrokes, lit, questions } from "./queries.mjs";

/** How much is asked: all of it, and less where the records are many or time is short. */
export const FULL = { questions: { typo: 200, exact: 100, phrase: 100 }, share: 1 };
export const LESS = { questions: { typo: 40, exact: 40, phrase: 40 }, share: 1 };
export const QUICK = { questions: { typo: 40, exact: 40, phrase: 20 }, share: 0.25 };

/** Keystrokes that come before the measured ones, so that the code is warm. */
const WARM = { short: 6, prefix: 10, typo: 10, phrase: 6, several: 12 };

/** The files of the page by name, and what the plan says about itself. */
export function plan(seed, count, scale = FULL) {
  const { records, facets } = corpus(seed, count);
  const pieces = chunks(records);
  const asked = questions(seed, records, scale.questions);
  const answers = asked.map(oracle(records));
  const chosen = (list) => list.slice(0, Math.round(list.length * scale.share));
  const clicked = chosen(clicks(seed, records));
  const plan = {
    engine: "./search_engine.js",
    records: count,
    pieces: pieces.length,
    facets,
    warm: keystrokes(seed, "warm", records, WARM),
    keys: chosen(keystrokes(seed, "keys", records)),
    faceted: chosen(keystrokes(seed, "faceted", records)),
    lit: lit(seed, records),
    clicks: clicked,
    questions: asked.map(({ kind, text }) => ({ kind, text })),
  };
  plan.lit = plan.lit.slice(0, plan.faceted.length);
  const pages = {
    "plan.json": JSON.stringify(plan),
    "sets.bin": packed(answers),
    "counts.bin": counted(records, facets, clicked),
  };
  pieces.forEach((piece, at) => (pages[`piece-${at}.ndjson`] = piece));
  return { seed, plan, pages, textBytes: textBytes(records), inputBytes: pieces.reduce((sum, one) => sum + one.length, 0) };
}

/** The right counts after each click, by the definition and nothing cleverer. */
function counted(records, facets, clicked) {
  const passes = (record, filters, but) =>
    Object.entries(filters).every(([name, values]) => name === but || [record[name]].flat().some((value) => values.includes(value)));
  const all = clicked.flatMap((filters) =>
    Object.entries(facets).flatMap(([name, values]) => {
      const counts = new Map(values.map((value) => [value, 0]));
      for (const record of records) {
        if (passes(record, filters, name)) for (const value of [record[name]].flat()) counts.set(value, counts.get(value) + 1);
      }
      return [...counts.values()];
    }),
  );
  return Buffer.from(Uint32Array.from(all).buffer);
}

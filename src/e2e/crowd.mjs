// A page with as many entries as one asks for: copies of one sound record on other days.

import { readFile } from "node:fs/promises";
import { pageWith } from "./workshop.mjs";

const SOUND = new URL("../incidents/testdata/sound.json", import.meta.url);
const LIKE = "incidents/maker-2020.json";
const FIRST = Date.UTC(2012, 0, 1);
const DAY_MS = 86_400_000;

/** A day as written; never 1 January, which stands for an unknown day too often to be believed. */
const iso = (day) => new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10).replace("-01-01", "-01-02");

/** The one file with so many entries, each detected on another day and told a month to three years later. */
export async function crowdedPage(browser, entries) {
  const { [LIKE]: like, ...records } = JSON.parse(await readFile(SOUND, "utf8"));
  for (let n = 0; n < entries; n += 1) records[`incidents/maker-${n}.json`] = onOtherDays(like, n);
  return pageWith(browser, records);
}

/** Multiples of primes spread the days over twelve years, the same each time. */
function onOtherDays(like, n) {
  const detected = (n * 1237) % 3650;
  const disclosed = detected + 30 + ((n * 523) % 1000);
  const dates = { began: iso(detected).slice(0, 7), detected: iso(detected), disclosed: iso(disclosed), contained: iso(detected + 9) };
  const claims = like.claims.map((claim) => ({
    ...claim,
    ...(claim.date && { date: iso(disclosed) }),
    ...(dates[claim.id] && { value: { date: dates[claim.id] } }),
  }));
  const sources = like.sources.map((source) => ({ ...source, ...(source.date && { date: iso(disclosed) }) }));
  return { ...like, id: `maker-${n}`, claims, sources };
}

// An engine in plain JavaScript with the same class, which answers by the rules themselves: slow and right.
// A page takes it for `search_engine.js`, so that the bench can be tried without the engine.

import { forgiven, holdsPhrase } from "./oracle.mjs";
import { words } from "./queries.mjs";

export default async () => ({});

export class Engine {
  static create() {
    return new Engine();
  }

  records = [];
  #rest = "";
  #decoder = new TextDecoder();

  push(piece) {
    const lines = (this.#rest + this.#decoder.decode(piece, { stream: true })).split("\n");
    this.#rest = lines.pop();
    this.records.push(...lines.map((line) => JSON.parse(line)));
  }

  step() {
    return 1;
  }

  query(text, limit) {
    const hits = [0, 1].flatMap((loose) => this.#all(text, loose));
    const ids = [...new Set(hits)];
    return { total: ids.length, ids: Uint32Array.from(ids.slice(0, limit)) };
  }

  /** The records that match: exactly, or within the tolerance. */
  #all(text, loose) {
    const wanted = words(text);
    const fits = (typed, word, last) => (loose ? forgiven(typed, word, last) : last ? word.startsWith(typed) : word === typed);
    const matches = (record) => {
      if (text.startsWith('"')) return holdsPhrase(record, wanted);
      const held = Object.values(record).flat().flatMap(words);
      return wanted.every((typed, at) => held.some((word) => fits(typed, word, at === wanted.length - 1)));
    };
    return this.records.flatMap((record, id) => (matches(record) ? [id] : []));
  }

  facets(text, filters) {
    const lit = Object.entries(JSON.parse(filters));
    const found = text ? [...this.query(text, Infinity).ids].map((id) => this.records[id]) : this.records;
    const counts = {};
    for (const name of ["country", "sector", "actor", "year", "tags"]) {
      counts[name] = {};
      for (const record of found) {
        const passes = lit.every(([other, values]) => other === name || [record[other]].flat().some((one) => values.includes(one)));
        if (passes) for (const value of [record[name]].flat()) counts[name][value] = (counts[name][value] ?? 0) + 1;
      }
    }
    return JSON.stringify(counts);
  }

  free() {
    this.records = [];
  }
}

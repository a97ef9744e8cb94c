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

  /** The name of each facet and its values, in the order in which they are counted. */
  values() {
    return JSON.stringify(Object.entries(this.#values()));
  }

  #values() {
    const names = ["country", "sector", "actor", "year", "tags"];
    return Object.fromEntries(names.map((name) => [name, [...new Set(this.records.flatMap((record) => record[name]))]]));
  }

  facets(text, filters) {
    const lit = Object.entries(JSON.parse(filters));
    const found = text ? [...this.query(text, Infinity).ids].map((id) => this.records[id]) : this.records;
    const counts = {};
    const values = this.#values();
    for (const name of Object.keys(values)) {
      counts[name] = {};
      for (const record of found) {
        const passes = lit.every(([other, values]) => other === name || [record[other]].flat().some((one) => values.includes(one)));
        if (passes) for (const value of [record[name]].flat()) counts[name][value] = (counts[name][value] ?? 0) + 1;
      }
    }
    return Uint32Array.from(Object.entries(values).flatMap(([name, all]) => all.map((value) => counts[name][value] ?? 0)));
  }

  free() {
    this.records = [];
  }
}

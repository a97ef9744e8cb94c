// Facets counted without an index: the plain loop over typed arrays.

/** The five columns of the records, each value as its number in `facets`. */
export class Columns {
  constructor(facets) {
    this.facets = Object.entries(facets).map(([name, values]) => ({
      name,
      values,
      numbers: new Map(values.map((value, at) => [value, at])),
      column: [],
    }));
  }

  add(record) {
    for (const { name, numbers, column } of this.facets) {
      const value = record[name];
      column.push(Array.isArray(value) ? value.map((one) => numbers.get(one)) : numbers.get(value));
    }
  }

  /** The columns as typed arrays; one with several values a record as values and where each record's begin. */
  finish() {
    this.count = this.facets[0].column.length;
    for (const facet of this.facets) {
      if (facet.name === "tags") {
        facet.starts = new Uint32Array(this.count + 1);
        facet.column.forEach((values, id) => (facet.starts[id + 1] = facet.starts[id] + values.length));
      }
      facet.column = Uint8Array.from(facet.column.flat());
    }
  }

  /** For each facet the records of each value under the filters of all other facets; of `ids` only, where given. */
  counts(filters, ids) {
    const lit = this.facets.map(({ name, values, numbers }) => filters[name] && bitmap(values.length, filters[name].map((one) => numbers.get(one))));
    const out = this.facets.map(({ values }) => new Uint32Array(values.length));
    const [country, sector, actor, year, tags] = this.facets;
    const singles = [country.column, sector.column, actor.column, year.column];
    const count = ids ? ids.length : this.count;
    for (let at = 0; at < count; at++) {
      const id = ids ? ids[at] : at;
      let [failed, which] = [0, -1];
      for (let facet = 0; facet < 4; facet++) {
        if (lit[facet] && !lit[facet][singles[facet][id]]) { failed++; which = facet; }
      }
      const [from, to] = [tags.starts[id], tags.starts[id + 1]];
      if (lit[4]) {
        let any = 0;
        for (let tag = from; tag < to; tag++) any |= lit[4][tags.column[tag]];
        if (!any) { failed++; which = 4; }
      }
      if (failed > 1) continue;
      for (let facet = 0; facet < 4; facet++) {
        if (failed === 0 || which === facet) out[facet][singles[facet][id]]++;
      }
      if (failed === 0 || which === 4) for (let tag = from; tag < to; tag++) out[4][tags.column[tag]]++;
    }
    return out;
  }
}

function bitmap(size, numbers) {
  const out = new Uint8Array(size);
  for (const number of numbers) out[number] = 1;
  return out;
}

/** Counts in any of the shapes in which they come, as one list in the order of `facets`. */
export function inOrder(counts, facets) {
  if (Array.isArray(counts)) return counts.flatMap((column) => Array.from(column));
  return Object.entries(facets).flatMap(([name, values]) => {
    const given = counts[name] ?? [];
    const pairs = Array.isArray(given) ? given.map((one) => (Array.isArray(one) ? one : [one.key ?? one.value, one.count ?? one.value])) : Object.entries(given);
    const byValue = new Map(pairs);
    return values.map((value) => byValue.get(value) ?? 0);
  });
}

// The peers as their documentation sets them up, each with the one shape that the page measures:
// `add(record, id)`, `finish()` where there is something to finish, `query(text, limit)` → ids, and
// for the one that counts `counts(filters)`.

import { FIELDS, textOf } from "./corpus.mjs";

const bare = (text) => text.replaceAll('"', "");
const split = (text) => bare(text).split(" ").filter(Boolean);
const flat = (record) => ({ ...record, tags: record.tags.join(" ") });

async function flexsearch(tokenize) {
  const { Index } = await import("flexsearch");
  const index = new Index({ tokenize });
  return {
    add: (record, id) => index.add(id, textOf(record)),
    query: (text, limit) => index.search(bare(text), { limit }),
  };
}

async function minisearch() {
  const { default: MiniSearch } = await import("minisearch");
  const last = (term, at, terms) => at === terms.length - 1;
  const searchOptions = { combineWith: "AND", prefix: last, fuzzy: (term) => (term.length < 4 ? false : 0.2) };
  const index = new MiniSearch({ fields: FIELDS, searchOptions });
  return {
    add: (record, id) => index.add({ ...flat(record), id }),
    query: (text, limit) => index.search(bare(text)).slice(0, limit).map((hit) => hit.id),
  };
}

async function lunr() {
  const { default: lunr } = await import("lunr");
  let builder = new lunr.Builder();
  builder.pipeline.add(lunr.trimmer);
  for (const field of FIELDS) builder.field(field);
  let index;
  // A clause has either a typo or an open end, and a word of two clauses cannot be required: a word a query.
  const hits = (term, at, terms) =>
    index.query((query) => {
      query.term(term, { editDistance: term.length < 4 ? 0 : 1 });
      if (at === terms.length - 1) query.term(term, { wildcard: lunr.Query.wildcard.TRAILING });
    });
  return {
    add: (record, id) => builder.add({ ...flat(record), id }),
    finish() {
      index = builder.build();
      builder = null;
    },
    query(text, limit) {
      const [first, ...others] = split(text.toLowerCase()).map(hits);
      const sets = others.map((found) => new Set(found.map((hit) => hit.ref)));
      const all = first.filter((hit) => sets.every((set) => set.has(hit.ref)));
      return all.slice(0, limit).map((hit) => Number(hit.ref));
    },
  };
}

async function ufuzzy() {
  const { default: uFuzzy } = await import("@leeoniya/ufuzzy");
  const search = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  const haystack = [];
  return {
    add: (record) => haystack.push(textOf(record, " ")),
    query: (text, limit) => {
      const [ids, info, order] = search.search(haystack, text, 1);
      return (order ? order.map((at) => info.idx[at]) : (ids ?? [])).slice(0, limit);
    },
  };
}

async function fuse() {
  const { default: Fuse } = await import("fuse.js");
  const index = new Fuse([], { ignoreLocation: true, threshold: 0.2, useExtendedSearch: true });
  return {
    add: (record) => index.add(textOf(record)),
    query: (text, limit) => index.search(bare(text), { limit }).map((hit) => hit.refIndex),
  };
}

async function orama() {
  const { create, insert, search } = await import("@orama/orama");
  // All words must match, and Orama asks that of a field: with eight fields it finds half of what it should.
  const db = create({ schema: { text: "string" } });
  const threshold = 0;
  return {
    add: (record, id) => insert(db, { text: textOf(record), id: String(id) }),
    query: async (text, limit) => {
      const term = bare(text);
      const tolerance = term.length < 4 ? 0 : 1;
      const { hits } = await search(db, { term, limit, threshold, tolerance });
      return hits.map((hit) => Number(hit.id));
    },
  };
}

async function includes() {
  const texts = [];
  const parts = (text) => (text.startsWith('"') ? [bare(text)] : split(text)).map((part) => part.toLowerCase());
  return {
    add: (record) => texts.push(textOf(record).toLowerCase()),
    query: (text, limit) => {
      const wanted = parts(text);
      const ids = [];
      texts.forEach((one, id) => wanted.every((part) => one.includes(part)) && ids.push(id));
      return ids.slice(0, limit);
    },
  };
}

export const PEERS = {
  "flexsearch-tolerant": () => flexsearch("tolerant"),
  "flexsearch-forward": () => flexsearch("forward"),
  minisearch,
  lunr,
  ufuzzy,
  fuse,
  orama,
  includes,
};

/** The peer of facet clicks: each filter is set where it changed, each group is read anew. */
export async function crossfiltered(facets) {
  const { default: crossfilter } = await import("crossfilter2");
  const records = crossfilter([]);
  const rows = [];
  const dimensions = [];
  return {
    add: (record) => rows.push(Object.fromEntries(Object.keys(facets).map((name) => [name, record[name]]))),
    finish() {
      records.add(rows);
      for (const name of Object.keys(facets)) {
        const dimension = records.dimension((row) => row[name], name === "tags");
        dimensions.push({ name, dimension, group: dimension.group(), lit: "" });
      }
    },
    counts(filters) {
      for (const one of dimensions) {
        const wanted = filters[one.name] ?? [];
        const lit = wanted.join("|");
        if (lit === one.lit) continue;
        one.lit = lit;
        if (wanted.length === 0) one.dimension.filterAll();
        else if (wanted.length === 1) one.dimension.filterExact(wanted[0]);
        else one.dimension.filterFunction((value) => wanted.includes(value));
      }
      return Object.fromEntries(dimensions.map(({ name, group }) => [name, group.all()]));
    },
  };
}

// Who is measured, on what, how often; three runs of each become one row.

import { mean, median, percentile } from "./statistics.mjs";

/** All contenders in the order of a run. `every` n-th query only, and `once` only, where one takes too long. */
export const CONTENDERS = [
  { name: "engine", kind: "engine", ask: ["keys", "faceted", "clicks", "quality"] },
  { name: "flexsearch-tolerant", kind: "peer", ask: ["keys", "faceted", "quality"] },
  { name: "flexsearch-forward", kind: "peer", ask: ["keys", "faceted", "quality"] },
  { name: "minisearch", kind: "peer", ask: ["keys", "quality"] },
  { name: "lunr", kind: "peer", ask: ["keys", "quality"] },
  { name: "ufuzzy", kind: "peer", ask: ["keys", "quality"] },
  { name: "orama", kind: "peer", ask: ["keys", "quality"] },
  { name: "fuse", kind: "peer", ask: ["keys", "quality"], every: 5, once: true },
  { name: "includes", kind: "peer", ask: ["keys", "faceted", "quality"] },
  { name: "typed-array-loop", kind: "counter", ask: ["clicks"] },
  { name: "crossfilter2", kind: "counter", ask: ["clicks"] },
  { name: "JSON.parse alone", kind: "parsing", ask: [] },
];

/** Who is measured at more records than 10,000: the engine, what its targets name, and the fast. */
const LARGE = ["engine", "includes", "ufuzzy", "flexsearch-forward", "typed-array-loop", "crossfilter2", "JSON.parse alone"];

export const contenders = (records) =>
  records > 10_000
    ? CONTENDERS.filter(({ name }) => LARGE.includes(name)).map((one) => ({ ...one, once: one.kind === "peer" }))
    : CONTENDERS;

/** One row: medians of the runs, quality from the one run that judged it (the answers are the same in all). */
export function row(name, runs) {
  const of = (value) => {
    const values = runs.map(value).filter((one) => one !== undefined && one !== null);
    return values.length ? median(values) : null;
  };
  const part = (list, share) => (list ? percentile(list, share) : null);
  const keyed = (run, share, kind) => {
    const keys = run.keys?.filter((one) => !kind || one.kind === kind);
    return keys?.length ? percentile(keys.map((one) => one.ms), share) : null;
  };
  return {
    name,
    runs: runs.length,
    build: of((run) => run.ms),
    slice: of((run) => Math.max(run.slice, run.task)),
    memory: of((run) => run.memory),
    peak: of((run) => run.peak),
    wasm: of((run) => run.wasm),
    first: of((run) => run.first),
    p50: of((run) => keyed(run, 0.5)),
    p95: of((run) => keyed(run, 0.95)),
    p99: of((run) => keyed(run, 0.99)),
    worst: of((run) => keyed(run, 1)),
    kinds: Object.fromEntries(["short", "prefix", "typo", "phrase", "several"].map((kind) => [kind, of((run) => keyed(run, 0.95, kind))])),
    faceted50: of((run) => part(run.faceted, 0.5)),
    faceted95: of((run) => part(run.faceted, 0.95)),
    clicks50: of((run) => part(run.clicks?.ms, 0.5)),
    clicks95: of((run) => part(run.clicks?.ms, 0.95)),
    clicksRight: runs[0].clicks ? Math.min(...runs.map((run) => run.clicks.right)) : null,
    clicksAsked: runs[0].clicks?.ms.length ?? null,
    quality: judged(runs.find((run) => run.quality)?.quality),
  };
}

/** The mean over questions of each kind; one without results has no precision. */
function judged(questions) {
  if (!questions) return null;
  return Object.fromEntries(
    ["typo", "exact", "phrase"].map((kind) => {
      const all = questions.filter((one) => one.kind === kind);
      const over = (what) => {
        const known = all.map((one) => one[what]).filter((value) => value !== null);
        return known.length ? mean(known) : null;
      };
      const ordered = all.filter((one) => one.ordered).length;
      return [kind, { asked: all.length, recall: over("recall"), precision: over("precision"), intended: over("intended"), ordered }];
    }),
  );
}

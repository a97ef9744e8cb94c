// The targets of the search issue, each held against what was measured in the same run.

const ms = (value) => `${value.toPrecision(3)} ms`;
const mb = (value) => `${(value / 1e6).toFixed(2)} MB`;
const percent = (value) => `${(100 * value).toFixed(1)} %`;

/** A bound from above or below; `met` is null where one of the two was not measured. */
const most = (name, value, bound, unit) => target(name, "≤", value, bound, unit, (a, b) => a <= b);
const least = (name, value, bound) => target(name, "≥", value, bound, percent, (a, b) => a >= b);

function target(name, sign, value, bound, unit, holds) {
  const known = Number.isFinite(value) && Number.isFinite(bound);
  const told = (one) => (Number.isFinite(one) ? unit(one) : "not measured");
  return { name, sign, value: told(value), bound: told(bound), met: known ? holds(value, bound) : null };
}

const rowOf = (rows, name) => rows?.find((row) => row.name === name);

/** At 10,000 records, against the peers of the same run. */
export function atTenThousand(rows) {
  const engine = rowOf(rows, "engine");
  const [mini, loop] = [rowOf(rows, "minisearch"), rowOf(rows, "typed-array-loop")];
  const flex = Math.min(...["flexsearch-tolerant", "flexsearch-forward"].map((name) => rowOf(rows, name)?.p95 ?? NaN));
  const { typo, exact, phrase } = engine.quality;
  return [
    most("cold p95 a keystroke, no more than the faster FlexSearch", engine.p95, flex, ms),
    most("cold p99, no more than twice that", engine.p99, 2 * flex, ms),
    most("cold p95 of one and two letters alone, no more than the same", engine.kinds.short, flex, ms),
    least("typo recall", typo.recall, 0.98),
    least("typo precision", typo.precision, 0.95),
    least("exact recall", exact.recall, 0.99),
    least("phrase recall", phrase.recall, 1),
    least("phrase precision", phrase.precision, 1),
    least("exact hits that stand before every other", exact.ordered / exact.asked, 1),
    most("query with five facets, p95", engine.faceted95, 1, ms),
    most("build, an eighth of MiniSearch", engine.build, mini?.build / 8, ms),
    most("memory, a quarter of MiniSearch", engine.memory, mini?.memory / 4, mb),
    most("facet click p50, half of the typed-array loop", engine.clicks50, loop?.clicks50 / 2, ms),
    least("facet clicks counted right", engine.clicksRight / engine.clicksAsked, 1),
  ];
}

/** At 100,000 records, against the peers at 10,000 of the same run. */
export function atHundredThousand(rows, small, textBytes) {
  const engine = rowOf(rows, "engine");
  const [mini, includes] = [rowOf(small, "minisearch"), rowOf(small, "includes")];
  return [
    most("cold p95 a keystroke, no more than `includes` at 10,000", engine.p95, includes?.p95, ms),
    most("memory, one and a half times the text", engine.memory, 1.5 * textBytes, mb),
    most("build, twice MiniSearch at 10,000", engine.build, 2 * mini?.build, ms),
    most("longest main-thread task of the build", engine.slice, 50, ms),
    least("facet clicks counted right", engine.clicksRight / engine.clicksAsked, 1),
  ];
}

// Percentiles and medians; the sets of bits that answers are judged by.

/** The smallest value that at least `share` of all values do not exceed (nearest rank). */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** The middle value; of an even number the lower of the two, so that it is one that was measured. */
export const median = (values) => percentile(values, 0.5);

export const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;

export const has = (bits, id) => ((bits[id >> 5] >>> (id & 31)) & 1) === 1;

export function size(bits) {
  let sum = 0;
  for (let word of bits) for (; word; word &= word - 1) sum++;
  return sum;
}

/** Recall, both precisions, and whether every exact hit stands before every other, of found ids. */
export function judge(ids, { relevant, allowed, intended }) {
  const wanted = size(relevant);
  const distinct = new Set(ids);
  let [hits, right, meant, early] = [0, 0, 0, 0];
  for (const id of distinct) {
    hits += has(relevant, id);
    right += has(allowed, id);
    meant += has(intended, id);
  }
  for (const id of ids) if (!has(intended, id)) break; else early++;
  const share = (count) => (distinct.size ? count / distinct.size : null);
  return {
    recall: wanted ? hits / wanted : null,
    precision: share(right),
    intended: share(meant),
    ordered: early === meant,
    found: distinct.size,
  };
}

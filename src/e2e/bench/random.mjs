// Seeded chance: the same seed gives the same corpus and the same queries on every machine.

/** Numbers in [0, 1) from a seed and a name, so that two uses of one seed do not follow each other. */
export function chance(seed, name) {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5 ^ seed);
  // Mulberry32 (Tommy Ettinger, public domain).
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`, both included. */
export const between = (random, least, most) => least + Math.floor(random() * (most - least + 1));

/** One of a list, each as likely. */
export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** Draws ranks 0 to n - 1 by Zipf's law with Mandelbrot's shift: the share of rank r is (r + 1 + shift) ^ -exponent. */
export function zipf(n, exponent = 1, shift = 0) {
  const sums = new Float64Array(n);
  let sum = 0;
  for (let rank = 0; rank < n; rank++) {
    sum += (rank + 1 + shift) ** -exponent;
    sums[rank] = sum;
  }
  return (random) => {
    const wanted = random() * sum;
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** The list in a random order (Fisher and Yates). */
export function shuffled(random, list) {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = between(random, 0, at);
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all;
}

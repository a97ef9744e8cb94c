// Misspelling: how it is made, how it is measured, how much of it is forgiven.

import { between, pick } from "./random.mjs";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** How many edits a typed word may be away: one from 4 letters, two from 8. */
export const tolerance = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** One random Damerau edit at any position: a letter left out, put in, exchanged, or two neighbours swapped. */
export function misspell(random, word) {
  const letter = () => pick(random, LETTERS);
  const cut = (at, gone, put) => word.slice(0, at) + put + word.slice(at + gone);
  const edits = [
    () => cut(between(random, 0, word.length - 1), 1, ""),
    () => cut(between(random, 0, word.length), 0, letter()),
    () => cut(between(random, 0, word.length - 1), 1, letter()),
    () => {
      const at = between(random, 0, word.length - 2);
      return cut(at, 2, word[at + 1] + word[at]);
    },
  ];
  for (;;) {
    const typed = pick(random, edits)();
    if (typed !== word) return typed;
  }
}

/**
 * The Damerau distance (optimal string alignment) of what was typed to a word, and to the nearest
 * start of that word. The textbook table: each cell from its neighbours, nothing cut short.
 */
export function distances(typed, word) {
  const wide = word.length + 1;
  const table = new Uint8Array((typed.length + 1) * wide);
  for (let column = 0; column < wide; column++) table[column] = column;
  for (let row = 1; row <= typed.length; row++) {
    table[row * wide] = row;
    for (let column = 1; column < wide; column++) {
      const same = typed[row - 1] === word[column - 1] ? 0 : 1;
      const here = row * wide + column;
      let least = Math.min(table[here - 1] + 1, table[here - wide] + 1, table[here - wide - 1] + same);
      const swapped = row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (swapped) least = Math.min(least, table[here - 2 * wide - 2] + 1);
      table[here] = least;
    }
  }
  const last = table.subarray(typed.length * wide);
  return { whole: last[word.length], start: Math.min(...last) };
}

/** The letters of a word as bits, digits sharing what is left: a letter that is missing costs an edit. */
export function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) - 97);
  return bits;
}

/** How many letters of the first set the second lacks. */
export function missing(first, second) {
  let count = 0;
  for (let bits = first & ~second; bits; bits &= bits - 1) count++;
  return count;
}

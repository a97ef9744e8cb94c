// The right answers, by plain loops that know no index of any engine.

import { distances, letters, missing, tolerance } from "./edits.mjs";
import { words } from "./queries.mjs";

/**
 * Answers questions about records. Each answer is a set of record numbers as bits:
 * `relevant` must be found, `allowed` may be found under the rules, `intended` is what the
 * right spelling would have found.
 */
export function oracle(records) {
  const size = Math.ceil(records.length / 32);
  const holders = new Map();
  records.forEach((record, id) => {
    for (const word of new Set(wordsOf(record))) {
      if (!holders.has(word)) holders.set(word, []);
      holders.get(word).push(id);
    }
  });
  const vocabulary = [...holders.keys()];
  const sets = vocabulary.map(letters);
  const bits = (accepted) => {
    const out = new Uint32Array(size);
    for (const word of accepted) for (const id of holders.get(word)) out[id >> 5] |= 1 << (id & 31);
    return out;
  };
  const all = (texts, accepts) => intersection(texts.map((text, at) => bits(accepts(text, at === texts.length - 1))));
  const whole = (word) => (holders.has(word) ? [word] : []);
  const typed = (word, last) => (last ? vocabulary.filter((one) => one.startsWith(word)) : whole(word));
  const near = (word, last) => {
    const [set, most] = [letters(word), tolerance(word)];
    return vocabulary.filter((one, at) => missing(set, sets[at]) <= most && forgiven(word, one, last));
  };
  const phrases = (meant) => {
    const out = new Uint32Array(size);
    records.forEach((record, id) => holdsPhrase(record, meant) && (out[id >> 5] |= 1 << (id & 31)));
    return out;
  };
  return ({ kind, text, meant }) => {
    if (kind === "phrase") {
      const found = phrases(meant);
      return { relevant: found, allowed: found, intended: found };
    }
    return { relevant: all(meant, whole), allowed: all(words(text), near), intended: all(meant, typed) };
  };
}

/** Whether a word is what was typed, within the tolerance; of the last word a start is enough. */
export function forgiven(typed, word, last) {
  const most = tolerance(typed);
  if (last && word.startsWith(typed)) return true;
  if (most === 0) return word === typed;
  if (word.length < typed.length - most || (!last && word.length > typed.length + most)) return false;
  const { whole, start } = distances(typed, word.slice(0, typed.length + most + 1));
  return last ? start <= most : whole <= most;
}

/** Whether the words stand side by side, in order, in one field. */
export function holdsPhrase(record, meant) {
  return Object.values(record).flat().some((value) => {
    // A cheap look first: most fields do not hold the first word at all.
    if (!value.toLowerCase().includes(meant[0])) return false;
    const all = words(value);
    return all.some((_, at) => meant.every((word, step) => all[at + step] === word));
  });
}

const wordsOf = (record) => Object.values(record).flat().flatMap(words);

function intersection([first, ...others]) {
  for (const other of others) for (let at = 0; at < first.length; at++) first[at] &= other[at];
  return first;
}

/** All answers in one piece of bytes: for each question its three sets, one after the other. */
export function packed(answers) {
  return Buffer.concat(answers.flatMap((one) => [one.relevant, one.allowed, one.intended].map((set) => Buffer.from(set.buffer))));
}

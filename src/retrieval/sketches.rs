//! What the terms look like from afar: which letters each has, shelf by shelf of equal length. Most
//! terms that are too far from a word are passed over without a look at their letters in order.

/// So many terms are compared at once, before any of them is looked at.
const BLOCK: usize = 16;
/// Terms of this many letters and more share the last shelf.
const LONGEST: usize = 31;

/// The terms in the order of their lengths.
#[derive(Clone, Debug, Default)]
pub struct Sketches {
    /// The letters of each term as bits.
    letters: Vec<u32>,
    /// The number of each term.
    numbers: Vec<u32>,
    /// Where the shelf of each length ends.
    ends: [u32; LONGEST + 1],
}

impl Sketches {
    /// Looks at some terms, given in the order of their numbers.
    pub fn of<'a>(terms: impl Iterator<Item = &'a [u8]> + Clone) -> Self {
        // Characters are counted by their first bytes, which takes no decoding.
        let first = |byte: &u8| byte & 0b1100_0000 != 0b1000_0000;
        let shelf = |term: &[u8]| term.iter().copied().filter(first).count().min(LONGEST);
        let mut ends = [0; LONGEST + 1];
        for term in terms.clone() {
            if let Some(end) = ends.get_mut(shelf(term)) {
                *end += 1;
            }
        }
        // A counting sort: where each shelf begins, and, once it is full, ends.
        let mut count = 0;
        for end in &mut ends {
            count += std::mem::replace(end, count);
        }
        let mut letters = vec![0; count as usize];
        let mut numbers = letters.clone();
        for (number, term) in (0..).zip(terms) {
            let Some(place) = ends.get_mut(shelf(term)) else {
                continue;
            };
            let at = *place as usize;
            *place += 1;
            if let (Some(bits), Some(own)) = (letters.get_mut(at), numbers.get_mut(at)) {
                (*bits, *own) = (letters_of(term), number);
            }
        }
        Self {
            letters,
            numbers,
            ends,
        }
    }

    /// Calls with the number of every term that may be a word with at most some edits, and with
    /// some others.
    pub fn near(&self, word: &str, edits: usize, mut each: impl FnMut(u32)) {
        let (letters, length) = (letters_of(word.as_bytes()), word.chars().count());
        let shortest = length.saturating_sub(edits).min(LONGEST);
        for shelf in shortest..=(length + edits).min(LONGEST) {
            let test = match shelf {
                // Nobody knows how much longer they are.
                LONGEST => Test::new(letters, edits, edits),
                // Each letter more is an edit that takes none away, and the other way round.
                _ => Test::new(
                    letters,
                    edits - shelf.saturating_sub(length).min(edits),
                    edits - length.saturating_sub(shelf).min(edits),
                ),
            };
            self.pass(shelf, test, &mut each);
        }
    }

    fn pass(&self, shelf: usize, test: Test, each: &mut impl FnMut(u32)) {
        let end = |shelf: usize| self.ends.get(shelf).map_or(0, |end| *end as usize);
        let range = shelf.checked_sub(1).map_or(0, end)..end(shelf);
        let letters = self.letters.get(range.clone()).unwrap_or_default();
        let numbers = self.numbers.get(range).unwrap_or_default();
        for (letters, numbers) in letters.chunks(BLOCK).zip(numbers.chunks(BLOCK)) {
            if !letters
                .iter()
                .fold(false, |any, bits| any | test.may_be(*bits))
            {
                continue;
            }
            for (bits, number) in letters.iter().zip(numbers) {
                if test.may_be(*bits) {
                    each(*number);
                }
            }
        }
    }
}

/// The letters of a word as bits.
fn letters_of(word: &[u8]) -> u32 {
    let bit = |code: u32| 1 << (code % 32);
    if word.is_ascii() {
        return word.iter().fold(0, |bits, byte| bits | bit((*byte).into()));
    }
    let word = std::str::from_utf8(word).unwrap_or_default();
    word.chars().fold(0, |bits, c| bits | bit(c.into()))
}

/// Tells from letters alone which terms of one length cannot be near.
#[derive(Clone, Copy)]
struct Test {
    letters: u32,
    lost: Few,
    new: Few,
}

impl Test {
    /// With so many letters of the word lost at most, and so many new.
    fn new(letters: u32, lost: usize, new: usize) -> Self {
        Self {
            letters,
            lost: Few::new(lost),
            new: Few::new(new),
        }
    }

    /// Whether a term may be near. Nothing is decided on the way, so that compilers ask several
    /// terms at once.
    #[inline]
    fn may_be(self, term: u32) -> bool {
        let lost = self.lost.too_many(self.letters & !term);
        let new = self.new.too_many(term & !self.letters);
        lost | new == 0
    }
}

/// A number of bits, up to two.
#[derive(Clone, Copy)]
struct Few {
    none: u32,
    only_one: u32,
}

impl Few {
    fn new(bits: usize) -> Self {
        let all_if = |yes: bool| if yes { u32::MAX } else { 0 };
        Self {
            none: all_if(bits == 0),
            only_one: all_if(bits < 2),
        }
    }

    /// Clears the lowest bit, or two, or none: what is left is too much.
    #[inline]
    fn too_many(self, bits: u32) -> u32 {
        let fewer = bits & (bits.wrapping_sub(1) | self.none);
        fewer & (fewer.wrapping_sub(1) | self.only_one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edits::{distance, tolerance};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_term_within_the_tolerance_is_passed_over(
            word in "[a-d0é三]{1,40}",
            terms in prop::collection::vec("[a-d0é三]{1,40}", 0..40),
            at in any::<prop::sample::Index>(),
            edit in "[a-d]",
        ) {
            // Some that are near in truth: one letter exchanged, one left out, two more.
            let letters: Vec<char> = word.chars().collect();
            let at = at.index(letters.len());
            let changed = |with: &str| -> String {
                let each = letters.iter().enumerate();
                each.map(|(i, c)| if i == at { with.to_owned() } else { c.to_string() }).collect()
            };
            let mut terms = terms;
            terms.extend([changed(&edit), changed(""), format!("{edit}{word}{edit}")]);
            let sketches = Sketches::of(terms.iter().map(String::as_bytes));
            let most = tolerance(letters.len());
            let mut met = Vec::new();
            sketches.near(&word, most, |number| met.push(number as usize));
            for (number, term) in terms.iter().enumerate() {
                let term: Vec<char> = term.chars().collect();
                if distance(&letters, &term, most).is_some() {
                    prop_assert!(met.contains(&number), "{}", terms[number]);
                }
            }
        }
    }

    #[test]
    fn what_lacks_a_letter_or_is_much_longer_is_not_looked_at() {
        let terms = ["kawasaki", "kawasakki", "kawasa", "hitachi", "k"];
        let sketches = Sketches::of(terms.iter().map(|term| term.as_bytes()));
        let met = |word: &str, edits| {
            let mut met = Vec::new();
            sketches.near(word, edits, |number| met.push(number));
            met.sort_unstable();
            met
        };
        assert_eq!(met("kawasaki", 1), [0, 1]);
        // Two letters shorter, with all of its letters: only two left out make it.
        assert_eq!(met("kawasaki", 2), [0, 1, 2]);
        assert_eq!(met("hitaxhi", 1), [3]);
    }
}

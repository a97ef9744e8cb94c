//! Every term once, found by a hash while the index is built and by order afterwards.

use crate::edits::{LETTER_BITS, Pattern, distance, signature, tolerance};
use std::ops::Range;

/// A term too long for its length to fit is cut off.
const LONGEST: usize = 255;

/// The lower bits of a term's signature, below its length.
const LETTERS: u32 = (1 << LETTER_BITS) - 1;
/// How many terms are compared at once, before any of them is looked at.
const BLOCK: usize = 16;

/// The terms, by number in the order met.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// The bytes of all terms, one after the other.
    bytes: Vec<u8>,
    /// Where each term ends in them.
    ends: Vec<u32>,
    /// Term numbers by hash, open addressing; `u32::MAX` is empty.
    slots: Vec<u32>,
    /// Letters of each term as 27 bits, and above them how many there are, 31 at most.
    near: Vec<u32>,
    /// Term numbers by the order of their bytes: those met before [`Lexicon::sort`].
    sorted: Vec<u32>,
}

impl Lexicon {
    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A term by its number.
    pub fn term(&self, number: u32) -> &str {
        std::str::from_utf8(self.bytes_of(number)).unwrap_or_default()
    }

    /// The same as bytes, which need no check and stand in the same order.
    #[inline]
    fn bytes_of(&self, number: u32) -> &[u8] {
        let at = number as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let range = start.map_or(0, |end| *end as usize)..self.end(at);
        self.bytes.get(range).unwrap_or_default()
    }

    fn end(&self, at: usize) -> usize {
        self.ends.get(at).map_or(0, |end| *end as usize)
    }

    /// The number of a term, which is new where it was not met before.
    pub fn add(&mut self, term: &str) -> u32 {
        let term = shortened(term);
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(term);
        match self.slots.get(slot) {
            Some(number) if *number != u32::MAX => *number,
            _ => {
                let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
                self.bytes.extend_from_slice(term.as_bytes());
                self.ends
                    .push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
                if let Some(place) = self.slots.get_mut(slot) {
                    *place = number;
                }
                number
            }
        }
    }

    /// The slot of a term: its own, or the empty one it would take.
    fn slot(&self, term: &str) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash(term) as usize & mask;
        while let Some(number) = self.slots.get(at) {
            if *number == u32::MAX || self.bytes_of(*number) == term.as_bytes() {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1024);
        self.slots = vec![u32::MAX; size];
        for number in 0..self.ends.len() {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            let slot = self.slot(self.term(number));
            if let Some(place) = self.slots.get_mut(slot) {
                *place = number;
            }
        }
    }

    /// Puts the terms met since the last time in order, among the others.
    pub fn sort(&mut self) {
        let known = self.sorted.len();
        let mut new: Vec<u32> = (known..self.len())
            .filter_map(|n| n.try_into().ok())
            .collect();
        if new.is_empty() {
            return;
        }
        for number in &new {
            let term = self.term(*number);
            let letters = term.chars().count().min(31) as u32;
            self.near.push(letters << LETTER_BITS | signature(term));
        }
        new.sort_unstable_by(|a, b| self.bytes_of(*a).cmp(self.bytes_of(*b)));
        let mut merged = Vec::with_capacity(self.len());
        let mut old = self.sorted.iter().copied().peekable();
        for number in new {
            let term = self.bytes_of(number);
            while let Some(before) = old.next_if(|before| self.bytes_of(*before) < term) {
                merged.push(before);
            }
            merged.push(number);
        }
        merged.extend(old);
        self.sorted = merged;
    }

    /// The term at a place in the order.
    pub fn at(&self, place: usize) -> u32 {
        self.sorted.get(place).copied().unwrap_or(u32::MAX)
    }

    /// The places of the terms that begin so.
    pub fn beginning(&self, start: &str) -> Range<usize> {
        let start = shortened(start).as_bytes();
        let from = self.sorted.partition_point(|n| self.bytes_of(*n) < start);
        let rest = self.sorted.get(from..).unwrap_or_default();
        from..from + rest.partition_point(|n| self.bytes_of(*n).starts_with(start))
    }

    /// The place of a term, empty where it is not there.
    pub fn place(&self, term: &str) -> Range<usize> {
        let bytes = shortened(term).as_bytes();
        let from = self.sorted.partition_point(|n| self.bytes_of(*n) < bytes);
        let is = !bytes.is_empty() && self.bytes_of(self.at(from)) == bytes;
        from..from + usize::from(is)
    }

    /// The number of a term that is there.
    pub fn find(&self, term: &str) -> Option<u32> {
        self.place(term).next().map(|place| self.at(place))
    }

    /// The terms one or two slips away, with the edits.
    pub fn slips(&self, word: &str) -> Vec<(u32, usize)> {
        let letters: Vec<char> = word.chars().collect();
        let most = tolerance(letters.len());
        if most == 0 {
            return Vec::new();
        }
        let pattern = Pattern::new(word);
        let (bits, least) = (signature(word), letters.len() - most);
        let capped = |length: usize| length.min(31) as u32;
        let (shortest, longest) = (capped(least), capped(letters.len() + most));
        // Clears the lowest bit, the lowest two where so many edits are allowed: what is left is
        // too much. An edit takes one letter away, adds one, or both.
        let keep = if most > 1 { 0 } else { u32::MAX };
        let clear = |bits: u32| {
            let fewer = bits & bits.wrapping_sub(1);
            fewer & (fewer.wrapping_sub(1) | keep)
        };
        // Nothing is decided in between, so that compilers compare several terms at once.
        let far = |packed: &u32| {
            let other = packed & LETTERS;
            let length = packed >> LETTER_BITS;
            let apart = clear(bits & !other) | clear(other & !bits);
            apart | u32::from(length.wrapping_sub(shortest) > longest - shortest)
        };
        let mut found = Vec::new();
        let mut consider = |number: u32| {
            let edits = match &pattern {
                Some(pattern) => pattern.distance(self.bytes_of(number)) as usize,
                None => {
                    let term: Vec<char> = self.term(number).chars().collect();
                    distance(&letters, &term, most).unwrap_or(usize::MAX)
                }
            };
            if (1..=most).contains(&edits) {
                found.push((number, edits));
            }
        };
        for (block, terms) in (0..).zip(self.near.chunks(BLOCK)) {
            if !terms.iter().fold(false, |any, term| any | (far(term) == 0)) {
                continue;
            }
            for (number, term) in (block * BLOCK as u32..).zip(terms) {
                if far(term) == 0 {
                    consider(number);
                }
            }
        }
        found
    }
}

fn shortened(term: &str) -> &str {
    let mut cut = term.len().min(LONGEST);
    while !term.is_char_boundary(cut) {
        cut -= 1;
    }
    term.get(..cut).unwrap_or_default()
}

/// FNV-1a, 32 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn hash(term: &str) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = term.bytes().fold(0x811c_9dc5, step);
    // The low bits choose the slot: let the high ones take part.
    hash ^ (hash >> 15)
}

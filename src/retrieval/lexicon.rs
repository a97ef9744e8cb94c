//! Every term once, found by a hash while the index is built and by order afterwards.

use crate::edits::{Pattern, distance, signature, tolerance};
use std::ops::Range;

/// A term too long for its length to fit is cut off.
const LONGEST: usize = 255;

/// So many numbers of letters are kept apart.
const LENGTHS: usize = 32;
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
    /// Term numbers by how many letters they have.
    by_length: Vec<u32>,
    /// Where each number of letters ends in them, all longer ones together.
    lengths: [u32; LENGTHS],
    /// Signatures in the same order.
    signatures: Vec<u32>,
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
        let term = term.as_bytes();
        let mut at = hash(term) as usize & mask;
        while let Some(number) = self.slots.get(at) {
            if *number == u32::MAX || same(self.bytes_of(*number), term) {
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
        self.sort_by_length();
    }

    fn sort_by_length(&mut self) {
        let letters = |term: &str| term.chars().count().min(LENGTHS - 1);
        let mut next = [0u32; LENGTHS];
        for number in &self.sorted {
            let longer = next.iter_mut().skip(letters(self.term(*number)) + 1);
            longer.for_each(|start| *start += 1);
        }
        let mut by_length = vec![0; self.len()];
        let mut signatures = vec![0; self.len()];
        for number in &self.sorted {
            let term = self.term(*number);
            if let Some(place) = next.get_mut(letters(term)) {
                let at = *place as usize;
                *place += 1;
                if let (Some(held), Some(bits)) = (by_length.get_mut(at), signatures.get_mut(at)) {
                    (*held, *bits) = (*number, signature(term));
                }
            }
        }
        // Each has been moved to where the next one starts.
        (self.by_length, self.lengths, self.signatures) = (by_length, next, signatures);
    }

    /// Where the terms with some numbers of letters stand in that order.
    fn with_lengths(&self, least: usize, most: usize) -> Range<usize> {
        let end = |length: usize| self.lengths.get(length.min(LENGTHS - 1));
        let start = least.min(LENGTHS - 1).checked_sub(1).and_then(end);
        start.map_or(0, |start| *start as usize)..end(most).map_or(0, |end| *end as usize)
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
        // Clears the lowest bit, the lowest two where so many edits are allowed: what is left is
        // too much. An edit takes one letter away, adds one, or both.
        let keep = if most > 1 { 0 } else { u32::MAX };
        let clear = |bits: u32| {
            let fewer = bits & bits.wrapping_sub(1);
            fewer & (fewer.wrapping_sub(1) | keep)
        };
        // Nothing is decided in between, so that compilers compare several terms at once.
        let far = |other: &u32| clear(bits & !other) | clear(other & !bits);
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
        let range = self.with_lengths(least, letters.len() + most);
        let numbers = self.by_length.get(range.clone()).unwrap_or_default();
        let signatures = self.signatures.get(range).unwrap_or_default();
        for (numbers, signatures) in numbers.chunks(BLOCK).zip(signatures.chunks(BLOCK)) {
            if !signatures
                .iter()
                .fold(false, |any, term| any | (far(term) == 0))
            {
                continue;
            }
            for (number, term) in numbers.iter().zip(signatures) {
                if far(term) == 0 {
                    consider(*number);
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

/// Whether two terms are the same, eight bytes at a time: they are short, and a call would cost
/// more.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let mut rest = a_rest.iter().zip(b_rest);
    a.iter()
        .zip(b)
        .all(|(a, b)| u64::from_le_bytes(*a) == u64::from_le_bytes(*b))
        && rest.all(|(a, b)| a == b)
}

/// Each eight bytes are mixed in by a multiplication (as in Firefox's FxHash), whose high bits
/// know all others.
#[inline]
fn hash(term: &[u8]) -> u32 {
    const MIX: u64 = 0x51_7c_c1_b7_27_22_0a_95;
    let mix = |hash: u64, part: u64| (hash.rotate_left(5) ^ part).wrapping_mul(MIX);
    let (parts, rest) = term.as_chunks::<8>();
    let hash = parts
        .iter()
        .fold(0, |hash, part| mix(hash, u64::from_le_bytes(*part)));
    let rest = rest
        .iter()
        .fold(1, |rest, byte| rest << 8 | u64::from(*byte));
    (mix(hash, rest) >> 32) as u32
}

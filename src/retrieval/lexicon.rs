//! Every term once, found by a hash while the index is built and by order afterwards.

use crate::edits::{Pattern, distance, tolerance};
use crate::sketches::Sketches;
use std::ops::Range;

/// A term too long for its length to fit is cut off.
const LONGEST: usize = 255;

/// The terms, by number in the order met.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// The bytes of all terms, one after the other.
    bytes: Vec<u8>,
    /// Where each term ends in them.
    ends: Vec<u32>,
    /// Term numbers by hash, open addressing; `u32::MAX` is empty.
    slots: Vec<u32>,
    /// What the terms look like from afar: those met before [`Lexicon::sort`].
    sketches: Sketches,
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
                if self.bytes.capacity() - self.bytes.len() < term.len() {
                    // By an eighth, not by double, as the postings.
                    self.bytes.reserve_exact(term.len() + self.bytes.len() / 8);
                }
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

    /// Makes room for as many terms again.
    fn grow(&mut self) {
        let size = (self.ends.len() * 2 + 1).next_power_of_two().max(1024);
        // Freed first: a wasm memory that has grown does not shrink.
        self.slots = Vec::new();
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
        // What is asked from now on goes by order; who adds more lets them grow again.
        self.slots = Vec::new();
        self.sketches = Sketches::default();
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
        self.sketches = Sketches::of((0..self.len() as u32).map(|number| self.term(number)));
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
    pub fn slips(&self, word: &str) -> Vec<(u32, u32)> {
        let letters: Vec<char> = word.chars().collect();
        let most = tolerance(letters.len());
        if most == 0 {
            return Vec::new();
        }
        let pattern = Pattern::new(word);
        let mut found = Vec::new();
        self.sketches.near(word, most, |number| {
            let edits = match &pattern {
                Some(pattern) => pattern.distance(self.bytes_of(number), most as u32),
                None => {
                    let term: Vec<char> = self.term(number).chars().collect();
                    distance(&letters, &term, most).map(|edits| edits as u32)
                }
            };
            if let Some(edits) = edits.filter(|edits| *edits > 0) {
                found.push((number, edits));
            }
        });
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

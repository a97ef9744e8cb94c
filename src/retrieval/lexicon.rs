//! Every term once, found by a hash while the index is built and by order afterwards.

use crate::edits::{Pattern, distance, tolerance};
use crate::sketches::Sketches;
use crate::tokens::eight;
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
        self.bytes.get(self.range_of(number)).unwrap_or_default()
    }

    #[inline]
    fn range_of(&self, number: u32) -> Range<usize> {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let at = number as usize;
        at.checked_sub(1).map_or(0, end)..end(at)
    }

    /// The number of a term, which is new where it was not met before: the first bytes of a text,
    /// which goes on behind it so that eight can be read at once.
    #[inline]
    pub fn add(&mut self, text: &[u8], length: usize) -> u32 {
        let length = shortened(text, length);
        let slot = self.slot(text, length);
        match self.slots.get(slot) {
            Some(number) if *number != u32::MAX => *number,
            _ => self.insert(text, length),
        }
    }

    /// Takes in a term that was not met before. Apart from [`Lexicon::add`], which stays small: a
    /// browser has made it quick the sooner.
    #[cold]
    #[inline(never)]
    fn insert(&mut self, text: &[u8], length: usize) -> u32 {
        if self.ends.len() * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let slot = self.slot(text, length);
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        let term = text.get(..length).unwrap_or_default();
        if self.bytes.capacity() - self.bytes.len() < term.len() {
            // By an eighth, not by double, as the postings.
            self.bytes.reserve_exact(term.len() + self.bytes.len() / 8);
        }
        self.bytes.extend_from_slice(term);
        self.ends
            .push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
        if let Some(place) = self.slots.get_mut(slot) {
            *place = number;
        }
        number
    }

    /// The slot of a term: its own, or the empty one it would take.
    fn slot(&self, text: &[u8], length: usize) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        // Most terms have up to eight letters, which one number tells apart.
        let first = part(text, 0, length);
        let mut hash = mix(0, first);
        let mut at = 8;
        while at < length {
            hash = mix(hash, part(text, at, length));
            at += 8;
        }
        let mut slot = (hash >> 32) as usize & mask;
        while let Some(number) = self.slots.get(slot)
            && *number != u32::MAX
        {
            let range = self.range_of(*number);
            if range.len() == length {
                let own = self.bytes.get(range.start..).unwrap_or_default();
                if part(own, 0, length) == first && (length <= 8 || same(own, text, length)) {
                    break;
                }
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Makes room for as many terms again.
    fn grow(&mut self) {
        let size = (self.ends.len() * 2).next_power_of_two().max(1024);
        // Freed first: a wasm memory that has grown does not shrink.
        self.slots = Vec::new();
        self.slots = vec![u32::MAX; size];
        for number in 0..self.ends.len() {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            let range = self.range_of(number);
            let term = self.bytes.get(range.start..).unwrap_or_default();
            let slot = self.slot(term, range.len());
            if let Some(place) = self.slots.get_mut(slot) {
                *place = number;
            }
        }
    }

    /// Puts the terms met since the last time in order, among the others.
    pub fn sort(&mut self) {
        let (known, all) = (self.sorted.len() as u32, self.len() as u32);
        if known == all {
            return;
        }
        // What is asked from now on goes by order; who adds more lets them grow again.
        self.slots = Vec::new();
        self.sketches = Sketches::default();
        // With its first letters before it, a term is mostly put in order without a look at it.
        let lettered = |number: u32| {
            let first = eight(self.bytes_of(number), 0) as u32;
            u64::from(first.swap_bytes()) << 32 | u64::from(number)
        };
        let mut new: Vec<u64> = (known..all).map(lettered).collect();
        new.sort_unstable_by(|a, b| {
            let letters = (a >> 32).cmp(&(b >> 32));
            letters.then_with(|| self.bytes_of(*a as u32).cmp(self.bytes_of(*b as u32)))
        });
        let mut merged = Vec::with_capacity(self.len());
        let mut old = self.sorted.iter().copied().peekable();
        for number in new.into_iter().map(|lettered| lettered as u32) {
            let term = self.bytes_of(number);
            while let Some(before) = old.next_if(|before| self.bytes_of(*before) < term) {
                merged.push(before);
            }
            merged.push(number);
        }
        merged.extend(old);
        self.sorted = merged;
        self.sketches = Sketches::of((0..all).map(|number| self.bytes_of(number)));
    }

    /// The term at a place in the order.
    pub fn at(&self, place: usize) -> u32 {
        self.sorted.get(place).copied().unwrap_or(u32::MAX)
    }

    /// The places of the terms that begin so.
    pub fn beginning(&self, start: &str) -> Range<usize> {
        let start = cut(start);
        let from = self.sorted.partition_point(|n| self.bytes_of(*n) < start);
        let rest = self.sorted.get(from..).unwrap_or_default();
        from..from + rest.partition_point(|n| self.bytes_of(*n).starts_with(start))
    }

    /// The place of a term, empty where it is not there.
    pub fn place(&self, term: &str) -> Range<usize> {
        let bytes = cut(term);
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

/// How many bytes of a term are kept: no character is cut in two.
fn shortened(text: &[u8], length: usize) -> usize {
    let mut cut = length.min(LONGEST);
    if cut < length {
        while text.get(cut).is_some_and(|byte| byte >> 6 == 0b10) {
            cut -= 1;
        }
    }
    cut
}

fn cut(term: &str) -> &[u8] {
    let length = shortened(term.as_bytes(), term.len());
    term.as_bytes().get(..length).unwrap_or_default()
}

/// Whether two terms of a length are the same behind their first eight bytes.
#[cold]
#[inline(never)]
fn same(a: &[u8], b: &[u8], length: usize) -> bool {
    let mut rest = (8..length).step_by(8);
    rest.all(|at| part(a, at, length) == part(b, at, length))
}

/// Eight bytes of a term as a number, or what is left of it behind a place.
#[inline]
fn part(text: &[u8], at: usize, length: usize) -> u64 {
    let foreign = 8usize.saturating_sub(length - at) * 8;
    eight(text, at) << foreign >> foreign
}

/// Eight bytes are mixed in by a multiplication (as in Firefox's FxHash), whose high bits know all
/// others.
#[inline]
fn mix(hash: u64, part: u64) -> u64 {
    (hash.rotate_left(5) ^ part).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95)
}

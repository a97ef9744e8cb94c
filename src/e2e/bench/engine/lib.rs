//! The retrieval engine as a module of its own, over generated records: what the bench measures.

mod facets;
mod records;

use facets::Facets;
use js_sys::Uint8Array;
use records::{Record, place};
use retrieval::{Index, Typos, Word};
use std::borrow::Cow;
use wasm_bindgen::prelude::wasm_bindgen;

/// Weights of the fields, in the order of a record.
const WEIGHTS: [f32; 8] = [6.0, 1.0, 8.0, 3.0, 3.0, 8.0, 3.0, 3.0];

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// What was asked and found.
#[wasm_bindgen(getter_with_clone)]
pub struct Answer {
    /// How many records match.
    pub total: usize,
    /// The best of them, best first.
    pub ids: Vec<u32>,
}

/// Records in, answers out.
#[wasm_bindgen]
pub struct Engine {
    index: Index,
    facets: Facets,
    /// What was handed over and is not fetched yet: it stays where it was made, because a wasm
    /// memory that has grown does not shrink.
    handed: Uint8Array,
    fetched: u32,
    /// What was fetched and is not read yet.
    pending: Vec<u8>,
    read: usize,
    is_ready: bool,
    /// The last text that was asked for, with what holds it: its facets are asked for next.
    last: Option<(String, Vec<f32>)>,
}

/// How much is fetched at once.
const FETCH: u32 = 32 * 1024;

#[wasm_bindgen]
impl Engine {
    /// An engine without records.
    pub fn create() -> Engine {
        Engine {
            index: Index::new(&WEIGHTS),
            facets: Facets::default(),
            handed: Uint8Array::new_with_length(0),
            fetched: 0,
            pending: Vec::new(),
            read: 0,
            is_ready: true,
            last: None,
        }
    }

    /// Hands over records as lines of JSON; a piece may end inside a line.
    pub fn push(&mut self, ndjson_chunk: Uint8Array) {
        while self.fetch() {}
        (self.handed, self.fetched) = (ndjson_chunk, 0);
        (self.is_ready, self.last) = (false, None);
    }

    /// Fetches a little of what was handed over; whether there was something.
    fn fetch(&mut self) -> bool {
        let end = (self.fetched + FETCH).min(self.handed.length());
        if end == self.fetched {
            return false;
        }
        self.pending.drain(..self.read);
        self.read = 0;
        let start = self.pending.len();
        self.pending
            .resize(start + (end - self.fetched) as usize, 0);
        let part = self.handed.subarray(self.fetched, end);
        part.copy_to(self.pending.get_mut(start..).unwrap_or_default());
        self.fetched = end;
        true
    }

    /// Works for about some milliseconds; the share that is done, 1 when all that was handed over
    /// is read. The step after that makes it ready to be asked: who hands over more had rather wait.
    pub fn step(&mut self, budget_ms: f64) -> f64 {
        if self.handed.length() == 0 {
            self.make_ready();
            return 1.0;
        }
        let end = now() + budget_ms;
        let mut lines = 0;
        while self.read_line() || self.fetch() {
            lines += 1;
            if lines % 64 == 0 && now() >= end {
                return (f64::from(self.fetched) / f64::from(self.handed.length())).min(0.99);
            }
        }
        self.handed = Uint8Array::new_with_length(0);
        self.fetched = 0;
        1.0
    }

    fn make_ready(&mut self) {
        if !self.is_ready {
            self.index.make_ready();
            self.is_ready = true;
        }
    }

    /// Reads a record; whether there was one. Not a part of [`Engine::step`]: browsers make a
    /// function quick when it is entered next, and that one goes on for long.
    #[inline(never)]
    fn read_line(&mut self) -> bool {
        let rest = self.pending.get(self.read..).unwrap_or_default();
        let Some(length) = place(rest, b'\n') else {
            return false;
        };
        let line = rest.get(..length).unwrap_or_default();
        // A line that is no record keeps its number, with nothing in it.
        if let Some(Record { single, tags }) = Record::read(line) {
            let fields = single.iter().enumerate();
            for (field, text) in fields.chain(tags.iter().map(|tag| (7, tag))) {
                self.index.add(field, text);
            }
            let [_, _, _, counted @ ..] = &single;
            self.facets.add(counted, &tags);
        } else {
            self.facets.add(&[const { Cow::Borrowed("") }; 4], &[]);
        }
        self.index.end_document();
        self.read += length + 1;
        true
    }

    /// The records that hold what is typed, best first.
    pub fn query(&mut self, text: &str, limit: usize) -> Answer {
        self.make_ready();
        let words = words(text);
        let found = self.index.scores(&words).unwrap_or_default();
        let (total, ids) = retrieval::best(&found, limit);
        self.last = Some((text.to_owned(), found));
        Answer { total, ids }
    }

    /// The name of each facet and its values, in their order, as JSON.
    pub fn values(&self) -> String {
        self.facets.values()
    }

    /// How many records each value of each facet would give, in the order of [`Engine::values`]:
    /// under the text and under the filters of all other facets.
    pub fn facets(&mut self, text: &str, filters: &str) -> Vec<u32> {
        self.make_ready();
        let found = match &self.last {
            _ if text.is_empty() => None,
            Some((last, found)) if last == text => return self.facets.counts(Some(found), filters),
            _ => self.index.scores(&words(text)),
        };
        self.facets.counts(found.as_deref(), filters)
    }
}

/// Words and phrases in quotation marks; the last word may be half typed.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for (n, part) in text.split('"').enumerate() {
        if n % 2 == 1 {
            words.push(Word {
                text: part,
                begun: false,
                typos: Typos::Never,
            });
            continue;
        }
        words.extend(part.split_whitespace().map(|text| Word {
            text,
            begun: false,
            typos: Typos::Always,
        }));
    }
    if let Some(last) = words.last_mut() {
        last.begun = last.typos != Typos::Never;
    }
    words
}

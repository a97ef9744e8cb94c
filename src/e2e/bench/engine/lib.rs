//! The retrieval engine as a module of its own, over generated records: what the bench measures.

mod facets;

use facets::Facets;
use retrieval::{Index, Typos, Word};
use serde::Deserialize;
use std::borrow::Cow;
use wasm_bindgen::prelude::wasm_bindgen;

/// A record of the bench.
#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    title: Cow<'a, str>,
    #[serde(borrow)]
    summary: Cow<'a, str>,
    #[serde(borrow)]
    org: Cow<'a, str>,
    #[serde(borrow)]
    country: Cow<'a, str>,
    #[serde(borrow)]
    sector: Cow<'a, str>,
    #[serde(borrow)]
    actor: Cow<'a, str>,
    #[serde(borrow)]
    year: Cow<'a, str>,
    #[serde(borrow)]
    tags: Vec<Cow<'a, str>>,
}

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
    pending: Vec<u8>,
    /// How much of `pending` is read.
    read: usize,
    is_ready: bool,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without records.
    pub fn create() -> Engine {
        Engine {
            index: Index::new(&WEIGHTS),
            facets: Facets::default(),
            pending: Vec::new(),
            read: 0,
            is_ready: true,
        }
    }

    /// Hands over records as lines of JSON; a piece may end inside a line.
    pub fn push(&mut self, ndjson_chunk: &[u8]) {
        self.pending.drain(..self.read);
        self.read = 0;
        self.pending.extend_from_slice(ndjson_chunk);
        self.is_ready = false;
    }

    /// Works for about some milliseconds; the share that is done, 1 when all is.
    pub fn step(&mut self, budget_ms: f64) -> f64 {
        let end = now() + budget_ms;
        let mut lines = 0;
        while self.read_line() {
            lines += 1;
            if lines % 16 == 0 && now() >= end {
                return (self.read as f64 / self.pending.len() as f64).min(0.99);
            }
        }
        if !self.is_ready {
            self.index.make_ready();
            self.is_ready = true;
        }
        1.0
    }

    fn read_line(&mut self) -> bool {
        let rest = self.pending.get(self.read..).unwrap_or_default();
        let Some(length) = rest.iter().position(|byte| *byte == b'\n') else {
            return false;
        };
        let line = rest.get(..length).unwrap_or_default();
        // A line that is no record keeps its number, with nothing in it.
        if let Ok(record) = serde_json::from_slice::<Record>(line) {
            let fields = [
                &record.title,
                &record.summary,
                &record.org,
                &record.country,
                &record.sector,
                &record.actor,
                &record.year,
            ];
            for (field, text) in fields.into_iter().enumerate() {
                self.index.add(field, text);
            }
            record.tags.iter().for_each(|tag| self.index.add(7, tag));
            let single = [&record.country, &record.sector, &record.actor, &record.year];
            self.facets.add(single, &record.tags);
        } else {
            self.facets.add([&Cow::Borrowed(""); 4], &[]);
        }
        self.index.end_document();
        self.read += length + 1;
        true
    }

    /// The records that hold what is typed, best first.
    pub fn query(&self, text: &str, limit: usize) -> Answer {
        let (total, ids) = self.index.search(&words(text), limit);
        Answer { total, ids }
    }

    /// How many records each value of each facet would give, as JSON: under the text and under
    /// the filters of all other facets.
    pub fn facets(&self, text: &str, filters: &str) -> String {
        let found = self.index.matching(&words(text));
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

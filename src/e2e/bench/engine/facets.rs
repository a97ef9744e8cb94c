//! Five columns of small numbers, counted under text and filters.

use std::borrow::Cow;

/// The facets, in the order of a record; the last may have several values.
const NAMES: [&str; 5] = ["country", "sector", "actor", "year", "tags"];
/// Where a record has no value (more): a column holds up to 255 of them, and a record knows each by
/// a byte.
const NONE: u8 = u8::MAX;
/// A record that does not hold the text misses more than filters ask for.
const OUT: u8 = u8::MAX;
/// How many marks (by a hash, FNV-1a) tell values apart.
const MARKS: usize = 1024;
/// So many records are looked at together, and passed over where none of them counts.
const BLOCK: usize = 16;

/// The values of a facet, and which of them each record has.
#[derive(Default)]
struct Column {
    values: Vec<String>,
    /// The value that was met last of those with the same mark: nearly always the one that is met.
    last: Vec<u8>,
    /// How many records have each.
    totals: Vec<u32>,
    /// The first value of each record; the second of each, where one has several; and so on.
    layers: Vec<Vec<u8>>,
}

/// The facets of all records.
#[derive(Default)]
pub struct Facets {
    columns: [Column; 5],
    records: usize,
}

impl Column {
    /// Adds a value of a record.
    fn add(&mut self, record: usize, nth: usize, value: &str) {
        let code = self.code(value);
        if let Some(total) = self.totals.get_mut(usize::from(code)) {
            *total += 1;
        }
        if nth == self.layers.len() {
            self.layers.push(Vec::new());
        }
        if let Some(layer) = self.layers.get_mut(nth) {
            if layer.capacity() <= record {
                // By an eighth, not by double: this is memory that stays.
                layer.reserve_exact(record + 1 - layer.len() + record / 8);
            }
            layer.resize(record, NONE);
            layer.push(code);
        }
    }

    fn code(&mut self, value: &str) -> u8 {
        let mix = |mark: u32, byte: u8| (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let mark = value.bytes().fold(0x811c_9dc5, mix) as usize % MARKS;
        self.last.resize(MARKS, NONE);
        let last = self.last.get(mark).copied().unwrap_or(NONE);
        if self
            .values
            .get(usize::from(last))
            .is_some_and(|v| v == value)
        {
            return last;
        }
        let known = self.values.iter().position(|other| other == value);
        let place = known.unwrap_or_else(|| {
            if self.values.len() < usize::from(NONE) {
                self.values.push(value.to_owned());
                self.totals.push(0);
                return self.values.len() - 1;
            }
            usize::from(NONE)
        });
        let code = u8::try_from(place).unwrap_or(NONE);
        if let Some(last) = self.last.get_mut(mark) {
            *last = code;
        }
        code
    }

    /// Notes the records that have none of the wanted values.
    fn note(&self, wanted: &[serde_json::Value], own: u8, misses: &mut [u8]) {
        misses.iter_mut().for_each(|missed| *missed |= own);
        let is_wanted = |value: &&String| wanted.iter().any(|w| w.as_str() == Some(value));
        for (code, _) in (0u8..).zip(&self.values).filter(|(_, v)| is_wanted(v)) {
            for layer in &self.layers {
                for (missed, other) in misses.iter_mut().zip(layer) {
                    // Without branches, so that compilers take several records at once.
                    *missed &= if *other == code { !own } else { u8::MAX };
                }
            }
        }
    }

    /// How often each value stands in some records.
    fn count(&self, records: &[u32], counts: &mut [u32; 256]) {
        for layer in &self.layers {
            for code in records.iter().filter_map(|r| layer.get(*r as usize)) {
                if let Some(count) = counts.get_mut(usize::from(*code)) {
                    *count += 1;
                }
            }
        }
    }
}

impl Facets {
    /// Adds a record.
    pub fn add(&mut self, single: &[Cow<str>; 4], tags: &[Cow<str>]) {
        let [columns @ .., last] = &mut self.columns;
        for (column, value) in columns.iter_mut().zip(single) {
            column.add(self.records, 0, value);
        }
        for (nth, tag) in tags.iter().enumerate() {
            last.add(self.records, nth, tag);
        }
        self.records += 1;
    }

    /// The name of each facet and its values, in their order, as JSON.
    pub fn values(&self) -> String {
        let values = self.columns.iter().map(|column| &column.values);
        let named: Vec<_> = NAMES.iter().zip(values).collect();
        serde_json::to_string(&named).unwrap_or_default()
    }

    /// How many records each value would give, in the order of [`Facets::values`]: under the text
    /// and under the filters of all other facets. `found` is not 0 for records that hold the text;
    /// `None` are all.
    pub fn counts(&self, found: Option<&[f32]>, filters: &str) -> Vec<u32> {
        let filters: serde_json::Value = serde_json::from_str(filters).unwrap_or_default();
        let mut misses = match found {
            Some(scores) => {
                let miss = |score: &f32| if *score == 0.0 { OUT } else { 0 };
                scores.iter().map(miss).collect()
            }
            None => vec![0; self.records],
        };
        let mut lit = 0;
        for (n, (column, name)) in self.columns.iter().zip(NAMES).enumerate() {
            if let Some(wanted) = filters.get(name).and_then(|wanted| wanted.as_array()) {
                lit |= 1 << n;
                column.note(wanted, 1 << n, &mut misses);
            }
        }
        // Where nothing else keeps records out, all are counted, and that was done when they came.
        let is_open = |n: usize| found.is_none() && lit & !(1 << n) == 0;
        let only = (0..5).find(|n| lit == 1 << n && is_open(*n));
        let passed = Passed::of(&misses, only.map_or(lit, |_| 0));
        let mut all = Vec::with_capacity(512);
        for (n, column) in self.columns.iter().enumerate() {
            if is_open(n) {
                all.extend(&column.totals);
                continue;
            }
            let mut counts = [0; 256];
            column.count(&passed.all, &mut counts);
            // What only this facet keeps out counts in it: a click would widen it.
            if let Some(but) = passed.but.get(n) {
                column.count(but, &mut counts);
            }
            all.extend(counts.iter().take(column.values.len()));
        }
        all
    }
}

/// Records that miss nothing, and for each facet those that miss only what it wants.
#[derive(Default)]
struct Passed {
    all: Vec<u32>,
    but: [Vec<u32>; 5],
}

impl Passed {
    /// Sorts the records by what they miss, as bits; those that miss something else than some
    /// facets are left out.
    fn of(misses: &[u8], facets: u8) -> Self {
        let mut passed = Self::default();
        let counts = |m: u8| (m & m.wrapping_sub(1) == 0) & (m & !facets == 0);
        for (block, misses) in misses.chunks(BLOCK).enumerate() {
            if !misses.iter().fold(false, |any, m| any | counts(*m)) {
                continue;
            }
            for (at, missed) in misses.iter().enumerate().filter(|(_, m)| counts(**m)) {
                let record = (block * BLOCK + at) as u32;
                match missed {
                    0 => passed.all.push(record),
                    _ => {
                        if let Some(but) = passed.but.get_mut(missed.trailing_zeros() as usize) {
                            but.push(record);
                        }
                    }
                }
            }
        }
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Records with a value of each facet and up to three tags, by remainders.
    fn record(n: usize) -> ([String; 4], Vec<String>) {
        let single = [n % 7, n % 3, n % 11, n % 5].map(|v| v.to_string());
        let tags = (0..n % 4).map(|t| format!("t{}", (n + t) % 6));
        (single, tags.collect())
    }

    #[test]
    fn counts_are_those_of_a_plain_loop_under_all_other_filters() {
        let mut facets = Facets::default();
        let records: Vec<_> = (0..100).map(record).collect();
        for (single, tags) in &records {
            let tags: Vec<Cow<str>> = tags.iter().map(Cow::from).collect();
            facets.add(&single.each_ref().map(Cow::from), &tags);
        }
        let values: Vec<(String, Vec<String>)> = serde_json::from_str(&facets.values()).unwrap();
        let scores: Vec<f32> = (0..100).map(|n| (n % 3) as f32 - 1.0).collect();
        for found in [None, Some(scores.as_slice())] {
            for filters in [
                "{}",
                r#"{"tags":["t1"]}"#,
                r#"{"country":["1","4"],"tags":["t0","t2"]}"#,
                r#"{"sector":["2"],"actor":["3","5"],"year":["0","1","4"]}"#,
                r#"{"country":["nowhere"]}"#,
            ] {
                let wanted: serde_json::Value = serde_json::from_str(filters).unwrap();
                let of = |n: usize, facet: usize| match facet {
                    4 => records[n].1.clone(),
                    _ => vec![records[n].0[facet].clone()],
                };
                let passes = |n: usize, but: usize| {
                    found.is_none_or(|scores| scores[n] != 0.0)
                        && (0..5).filter(|facet| *facet != but).all(|facet| {
                            wanted[NAMES[facet]].as_array().is_none_or(|some| {
                                of(n, facet)
                                    .iter()
                                    .any(|v| some.contains(&v.as_str().into()))
                            })
                        })
                };
                let mut plain = Vec::new();
                for (facet, (_, values)) in values.iter().enumerate() {
                    for value in values {
                        let holds = |n: &usize| passes(*n, facet) && of(*n, facet).contains(value);
                        plain.push((0..100).filter(holds).count() as u32);
                    }
                }
                assert_eq!(facets.counts(found, filters), plain, "{filters}");
            }
        }
    }
}

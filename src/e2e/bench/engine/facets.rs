//! Five columns of small numbers, counted under text and filters.

use retrieval::Ranked;
use std::borrow::Cow;

/// The facets, in the order of a record; the last may have several values.
const NAMES: [&str; 5] = ["country", "sector", "actor", "year", "tags"];

/// The values of a facet, and which of them each record has.
#[derive(Default)]
struct Column {
    values: Vec<String>,
    /// The same as JSON writes a key.
    names: Vec<String>,
    /// Value numbers, record after record.
    codes: Vec<u16>,
    /// Where each record's numbers end; empty where each has one.
    ends: Vec<u32>,
}

/// The facets of all records.
#[derive(Default)]
pub struct Facets {
    columns: [Column; 5],
    records: usize,
}

impl Column {
    fn code(&mut self, value: &str) -> u16 {
        let known = self.values.iter().position(|other| other == value);
        let place = known.unwrap_or_else(|| {
            self.values.push(value.to_owned());
            self.names
                .push(format!("{}:", serde_json::Value::from(value)));
            self.values.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    /// Which of the values are among some.
    fn good(&self, wanted: &[serde_json::Value]) -> Vec<bool> {
        let is = |value: &String| wanted.iter().any(|w| w.as_str() == Some(value));
        self.values.iter().map(is).collect()
    }

    /// The value numbers of a record.
    #[inline]
    fn of(&self, record: usize) -> &[u16] {
        let range = match record.checked_sub(1) {
            _ if self.ends.is_empty() => record..record + 1,
            before => {
                let start = before.and_then(|before| self.ends.get(before));
                let end = self.ends.get(record).map_or(0, |end| *end as usize);
                start.map_or(0, |start| *start as usize)..end
            }
        };
        self.codes.get(range).unwrap_or_default()
    }

    /// Notes the records that have none of the good values: one more miss, and whose it was.
    fn note(&self, good: &[bool], mine: u8, misses: &mut [(u8, u8)]) {
        let is = |code: &u16| good.get(usize::from(*code)) == Some(&true);
        let note = |(misses, whose): &mut (u8, u8)| {
            *misses = misses.saturating_add(1);
            *whose = mine;
        };
        if self.ends.is_empty() {
            let both = self.codes.iter().zip(misses);
            both.filter(|(code, _)| !is(code))
                .for_each(|(_, miss)| note(miss));
            return;
        }
        for (record, miss) in misses.iter_mut().enumerate() {
            if !self.of(record).iter().any(is) {
                note(miss);
            }
        }
    }

    /// How often each value stands in some records.
    fn count(&self, records: &[u32]) -> Vec<u32> {
        let mut counts = vec![0; self.values.len()];
        for record in records {
            self.add(self.of(*record as usize), &mut counts);
        }
        counts
    }

    /// How often each value stands in all records.
    fn count_all(&self) -> Vec<u32> {
        let mut counts = vec![0; self.values.len()];
        self.add(&self.codes, &mut counts);
        counts
    }

    fn add(&self, codes: &[u16], counts: &mut [u32]) {
        for code in codes {
            if let Some(count) = counts.get_mut(usize::from(*code)) {
                *count += 1;
            }
        }
    }

    /// Names and counts as JSON, without the zeros.
    fn write(&self, counts: &[u32], json: &mut String) {
        let mut between = "";
        for (name, count) in self.names.iter().zip(counts).filter(|(_, c)| **c > 0) {
            json.push_str(between);
            json.push_str(name);
            let mut digits = [0u8; 10];
            let mut rest = *count;
            let mut start = digits.len();
            while rest > 0 {
                start -= 1;
                if let Some(digit) = digits.get_mut(start) {
                    *digit = b'0' + (rest % 10) as u8;
                }
                rest /= 10;
            }
            json.push_str(
                std::str::from_utf8(digits.get(start..).unwrap_or_default()).unwrap_or("0"),
            );
            between = ",";
        }
    }
}

impl Facets {
    /// Adds a record.
    pub fn add(&mut self, single: [&Cow<str>; 4], tags: &[Cow<str>]) {
        let [first, second, third, fourth, last] = &mut self.columns;
        for (column, value) in [first, second, third, fourth].into_iter().zip(single) {
            let code = column.code(value);
            column.codes.push(code);
        }
        for tag in tags {
            let code = last.code(tag);
            last.codes.push(code);
        }
        last.ends
            .push(u32::try_from(last.codes.len()).unwrap_or(u32::MAX));
        self.records += 1;
    }

    /// The counts as JSON. `found` are the records that hold the text, `None` all of them.
    pub fn counts(&self, found: Option<&[Ranked]>, filters: &str) -> String {
        let filters: serde_json::Value = serde_json::from_str(filters).unwrap_or_default();
        let wanted = NAMES.map(|name| filters.get(name).and_then(|w| w.as_array()));
        let is_open = found.is_none() && wanted.iter().all(Option::is_none);
        let Passed { all, but } = self.passed(found, &wanted);
        let mut json = String::with_capacity(8192);
        for (n, (column, name)) in self.columns.iter().zip(NAMES).enumerate() {
            json.push_str(if n == 0 { "{\"" } else { ",\"" });
            json.push_str(name);
            json.push_str("\":{");
            let mut counts = match is_open {
                true => column.count_all(),
                false => column.count(&all),
            };
            // What only this facet keeps out counts in it: a click would widen it.
            if let Some(but) = but.get(n) {
                let more = column.count(but);
                counts
                    .iter_mut()
                    .zip(more)
                    .for_each(|(sum, more)| *sum += more);
            }
            column.write(&counts, &mut json);
            json.push('}');
        }
        json.push('}');
        json
    }

    fn passed(
        &self,
        found: Option<&[Ranked]>,
        wanted: &[Option<&Vec<serde_json::Value>>],
    ) -> Passed {
        let mut misses = vec![(0, 0); self.records];
        for (n, (column, wanted)) in (0..).zip(self.columns.iter().zip(wanted)) {
            if let Some(wanted) = wanted {
                column.note(&column.good(wanted), n, &mut misses);
            }
        }
        let mut passed = Passed::default();
        let mut sort = |record: u32| match misses.get(record as usize) {
            Some((0, _)) => passed.all.push(record),
            Some((1, whose)) => {
                if let Some(but) = passed.but.get_mut(usize::from(*whose)) {
                    but.push(record);
                }
            }
            _ => {}
        };
        match found {
            Some(found) => found.iter().for_each(|ranked| sort(ranked.document())),
            None => (0..self.records as u32).for_each(&mut sort),
        }
        passed
    }
}

/// Records that pass every filter, and for each facet those that pass all but its own.
#[derive(Default)]
struct Passed {
    all: Vec<u32>,
    but: [Vec<u32>; 5],
}

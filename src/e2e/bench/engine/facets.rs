//! Five columns of small numbers, counted under text and filters in one pass.

use std::borrow::Cow;
use std::fmt::Write;

/// The facets, in the order of a record; the last may have several values.
const NAMES: [&str; 5] = ["country", "sector", "actor", "year", "tags"];

/// The values of a facet, and which of them each record has.
#[derive(Default)]
struct Column {
    values: Vec<String>,
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
            self.values.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    /// Calls with the value numbers of each record.
    fn each(&self, mut call: impl FnMut(usize, &[u16])) {
        if self.ends.is_empty() {
            for (record, code) in self.codes.iter().enumerate() {
                call(record, std::slice::from_ref(code));
            }
            return;
        }
        let mut start = 0;
        for (record, end) in self.ends.iter().enumerate() {
            let end = *end as usize;
            call(record, self.codes.get(start..end).unwrap_or_default());
            start = end;
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
    pub fn counts(&self, found: Option<&[u32]>, filters: &str) -> String {
        // How many filters a record fails, and which: none, and it counts everywhere; one, and it
        // counts in that facet alone; more, and it counts nowhere.
        let mut fails: Vec<u8> = match found {
            None => vec![0; self.records],
            Some(found) => {
                let mut fails = vec![9; self.records];
                for record in found {
                    if let Some(fail) = fails.get_mut(*record as usize) {
                        *fail = 0;
                    }
                }
                fails
            }
        };
        let mut where_: Vec<u8> = vec![0; self.records];
        let filters: serde_json::Value = serde_json::from_str(filters).unwrap_or_default();
        let mut lit = [false; 5];
        for (n, (column, name)) in (0u8..).zip(self.columns.iter().zip(NAMES)) {
            let Some(wanted) = filters.get(name).and_then(|w| w.as_array()) else {
                continue;
            };
            if let Some(lit) = lit.get_mut(usize::from(n)) {
                *lit = true;
            }
            let is = |value: &String| wanted.iter().any(|w| w.as_str() == Some(value));
            let good: Vec<bool> = column.values.iter().map(is).collect();
            let passes = |code: &u16| good.get(usize::from(*code)).copied().unwrap_or(false);
            column.each(|record, codes| {
                if !codes.iter().any(passes)
                    && let (Some(fail), Some(at)) = (fails.get_mut(record), where_.get_mut(record))
                {
                    *fail = fail.saturating_add(1);
                    *at = n;
                }
            });
        }
        let mut json = String::with_capacity(8192);
        for (n, (column, name)) in (0u8..).zip(self.columns.iter().zip(NAMES)) {
            let mut counts = vec![0u32; column.values.len()];
            let is_lit = lit.get(usize::from(n)).copied().unwrap_or(false);
            column.each(|record, codes| {
                let fail = fails.get(record).copied().unwrap_or(9);
                let own = is_lit && fail == 1 && where_.get(record) == Some(&n);
                if fail == 0 || own {
                    for code in codes {
                        if let Some(count) = counts.get_mut(usize::from(*code)) {
                            *count += 1;
                        }
                    }
                }
            });
            json.push_str(if n == 0 { "{" } else { "," });
            let _ = write!(json, "\"{name}\":{{");
            let mut between = "";
            for (value, count) in column.values.iter().zip(&counts).filter(|(_, c)| **c > 0) {
                let value = serde_json::Value::from(value.as_str());
                let _ = write!(json, "{between}{value}:{count}");
                between = ",";
            }
            json.push('}');
        }
        json.push('}');
        json
    }
}

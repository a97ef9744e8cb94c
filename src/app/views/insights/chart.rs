//! What a chart is: rows of entries on one axis, each a mark where it lies.

use crate::ask::Ask;
use crate::messages::{format, insights as say};
use incidents::dataset::insights::By;
use incidents::model::{IncidentId, Lang};
use incidents::search::Field;

/// What the axis counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Days from 0.
    Days,
    /// Entries, one beside the other.
    Entries,
    /// Days of the calendar.
    Time,
}

/// What a chart is made of, whatever the result.
#[derive(Debug)]
pub struct Made {
    /// Its name in the page.
    pub id: &'static str,
    /// What it shows.
    pub title: fn(Lang) -> &'static str,
    /// How it is to be read.
    pub note: fn(Lang) -> &'static str,
    /// What the axis counts.
    pub axis: Axis,
    /// The field that asks for what the axis counts.
    pub field: Field,
    /// What a mark's figure is, over its column of the table.
    pub column: fn(Lang) -> &'static str,
    /// By what its rows are grouped; one row for all where by nothing.
    pub by: Option<By>,
}

/// A chart as it is drawn and told.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What it is made of.
    pub made: &'static Made,
    /// How many are known and unknown, and how it is to be read.
    pub note: String,
    /// The rows; those without marks stand in the table only.
    pub rows: Vec<Row>,
}

/// A row: entries that share something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What they share.
    pub name: String,
    /// How many of the entries are drawn, of how many.
    pub count: String,
    /// The median of their days.
    pub median: Option<i32>,
    /// What the row asks for; nothing where it is the only one.
    pub ask: Option<Ask>,
    /// The entries that are drawn.
    pub marks: Vec<Mark>,
}

/// An entry in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which entry.
    pub id: IncidentId,
    /// The entry's name.
    pub name: String,
    /// Its days or date, in words.
    pub figure: String,
    /// Where it begins and ends on the axis, both counted.
    pub ends: (i32, i32),
    /// Its range was cut off at 0.
    pub clipped: bool,
    /// It is not among the results.
    pub hollow: bool,
}

impl Row {
    /// Its figures in words: `median 51 days, 21 of 32`.
    pub fn figure(&self, lang: Lang) -> String {
        match self.median {
            Some(days) => say::median_is(lang, days) + format::comma(lang) + &self.count,
            None => self.count.clone(),
        }
    }
}

impl Chart {
    /// The rows that have marks.
    pub fn drawn(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.marks.is_empty())
    }

    /// Whether it has one row for all.
    pub fn lone(&self) -> bool {
        self.made.by.is_none()
    }

    /// Whether it takes the whole width.
    pub fn wide(&self) -> bool {
        self.lone() || self.made.axis == Axis::Time
    }

    /// What a stop asks for. Stops are counted in the order of the arrow keys: each row, then its
    /// marks from left to right.
    pub fn stop(&self, place: usize) -> Option<Ask> {
        let mut left = place;
        for row in self.drawn() {
            if let Some(ask) = &row.ask {
                if left == 0 {
                    return Some(ask.clone());
                }
                left -= 1;
            }
            if let Some(mark) = row.marks.get(left) {
                return Some(Ask::Entry(mark.id.clone()));
            }
            left -= row.marks.len();
        }
        None
    }

    /// The first stop of each row, and how many stops there are.
    pub fn heads(&self) -> (Vec<usize>, usize) {
        let (mut heads, mut all) = (Vec::new(), 0);
        for row in self.drawn() {
            heads.push(all);
            all += usize::from(row.ask.is_some()) + row.marks.len();
        }
        (heads, all)
    }

    /// Where its axis begins and ends.
    pub fn ends(&self) -> (f64, f64) {
        let all = || self.drawn().flat_map(|row| &row.marks);
        let first = all().map(|m| m.ends.0).min().unwrap_or(0);
        let last = all().map(|m| m.ends.1).max().unwrap_or(0);
        match self.made.axis {
            Axis::Time => (f64::from(first), f64::from(last) + 1.0),
            Axis::Entries => (0.0, f64::from(last) + 1.0),
            Axis::Days => (0.0, f64::from(last.max(1))),
        }
    }
}

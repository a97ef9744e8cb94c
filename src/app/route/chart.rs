//! What the timeline shows of the results: the marked day, the stretch of time, the lanes.

use incidents::dataset::silent::LaneOrder;
use incidents::model::{ActorId, Date, Day, Precision};

/// The timeline's part of the address: `day=2020-01-19&span=2016-01-01..2020-12-31&order=silence`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// The marked day; where none is named, the end of the busiest stretch.
    pub day: Option<Day>,
    /// The first and last day in sight; where none are named, all.
    pub span: Option<(Day, Day)>,
    /// The order of the lanes.
    pub order: LaneOrder,
    /// The one group whose entries have lanes; `None` for any actor.
    pub group: Option<ActorId>,
    /// Whether entries without both dates have lanes too.
    pub all: bool,
}

impl Chart {
    /// Takes a key of the address; false where it means nothing.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "day" => read(&mut self.day, day(value)),
            "span" => read(&mut self.span, span(value)),
            "group" => read(&mut self.group, value.parse().ok()),
            "order" => {
                let mut all = LaneOrder::ALL.into_iter();
                let known = all.find(|order| order.word() == value);
                self.order = known.unwrap_or_default();
                known.is_some()
            }
            "lanes" => {
                self.all = value == "all";
                self.all
            }
            _ => false,
        }
    }

    /// Keys and values for the address; what is as by itself is left out.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        pairs.extend(self.day.map(|day| ("day", iso(day))));
        let span = self.span.map(|(from, to)| iso(from) + ".." + &iso(to));
        pairs.extend(span.map(|span| ("span", span)));
        if self.order != LaneOrder::default() {
            pairs.push(("order", self.order.word().to_owned()));
        }
        pairs.extend(self.group.iter().map(|id| ("group", id.to_string())));
        if self.all {
            pairs.push(("lanes", "all".to_owned()));
        }
        pairs
    }
}

/// Sets a choice; false where it is none.
fn read<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    *place = value;
    place.is_some()
}

/// A day as written: `2020-01-19`; nothing wider and nothing uncertain is one.
pub fn day(text: &str) -> Option<Day> {
    let date: Date = text.parse().ok()?;
    let plain = date.precision() == Precision::Day && !date.is_approximate();
    plain.then(|| date.earliest())
}

fn span(text: &str) -> Option<(Day, Day)> {
    let (from, to) = text.split_once("..")?;
    let (from, to) = (day(from)?, day(to)?);
    (from < to).then_some((from, to))
}

/// A day of the years 1 to 9999 as ISO 8601 writes it: `2020-01-19`.
pub fn iso(day: Day) -> String {
    let (year, month, of_month) = day.civil();
    format!("{year:04}-{month:02}-{of_month:02}")
}

//! How much of the record is known, and how well: printed by `cargo xtask check`, and the source
//! of every "n of N" on the page.

use super::Dataset;
use crate::model::{Date, Evidence, Incident, Precision, Value};
use std::fmt;

/// How the silence windows of some entries are known. The parts add up to `total`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Silences {
    /// How many entries were counted.
    pub total: usize,
    /// Both dates to the day.
    pub to_the_day: usize,
    /// Both dates, one of them approximate or uncertain.
    pub approximate: usize,
    /// Both dates, one of them wider than a day.
    pub wider: usize,
    /// No date of detection, whatever else is known.
    pub no_detection: usize,
    /// A detection, but no date of disclosure.
    pub no_disclosure: usize,
}

impl Silences {
    /// How many have both dates, however wide.
    pub fn known(&self) -> usize {
        self.to_the_day + self.approximate + self.wider
    }
}

/// How wide one of the three dates is known. The parts add up to the number of entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    /// One day.
    pub day: usize,
    /// One month, or several possible days.
    pub month: usize,
    /// One year.
    pub year: usize,
    /// A stretch, or several possible months or years.
    pub range: usize,
    /// Approximate or uncertain, however wide.
    pub approximate: usize,
    /// Not stated.
    pub unknown: usize,
}

impl Widths {
    fn count(&mut self, date: Option<&Date>) {
        let place = match date {
            None => &mut self.unknown,
            Some(date) if date.is_approximate() => &mut self.approximate,
            Some(date) => match date.precision() {
                Precision::Day => &mut self.day,
                Precision::Month => &mut self.month,
                Precision::Year => &mut self.year,
                Precision::Range => &mut self.range,
            },
        };
        *place += 1;
    }
}

/// What a dataset holds, and how much of it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Entries.
    pub entries: usize,
    /// Citations of sources.
    pub sources: usize,
    /// Of these, those an excerpt of which held the facts.
    pub seen_as_page: usize,
    /// Of these, rows of a dataset.
    pub seen_as_row: usize,
    /// Claims.
    pub claims: usize,
    /// Of these, claims whose source is not matched.
    pub unmatched: usize,
    /// Of these, claims without the day, month or year they were said in.
    pub undated: usize,
    /// Declared contradictions.
    pub contradictions: usize,
    /// The silence windows.
    pub silences: Silences,
    /// When they began.
    pub began: Widths,
    /// When they were noticed.
    pub detected: Widths,
    /// When they were made public.
    pub disclosed: Widths,
    /// Entries with a way in through named offices or places.
    pub ways_in: usize,
    /// Entries attributed by somebody, beside the ladder or on it.
    pub attributed: usize,
    /// Entries with a technique that a source states.
    pub techniques: usize,
    /// Entries in which somebody names a vulnerability.
    pub vulnerabilities: usize,
}

impl Dataset {
    /// How the silence windows of some entries are known.
    pub fn silences<'a>(&self, entries: impl Iterator<Item = &'a Incident>) -> Silences {
        let mut counts = Silences::default();
        for incident in entries {
            counts.total += 1;
            let place = match self.silence(incident) {
                Some(range) if range.approximate => &mut counts.approximate,
                Some(range) if range.is_exact() => &mut counts.to_the_day,
                Some(_) => &mut counts.wider,
                None if self.detected(incident).is_none() => &mut counts.no_detection,
                None => &mut counts.no_disclosure,
            };
            *place += 1;
        }
        counts
    }

    /// How much of the whole is known.
    pub fn coverage(&self) -> Coverage {
        let mut sum = Coverage {
            silences: self.silences(self.incidents.values()),
            ..Coverage::default()
        };
        for incident in self.incidents.values() {
            sum.entries += 1;
            sum.sources += incident.sources.len();
            let seen = |as_: Evidence| {
                incident
                    .sources
                    .iter()
                    .filter(|s| s.evidence == as_)
                    .count()
            };
            sum.seen_as_page += seen(Evidence::Page);
            sum.seen_as_row += seen(Evidence::Row);
            sum.claims += incident.claims.len();
            for claim in &incident.claims {
                sum.unmatched += usize::from(claim.source_not_matched);
                sum.undated += usize::from(claim.date.is_none());
                sum.contradictions += claim.contradicts.len();
            }
            sum.began.count(self.began(incident).as_ref());
            sum.detected.count(self.detected(incident).as_ref());
            sum.disclosed.count(self.disclosed(incident).as_ref());
            let named = |c: &crate::model::Claim| matches!(c.value, Some(Value::Cve(_)));
            sum.ways_in += usize::from(!incident.pivots.is_empty());
            sum.attributed += usize::from(!incident.attributions.is_empty());
            sum.techniques += usize::from(!incident.techniques.is_empty());
            sum.vulnerabilities += usize::from(incident.claims.iter().any(named));
        }
        sum
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            entries, silences, ..
        } = self;
        writeln!(f, "{entries:>5} entries")?;
        writeln!(
            f,
            "{:>5} citations of sources: {} seen as a page, {} as a dataset row, {} in a reference list",
            self.sources,
            self.seen_as_page,
            self.seen_as_row,
            self.sources - self.seen_as_page - self.seen_as_row
        )?;
        writeln!(
            f,
            "{:>5} claims: {} with their source not matched, {} without the date they were said on",
            self.claims, self.unmatched, self.undated
        )?;
        writeln!(f, "{:>5} contradictions declared", self.contradictions)?;
        let head = ["day", "month", "year", "range", "about", "unknown"];
        write!(f, "\n{:<12}", "")?;
        for word in head {
            write!(f, "{word:>9}")?;
        }
        let rows = [
            ("began", self.began),
            ("detected", self.detected),
            ("disclosed", self.disclosed),
        ];
        for (name, w) in rows {
            write!(f, "\n{name:<12}")?;
            for n in [w.day, w.month, w.year, w.range, w.approximate, w.unknown] {
                write!(f, "{n:>9}")?;
            }
        }
        write!(
            f,
            "\n\nsilence: {} of {entries} known; {} to the day, {} about, {} wider; {} without detection, {} without disclosure",
            silences.known(),
            silences.to_the_day,
            silences.approximate,
            silences.wider,
            silences.no_detection,
            silences.no_disclosure
        )?;
        for (what, n) in [
            ("a way in through named offices or places", self.ways_in),
            ("an attribution", self.attributed),
            ("a technique stated for the incident", self.techniques),
            ("a vulnerability", self.vulnerabilities),
        ] {
            write!(f, "\n{n:>5} of {entries} with {what}")?;
        }
        Ok(())
    }
}

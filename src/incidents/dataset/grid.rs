//! Entries as rows: which columns there are, what stands in one as wide as it is known, and in
//! which order a column puts the rows.

use super::Dataset;
use crate::model::claim::vocabulary;
use crate::model::{
    Attributee, Date, Incident, Lang, Milestone, Precision, Question, Rung, Victim,
};
use crate::search::text::fold;
use crate::table::sort_by_key;
use serde::{Deserialize, Serialize};

vocabulary!(
    /// A column of the table of results, in the order the columns stand.
    Column {
        /// The entry: its victim and year.
        Entry = "entry",
        /// What happened, in one line.
        What = "what",
        /// The countries of the victims.
        Country = "country",
        /// What the victims make or do.
        Sector = "sector",
        /// When it began.
        Began = "began",
        /// When it was noticed.
        Detected = "detected",
        /// When it was made public.
        Disclosed = "disclosed",
        /// Days from detection to disclosure.
        Silence = "silence",
        /// Days from beginning to detection.
        Dwell = "dwell",
        /// The countries in which the way in begins.
        Office = "office",
        /// The rungs of attribution that are held.
        Rungs = "rungs",
        /// Who is named, and on which rung.
        Groups = "groups",
        /// How many sources there are.
        Sources = "sources",
        /// How many claims stand with it.
        Claims = "claims",
        /// How many points are in dispute.
        Disputes = "disputes",
        /// The entry's id, which is its permanent address.
        Id = "id",
    }
);

impl Column {
    /// What the table shows before anything is chosen.
    pub const FIRST: [Column; 9] = [
        Column::Entry,
        Column::Country,
        Column::Began,
        Column::Detected,
        Column::Disclosed,
        Column::Silence,
        Column::Rungs,
        Column::Sources,
        Column::Disputes,
    ];

    /// The column an address names.
    pub fn named(word: &str) -> Option<Column> {
        Self::ALL.iter().copied().find(|c| c.word() == word)
    }

    /// The question whose answers the column rests on.
    fn question(self) -> Option<Question> {
        match self {
            Column::Began => Some(Question::Began),
            Column::Detected => Some(Question::Detected),
            Column::Disclosed => Some(Question::Disclosed),
            Column::Silence => Some(Question::Silence),
            Column::Office => Some(Question::WayIn),
            Column::Rungs | Column::Groups => Some(Question::Actor),
            _ => None,
        }
    }
}

/// One of the three dates with all that is given for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// Each occurrence, as wide as its claims together; a second intrusion is a second one.
    pub dates: Vec<Date>,
    /// Other dates that are given for it and not counted, each once.
    pub beside: Vec<Date>,
    /// Several dates are given that cannot all hold.
    pub contested: bool,
}

/// Where a row stands in a column: numbers first, then words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Rank(i32, i32, String);

impl Dataset {
    /// All that is given for a milestone, nothing picked.
    pub fn given(&self, incident: &Incident, milestones: &[Milestone]) -> Given {
        let mut given = Given::default();
        for milestone in milestones {
            let Some(date) = self.date_of(incident, milestone) else {
                continue;
            };
            given.contested |= date.parts().len() > 1 && !date.is_interval();
            for held in self.claims(incident, &milestone.beside) {
                let Some(other) = held.date_value() else {
                    continue;
                };
                let apart = other.earliest() > date.latest() || other.latest() < date.earliest();
                given.contested |= apart;
                if *other != date && !given.beside.contains(other) {
                    given.beside.push(other.clone());
                }
            }
            given.dates.push(date);
        }
        given
    }

    /// Whether sources disagree on what a column shows of an entry.
    pub fn is_contested(&self, incident: &Incident, column: Column) -> bool {
        let dates = |milestones: &[Milestone]| self.given(incident, milestones).contested;
        let by_dates = match column {
            Column::Began => dates(&incident.began),
            Column::Detected => dates(&incident.detected),
            Column::Disclosed => dates(&incident.disclosed),
            Column::Silence => {
                self.is_contested(incident, Column::Detected)
                    || self.is_contested(incident, Column::Disclosed)
            }
            Column::Dwell => {
                self.is_contested(incident, Column::Began)
                    || self.is_contested(incident, Column::Detected)
            }
            _ => false,
        };
        by_dates
            || column
                .question()
                .is_some_and(|q| self.disputes_on(incident, q))
    }

    /// Whether answers to a question contradict each other.
    pub fn disputes_on(&self, incident: &Incident, question: Question) -> bool {
        let mut held = self.claims_about(incident);
        held.retain(|h| h.claim.question == question);
        held.len() > 1 && !self.points_among(&held).is_empty()
    }

    /// The words of the victims' sectors, each once, as stated.
    pub fn sectors(&self, incident: &Incident) -> Vec<&'static str> {
        let mut words: Vec<&str> = Vec::new();
        for victim in &incident.victims {
            let Victim::Organisation(id) = victim else {
                continue;
            };
            let known = self.organisations.get(id);
            let stated = known.map_or(&[][..], |o| o.sectors.as_slice());
            for word in stated.iter().map(|s| s.word()) {
                if !words.contains(&word) {
                    words.push(word);
                }
            }
        }
        words
    }

    /// The places of some entries in the order of a column. Unknown comes last in both directions;
    /// what is equal keeps its order. A date or a stretch of days goes by its earliest value, then
    /// by how wide it is.
    pub fn in_order_of(
        &self,
        entries: &[&Incident],
        column: Column,
        descending: bool,
        lang: Lang,
    ) -> Vec<usize> {
        let ranks = entries.iter().map(|i| self.rank(i, column, lang));
        let ranks: Vec<Option<Rank>> = ranks.collect();
        let unknown = (0..ranks.len()).filter(|at| matches!(ranks.get(*at), Some(None)));
        let mut places: Vec<usize> = Vec::new();
        places.extend((0..ranks.len()).filter(|at| matches!(ranks.get(*at), Some(Some(_)))));
        if descending {
            // Sorted from behind and turned round, equals stand as they did.
            places.reverse();
        }
        sort_by_key(&mut places, |at| ranks.get(*at).and_then(Option::as_ref));
        if descending {
            places.reverse();
        }
        places.extend(unknown);
        places
    }

    fn rank(&self, incident: &Incident, column: Column, lang: Lang) -> Option<Rank> {
        let words = |text: &str| Rank(0, 0, fold(text));
        let count = |n: usize| Some(Rank(i32::try_from(n).unwrap_or(i32::MAX), 0, String::new()));
        let date = |date: Option<Date>| {
            let (from, to) = date.map(|d| (d.earliest().0, d.latest().0))?;
            Some(Rank(from, to - from, String::new()))
        };
        let days = |range: Option<crate::model::DayRange>| {
            range.map(|r| Rank(r.least, r.most - r.least, String::new()))
        };
        match column {
            Column::Entry => self.victim_names(incident).first().map(|n| words(n)),
            Column::What => Some(words(incident.title.get(lang))),
            Column::Country => {
                let codes = self.victim_countries(incident);
                codes.first().map(|c| words(self.country_name(c, lang)))
            }
            Column::Sector => self.sectors(incident).first().map(|w| words(w)),
            Column::Began => date(self.began(incident)),
            Column::Detected => date(self.detected(incident)),
            Column::Disclosed => date(self.disclosed(incident)),
            Column::Silence => days(self.silence(incident)),
            Column::Dwell => days(self.dwell(incident)),
            Column::Office => {
                let codes = self.entry_countries(incident);
                codes.first().map(|c| words(self.country_name(c, lang)))
            }
            Column::Rungs => {
                let held = incident.rungs();
                let highest = *held.last()? as i32;
                Some(Rank(
                    highest,
                    i32::try_from(held.len()).ok()?,
                    String::new(),
                ))
            }
            Column::Groups => incident.attributions.first().map(|a| match &a.to {
                Attributee::Actor(id) => {
                    let name = self.actors.get(id).map(|a| a.name());
                    words(name.unwrap_or(id.as_str()))
                }
                Attributee::Person(text) | Attributee::Group(text) => words(text.get(lang)),
            }),
            Column::Sources => count(incident.sources.len()),
            Column::Claims => count(self.claims_about(incident).len()),
            Column::Disputes => count(self.points(incident)),
            Column::Id => Some(words(incident.id.as_str())),
        }
    }
}

impl Given {
    /// The first occurrence, as wide as it is known.
    pub fn first(&self) -> Option<&Date> {
        self.dates.first()
    }

    /// Whether the first occurrence is known to the day.
    pub fn is_to_the_day(&self) -> bool {
        let sharp = |d: &Date| d.precision() == Precision::Day && !d.is_approximate();
        self.first().is_some_and(sharp)
    }
}

/// A rung's place on the ladder, lowest first; what stands beside it comes behind.
pub fn height(rung: Rung) -> usize {
    let place = Rung::LADDER.iter().position(|r| *r == rung);
    place.unwrap_or(Rung::LADDER.len())
}

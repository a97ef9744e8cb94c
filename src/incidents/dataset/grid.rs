//! Entries as rows: which columns there are, what stands in one as wide as it is known, and in
//! which order a column puts the rows.

use super::{Dataset, Held};
use crate::model::claim::vocabulary;
use crate::model::{Attributee, ClaimRef, Date, Incident, Lang, Milestone, Question, Victim};
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
    /// All that is given for one of the three dates, nothing picked: what its milestones count and
    /// show beside, and the dates of every other claim that answers the question.
    pub fn given(&self, incident: &Incident, question: Question) -> Given {
        let milestones: &[Milestone] = match question {
            Question::Began => &incident.began,
            Question::Detected => &incident.detected,
            Question::Disclosed => &incident.disclosed,
            _ => &[],
        };
        let mut given = Given::default();
        let mut counted: Vec<ClaimRef> = Vec::new();
        for milestone in milestones {
            let Some(date) = self.date_of(incident, milestone) else {
                continue;
            };
            given.contested |= date.parts().len() > 1 && !date.is_interval();
            counted.extend(
                self.claims(incident, &milestone.claims)
                    .iter()
                    .map(Held::address),
            );
            for held in self.claims(incident, &milestone.beside) {
                let Some(other) = held.date_value() else {
                    continue;
                };
                let apart = other.earliest() > date.latest() || other.latest() < date.earliest();
                given.contested |= apart;
                if *other != date && !given.names(other) {
                    given.beside.push(other.clone());
                }
            }
            given.dates.push(date);
        }
        for held in self.claims_about(incident) {
            let answers = held.claim.question == question && !counted.contains(&held.address());
            let other = held.date_value().filter(|_| answers);
            if let Some(other) = other.filter(|o| !given.names(o)) {
                given.beside.push(other.clone());
            }
        }
        given
    }

    /// Whether sources disagree on what a column shows of an entry.
    pub fn is_contested(&self, incident: &Incident, column: Column) -> bool {
        let dates = |question| self.given(incident, question).contested;
        let by_dates = match column {
            Column::Began => dates(Question::Began),
            Column::Detected => dates(Question::Detected),
            Column::Disclosed => dates(Question::Disclosed),
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
    fn names(&self, date: &Date) -> bool {
        self.dates.contains(date) || self.beside.contains(date)
    }

    /// The first occurrence, as wide as it is known.
    pub fn first(&self) -> Option<&Date> {
        self.dates.first()
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::record;
    use super::*;

    fn incident(id: &str) -> &'static Incident {
        record().incidents.get(&id.parse().unwrap()).unwrap()
    }

    #[test]
    fn all_dates_that_are_given_are_given_and_those_apart_are_contested() {
        let dates = |all: &[Date]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
        let nec = record().given(incident("nec-2016"), Question::Detected);
        assert_eq!(dates(&nec.dates), ["[2017-06,2017-07]"]);
        assert!(nec.contested);
        let kawasaki = incident("khi-2020");
        let told = record().given(kawasaki, Question::Disclosed);
        assert_eq!(dates(&told.dates), ["2020-12-28"]);
        assert_eq!(dates(&told.beside), ["2020-12-29"]);
        assert!(told.contested);
        assert!(
            record().is_contested(kawasaki, Column::Silence),
            "it rests on that date"
        );
        let pasco = record().given(incident("pasco-2018"), Question::Began);
        assert_eq!(dates(&pasco.dates), Vec::<String>::new());
        assert_eq!(
            dates(&pasco.beside),
            ["2016/2019", "2016/2018"],
            "told of four suppliers"
        );
        let kobe = incident("kobe-steel-2016");
        assert!(
            record().given(kobe, Question::Detected).dates.len() > 1,
            "found twice"
        );
    }

    #[test]
    fn every_column_puts_every_entry_somewhere_once_and_unknown_last() {
        let all: Vec<&Incident> = record().incidents.values().collect();
        for column in Column::ALL {
            for (descending, lang) in [(false, Lang::En), (true, Lang::Ja)] {
                let mut places = record().in_order_of(&all, *column, descending, lang);
                let rank = |at: &usize| record().rank(all[*at], *column, lang);
                let ranks: Vec<Option<Rank>> = places.iter().map(rank).collect();
                let known = ranks.iter().filter(|r| r.is_some()).count();
                assert!(ranks.iter().skip(known).all(Option::is_none), "{column:?}");
                for pair in ranks[..known].windows(2) {
                    let rightly = if descending {
                        pair[0] >= pair[1]
                    } else {
                        pair[0] <= pair[1]
                    };
                    assert!(rightly, "{column:?}: {pair:?}");
                }
                places.sort_unstable();
                assert!(places.into_iter().eq(0..all.len()), "{column:?}");
            }
        }
    }

    #[test]
    fn of_two_dates_that_begin_alike_the_narrower_comes_first() {
        let mut dataset = Dataset::clone(record());
        let ids = ["nec-2016", "khi-2020", "kobe-steel-2016"].map(|id| id.parse().unwrap());
        let dates = ["2017", "2017-01-01", "2017-01"];
        for (id, date) in ids.iter().zip(dates) {
            dataset.incidents.change(id, |incident| {
                let first = incident.detected[0].claims[0].claim.clone();
                incident.detected.truncate(1);
                incident.detected[0].claims.truncate(1);
                let claim = incident.claims.iter_mut().find(|c| c.id == first).unwrap();
                claim.value = Some(crate::model::Value::Date(date.parse().unwrap()));
            });
        }
        dataset.remember();
        let rows: Vec<&Incident> = ids
            .iter()
            .filter_map(|id| dataset.incidents.get(id))
            .collect();
        let order = |descending| dataset.in_order_of(&rows, Column::Detected, descending, Lang::En);
        assert_eq!(order(false), [1, 2, 0], "the day, the month, the year");
        assert_eq!(order(true), [0, 2, 1]);
    }
}

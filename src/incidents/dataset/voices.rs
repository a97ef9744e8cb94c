//! When something was said, and who spoke first.

use super::{Dataset, Held};
use crate::model::{Date, DayRange, Incident, Question, Role, SourceId};
use crate::table::sort_by_key;

/// How it is known when something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The record states the day of the statement.
    Stated,
    /// Only the earliest dated source that holds it is known: it was said then or before.
    Source,
}

/// When something was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// The date, as wide as it is known.
    pub date: Date,
    /// How it is known.
    pub basis: Basis,
}

/// The first dated word of one kind of speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice<'a> {
    /// Who speaks.
    pub role: Role,
    /// How many statements of theirs are held, dated or not.
    pub statements: usize,
    /// Their first dated statement, where one is dated.
    pub first: Option<(Held<'a>, Spoken)>,
    /// Days since the first voice of all; `clipped` where the order is not certain.
    pub lag: Option<DayRange>,
}

/// How a voice stands in time to the first of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// It spoke on the same day.
    Together,
    /// It certainly spoke later, by so many days.
    Later(DayRange),
    /// The dates do not say who came first.
    Open,
}

impl Order {
    /// What the days between the first voice and another say.
    pub fn of(lag: DayRange) -> Self {
        match (lag.clipped, lag.least, lag.most) {
            (true, ..) => Order::Open,
            (false, _, 0) => Order::Together,
            (false, 0, _) => Order::Open,
            (false, ..) => Order::Later(lag),
        }
    }
}

/// Who spoke first about an entry, as far as dates tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FirstWord {
    /// One kind of speaker, certainly before all others that are dated.
    One(Role),
    /// Several on the same day, all others certainly later.
    Together,
    /// The dates do not say.
    Open,
}

/// Kinds of speaker that are asked for in any case; others appear where they spoke.
const ASKED: [Role; 3] = [Role::Press, Role::Company, Role::Ministry];

impl Dataset {
    /// When a claim was made: as stated, else no later than its earliest dated source.
    pub fn spoken(&self, held: &Held<'_>) -> Option<Spoken> {
        if let Some(date) = &held.claim.date {
            return Some(Spoken {
                date: date.clone(),
                basis: Basis::Stated,
            });
        }
        let cited = |id: &SourceId| held.home.sources.iter().find(|s| s.id == *id);
        let dates = held.claim.sources.iter().filter_map(cited);
        let mut dates: Vec<&Date> = dates.filter_map(|s| s.date.as_ref()).collect();
        sort_by_key(&mut dates, |date| (date.latest(), date.earliest()));
        dates.first().map(|date| Spoken {
            date: (*date).clone(),
            basis: Basis::Source,
        })
    }

    /// Press, company and ministry, and who else spoke, each with the first word that is dated:
    /// the one they are certain to have said by the earliest day. First comes who spoke first,
    /// last who is not dated. A dataset's coding is no voice, and background no word about it.
    pub fn first_words<'a>(&'a self, incident: &'a Incident) -> Vec<Voice<'a>> {
        let mut held = self.claims_about(incident);
        held.retain(|h| h.claim.question != Question::Profile && h.claim.role != Role::Dataset);
        let voice = |role: &Role| {
            let own: Vec<Held<'a>> = held
                .iter()
                .filter(|h| h.claim.role == *role)
                .copied()
                .collect();
            let mut dated: Vec<(Held<'a>, Spoken)> = own
                .iter()
                .filter_map(|h| Some((*h, self.spoken(h)?)))
                .collect();
            sort_by_key(&mut dated, |(_, spoken)| certain_by(spoken));
            Voice {
                role: *role,
                statements: own.len(),
                first: dated.into_iter().next(),
                lag: None,
            }
        };
        let mut voices: Vec<Voice<'a>> = Role::ALL.iter().map(voice).collect();
        voices.retain(|v| v.statements > 0 || ASKED.contains(&v.role));
        sort_by_key(&mut voices, |v| {
            let by = v.first.as_ref().map(|(_, spoken)| certain_by(spoken));
            (by.is_none(), by, v.statements == 0)
        });
        let first = voices.first().and_then(|v| v.first.clone());
        for voice in &mut voices {
            voice.lag = first.as_ref().zip(voice.first.as_ref()).map(lag);
        }
        voices
    }

    /// Who spoke first, from [`Dataset::first_words`]; none where no statement is dated.
    pub fn spoke_first(&self, incident: &Incident) -> Option<FirstWord> {
        let voices = self.first_words(incident);
        let (first, others) = voices.split_first()?;
        first.first.as_ref()?;
        let orders = others.iter().filter_map(|voice| voice.lag.map(Order::of));
        let orders: Vec<Order> = orders.collect();
        Some(match () {
            () if orders.contains(&Order::Open) => FirstWord::Open,
            () if orders.contains(&Order::Together) => FirstWord::Together,
            () => FirstWord::One(first.role),
        })
    }
}

/// The day by which it was certainly said, and for equal ones the narrower date first.
fn certain_by(
    spoken: &Spoken,
) -> (
    crate::model::Day,
    std::cmp::Reverse<crate::model::Day>,
    bool,
) {
    let Spoken { date, basis } = spoken;
    let earliest = std::cmp::Reverse(date.earliest());
    (date.latest(), earliest, *basis == Basis::Source)
}

fn lag((first, later): (&(Held<'_>, Spoken), &(Held<'_>, Spoken))) -> DayRange {
    first.1.date.days_until(&later.1.date)
}

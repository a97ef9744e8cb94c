//! What is derived from the claims and never stored: dates, silence, dwell, rungs, ways in.

use super::{Dataset, Held};
use crate::model::{
    Attribution, CountryCode, Date, DayRange, Incident, Milestone, Question, Rung, Value, Victim,
    Waypoint,
};
use crate::table::sort_by_key;

/// How well the silence window is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SilencePrecision {
    /// Both dates to the day.
    Day,
    /// One of them wider than a day, or approximate.
    Wider,
    /// No detection or no disclosure date.
    Unknown,
}

impl SilencePrecision {
    /// The word in queries.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Wider => "wider",
            Self::Unknown => "unknown",
        }
    }
}

impl Dataset {
    /// The date of a milestone: as wide as all its counted claims together.
    pub fn date_of(&self, incident: &Incident, milestone: &Milestone) -> Option<Date> {
        let held = self.claims(incident, &milestone.claims);
        let dates: Vec<Date> = held
            .iter()
            .filter_map(|h| h.date_value())
            .cloned()
            .collect();
        Date::one_of(&dates)
    }

    /// When it began, as wide as it is known.
    pub fn began(&self, incident: &Incident) -> Option<Date> {
        match self.memory.get(&incident.id) {
            Some(known) => known.began.clone(),
            None => self.date_of(incident, incident.began.first()?),
        }
    }

    /// When it was first noticed.
    pub fn detected(&self, incident: &Incident) -> Option<Date> {
        match self.memory.get(&incident.id) {
            Some(known) => known.detected.clone(),
            None => self.date_of(incident, incident.detected.first()?),
        }
    }

    /// When it was first made public.
    pub fn disclosed(&self, incident: &Incident) -> Option<Date> {
        match self.memory.get(&incident.id) {
            Some(known) => known.disclosed.clone(),
            None => self.date_of(incident, incident.disclosed.first()?),
        }
    }

    /// The silence window: days from first detection to first disclosure.
    pub fn silence(&self, incident: &Incident) -> Option<DayRange> {
        let detected = self.detected(incident)?;
        Some(detected.days_until(&self.disclosed(incident)?))
    }

    /// The silence windows counted from each further detection, such as a second intrusion's.
    pub fn later_silences<'a>(&self, incident: &'a Incident) -> Vec<(&'a Milestone, DayRange)> {
        let Some(disclosed) = self.disclosed(incident) else {
            return Vec::new();
        };
        let later = incident.detected.iter().skip(1);
        let window = |m: &'a Milestone| {
            let range = self.date_of(incident, m)?.days_until(&disclosed);
            Some((m, range))
        };
        later.filter_map(window).collect()
    }

    /// How well the silence window is known.
    pub fn silence_precision(&self, incident: &Incident) -> SilencePrecision {
        match self.silence(incident) {
            None => SilencePrecision::Unknown,
            Some(range) if range.is_exact() => SilencePrecision::Day,
            Some(_) => SilencePrecision::Wider,
        }
    }

    /// Days from beginning to detection.
    pub fn dwell(&self, incident: &Incident) -> Option<DayRange> {
        let began = self.began(incident)?;
        Some(began.days_until(&self.detected(incident)?))
    }

    /// The year of first disclosure, where the date lies in one year.
    pub fn disclosed_year(&self, incident: &Incident) -> Option<i32> {
        let date = self.disclosed(incident)?;
        let year = date.earliest().civil().0;
        (date.latest().civil().0 == year).then_some(year)
    }

    /// The countries of the victims, each once, as stated.
    pub fn victim_countries(&self, incident: &Incident) -> Vec<CountryCode> {
        let mut codes: Vec<CountryCode> = Vec::new();
        for victim in &incident.victims {
            match victim {
                Victim::Organisation(id) => {
                    codes.extend(self.organisations.get(id).and_then(|o| o.country));
                }
                Victim::Unnamed(group) => codes.extend(&group.countries),
            }
        }
        sort_by_key(&mut codes, |code| *code);
        codes.dedup();
        codes
    }

    /// The countries in which the way in begins, in the order it is told, each once.
    pub fn entry_countries(&self, incident: &Incident) -> Vec<CountryCode> {
        let mut codes: Vec<CountryCode> = Vec::new();
        for pivot in &incident.pivots {
            if let Some(code) = self.country_of(&pivot.from)
                && !codes.contains(&code)
            {
                codes.push(code);
            }
        }
        codes
    }

    /// The country of one end of a pivot.
    pub fn country_of(&self, waypoint: &Waypoint) -> Option<CountryCode> {
        match waypoint {
            Waypoint::Office(reference) => self.office(reference).map(|(_, o)| o.country),
            Waypoint::Place(place) => Some(place.country),
        }
    }
}

impl Held<'_> {
    /// The date the claim gives, where it gives one.
    pub fn date_value(&self) -> Option<&Date> {
        match &self.claim.value {
            Some(Value::Date(date)) => Some(date),
            _ => None,
        }
    }
}

impl Incident {
    /// The rungs of the ladder that hold an attribution, lowest first; empty: not attributed.
    pub fn rungs(&self) -> Vec<Rung> {
        let held = |rung: &Rung| self.attributions.iter().any(|a| a.rung == *rung);
        Rung::LADDER.into_iter().filter(held).collect()
    }

    /// The attributions of one rung.
    pub fn attributions_on(&self, rung: Rung) -> impl Iterator<Item = &Attribution> {
        self.attributions.iter().filter(move |a| a.rung == rung)
    }

    /// The claims that answer a question, as written.
    pub fn answers(&self, question: Question) -> impl Iterator<Item = &crate::model::Claim> {
        self.claims.iter().filter(move |c| c.question == question)
    }
}

impl Dataset {
    /// The victims' names in their own form, or what the sources call unnamed ones in English.
    pub fn victim_names(&self, incident: &Incident) -> Vec<String> {
        let name = |victim: &Victim| match victim {
            Victim::Organisation(id) => {
                let known = self.organisations.get(id);
                known.map_or(id.to_string(), |o| o.name.own().0.to_owned())
            }
            Victim::Unnamed(group) => group.description.get(crate::model::Lang::En).to_owned(),
        };
        incident.victims.iter().map(name).collect()
    }
}

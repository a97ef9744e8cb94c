//! For each vulnerability somebody names: how long it was known here before the public catalogue
//! listed it.

use super::{Dataset, Held};
use crate::model::{Cve, Date, DayRange, Incident, Value, Vulnerability};

/// Which of two dates comes first, and by how many days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The second follows after so many days; zero days is the same day.
    After(DayRange),
    /// The second came so many days before.
    Before(DayRange),
    /// Either may be first: at most so many days before, at most so many after.
    Either(i32, i32),
}

impl Gap {
    /// From one date to another.
    pub fn between(from: &Date, to: &Date) -> Self {
        let (ahead, back) = (from.days_until(to), to.days_until(from));
        match (ahead.clipped, back.clipped) {
            (false, _) => Self::After(ahead),
            (true, false) => Self::Before(back),
            (true, true) => Self::Either(back.most, ahead.most),
        }
    }
}

/// One vulnerability named in an incident.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure<'a> {
    /// Its number.
    pub cve: &'a Cve,
    /// What catalogues say of it, where we keep a record.
    pub known: Option<&'a Vulnerability>,
    /// Who names it.
    pub claims: Vec<Held<'a>>,
    /// From its detection here to its listing.
    pub since_detected: Option<Gap>,
    /// From the disclosure here to its listing.
    pub since_disclosed: Option<Gap>,
    /// Other entries in which it is named.
    pub elsewhere: Vec<&'a Incident>,
}

impl Dataset {
    /// The vulnerabilities that claims about an incident name, each once, as first named.
    pub fn exposures<'a>(&'a self, incident: &'a Incident) -> Vec<Exposure<'a>> {
        let held = self.claims_about(incident);
        let mut named: Vec<&'a Cve> = Vec::new();
        for cve in held.iter().filter_map(named_cve) {
            if !named.contains(&cve) {
                named.push(cve);
            }
        }
        let (detected, disclosed) = (self.detected(incident), self.disclosed(incident));
        let exposure = |cve: &'a Cve| {
            let known = self.vulnerabilities.get(cve);
            let listed = known.and_then(|v| v.listed_by_cisa.as_ref());
            let gap = |from: &Option<Date>| Some(Gap::between(from.as_ref()?, listed?));
            let claims = held.iter().filter(|h| named_cve(h) == Some(cve));
            Exposure {
                cve,
                known,
                claims: claims.copied().collect(),
                since_detected: gap(&detected),
                since_disclosed: gap(&disclosed),
                elsewhere: self.also_naming(cve, incident),
            }
        };
        named.into_iter().map(exposure).collect()
    }

    fn also_naming<'a>(&'a self, cve: &Cve, but: &Incident) -> Vec<&'a Incident> {
        let names = |i: &&Incident| {
            let mut claims = i.claims.iter();
            claims.any(|c| matches!(&c.value, Some(Value::Cve(named)) if named == cve))
        };
        let others = self.incidents.values().filter(|i| i.id != but.id);
        others.filter(names).collect()
    }
}

fn named_cve<'a>(held: &Held<'a>) -> Option<&'a Cve> {
    match &held.claim.value {
        Some(Value::Cve(cve)) => Some(cve),
        _ => None,
    }
}

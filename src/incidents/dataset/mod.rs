//! From the files of `data/` to a checked [`Dataset`], and what follows from it.
//!
//! `source` reads one file and says everything that is wrong with it; `own` puts other data into a
//! page; `checks` holds the rules
//! that need all files, `files` does both; `block` is the form the page carries; `measures`,
//! `silent` and `disputes` hold what is derived and never stored; `voices`, `drift` and `exposure`
//! tell an entry's story from its claims; `insights` holds what several have in common; `grid`
//! and `shared` lay entries beside each other.

pub mod block;
#[cfg(feature = "files")]
pub mod checks;
pub mod coverage;
pub mod disputes;
pub mod drift;
#[cfg(feature = "files")]
mod every_fault;
pub mod exposure;
#[cfg(feature = "files")]
pub mod files;
pub mod grid;
pub mod insights;
pub mod measures;
#[cfg(feature = "files")]
pub mod own;
#[cfg(test)]
pub mod record;
#[cfg(feature = "files")]
pub mod schema;
pub mod shared;
pub mod silent;
#[cfg(feature = "files")]
pub mod source;
#[cfg(test)]
mod story_tests;
pub mod voices;

use crate::model::{
    Actor, ActorId, Claim, ClaimId, ClaimRef, Country, CountryCode, Cve, Date, Incident,
    IncidentId, Lang, Office, OfficeRef, Organisation, OrganisationId, Vulnerability,
};
use crate::table::Table;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// Everything the page knows, immutable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// Fingerprint of the block it was read from, for citations.
    #[serde(skip)]
    pub version: String,
    /// The entries, by id.
    pub incidents: Table<IncidentId, Incident>,
    /// The organisations, by id.
    pub organisations: Table<OrganisationId, Organisation>,
    /// The actors, by id.
    pub actors: Table<ActorId, Actor>,
    /// The vulnerabilities, by number.
    pub vulnerabilities: Table<Cve, Vulnerability>,
    /// The countries, by code.
    pub countries: Table<CountryCode, Country>,
    /// What [`Dataset::remember`] derived.
    #[serde(skip)]
    memory: Table<IncidentId, Memory>,
    /// Every declared contradiction, where they are remembered.
    #[serde(skip)]
    contradictions: OnceLock<Vec<(ClaimRef, ClaimRef)>>,
}

/// What every card and every key of the search asks for again.
#[derive(Clone, Debug, PartialEq)]
struct Memory {
    began: Option<Date>,
    detected: Option<Date>,
    disclosed: Option<Date>,
    /// Counted when it is first asked: opening shows a few cards, not all.
    points: OnceLock<usize>,
    /// Claims of other files that name the entry: the places of file and claim.
    elsewhere: Vec<(usize, usize)>,
}

/// A claim and the incident whose file holds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held<'a> {
    /// Where it is written.
    pub home: &'a Incident,
    /// What is said.
    pub claim: &'a Claim,
}

impl Held<'_> {
    /// The claim's permanent address: `nec-2016#kono-range`.
    pub fn address(&self) -> ClaimRef {
        ClaimRef {
            incident: Some(self.home.id.clone()),
            claim: self.claim.id.clone(),
        }
    }

    /// Whether that is its permanent address.
    fn is_at(&self, reference: &ClaimRef) -> bool {
        reference.claim == self.claim.id && reference.incident.as_ref() == Some(&self.home.id)
    }
}

impl Dataset {
    /// Derives what is asked for most, once: for a dataset that does not change any more.
    pub fn remember(&mut self) {
        self.memory.clear();
        let all = self.incidents.values();
        let derived = all.map(|incident| Memory {
            began: self.began(incident),
            detected: self.detected(incident),
            disclosed: self.disclosed(incident),
            points: OnceLock::new(),
            elsewhere: Vec::new(),
        });
        let ids = self.incidents.values().map(|i| i.id.clone());
        let mut memory: Table<IncidentId, Memory> = ids.zip(derived).collect();
        for (file, home) in self.incidents.values().enumerate() {
            for (place, claim) in home.claims.iter().enumerate() {
                for id in claim.about.incidents.iter().filter(|id| **id != home.id) {
                    memory.change(id, |known| known.elsewhere.push((file, place)));
                }
            }
        }
        self.memory = memory;
        self.contradictions = OnceLock::new();
    }

    /// The claim a reference in `home` names.
    pub fn claim<'a>(&'a self, home: &'a Incident, reference: &ClaimRef) -> Option<Held<'a>> {
        let home = match &reference.incident {
            Some(id) => self.incidents.get(id)?,
            None => home,
        };
        let claim = home.claim(&reference.claim)?;
        Some(Held { home, claim })
    }

    /// The claims some references in `home` name; dangling ones are left out.
    pub fn claims<'a>(&'a self, home: &'a Incident, references: &[ClaimRef]) -> Vec<Held<'a>> {
        let find = |reference| self.claim(home, reference);
        references.iter().filter_map(find).collect()
    }

    /// Every claim that stands with an incident: its own, then those of other files that name it.
    pub fn claims_about<'a>(&'a self, incident: &'a Incident) -> Vec<Held<'a>> {
        let own = incident.claims.iter().map(|claim| Held {
            home: incident,
            claim,
        });
        match self.memory.get(&incident.id) {
            Some(known) => own.chain(self.held_at(&known.elsewhere)).collect(),
            None => own.chain(self.naming(&incident.id)).collect(),
        }
    }

    fn held_at<'a>(&'a self, places: &'a [(usize, usize)]) -> impl Iterator<Item = Held<'a>> {
        places.iter().filter_map(|(file, place)| {
            let home = self.incidents.value_at(*file)?;
            let claim = home.claims.get(*place)?;
            Some(Held { home, claim })
        })
    }

    fn naming<'a>(&'a self, id: &'a IncidentId) -> impl Iterator<Item = Held<'a>> {
        let elsewhere = self.incidents.values().filter(move |other| other.id != *id);
        elsewhere.flat_map(move |home| {
            let names_it = move |claim: &&Claim| claim.about.incidents.contains(id);
            let claims = home.claims.iter().filter(names_it);
            claims.map(move |claim| Held { home, claim })
        })
    }

    /// The office a reference names, and whose it is.
    pub fn office(&self, reference: &OfficeRef) -> Option<(&Organisation, &Office)> {
        let organisation = self.organisations.get(&reference.organisation)?;
        let mut offices = organisation.offices.iter();
        let office = offices.find(|office| office.id == reference.office)?;
        Some((organisation, office))
    }

    /// A country's name for a reader of `lang`; its code where the list lacks it.
    pub fn country_name<'a>(&'a self, code: &'a CountryCode, lang: Lang) -> &'a str {
        let country = self.countries.get(code);
        country.map_or(code.as_str(), |country| country.name(lang))
    }
}

impl Incident {
    /// A claim of this file.
    pub fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == *id)
    }
}

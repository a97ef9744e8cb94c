//! Pages about one thing that entries share: `/actor/tick`, `/name/TEMP.Tick`, `/country/JP`.

use super::{decode, encode};
use incidents::model::{ActorId, CountryCode, Cve, OrganisationId, TechniqueId};
use std::fmt;

/// What such a page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A group, as others describe it.
    Actor(ActorId),
    /// A name, which several groups may bear: which is meant is asked.
    Name(String),
    /// A victim, or somebody who speaks.
    Organisation(OrganisationId),
    /// A vulnerability.
    Vulnerability(Cve),
    /// A technique of ATT&CK.
    Technique(TechniqueId),
    /// A country.
    Country(CountryCode),
    /// A publisher of sources, as it writes itself.
    Source(String),
}

impl Subject {
    /// Reads `/actor/tick`; nothing where the path names no such page.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let (kind, name) = path.strip_prefix('/')?.split_once('/')?;
        let text = || decode(name).filter(|text| !text.is_empty());
        Some(match kind {
            "actor" => Self::Actor(name.parse().ok()?),
            "name" => Self::Name(text()?),
            "organisation" => Self::Organisation(name.parse().ok()?),
            "vulnerability" => Self::Vulnerability(name.parse().ok()?),
            "technique" => Self::Technique(name.parse().ok()?),
            "country" => Self::Country(name.parse().ok()?),
            "source" => Self::Source(text()?),
            _ => return None,
        })
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, name) = match self {
            Self::Actor(id) => ("actor", id.to_string()),
            Self::Name(name) => ("name", encode(name)),
            Self::Organisation(id) => ("organisation", id.to_string()),
            Self::Vulnerability(cve) => ("vulnerability", cve.to_string()),
            Self::Technique(id) => ("technique", id.to_string()),
            Self::Country(code) => ("country", code.to_string()),
            Self::Source(name) => ("source", encode(name)),
        };
        write!(f, "/{kind}/{name}")
    }
}

//! Actors and the names others give them.

use super::claim::vocabulary;
use super::{ActorId, CountryCode, Source, SourceId, TechniqueId, Text};
use serde::{Deserialize, Serialize};

/// A group as others describe it. Names are kept apart, never merged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// Equals the file's name.
    pub id: ActorId,
    /// Its names, the one we head the record with first.
    pub names: Vec<ActorName>,
    /// Its id in ATT&CK, where it has one.
    pub attack_id: Option<String>,
    /// Techniques ATT&CK lists for the group; not about any incident.
    #[serde(default)]
    pub techniques: Vec<TechniqueId>,
    /// Countries that somebody links it to: an opinion of theirs.
    #[serde(default)]
    pub countries: Vec<LinkedCountry>,
    /// What a reader should know, such as a second record of the same name.
    pub note: Option<Text>,
    /// Records of other groups that share a name with this one, or may be the same.
    #[serde(default)]
    pub see_also: Vec<ActorId>,
    /// Where the names stand.
    pub sources: Vec<Source>,
}

/// One name of an actor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ActorName {
    /// The name as written.
    pub name: String,
    /// Who uses it, where stated.
    #[serde(default)]
    pub used_by: Vec<String>,
    /// Which of the record's sources list it.
    #[serde(default)]
    pub listed_in: Vec<SourceId>,
    /// How equal it is to the first name, where somebody says so.
    pub sameness: Option<Sameness>,
}

vocabulary!(
    /// How equal two names are said to be.
    Sameness {
        /// The same group.
        Same = "same",
        /// Parts of it.
        Overlaps = "overlaps",
        /// Sources disagree.
        Disputed = "disputed",
        /// Nobody says.
        Unclear = "unclear",
    }
);

/// A country somebody links an actor to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkedCountry {
    /// Which.
    pub country: CountryCode,
    /// Who says so: one of the record's sources.
    pub by: SourceId,
}

impl Actor {
    /// The name that heads the record.
    pub fn name(&self) -> &str {
        self.names.first().map_or(self.id.as_str(), |n| &n.name)
    }
}

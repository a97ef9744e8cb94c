//! An incident: claims, and what they are claims about.

use super::claim::vocabulary;
use super::{
    ActorId, Claim, ClaimRef, CountryCode, IncidentId, OfficeRef, OrganisationId, Source,
    TechniqueId, Text,
};
use serde::{Deserialize, Serialize};

/// One incident, campaign, leak or insider case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// Equals the file's name.
    pub id: IncidentId,
    /// What kind of case it is.
    pub kind: Kind,
    /// Whom it befell.
    pub victims: Vec<Victim>,
    /// What happened, in one line.
    pub title: Text,
    /// What is claimed, in one or two sentences.
    pub summary: Text,
    /// When it began.
    #[serde(default)]
    pub began: Vec<Milestone>,
    /// When it was noticed; a second intrusion's detection is a second milestone.
    #[serde(default)]
    pub detected: Vec<Milestone>,
    /// When it was first made public.
    #[serde(default)]
    pub disclosed: Vec<Milestone>,
    /// The way in, in order.
    #[serde(default)]
    pub pivots: Vec<Pivot>,
    /// Who is said to have done it; empty means not attributed.
    #[serde(default)]
    pub attributions: Vec<Attribution>,
    /// Techniques that a source states for this incident.
    #[serde(default)]
    pub techniques: Vec<TechniqueId>,
    /// What nobody has answered.
    #[serde(default)]
    pub open_questions: Vec<Text>,
    /// Other entries, declared once and shown from both sides.
    #[serde(default)]
    pub related: Vec<Related>,
    /// Everything that is said.
    pub claims: Vec<Claim>,
    /// Where it stands.
    pub sources: Vec<Source>,
}

vocabulary!(
    /// What kind of case an entry is.
    Kind {
        /// One intrusion or a chain of them at one victim.
        Incident = "incident",
        /// Many victims, one hand.
        Campaign = "campaign",
        /// Documents came out; how is not known.
        Leak = "leak",
        /// Somebody with access.
        Insider = "insider",
    }
);

/// Whom it befell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Victim {
    /// An organisation we keep a record of.
    Organisation(OrganisationId),
    /// Victims no source names.
    Unnamed(UnnamedGroup),
}

/// Victims no source names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnnamedGroup {
    /// What the sources call them.
    pub description: Text,
    /// How many, where stated.
    pub count: Option<u32>,
    /// Where, where stated.
    #[serde(default)]
    pub countries: Vec<CountryCode>,
}

/// One of the three dates, resting on the claims that give it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Competing claims that all count: the date is as wide as all of them together.
    pub claims: Vec<ClaimRef>,
    /// Other dates given for it, shown but not counted in the silence window.
    #[serde(default)]
    pub beside: Vec<ClaimRef>,
    /// What sets it apart from the milestone before, such as a second intrusion.
    pub label: Option<Text>,
}

/// A step of the way in: from an office or a named place to what was reached next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pivot {
    /// An office of the victim, its group or supplier, or a place the claim names.
    pub from: Waypoint,
    /// What was reached.
    pub to: Waypoint,
    /// Who says so.
    pub claims: Vec<ClaimRef>,
}

/// One end of a [`Pivot`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Waypoint {
    /// An office we keep a record of.
    Office(OfficeRef),
    /// A place that a claim names and that is no office, such as an employee's home.
    Place(NamedPlace),
}

/// A place that is no office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedPlace {
    /// Where it is.
    pub country: CountryCode,
    /// What the claim calls it.
    pub name: Text,
}

/// Somebody is said to have done it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// Who is named.
    pub to: Attributee,
    /// Under which of the actor's names, where the claims use another than the record's first.
    pub named: Option<String>,
    /// Who stands behind it.
    pub rung: Rung,
    /// The claims it rests on.
    pub claims: Vec<ClaimRef>,
}

/// Who is said to have done it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Attributee {
    /// An actor we keep a record of.
    Actor(ActorId),
    /// A person, by role only.
    Person(Text),
    /// A group no source names.
    Group(Text),
}

vocabulary!(
    /// Who stands behind an attribution: six rungs, and two kinds beside the ladder.
    Rung {
        /// Press reports.
        Press = "press",
        /// The victim.
        Victim = "victim",
        /// A vendor's or researcher's assessment.
        Vendor = "vendor",
        /// A government's statement.
        Government = "government",
        /// Criminal charges.
        Charges = "charges",
        /// A conviction.
        Conviction = "conviction",
        /// The attacker's own claim: beside the ladder.
        OwnClaim = "own-claim",
        /// A dataset's coding: beside the ladder.
        Coding = "coding",
    }
);

impl Rung {
    /// The six rungs, lowest first.
    pub const LADDER: [Rung; 6] = [
        Rung::Press,
        Rung::Victim,
        Rung::Vendor,
        Rung::Government,
        Rung::Charges,
        Rung::Conviction,
    ];

    /// False for what stands beside the ladder.
    pub fn is_on_ladder(self) -> bool {
        Self::LADDER.contains(&self)
    }
}

/// Another entry, and why it is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// The other entry.
    pub incident: IncidentId,
    /// Why.
    pub reason: Text,
}

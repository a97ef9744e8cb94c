//! What one party says, in one or more sources.

use super::{
    ActorId, ClaimId, ClaimRef, CountryCode, Cve, Date, IncidentId, Name, OrganisationId, SourceId,
    TechniqueId, Text,
};
use serde::{Deserialize, Serialize};

/// One party's answer to one question. Nothing on the page stands without one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its name within the incident; part of its permanent address.
    pub id: ClaimId,
    /// The question it answers.
    pub question: Question,
    /// Who says it.
    pub by: Claimant,
    /// Others who say it in the same statement.
    #[serde(default)]
    pub with: Vec<OrganisationId>,
    /// In what role.
    pub role: Role,
    /// Who relayed it, where we hold it only at second hand.
    pub via: Option<OrganisationId>,
    /// When it was said, where known.
    pub date: Option<Date>,
    /// How it is said.
    pub stance: Stance,
    /// Our wording.
    pub text: Text,
    /// The value, where the claim has one.
    pub value: Option<Value>,
    /// The source's own words, where its precision differs from the value's.
    pub as_given: Option<String>,
    /// Where it stands.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// The facts do not say which source holds it: all of the entry's are candidates.
    #[serde(default)]
    pub source_not_matched: bool,
    /// Earlier claims of the same party that this one overtakes.
    #[serde(default)]
    pub supersedes: Vec<ClaimRef>,
    /// Claims that cannot hold beside this one; declared once, shown from both sides.
    #[serde(default)]
    pub contradicts: Vec<ClaimRef>,
    /// Other incidents, organisations and actors it speaks of.
    #[serde(default)]
    pub about: About,
}

/// What else a claim speaks of, beside the incident it is written in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct About {
    /// It stands with each of these as well.
    pub incidents: Vec<IncidentId>,
    /// Organisations it describes.
    pub organisations: Vec<OrganisationId>,
    /// Actors it describes.
    pub actors: Vec<ActorId>,
}

/// Who says it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Claimant {
    /// An organisation.
    Organisation(OrganisationId),
    /// A person, with what the source says of them.
    Person(Person),
    /// People the source does not name.
    Unnamed(Text),
}

/// A person who speaks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name.
    pub name: Name,
    /// What they are there.
    pub position: Option<Text>,
    /// Where they belong.
    pub affiliation: Option<OrganisationId>,
}

/// A vocabulary whose words stand in the data, in queries and in the page's attributes.
macro_rules! vocabulary {
    ($(#[$doc:meta])+ $name:ident { $($(#[$vdoc:meta])+ $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$vdoc])+ #[serde(rename = $word)] $variant),+
        }

        impl $name {
            /// Every value, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in data, queries and attributes.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary!(
    /// The question a claim answers, in the order the ledger asks them.
    Question {
        /// What information left or may have left?
        Taken = "taken",
        /// How much?
        Amount = "amount",
        /// What was reached?
        Reached = "reached",
        /// Who did it?
        Actor = "actor",
        /// Are these incidents linked?
        Link = "link",
        /// How did they get in?
        WayIn = "way-in",
        /// Which weakness or product?
        Weakness = "weakness",
        /// Which infrastructure of the attacker?
        Infrastructure = "infrastructure",
        /// When did it begin?
        Began = "began",
        /// When was it noticed?
        Detected = "detected",
        /// How was it noticed?
        HowFound = "how-found",
        /// When was it made public?
        Disclosed = "disclosed",
        /// When was it contained?
        Contained = "contained",
        /// Why or how long was nothing said?
        Silence = "silence",
        /// What was done?
        Response = "response",
        /// What does an expert make of it?
        Remark = "remark",
        /// What is the background: of the organisation, the actor, the entry itself?
        Profile = "profile",
    }
);

vocabulary!(
    /// In what role a claimant speaks; its letter and colour follow.
    Role {
        /// The company or other victim itself.
        Company = "company",
        /// A ministry, the police, a court, an agency.
        Ministry = "ministry",
        /// The press, with the unnamed people behind it.
        Press = "press",
        /// A vendor, researcher or expert.
        Vendor = "vendor",
        /// A dataset that codes incidents.
        Dataset = "dataset",
        /// The attacker's own word.
        Attacker = "attacker",
    }
);

impl Role {
    /// The letter that always stands with the colour.
    pub fn letter(self) -> &'static str {
        match self {
            Role::Company => "C",
            Role::Ministry => "M",
            Role::Press => "P",
            Role::Vendor => "V",
            Role::Dataset => "D",
            Role::Attacker => "A",
        }
    }
}

vocabulary!(
    /// How something is said.
    Stance {
        /// It is so.
        Asserts = "asserts",
        /// It may be so.
        Suspects = "suspects",
        /// It cannot be ruled out.
        CannotExclude = "cannot-exclude",
        /// It is not so, or no sign of it was found.
        Denies = "denies",
        /// An earlier statement was not right.
        Corrects = "corrects",
    }
);

/// What a claim says, where it is more than words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// A count with its unit.
    Quantity(Quantity),
    /// A date as wide as it is known.
    Date(Date),
    /// An actor we keep a record of.
    Actor(ActorId),
    /// A technique of ATT&CK.
    Technique(TechniqueId),
    /// A vulnerability.
    Cve(Cve),
    /// A country.
    Country(CountryCode),
}

/// A count, its unit, and how exact it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, try_from = "RawQuantity")]
pub struct Quantity {
    /// The count; never below zero.
    pub amount: f64,
    /// What is counted: `files`, `accesses`, `people`, `MB`, `terminals`.
    pub unit: String,
    /// How exact it is.
    pub exactness: Exactness,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawQuantity {
    amount: f64,
    unit: String,
    exactness: Exactness,
}

impl TryFrom<RawQuantity> for Quantity {
    type Error = String;
    fn try_from(raw: RawQuantity) -> Result<Self, String> {
        if raw.unit.trim().is_empty() {
            return Err("the quantity has no unit: say what is counted, such as files".to_owned());
        }
        if !raw.amount.is_finite() || raw.amount < 0.0 {
            return Err("the amount is not a count: write zero or more".to_owned());
        }
        Ok(Self {
            amount: raw.amount,
            unit: raw.unit,
            exactness: raw.exactness,
        })
    }
}

vocabulary!(
    /// How exact a count is.
    Exactness {
        /// Counted.
        Exact = "exact",
        /// About that many.
        About = "about",
        /// That many or more.
        AtLeast = "at-least",
    }
);

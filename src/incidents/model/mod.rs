//! The nouns, one per file. A value of this module is valid: the parsing constructors, which
//! serde uses too, are the only way in. References between files are held by
//! [`crate::dataset`], whose checks know all files.

pub mod actor;
pub mod claim;
pub mod country;
pub mod date;
pub mod day;
pub mod id;
pub mod incident;
pub mod organisation;
pub mod source;
pub mod text;
pub mod vulnerability;

pub use actor::{Actor, ActorName, Sameness};
pub use claim::{Claim, Claimant, Exactness, Quantity, Question, Role, Stance, Value};
pub use country::{Country, CountryCode};
pub use date::{Date, DayRange, Precision};
pub use day::Day;
pub use id::{ActorId, ClaimId, ClaimRef, IncidentId, OfficeRef, OrganisationId, SourceId};
pub use incident::{
    Attributee, Attribution, Incident, Kind, Milestone, Pivot, Related, Rung, Victim, Waypoint,
};
pub use organisation::{Office, OfficeKind, Organisation, OrganisationKind, Sector};
pub use source::{Evidence, Source, WebAddress};
pub use text::{Lang, Name, Text};
pub use vulnerability::{Cve, TechniqueId, Vulnerability};

/// Lets serde take a type only through its parser, so that a file cannot hold an invalid one. The
/// pattern is for editors: coarser than the parser where that is easier to read.
macro_rules! parsed {
    ($($name:ident: $pattern:literal),+ $(,)?) => {$(
        #[cfg(feature = "files")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string", "pattern": $pattern})
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}
pub(crate) use parsed;

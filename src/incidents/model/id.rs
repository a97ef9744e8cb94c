//! Names that files use for each other.

use std::fmt;
use std::str::FromStr;

fn is_slug(text: &str) -> bool {
    let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(inner)
        && !text.starts_with('-')
        && !text.ends_with('-')
}

macro_rules! slug_id {
    ($($(#[$doc:meta])+ $name:ident),+ $(,)?) => {$(
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                if is_slug(text) {
                    return Ok(Self(text.to_owned()));
                }
                Err(format!("`{text}` is not an id: use lower-case letters, digits and hyphens, such as `khi-2020`"))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        super::parsed!($name: "^[a-z0-9][a-z0-9-]{0,63}$");
    )+};
}

slug_id!(
    /// An incident; equals its file's name.
    IncidentId,
    /// An organisation; equals its file's name.
    OrganisationId,
    /// An actor; equals its file's name.
    ActorId,
    /// A claim, unique within its incident.
    ClaimId,
    /// A source, unique within its file.
    SourceId,
);

/// A claim of this incident (`taken`), or of another (`nec-2016#taken`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimRef {
    /// The other incident, where it is another.
    pub incident: Option<IncidentId>,
    /// The claim there.
    pub claim: ClaimId,
}

impl FromStr for ClaimRef {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Ok(match text.split_once('#') {
            Some((incident, claim)) => Self {
                incident: Some(incident.parse()?),
                claim: claim.parse()?,
            },
            None => Self {
                incident: None,
                claim: text.parse()?,
            },
        })
    }
}

impl fmt::Display for ClaimRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.incident {
            Some(incident) => write!(f, "{incident}#{}", self.claim),
            None => self.claim.fmt(f),
        }
    }
}

/// An office of an organisation: `kawasaki-heavy-industries/th`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfficeRef {
    /// Whose office it is.
    pub organisation: OrganisationId,
    /// The office's id within the organisation's file.
    pub office: String,
}

impl FromStr for OfficeRef {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('/') {
            Some((organisation, office)) if is_slug(office) => Ok(Self {
                organisation: organisation.parse()?,
                office: office.to_owned(),
            }),
            _ => Err(format!(
                "`{text}` does not name an office: write `organisation/office`"
            )),
        }
    }
}

impl fmt::Display for OfficeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.organisation, self.office)
    }
}

super::parsed!(
    ClaimRef: "^([a-z0-9-]+#)?[a-z0-9-]+$",
    OfficeRef: "^[a-z0-9-]+/[a-z0-9-]+$",
);

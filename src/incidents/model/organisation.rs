//! Organisations and their offices.

use super::{CountryCode, Name, OrganisationId, Text};
use serde::{Deserialize, Serialize};

/// A company, ministry, publisher, vendor or dataset that suffers or speaks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Equals the file's name.
    pub id: OrganisationId,
    /// Its name in its own form.
    pub name: Name,
    /// What it is.
    pub kind: OrganisationKind,
    /// What it makes or does, where stated.
    #[serde(default)]
    pub sectors: Vec<Sector>,
    /// Where its head office is, where stated.
    pub country: Option<CountryCode>,
    /// The organisation it belongs to.
    pub parent: Option<OrganisationId>,
    /// The organisations it supplies.
    #[serde(default)]
    pub supplies: Vec<OrganisationId>,
    /// The offices that incidents name.
    #[serde(default)]
    pub offices: Vec<Office>,
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is the definition")]
pub enum OrganisationKind {
    Company,
    Subsidiary,
    Association,
    Ministry,
    Agency,
    Police,
    Court,
    Press,
    Vendor,
    Dataset,
    University,
}

/// What an organisation makes or does: the words the facts use, one list for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is the definition")]
pub enum Sector {
    Aerospace,
    Automotive,
    Chemicals,
    Consulting,
    Defence,
    Electronics,
    Energy,
    Engineering,
    Finance,
    Geospatial,
    Government,
    InformationTechnology,
    Manufacturing,
    Media,
    Military,
    Nuclear,
    Pharmaceuticals,
    Research,
    Security,
    Shipbuilding,
    Space,
    Steel,
    Telecommunications,
    Transport,
}

/// An office of an organisation: a way in or a place reached, never an attacker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Its name within the organisation's file.
    pub id: String,
    /// What kind of site it is.
    pub kind: OfficeKind,
    /// Where it is.
    pub country: CountryCode,
    /// Its place, where published; otherwise it is known by country only.
    pub place: Option<Text>,
    /// Longitude and latitude in degrees, only where the place is published.
    pub lon_lat_deg: Option<[f64; 2]>,
    /// What sources call it, where that helps.
    pub description: Option<Text>,
}

/// What kind of site an office is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is the definition")]
pub enum OfficeKind {
    HeadOffice,
    Office,
    Affiliate,
    Laboratory,
    Works,
    Servers,
}

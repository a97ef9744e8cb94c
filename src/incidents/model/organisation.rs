//! Organisations and their offices.

use super::claim::vocabulary;
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

vocabulary!(
    /// What an organisation makes or does: the words the facts use, one list for all.
    Sector {
        /// Aerospace.
        Aerospace = "aerospace",
        /// Automotive.
        Automotive = "automotive",
        /// Chemicals.
        Chemicals = "chemicals",
        /// Consulting.
        Consulting = "consulting",
        /// Defence.
        Defence = "defence",
        /// Electronics.
        Electronics = "electronics",
        /// Energy.
        Energy = "energy",
        /// Engineering.
        Engineering = "engineering",
        /// Finance.
        Finance = "finance",
        /// Geospatial.
        Geospatial = "geospatial",
        /// Government.
        Government = "government",
        /// Information technology.
        InformationTechnology = "information-technology",
        /// Manufacturing.
        Manufacturing = "manufacturing",
        /// Media.
        Media = "media",
        /// Military.
        Military = "military",
        /// Nuclear.
        Nuclear = "nuclear",
        /// Pharmaceuticals.
        Pharmaceuticals = "pharmaceuticals",
        /// Research.
        Research = "research",
        /// Security.
        Security = "security",
        /// Shipbuilding.
        Shipbuilding = "shipbuilding",
        /// Space.
        Space = "space",
        /// Steel.
        Steel = "steel",
        /// Telecommunications.
        Telecommunications = "telecommunications",
        /// Transport.
        Transport = "transport",
    }
);

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

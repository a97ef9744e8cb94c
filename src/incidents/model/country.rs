//! Countries by ISO 3166-1 alpha-2 code.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The officially assigned codes of ISO 3166-1 alpha-2, and XK, which CLDR uses for Kosovo.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// An ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// The two letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl FromStr for CountryCode {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text.as_bytes() {
            [a, b] if is_assigned(*a, *b) => Ok(Self([*a, *b])),
            _ => Err(format!(
                "`{text}` is not an ISO 3166-1 alpha-2 code: write two capitals, such as JP or UA"
            )),
        }
    }
}

/// The codes stand in order, three bytes apart.
fn is_assigned(a: u8, b: u8) -> bool {
    let mut codes = CODES.as_bytes().chunks(3);
    codes.any(|code| code.first() == Some(&a) && code.get(1) == Some(&b))
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

super::parsed!(CountryCode: "^[A-Z]{2}$");

/// What the page must know of a country; a record of `data/countries.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 numeric code, by which outlines name their country.
    pub numeric: String,
    /// English name (CLDR).
    pub en: String,
    /// Japanese name (CLDR).
    pub ja: String,
    /// A representative point, longitude and latitude in degrees, where an outline exists.
    pub point: Option<[f64; 2]>,
    /// West, south, east, north in degrees; west above east where it crosses 180°.
    pub bbox: Option<[f64; 4]>,
}

impl Country {
    /// The name in a language of the page.
    pub fn name(&self, lang: super::Lang) -> &str {
        match lang {
            super::Lang::En => &self.en,
            super::Lang::Ja => &self.ja,
        }
    }

    /// Its names alone: all a page needs, whose map brings its own points.
    pub fn names_only(&self) -> Self {
        Self {
            numeric: String::new(),
            en: self.en.clone(),
            ja: self.ja.clone(),
            point: None,
            bbox: None,
        }
    }

    /// Whether a place lies within the country's box; true where no box is known.
    pub fn may_hold(&self, lon_deg: f64, lat_deg: f64) -> bool {
        let Some([west, south, east, north]) = self.bbox else {
            return true;
        };
        let between = if west <= east {
            (west..=east).contains(&lon_deg)
        } else {
            lon_deg >= west || lon_deg <= east
        };
        between && (south..=north).contains(&lat_deg)
    }
}

//! The prepared world: outlines as SVG paths, and one point a country.

use crate::projection::{EqualEarth, Position};
use crate::{path, topology};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the page draws; made once at build time by [`Basemap::prepare`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Basemap {
    /// Width of the whole world in px.
    pub width_px: f64,
    /// The meridian in the middle, in degrees.
    pub centre_lon_deg: f64,
    /// Outlines by ISO 3166-1 alpha-2 code, in tenths of a px.
    pub outlines: BTreeMap<String, String>,
    /// Outlines of areas without a code, in tenths of a px.
    pub others: Vec<String>,
    /// A representative point a country, longitude and latitude in degrees.
    pub points: BTreeMap<String, [f64; 2]>,
}

/// The part of `data/countries.json` that this module reads.
#[derive(Deserialize)]
struct Country {
    numeric: String,
    point: Option<[f64; 2]>,
}

impl Basemap {
    /// Projects the outlines of a `world-atlas` file. Antarctica is left out: nobody has an
    /// office there, and it would take a fifth of the picture.
    ///
    /// # Errors
    /// A sentence that says which of the two texts cannot be read.
    pub fn prepare(
        topology: &str,
        countries: &str,
        centre_lon_deg: f64,
        width_px: f64,
    ) -> Result<Self, String> {
        let countries: BTreeMap<String, Country> = serde_json::from_str(countries)
            .map_err(|error| format!("the list of countries cannot be read: {error}"))?;
        let code_of: BTreeMap<&str, &str> = countries
            .iter()
            .map(|(code, country)| (country.numeric.as_str(), code.as_str()))
            .collect();
        let mut basemap = Self {
            width_px,
            centre_lon_deg,
            ..Self::default()
        };
        for feature in topology::countries(topology)? {
            let outline = path::outline(&feature.polygons, &basemap.projection());
            let id = feature.id.as_deref().unwrap_or("");
            match code_of.get(id).copied() {
                Some("AQ") => {}
                Some(code) => basemap
                    .outlines
                    .entry(code.to_owned())
                    .or_default()
                    .push_str(&outline),
                None => basemap.others.push(outline),
            }
        }
        let points = countries
            .into_iter()
            .filter_map(|(code, c)| Some((code, c.point?)));
        basemap.points = points.collect();
        Ok(basemap)
    }

    /// The projection the outlines were drawn in.
    pub fn projection(&self) -> EqualEarth {
        EqualEarth::fit(self.centre_lon_deg, self.width_px)
    }

    /// The country's representative point.
    pub fn point(&self, code: &str) -> Option<Position> {
        let [lon_deg, lat_deg] = *self.points.get(code)?;
        Some(Position { lon_deg, lat_deg })
    }

    /// The picture's top and height in px: from 84° N to 57° S.
    pub fn frame_px(&self) -> (f64, f64) {
        let map = self.projection();
        let top = map.project_turned(0.0, 84.0).y_px;
        (top, map.project_turned(0.0, -57.0).y_px - top)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> Basemap {
        let topology = include_str!("../../data/basemap/countries-110m.json");
        let countries = include_str!("../../data/countries.json");
        Basemap::prepare(topology, countries, 153.0, 960.0).unwrap()
    }

    #[test]
    fn the_file_is_the_one_its_readme_describes() {
        let text = include_str!("../../data/basemap/countries-110m.json");
        assert_eq!(text.len(), 107_761);
    }

    #[test]
    fn every_country_has_a_point_and_small_ones_have_no_outline() {
        let world = world();
        assert!(world.outlines.contains_key("JP") && world.outlines.contains_key("RU"));
        assert!(!world.outlines.contains_key("SG") && world.point("SG").is_some());
        assert_eq!(world.outlines.len(), 173);
        assert!(world.points.len() > 230, "{}", world.points.len());
    }

    #[test]
    fn no_outline_leaves_the_map_or_runs_across_it() {
        let world = world();
        for (code, path) in &world.outlines {
            for step in path.split(['l', 'z']).filter(|s| !s.starts_with('M')) {
                let numbers = step.replace('-', " -");
                let numbers = numbers
                    .split_whitespace()
                    .map(|n| n.parse::<i64>().unwrap());
                let longest = numbers.map(i64::abs).max().unwrap_or(0);
                assert!(longest < 1200, "{code} has a step of {longest} tenths");
            }
        }
    }

    #[test]
    fn what_cannot_be_read_gets_a_sentence() {
        assert!(
            Basemap::prepare("{}", "{}", 0.0, 960.0)
                .unwrap_err()
                .contains("TopoJSON")
        );
        assert!(
            Basemap::prepare("{}", "[", 0.0, 960.0)
                .unwrap_err()
                .contains("countries")
        );
    }
}

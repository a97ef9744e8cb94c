//! The prepared world: outlines as SVG paths, and one point a country.

use crate::path;
use crate::projection::{EqualEarth, Point, Position};
use crate::topology::{Feature, Topology};
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
    en: String,
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
        let topology = Topology::parse(topology).map_err(|error| error.to_string())?;
        let countries: BTreeMap<String, Country> = serde_json::from_str(countries)
            .map_err(|error| format!("the list of countries cannot be read: {error}"))?;
        let mut basemap = Self {
            width_px,
            centre_lon_deg,
            ..Self::default()
        };
        for feature in &topology.features {
            let outline = path::outline(&feature.polygons, &basemap.projection());
            match code(feature, &countries) {
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

    /// Packs the map for the page, as postcard writes it.
    ///
    /// # Errors
    /// A sentence where it cannot be written.
    pub fn encode(&self) -> Result<Vec<u8>, String> {
        postcard::to_allocvec(self).map_err(|error| format!("the map cannot be packed: {error}"))
    }

    /// Reads what [`Basemap::encode`] wrote.
    ///
    /// # Errors
    /// A sentence that says that it cannot be read.
    pub fn decode(block: &[u8]) -> Result<Self, String> {
        postcard::from_bytes(block).map_err(|_| "the map block is damaged".to_owned())
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

    /// Whether a country is drawn; if not, it is too small and gets a dot at its point.
    pub fn has_outline(&self, code: &str) -> bool {
        self.outlines.contains_key(code)
    }

    /// Where a country's mark goes in the picture, in px.
    pub fn mark(&self, code: &str) -> Option<Point> {
        Some(self.projection().project(self.point(code)?))
    }

    /// The part to show, as SVG's `viewBox` has it: left, top, width and height in px.
    pub fn view_box_px(&self) -> [f64; 4] {
        let (top, height) = self.frame_px();
        [0.0, top, self.width_px, height]
    }

    /// The picture's top and height in px: from 84° N to 57° S.
    pub fn frame_px(&self) -> (f64, f64) {
        let map = self.projection();
        let top = map.project_turned(0.0, 84.0).y_px;
        (top, map.project_turned(0.0, -57.0).y_px - top)
    }
}

/// A feature's country, by number; by name where the file gives no number (Kosovo).
fn code<'a>(feature: &Feature, countries: &'a BTreeMap<String, Country>) -> Option<&'a str> {
    let is_it = |country: &Country| match &feature.id {
        Some(id) => country.numeric == *id,
        None => country.en == feature.name,
    };
    let mut matching = countries.iter().filter(|(_, country)| is_it(country));
    matching.next().map(|(code, _)| code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    fn world() -> Basemap {
        let topology = include_str!("../../data/basemap/countries-110m.json");
        let countries = include_str!("../../data/countries.json");
        Basemap::prepare(topology, countries, 153.0, 960.0).unwrap()
    }

    /// FNV-1a, 64 bit (Fowler, Noll, Vo): enough to notice an edit. The README has the SHA-256.
    fn fnv(text: &str) -> u64 {
        text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        })
    }

    #[test]
    fn the_file_is_the_one_its_readme_describes() {
        let text = include_str!("../../data/basemap/countries-110m.json");
        expect!["107761 bytes, 000284de0b3813f1"].assert_eq(&format!(
            "{} bytes, {:016x}",
            text.len(),
            fnv(text)
        ));
    }

    #[test]
    fn every_country_has_a_point_and_small_ones_have_no_outline() {
        let world = world();
        assert!(world.has_outline("JP") && world.has_outline("RU"));
        assert!(!world.has_outline("SG") && world.point("SG").is_some());
        assert_eq!(world.outlines.len(), 174);
        assert!(
            world
                .outlines
                .keys()
                .all(|code| world.point(code).is_some())
        );
        assert!(world.points.len() > 235, "{}", world.points.len());
    }

    #[test]
    fn what_has_no_number_is_found_by_name_or_kept_apart() {
        let world = world();
        assert!(world.has_outline("XK"), "Kosovo");
        assert_eq!(world.others.len(), 2, "Northern Cyprus and Somaliland");
    }

    #[test]
    fn every_mark_lies_where_its_point_is() {
        let world = world();
        for code in world.points.keys() {
            let (at, mark) = (world.point(code).unwrap(), world.mark(code).unwrap());
            let back = world.projection().invert(mark).unwrap();
            assert!((back.lat_deg - at.lat_deg).abs() < 1e-6, "{code}");
        }
    }

    #[test]
    fn what_is_written_is_read_again_and_is_small() {
        let world = world();
        let block = world.encode().unwrap();
        assert_eq!(Basemap::decode(&block).unwrap(), world);
        assert!(block.len() < 70_000, "{} bytes", block.len());
        assert!(Basemap::decode(b"").unwrap_err().contains("damaged"));
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
                assert!(longest < 300, "{code} has a step of {longest} tenths");
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

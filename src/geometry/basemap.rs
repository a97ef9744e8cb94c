//! The prepared world: outlines as SVG paths, and one point a country.

use crate::path::{self, Steps};
use crate::projection::{EqualEarth, Point, Position};
use crate::topology::{Feature, Topology};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the page draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basemap {
    /// Width of the whole world in px.
    pub width_px: f64,
    /// The meridian in the middle, in degrees.
    pub centre_lon_deg: f64,
    /// Outlines by ISO 3166-1 alpha-2 code, in units of [`path::UNITS_PER_PX`].
    pub outlines: Vec<(String, String)>,
    /// Outlines of areas without a code, in the same units.
    pub others: Vec<String>,
    /// A representative point a country, longitude and latitude in degrees; by code.
    pub points: Vec<(String, [f64; 2])>,
}

/// The same as the page carries it; made once at build time by [`Packed::prepare`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Packed {
    width_px: f64,
    centre_lon_deg: f64,
    outlines: Vec<(String, Vec<Steps>)>,
    others: Vec<Vec<Steps>>,
    /// In tenths of a degree: a quarter of a px.
    points: Vec<(String, [i32; 2])>,
}

/// The part of `data/countries.json` that this module reads.
#[derive(Deserialize)]
struct Country {
    numeric: String,
    en: String,
    point: Option<[f64; 2]>,
}

impl Packed {
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
        let map = EqualEarth::fit(centre_lon_deg, width_px);
        let (mut outlines, mut others) = (BTreeMap::<String, Vec<Steps>>::new(), Vec::new());
        for feature in &topology.features {
            let outline = path::outline(&feature.polygons, &map);
            match code(feature, &countries) {
                Some("AQ") => {}
                Some(code) => outlines.entry(code.to_owned()).or_default().extend(outline),
                None => others.push(outline),
            }
        }
        let tenths = |deg: f64| libm::round(deg * 10.0) as i32;
        let points = countries
            .into_iter()
            .filter_map(|(code, c)| Some((code, c.point?.map(tenths))));
        Ok(Self {
            width_px,
            centre_lon_deg,
            outlines: outlines.into_iter().collect(),
            others,
            points: points.collect(),
        })
    }

    /// Packs the map for the page, as postcard writes it.
    ///
    /// # Errors
    /// A sentence where it cannot be written.
    pub fn encode(&self) -> Result<Vec<u8>, String> {
        postcard::to_allocvec(self).map_err(|error| format!("the map cannot be packed: {error}"))
    }
}

impl Basemap {
    /// Reads what [`Packed::encode`] wrote.
    ///
    /// # Errors
    /// A sentence that says that it cannot be read.
    pub fn decode(block: &[u8]) -> Result<Self, String> {
        let packed: Packed =
            postcard::from_bytes(block).map_err(|_| "the map block is damaged".to_owned())?;
        let outline = |(code, rings): (String, Vec<Steps>)| (code, path::svg(&rings));
        let point = |(code, at): (String, [i32; 2])| (code, at.map(|n| f64::from(n) / 10.0));
        Ok(Self {
            width_px: packed.width_px,
            centre_lon_deg: packed.centre_lon_deg,
            outlines: packed.outlines.into_iter().map(outline).collect(),
            others: packed.others.iter().map(|rings| path::svg(rings)).collect(),
            points: packed.points.into_iter().map(point).collect(),
        })
    }

    /// The projection the outlines were drawn in.
    pub fn projection(&self) -> EqualEarth {
        EqualEarth::fit(self.centre_lon_deg, self.width_px)
    }

    /// The country's representative point.
    pub fn point(&self, code: &str) -> Option<Position> {
        let [lon_deg, lat_deg] = *find(&self.points, code)?;
        Some(Position { lon_deg, lat_deg })
    }

    /// Whether a country is drawn; if not, it is too small and gets a dot at its point.
    pub fn has_outline(&self, code: &str) -> bool {
        find(&self.outlines, code).is_some()
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

/// The value of a code, in a list sorted by code.
fn find<'a, T>(list: &'a [(String, T)], code: &str) -> Option<&'a T> {
    let at = list.binary_search_by(|(c, _)| c.as_str().cmp(code)).ok()?;
    list.get(at).map(|(_, value)| value)
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
        let packed = Packed::prepare(topology, countries, 153.0, 960.0).unwrap();
        Basemap::decode(&packed.encode().unwrap()).unwrap()
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
                .iter()
                .all(|(code, _)| world.point(code).is_some())
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
        for (code, _) in &world.points {
            let (at, mark) = (world.point(code).unwrap(), world.mark(code).unwrap());
            let back = world.projection().invert(mark).unwrap();
            assert!((back.lat_deg - at.lat_deg).abs() < 1e-6, "{code}");
        }
    }

    #[test]
    fn the_block_is_small_and_a_damaged_one_is_told() {
        let topology = include_str!("../../data/basemap/countries-110m.json");
        let countries = include_str!("../../data/countries.json");
        let packed = Packed::prepare(topology, countries, 153.0, 960.0).unwrap();
        let block = packed.encode().unwrap();
        assert!(block.len() < 25_000, "{} bytes", block.len());
        let half = block.get(..block.len() / 2).unwrap();
        assert!(Basemap::decode(half).unwrap_err().contains("damaged"));
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
                assert!(longest < 120, "{code} has a step of {longest} quarters");
            }
        }
    }

    #[test]
    fn what_cannot_be_read_gets_a_sentence() {
        assert!(
            Packed::prepare("{}", "{}", 0.0, 960.0)
                .unwrap_err()
                .contains("TopoJSON")
        );
        assert!(
            Packed::prepare("{}", "[", 0.0, 960.0)
                .unwrap_err()
                .contains("countries")
        );
    }
}

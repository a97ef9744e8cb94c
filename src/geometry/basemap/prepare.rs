//! The world's outlines as they are prepared once, when the page is built.

use super::{Packed, PackedLevel};
use crate::path::{self, FINE_UNITS_PER_PX, Steps, UNITS_PER_PX};
use crate::projection::{EqualEarth, Point, Position};
use crate::simplify::simplified;
use crate::topology::{Feature, Ring, Topology};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Corners of the finer outlines with a smaller triangle than this go, in square px of the world
/// at its own width: at sixteen times that, a triangle of 4 by 4 px.
const FINE_LEAST_AREA_PX2: f64 = 1.0 / 32.0;

/// The part of `data/countries.json` that this module reads.
#[derive(Deserialize)]
struct Country {
    numeric: String,
    en: String,
    point: Option<[f64; 2]>,
}

/// Countries by code, as the build reads them.
type Countries = BTreeMap<String, Country>;

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
        let countries = read(countries)?;
        let map = EqualEarth::fit(centre_lon_deg, width_px);
        let level = PackedLevel::of(&topology, &countries, &map, UNITS_PER_PX);
        let tenths = |deg: f64| libm::round(deg * 10.0) as i32;
        let points = countries
            .into_iter()
            .filter_map(|(code, c)| Some((code, c.point?.map(tenths))));
        Ok(Self {
            width_px,
            centre_lon_deg,
            level,
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

impl PackedLevel {
    /// The finer outlines: those of a larger file, with the corners that cannot be seen left out.
    ///
    /// # Errors
    /// A sentence that says which of the two texts cannot be read.
    pub fn fine(topology: &str, countries: &str, map: &EqualEarth) -> Result<Self, String> {
        let fewer = |arc: Ring| thinned(&arc, map);
        let topology = Topology::parse_with(topology, fewer).map_err(|error| error.to_string())?;
        Ok(Self::of(
            &topology,
            &read(countries)?,
            map,
            FINE_UNITS_PER_PX,
        ))
    }

    fn of(topology: &Topology, countries: &Countries, map: &EqualEarth, units_per_px: u32) -> Self {
        let (mut outlines, mut others) = (BTreeMap::<String, Vec<Steps>>::new(), Vec::new());
        for feature in &topology.features {
            let outline = path::whole_outline(&feature.polygons, map, units_per_px);
            match code(feature, countries) {
                Some("AQ") => {}
                Some(code) => outlines.entry(code.to_owned()).or_default().extend(outline),
                None => others.push(outline),
            }
        }
        Self {
            units_per_px,
            outlines: outlines.into_iter().collect(),
            others,
        }
    }

    /// Packs the outlines for the page.
    ///
    /// # Errors
    /// A sentence where they cannot be written.
    pub fn encode(&self) -> Result<Vec<u8>, String> {
        postcard::to_allocvec(self).map_err(|error| format!("the map cannot be packed: {error}"))
    }
}

fn read(countries: &str) -> Result<Countries, String> {
    serde_json::from_str(countries)
        .map_err(|error| format!("the list of countries cannot be read: {error}"))
}

/// A line without the corners that cannot be seen on the map.
fn thinned(line: &[Position], map: &EqualEarth) -> Ring {
    let points: Vec<Point> = line.iter().map(|at| map.project(*at)).collect();
    let mut kept = simplified(&points, FINE_LEAST_AREA_PX2)
        .into_iter()
        .peekable();
    let stays = |(_, point): &(&Position, &Point)| kept.next_if_eq(*point).is_some();
    let stays = line.iter().zip(&points).filter(stays);
    stays.map(|(at, _)| *at).collect()
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

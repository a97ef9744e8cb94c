//! The prepared world: outlines as SVG paths, and one point a country.

use crate::label::Box4;
use crate::path::{self, FINE_UNITS_PER_PX, Steps, UNITS_PER_PX};
use crate::projection::{EqualEarth, Point, Position};
use crate::simplify::simplified;
use crate::topology::{Feature, Ring, Topology};
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the page draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basemap {
    /// Width of the whole world in px.
    pub width_px: f64,
    /// The meridian in the middle, in degrees.
    pub centre_lon_deg: f64,
    /// The whole world's outlines.
    pub level: Level,
    /// A representative point a country, longitude and latitude in degrees; by code.
    pub points: Vec<(String, [f64; 2])>,
    /// The finer outlines.
    pub finer: Finer,
}

/// The finer outlines, packed as they came: who never zooms never unpacks them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finer {
    packed: Vec<u8>,
    read: OnceCell<Option<Level>>,
}

/// The outlines of the world in one of two grades of detail.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Level {
    /// What one px counts in the numbers of the paths.
    pub units_per_px: u32,
    /// Outlines by ISO 3166-1 alpha-2 code, as SVG paths.
    pub outlines: Vec<(String, Rc<str>)>,
    /// Outlines of areas without a code.
    pub others: Vec<Rc<str>>,
    /// The box round each country's main part, in px; by code.
    pub boxes: Vec<(String, Box4)>,
}

/// [`Basemap`] as the page carries it; made once at build time by [`Packed::prepare`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Packed {
    width_px: f64,
    centre_lon_deg: f64,
    level: PackedLevel,
    /// In tenths of a degree: a quarter of a px.
    points: Vec<(String, [i32; 2])>,
}

/// [`Level`] as the page carries it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackedLevel {
    units_per_px: u32,
    outlines: Vec<(String, Vec<Steps>)>,
    others: Vec<Vec<Steps>>,
}

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
            let outline = path::outline(&feature.polygons, map, units_per_px);
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

impl Level {
    /// Reads what [`PackedLevel::encode`] wrote; nothing where it is damaged.
    pub fn decode(block: &[u8]) -> Option<Self> {
        postcard::from_bytes(block).ok().map(Self::unpacked)
    }

    fn unpacked(packed: PackedLevel) -> Self {
        let units_per_px = packed.units_per_px;
        let mut level = Self {
            units_per_px,
            ..Self::default()
        };
        for (code, rings) in packed.outlines {
            let extent = path::main_box(&rings, units_per_px);
            level.boxes.extend(extent.map(|b| (code.clone(), b)));
            level.outlines.push((code, path::svg(&rings).into()));
        }
        let others = packed.others.iter();
        level.others = others.map(|rings| path::svg(rings).into()).collect();
        level
    }

    /// The box round a country's main part, in px.
    pub fn extent(&self, code: &str) -> Option<Box4> {
        find(&self.boxes, code).copied()
    }
}

/// The two grades of detail in one block: the length of the first, and both.
pub fn joined(whole: &[u8], fine: &[u8]) -> Vec<u8> {
    let length = u32::try_from(whole.len()).unwrap_or(u32::MAX).to_le_bytes();
    [&length, whole, fine].concat()
}

/// The parts of a block that [`joined`] made; empty where it is damaged.
pub fn parted(block: &[u8]) -> (&[u8], &[u8]) {
    let parts = block.split_first_chunk().and_then(|(length, rest)| {
        rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)
    });
    parts.unwrap_or_default()
}

impl Basemap {
    /// Reads what [`Packed::encode`] wrote.
    ///
    /// # Errors
    /// A sentence that says that it cannot be read.
    pub fn decode(block: &[u8]) -> Result<Self, String> {
        let packed: Packed =
            postcard::from_bytes(block).map_err(|_| "the map block is damaged".to_owned())?;
        let point = |(code, at): (String, [i32; 2])| (code, at.map(|n| f64::from(n) / 10.0));
        Ok(Self {
            width_px: packed.width_px,
            centre_lon_deg: packed.centre_lon_deg,
            level: Level::unpacked(packed.level),
            points: packed.points.into_iter().map(point).collect(),
            ..Self::default()
        })
    }

    /// With the finer outlines, packed as they came.
    pub fn with_finer(mut self, packed: &[u8]) -> Self {
        self.finer.packed = packed.to_vec();
        self
    }

    /// The finer outlines, unpacked when first asked for; those of the whole world where they
    /// cannot be.
    pub fn finer(&self, unpack: impl FnOnce(&[u8]) -> Option<Vec<u8>>) -> &Level {
        let read = || Level::decode(&unpack(&self.finer.packed)?);
        self.finer
            .read
            .get_or_init(read)
            .as_ref()
            .unwrap_or(&self.level)
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
        find(&self.level.outlines, code).is_some()
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
        assert_eq!(world.level.outlines.len(), 174);
        assert!(
            world
                .level
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
        assert_eq!(
            world.level.others.len(),
            2,
            "Northern Cyprus and Somaliland"
        );
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

    fn fine() -> PackedLevel {
        let topology = include_str!("../../data/basemap/countries-50m.json");
        let countries = include_str!("../../data/countries.json");
        PackedLevel::fine(topology, countries, &EqualEarth::fit(153.0, 960.0)).unwrap()
    }

    #[test]
    fn the_finer_level_has_the_small_states_and_is_told_apart_from_a_damaged_one() {
        let packed = fine();
        let block = packed.encode().unwrap();
        assert!(block.len() < 130_000, "{} bytes", block.len());
        assert_eq!(Level::decode(block.get(..block.len() / 2).unwrap()), None);
        let (fine, world) = (Level::decode(&block).unwrap(), world());
        for code in ["SG", "HK", "MT", "MV", "BB"] {
            assert!(fine.extent(code).is_some(), "{code}");
            assert!(!world.has_outline(code), "{code}");
        }
        assert!(
            world
                .level
                .boxes
                .iter()
                .all(|(code, _)| fine.extent(code).is_some())
        );
    }

    /// Both levels draw the same countries at the same places: their boxes agree within the
    /// coarse level's own generalisation.
    #[test]
    fn both_levels_lie_on_each_other() {
        let (fine, world) = (Level::decode(&fine().encode().unwrap()).unwrap(), world());
        for code in ["IN", "US", "TH", "AU", "DE", "BR", "RU", "GL"] {
            let (a, b) = (
                fine.extent(code).unwrap(),
                world.level.extent(code).unwrap(),
            );
            let apart = a
                .iter()
                .zip(b)
                .map(|(a, b)| (a - b).abs())
                .fold(0.0, f64::max);
            assert!(apart < 6.0, "{code}: {a:?} {b:?}");
        }
    }

    #[test]
    fn the_finer_level_is_read_when_asked_for_and_missing_it_the_world_stays() {
        let with = |bytes: &[u8]| world().with_finer(bytes);
        let raw = |bytes: &[u8]| Some(bytes.to_vec());
        let block = fine().encode().unwrap();
        assert_eq!(with(&block).finer(raw).units_per_px, FINE_UNITS_PER_PX);
        assert_eq!(with(b"").finer(raw).units_per_px, UNITS_PER_PX);
        assert_eq!(with(&block).finer(|_| None).units_per_px, UNITS_PER_PX);
    }

    #[test]
    fn two_blocks_are_joined_and_parted() {
        let joined = joined(b"whole", b"fine");
        assert_eq!(parted(&joined), (&b"whole"[..], &b"fine"[..]));
        assert_eq!(parted(&joined[..6]), (&[][..], &[][..]));
        assert_eq!(parted(b""), (&[][..], &[][..]));
    }

    #[test]
    fn no_outline_leaves_the_map_or_runs_across_it() {
        let world = world();
        for (code, path) in &world.level.outlines {
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

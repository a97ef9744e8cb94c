//! The prepared world: outlines as SVG paths, and one point a country, round any meridian.

mod prepare;
#[cfg(test)]
mod tests;

use crate::label::Box4;
use crate::path::{self, Steps};
use crate::projection::{EqualEarth, Point, Position};
use crate::turn::{Rows, turned};
use serde::{Deserialize, Serialize};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The northern and the southern end of what is drawn, in degrees: no office lies beyond.
pub const NORTH_DEG: f64 = 84.0;
/// See [`NORTH_DEG`].
pub const SOUTH_DEG: f64 = -57.0;

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
    pub points: Rc<[(String, [f64; 2])]>,
    finer: OnceCell<Option<Level>>,
    source: Rc<Source>,
    /// The same world round other meridians, as far as they were asked for.
    turned: RefCell<Vec<Rc<Basemap>>>,
}

/// The outlines as they were prepared, whole, from which the world is drawn round any meridian.
#[derive(Clone, Debug, Default, PartialEq)]
struct Source {
    centre_lon_deg: f64,
    world: PackedLevel,
    /// The finer outlines, packed as they came: who never zooms never unpacks them.
    finer_packed: Vec<u8>,
    finer: OnceCell<Option<PackedLevel>>,
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

/// [`Level`] as the page carries it: rings that no edge of the map has cut.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackedLevel {
    units_per_px: u32,
    outlines: Vec<(String, Vec<Steps>)>,
    others: Vec<Vec<Steps>>,
}

impl PackedLevel {
    /// Reads what [`PackedLevel::encode`] wrote; nothing where it is damaged.
    pub fn decode(block: &[u8]) -> Option<Self> {
        postcard::from_bytes(block).ok()
    }

    /// The outlines as paths, the world turned by so many degrees to the east.
    pub fn drawn(&self, map: &EqualEarth, by_deg: f64) -> Level {
        let (units_per_px, rows) = (self.units_per_px, Rows::of(map));
        let on_map = |rings: &[Steps]| turned(rings, &rows, by_deg, units_per_px);
        let mut level = Level {
            units_per_px,
            ..Level::default()
        };
        for (code, rings) in &self.outlines {
            let rings = on_map(rings);
            let extent = path::main_box(&rings, units_per_px);
            level.boxes.extend(extent.map(|b| (code.clone(), b)));
            level
                .outlines
                .push((code.clone(), path::svg(&rings).into()));
        }
        let others = self.others.iter();
        level.others = others
            .map(|rings| path::svg(&on_map(rings)).into())
            .collect();
        level
    }
}

impl Level {
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
        let source = Source {
            centre_lon_deg: packed.centre_lon_deg,
            world: packed.level,
            ..Source::default()
        };
        let points = packed.points.into_iter().map(point).collect();
        let centre = packed.centre_lon_deg;
        Ok(Self::round(
            Rc::new(source),
            points,
            packed.width_px,
            centre,
        ))
    }

    /// The world round a meridian.
    fn round(
        source: Rc<Source>,
        points: Rc<[(String, [f64; 2])]>,
        width_px: f64,
        centre_lon_deg: f64,
    ) -> Self {
        let map = EqualEarth::fit(centre_lon_deg, width_px);
        let by_deg = source.centre_lon_deg - centre_lon_deg;
        Self {
            width_px,
            centre_lon_deg,
            level: source.world.drawn(&map, by_deg),
            points,
            finer: OnceCell::new(),
            source,
            turned: RefCell::default(),
        }
    }

    /// A world of these outlines and points alone, which no other meridian turns; for tests.
    pub fn plain(level: Level, points: Rc<[(String, [f64; 2])]>, centre_lon_deg: f64) -> Self {
        Self {
            width_px: 960.0,
            centre_lon_deg,
            level,
            points,
            ..Self::default()
        }
    }

    /// With the finer outlines, packed as they came.
    pub fn with_finer(mut self, packed: &[u8]) -> Self {
        let source = Source {
            finer_packed: packed.to_vec(),
            ..Rc::unwrap_or_clone(self.source)
        };
        self.source = Rc::new(source);
        self
    }

    /// The same world round another meridian, in degrees. Its outlines are turned, not projected
    /// again, and kept for the next time.
    pub fn turned(self: &Rc<Self>, centre_lon_deg: f64) -> Rc<Self> {
        if centre_lon_deg == self.centre_lon_deg {
            return self.clone();
        }
        let known = |map: &&Rc<Self>| map.centre_lon_deg == centre_lon_deg;
        if let Some(map) = self.turned.borrow().iter().find(known) {
            return map.clone();
        }
        let (source, points) = (self.source.clone(), self.points.clone());
        let map = Rc::new(Self::round(source, points, self.width_px, centre_lon_deg));
        self.turned.borrow_mut().push(map.clone());
        map
    }

    /// The finer outlines, unpacked when first asked for; those of the whole world where they
    /// cannot be.
    pub fn finer(&self, unpack: impl FnOnce(&[u8]) -> Option<Vec<u8>>) -> &Level {
        let source = &self.source;
        let read = || PackedLevel::decode(&unpack(&source.finer_packed)?);
        let draw = || {
            let packed = source.finer.get_or_init(read).as_ref()?;
            let by_deg = source.centre_lon_deg - self.centre_lon_deg;
            Some(packed.drawn(&self.projection(), by_deg))
        };
        self.finer.get_or_init(draw).as_ref().unwrap_or(&self.level)
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
        let top = map.project_turned(0.0, NORTH_DEG).y_px;
        (top, map.project_turned(0.0, SOUTH_DEG).y_px - top)
    }
}

/// The value of a code, in a list sorted by code.
fn find<'a, T>(list: &'a [(String, T)], code: &str) -> Option<&'a T> {
    let at = list.binary_search_by(|(c, _)| c.as_str().cmp(code)).ok()?;
    list.get(at).map(|(_, value)| value)
}

//! The Equal Earth projection: equal areas, a pleasant outline, a short formula.
//!
//! Source: Bojan Šavrič, Tom Patterson, Bernhard Jenny, "The Equal Earth map projection",
//! International Journal of Geographical Information Science 33 (2019), equations 1 to 9.

use libm::{asin, cos, sin};
use serde::{Deserialize, Serialize};
use std::f64::consts::PI;

const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;
/// √3 / 2, the `M` of the paper.
const M: f64 = 0.866_025_403_784_438_6;

/// A place on the globe, in degrees, east and north positive; `[lon, lat]` in JSON, as in GeoJSON.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "[f64; 2]", into = "[f64; 2]")]
pub struct Position {
    /// Longitude, −180 to 180.
    pub lon_deg: f64,
    /// Latitude, −90 to 90.
    pub lat_deg: f64,
}

impl From<[f64; 2]> for Position {
    fn from([lon_deg, lat_deg]: [f64; 2]) -> Self {
        Self { lon_deg, lat_deg }
    }
}

impl From<Position> for [f64; 2] {
    fn from(at: Position) -> Self {
        [at.lon_deg, at.lat_deg]
    }
}

/// A place in the picture, in px, y downwards.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// From the left.
    pub x_px: f64,
    /// From the top.
    pub y_px: f64,
}

/// Equal Earth, turned to a central meridian and scaled to a width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EqualEarth {
    centre_lon_deg: f64,
    scale_px: f64,
}

impl EqualEarth {
    /// The whole world, `width_px` wide, with a meridian in the middle.
    pub fn fit(centre_lon_deg: f64, width_px: f64) -> Self {
        let (half_width, _) = raw(PI, 0.0);
        Self {
            centre_lon_deg,
            scale_px: width_px / (2.0 * half_width),
        }
    }

    /// The meridian in the middle, in degrees.
    pub fn centre_lon_deg(&self) -> f64 {
        self.centre_lon_deg
    }

    /// How wide the whole world is.
    pub fn width_px(&self) -> f64 {
        2.0 * raw(PI, 0.0).0 * self.scale_px
    }

    /// How high the whole world is.
    pub fn height_px(&self) -> f64 {
        2.0 * raw(0.0, PI / 2.0).1 * self.scale_px
    }

    /// Longitude from the central meridian, −180 to 180.
    pub fn turned_deg(&self, lon_deg: f64) -> f64 {
        let turned = libm::fmod(lon_deg - self.centre_lon_deg + 180.0, 360.0);
        let turned = if turned < 0.0 { turned + 360.0 } else { turned };
        turned - 180.0
    }

    /// Where a place lies in the picture.
    pub fn project(&self, at: Position) -> Point {
        self.project_turned(self.turned_deg(at.lon_deg), at.lat_deg)
    }

    /// The same for a longitude counted from the central meridian, so that both edges of the
    /// map (−180 and 180) can be told apart.
    pub fn project_turned(&self, turned_lon_deg: f64, lat_deg: f64) -> Point {
        let (x, y) = raw(turned_lon_deg.to_radians(), lat_deg.to_radians());
        Point {
            x_px: self.width_px() / 2.0 + x * self.scale_px,
            y_px: self.height_px() / 2.0 - y * self.scale_px,
        }
    }

    /// Half the map's width at a height: how far its edge is from the middle. Beyond the poles that
    /// of the pole.
    pub fn half_width_px(&self, y_px: f64) -> f64 {
        let pole = height(asin(M));
        let y = (self.height_px() / 2.0 - y_px) / self.scale_px;
        let theta = solve_theta(y.min(pole).max(-pole)).unwrap_or(0.0);
        PI * cos(theta) / (M * slope(theta)) * self.scale_px
    }

    /// The place at a point of the picture, or `None` outside the world.
    pub fn invert(&self, at: Point) -> Option<Position> {
        let x = (at.x_px - self.width_px() / 2.0) / self.scale_px;
        let y = (self.height_px() / 2.0 - at.y_px) / self.scale_px;
        let theta = solve_theta(y)?;
        let lat = asin(sin(theta) / M);
        let lon = M * x * slope(theta) / cos(theta);
        if !lat.is_finite() || !lon.is_finite() || lon.abs() > PI + 1e-9 {
            return None;
        }
        let lon_deg = lon.to_degrees() + self.centre_lon_deg;
        let lon_deg = libm::remainder(lon_deg, 360.0);
        Some(Position {
            lon_deg,
            lat_deg: lat.to_degrees(),
        })
    }
}

/// Equations 1 to 3, for a sphere of radius 1.
fn raw(lon_rad: f64, lat_rad: f64) -> (f64, f64) {
    let theta = asin(M * sin(lat_rad));
    (lon_rad * cos(theta) / (M * slope(theta)), height(theta))
}

fn height(theta: f64) -> f64 {
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))
}

/// The derivative of [`height`].
fn slope(theta: f64) -> f64 {
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2)
}

/// Newton's method on [`height`]; `None` beyond the poles.
fn solve_theta(y: f64) -> Option<f64> {
    let mut theta = y;
    for _ in 0..12 {
        theta -= (height(theta) - y) / slope(theta);
    }
    (theta.is_finite() && theta.abs() <= PI / 3.0 + 1e-9).then_some(theta)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Computed with `geoEqualEarthRaw` of d3-geo 3.1.1: degrees in, x and y on a unit sphere out.
    #[test]
    fn the_formula_agrees_with_d3() {
        let cases = [
            [180.0, 0.0, 2.706_629_983_696_074_8, 0.0],
            [0.0, 90.0, 0.0, 1.317_362_759_157_413_3],
            [
                180.0,
                90.0,
                1.603_588_648_284_051_6,
                1.317_362_759_157_413_3,
            ],
            [
                -15.0,
                36.0,
                -0.204_685_298_596_352_5,
                0.703_458_519_105_120_1,
            ],
            [
                -75.5,
                -58.0,
                -0.872_176_637_148_517_1,
                -1.060_876_459_256_083_5,
            ],
            [
                120.0,
                84.0,
                1.085_577_718_592_098_7,
                1.306_713_138_887_292_3,
            ],
        ];
        for [lon, lat, x, y] in cases {
            let found = raw(f64::to_radians(lon), f64::to_radians(lat));
            assert!(
                (found.0 - x).abs() < 1e-12 && (found.1 - y).abs() < 1e-12,
                "{lon} {lat}: {found:?}"
            );
        }
    }

    /// 400 places round four meridians, there and back; `src/e2e/bench/map/reference.mjs` wrote
    /// them with d3-geo 3.1.1 and says how to repeat it.
    #[test]
    fn places_and_points_agree_with_d3_both_ways() {
        #[derive(Deserialize)]
        struct File {
            places: Vec<[f64; 7]>,
        }
        let file: File = serde_json::from_str(include_str!("testdata/equal_earth.json")).unwrap();
        assert_eq!(file.places.len(), 400);
        for [centre, lon_deg, lat_deg, x_px, y_px, back_lon, back_lat] in file.places {
            let map = EqualEarth::fit(centre, 960.0);
            let found = map.project(Position { lon_deg, lat_deg });
            let off = libm::hypot(found.x_px - x_px, found.y_px - y_px);
            assert!(off < 1e-7, "{lon_deg} {lat_deg}: {found:?} {x_px} {y_px}");
            let back = map.invert(Point { x_px, y_px }).unwrap();
            // Near a pole a small step in px is a large one in degrees.
            let lon_off = libm::remainder(back.lon_deg - back_lon, 360.0);
            assert!(
                lon_off.abs() < 1e-5 && (back.lat_deg - back_lat).abs() < 1e-6,
                "{back:?} {back_lon} {back_lat}"
            );
        }
    }

    /// The paper gives the ratio of width to height as 2.05458 and the length of the poles as
    /// 0.59247 of the equator's.
    #[test]
    fn the_outline_has_the_proportions_of_the_paper() {
        let map = EqualEarth::fit(0.0, 1000.0);
        assert!((map.width_px() / map.height_px() - 2.05458).abs() < 1e-5);
        let pole = map.project_turned(180.0, 90.0).x_px - map.project_turned(-180.0, 90.0).x_px;
        assert!((pole / 1000.0 - 0.59247).abs() < 1e-4);
    }

    #[test]
    fn the_central_meridian_is_the_middle_and_the_pacific_is_whole() {
        let map = EqualEarth::fit(153.0, 960.0);
        let centre = map.project(Position {
            lon_deg: 153.0,
            lat_deg: 0.0,
        });
        assert!((centre.x_px - 480.0).abs() < 1e-9);
        let [japan, america] = [138.0, -100.0].map(|lon_deg| {
            map.project(Position {
                lon_deg,
                lat_deg: 38.0,
            })
            .x_px
        });
        assert!(japan < 480.0 && america > 480.0);
    }

    proptest! {
        #[test]
        fn a_place_and_its_point_are_one(lon in -179.9f64..179.9, lat in -89.0f64..89.0, centre in -180f64..180.0) {
            let map = EqualEarth::fit(centre, 960.0);
            prop_assume!(map.turned_deg(lon).abs() < 179.9);
            let back = map.invert(map.project(Position { lon_deg: lon, lat_deg: lat })).unwrap();
            prop_assert!(libm::remainder(back.lon_deg - lon, 360.0).abs() < 1e-6);
            prop_assert!((back.lat_deg - lat).abs() < 1e-6);
        }

        #[test]
        fn any_point_is_answered(x in any::<f64>(), y in any::<f64>()) {
            let _ = EqualEarth::fit(0.0, 960.0).invert(Point { x_px: x, y_px: y });
        }
    }
}

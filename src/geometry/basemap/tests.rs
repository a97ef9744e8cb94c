//! What the prepared world holds, round any meridian.

use super::*;
use crate::path::{FINE_UNITS_PER_PX, UNITS_PER_PX};
use expect_test::expect;

fn world() -> Basemap {
    let topology = include_str!("../../../data/basemap/countries-110m.json");
    let countries = include_str!("../../../data/countries.json");
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
    let text = include_str!("../../../data/basemap/countries-110m.json");
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
    for (code, _) in world.points.iter() {
        let (at, mark) = (world.point(code).unwrap(), world.mark(code).unwrap());
        let back = world.projection().invert(mark).unwrap();
        assert!((back.lat_deg - at.lat_deg).abs() < 1e-6, "{code}");
    }
}

#[test]
fn the_block_is_small_and_a_damaged_one_is_told() {
    let topology = include_str!("../../../data/basemap/countries-110m.json");
    let countries = include_str!("../../../data/countries.json");
    let packed = Packed::prepare(topology, countries, 153.0, 960.0).unwrap();
    let block = packed.encode().unwrap();
    assert!(block.len() < 25_000, "{} bytes", block.len());
    let half = block.get(..block.len() / 2).unwrap();
    assert!(Basemap::decode(half).unwrap_err().contains("damaged"));
}

fn fine() -> PackedLevel {
    let topology = include_str!("../../../data/basemap/countries-50m.json");
    let countries = include_str!("../../../data/countries.json");
    PackedLevel::fine(topology, countries, &EqualEarth::fit(153.0, 960.0)).unwrap()
}

fn drawn(level: &PackedLevel) -> Level {
    level.drawn(&EqualEarth::fit(153.0, 960.0), 0.0)
}

#[test]
fn the_finer_level_has_the_small_states_and_is_told_apart_from_a_damaged_one() {
    let packed = fine();
    let block = packed.encode().unwrap();
    assert!(block.len() < 130_000, "{} bytes", block.len());
    let half = block.get(..block.len() / 2).unwrap();
    assert_eq!(PackedLevel::decode(half), None);
    let (fine, world) = (drawn(&packed), world());
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
    let (fine, world) = (drawn(&fine()), world());
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

/// The longest step of any outline, in quarters of a px: a line across the map would be one.
fn longest_step(level: &Level) -> i64 {
    let numbers = level.outlines.iter().flat_map(|(_, path)| {
        let steps = path.split(['l', 'z']).filter(|s| !s.starts_with('M'));
        let spaced: Vec<String> = steps.map(|step| step.replace('-', " -")).collect();
        let numbers = spaced.iter().flat_map(|step| step.split_whitespace());
        let numbers = numbers.map(|n| n.parse::<i64>().unwrap().abs());
        numbers.collect::<Vec<i64>>()
    });
    numbers.max().unwrap_or(0)
}

#[test]
fn no_outline_runs_across_the_map_whatever_stands_in_its_middle() {
    let world = Rc::new(world());
    for centre in crate::centre::CENTRES_DEG {
        let longest = longest_step(&world.turned(centre).level);
        assert!(longest < 120, "{centre}: a step of {longest} quarters");
    }
}

/// Each country lies round its own point, and as large as before unless the edge now cuts it.
#[test]
fn a_turned_world_is_the_same_world() {
    let world = Rc::new(world());
    for centre in crate::centre::CENTRES_DEG {
        let turned = world.turned(centre);
        assert_eq!(turned.level.outlines.len(), world.level.outlines.len());
        assert!(Rc::ptr_eq(&world.turned(centre), &turned), "it is kept");
        for code in ["JP", "AU", "FR", "ZA", "TH", "DE", "EG"] {
            let [left, top, right, bottom] = turned.level.extent(code).unwrap();
            let at = turned.mark(code).unwrap();
            assert!(left < at.x_px && at.x_px < right, "{centre} {code}");
            assert!(top < at.y_px && at.y_px < bottom, "{centre} {code}");
            let [_, top_before, _, bottom_before] = world.level.extent(code).unwrap();
            assert_eq!((top, bottom), (top_before, bottom_before));
        }
    }
}

/// Greenland and Russia, each cut by the edge of one map, are whole on the other.
#[test]
fn what_one_edge_cuts_another_leaves_whole() {
    let world = Rc::new(world());
    let pieces = |centre: f64, code: &str| {
        let map = world.turned(centre);
        let path = find(&map.level.outlines, code).unwrap();
        path.matches('M').count()
    };
    assert_eq!((pieces(153.0, "GL"), pieces(11.0, "GL")), (2, 1));
    assert!(pieces(80.0, "CA") > pieces(153.0, "CA"));
}

#[test]
fn the_finer_outlines_turn_with_the_world() {
    let raw = |bytes: &[u8]| Some(bytes.to_vec());
    let world = Rc::new(world().with_finer(&fine().encode().unwrap()));
    let turned = world.turned(11.0);
    for code in ["JP", "FR", "SG"] {
        let at = turned.mark(code).unwrap();
        let [left, _, right, _] = turned.finer(raw).extent(code).unwrap();
        assert!(left - 1.0 < at.x_px && at.x_px < right + 1.0, "{code}");
    }
    assert!(longest_step(turned.finer(raw)) < 480);
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

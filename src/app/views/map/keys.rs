//! What keys mean on the map: they walk from thing to thing, zoom and move.

use super::super::gestures::hand::{Hand, STEP};
use super::super::gestures::window::Drawn;
use super::control::{Control, Pointed};
use super::key::Key;
use super::picture::{self, drawn_arc};
use super::scene::Scene;
use super::{shown, victims};
use crate::state::Page;
use geometry::Point;
use geometry::walk::{Direction, neighbour};
use incidents::model::CountryCode;
use incidents::table::sort_by_key;
use std::cmp::Reverse;

impl Control {
    /// A key on the map; whether it meant something.
    pub fn key(&self, key: &str, shift: bool) -> bool {
        let direction = match key {
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            _ => return self.other_key(key, shift),
        };
        match shift {
            true => self.look(|hand| hand.pan(direction)),
            false => self.walk(|points, from| neighbour(points, from, direction)),
        }
        true
    }

    fn other_key(&self, key: &str, shift: bool) -> bool {
        let pointed = self.with(|live| live.pointed);
        match (key, pointed) {
            ("+" | "=", _) => self.look(|hand| hand.zoom(STEP)),
            ("-" | "_", _) => self.look(|hand| hand.zoom(1.0 / STEP)),
            ("0", _) => self.look(Hand::whole),
            ("s" | "S", _) => self.selection(),
            ("PageDown", _) => self.walk(|points, from| Some((from + 1) % points.len().max(1))),
            ("PageUp", _) => self.walk(|points, from| {
                let len = points.len().max(1);
                Some((from + len - 1) % len)
            }),
            ("Enter" | " ", Some(pointed)) => self.choose(pointed.key, shift),
            ("Escape", Some(_)) => self.let_go(),
            _ => return false,
        }
        true
    }

    /// From what is pointed at to another thing; first to the first.
    fn walk(&self, step: impl Fn(&[Point], usize) -> Option<usize>) {
        let page = self.page.borrow().clone();
        let (drawn, pointed) = (self.window.drawn(), self.with(|live| live.pointed));
        let stops = stops(&page, drawn);
        let points: Vec<Point> = stops.iter().map(|(_, at)| *at).collect();
        let here = pointed.and_then(|p| stops.iter().position(|(key, _)| *key == p.key));
        let next = match here {
            Some(here) => step(&points, here),
            None => Some(0),
        };
        let Some((key, at)) = next.and_then(|n| stops.get(n)).copied() else {
            return;
        };
        self.point(Some(Pointed { key, pinned: true }));
        let scale = picture::scale(&page, drawn).max(1e-6);
        let at = Point {
            x_px: at.x_px / scale,
            y_px: at.y_px / scale,
        };
        self.look(|hand| hand.bring(at));
    }
}

/// Everything that can be pointed at, in the order of the twin: steps, marks, then countries with
/// victims, most first. Points are those of the picture as drawn.
pub fn stops(page: &Page, drawn: Drawn) -> Vec<(Key, Point)> {
    let entries = shown(page);
    let scene = Scene::of(page, &entries, drawn.width_px());
    let mut stops: Vec<(Key, Point)> = Vec::new();
    for (n, way) in scene.ways.iter().enumerate() {
        stops.extend(drawn_arc(&scene, way).map(|arc| (Key::Way(n), arc.middle)));
    }
    for (n, spot) in scene.spots.iter().enumerate() {
        stops.push((Key::Spot(n), scene.map.project(spot.at)));
    }
    let mut counts: Vec<(CountryCode, usize)> = victims(page, &entries).into_iter().collect();
    sort_by_key(&mut counts, |(_, n)| Reverse(*n));
    for (code, _) in counts {
        let at = page.basemap.point(code.as_str());
        stops.extend(at.map(|at| (Key::Country(code), scene.map.project(at))));
    }
    stops
}

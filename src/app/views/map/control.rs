//! What the map is held by: its view, what is pointed at, and the parts of it that are shown.
//! `answer` says what hands mean here, `keys` what keys mean.

use super::super::gestures::hand::Hand;
use super::super::gestures::window::Window;
use super::key::Key;
use super::picture::{drawn_arc, frame, level};
use super::scene::Scene;
use super::{choose, shown, victims};
use crate::messages::map as say;
use crate::state::Page;
use crate::views::hooks::UseStateSetter;
use geometry::label::Box4;
use geometry::viewport::around;
use geometry::{EqualEarth, Point};
use gloo::timers::callback::Timeout;
use incidents::model::CountryCode;
use std::cell::RefCell;
use std::rc::Rc;

/// No closer to a country or a selection than this, so that one still sees where it is.
const NEAR: f64 = 8.0;
/// The margin round what is shown, in px of the screen.
const MARGIN_PX: f64 = 56.0;

/// What is pointed at, and whether by finger or key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointed {
    /// What.
    pub key: Key,
    /// Its card stays, with buttons.
    pub pinned: bool,
}

/// What else changes while the map is held: nothing of it is drawn by the page.
pub struct Live {
    /// What is pointed at.
    pub pointed: Option<Pointed>,
    /// A click that waits whether it becomes a double one.
    pub click: Option<Timeout>,
    opened: bool,
    /// The meridian in the middle of the map that is seen, in degrees.
    centre_deg: f64,
}

impl Live {
    /// Nothing is pointed at yet.
    pub fn new(page: &Page) -> Self {
        Self {
            pointed: None,
            click: None,
            opened: false,
            centre_deg: page.basemap.centre_lon_deg,
        }
    }
}

/// The handles by which the map is moved and drawn.
#[derive(Clone)]
pub struct Control {
    /// The window on the map.
    pub window: Window,
    /// What else changes while it is held.
    pub live: Rc<RefCell<Live>>,
    /// The page as last drawn.
    pub page: Rc<RefCell<Page>>,
    /// What is pointed at.
    pub pointed: UseStateSetter<Option<Pointed>>,
    /// The region being drawn: left, top, right, bottom in px of the window.
    pub region: UseStateSetter<Option<Box4>>,
    /// Whether the next drag draws a region.
    pub brush: UseStateSetter<bool>,
    /// A sentence about what was done.
    pub said: UseStateSetter<&'static str>,
}

impl Control {
    /// Asks or changes what is held; nothing else is called meanwhile, so it is never taken twice.
    pub fn with<T>(&self, ask: impl FnOnce(&mut Live) -> T) -> T {
        ask(&mut self.live.borrow_mut())
    }

    /// Takes the window's measure and draws the map at it. A narrow window opens on the ways in,
    /// since the whole world would be too small to read there.
    pub fn measure(&self) {
        if let Some(size) = self.window.size_px() {
            let measured = frame(&self.page.borrow(), size);
            self.window.look(|hand| hand.framed(measured));
            let first = self.with(|live| !std::mem::replace(&mut live.opened, true));
            let [width, _] = size;
            if first && width < 600.0 {
                self.selection();
            }
        }
        self.window.draw();
    }

    /// Moves or zooms, and shows it.
    pub fn look(&self, by: impl FnOnce(&mut Hand)) {
        self.window.look(by);
    }

    fn fit(&self, part: Option<Box4>) {
        if let Some(part) = part {
            self.look(|hand| hand.fit(part, MARGIN_PX, NEAR));
        }
    }

    /// The map has another middle: what was in the middle of the window stays there.
    pub fn turned(&self) {
        let world = self.page.borrow().basemap.projection();
        let (width_px, now) = (world.width_px(), world.centre_lon_deg());
        let before = self.with(|live| std::mem::replace(&mut live.centre_deg, now));
        if before == now {
            return;
        }
        self.look(|hand| {
            let middle = hand.frame.under(&hand.view, hand.frame.middle());
            if let Some(at) = EqualEarth::fit(before, width_px).invert(middle) {
                hand.centre(world.project(at));
            }
        });
    }

    /// Shows a country.
    pub fn country(&self, code: CountryCode) {
        let page = self.page.borrow().clone();
        let part = page.basemap.finer(incidents::packing::unpacked);
        let outline = part.extent(code.as_str());
        let dot = page
            .basemap
            .mark(code.as_str())
            .map(|at| point_box(at, 4.0));
        self.fit(outline.or(dot));
    }

    /// Shows the ways in of the results, or where there are none the countries of their victims.
    pub fn selection(&self) {
        let page = self.page.borrow().clone();
        let (entries, width) = (shown(&page), page.basemap.width_px);
        let scene = Scene::of(&page, &entries, width);
        let on_way = scene.spots.iter().filter(|s| s.begins + s.ends > 0);
        let ways = scene
            .ways
            .iter()
            .filter_map(|way| Some(drawn_arc(&scene, way)?.middle));
        let marks = on_way.map(|s| scene.map.project(s.at)).chain(ways);
        let part = around(marks.map(|at| point_box(at, 6.0)));
        let counts = victims(&page, &entries);
        let level = level(&page, 1.0);
        let boxes = counts.iter().filter_map(|(code, _)| {
            let dot = || {
                page.basemap
                    .mark(code.as_str())
                    .map(|at| point_box(at, 4.0))
            };
            level.extent(code.as_str()).or_else(dot)
        });
        self.fit(part.or_else(|| around(boxes)));
    }

    /// Only victims in countries whose middle is seen, or lies in a part of the picture.
    pub fn filter_region(&self, part: Option<Box4>) {
        let page = self.page.borrow().clone();
        let [left, top, right, bottom] =
            part.unwrap_or_else(|| self.window.with(|hand| hand.seen()));
        let within = |code: &CountryCode| {
            let at = page.basemap.mark(code.as_str());
            at.is_some_and(|p| {
                p.x_px >= left && p.x_px <= right && p.y_px >= top && p.y_px <= bottom
            })
        };
        let counts = victims(&page, &shown(&page));
        let codes: Vec<CountryCode> = counts.iter().map(|(c, _)| *c).filter(within).collect();
        if codes.is_empty() {
            return self.said.set(say::no_victim_in_region(page.lang));
        }
        self.said.set("");
        page.dispatch.emit(choose::region(&page, &codes));
    }

    /// Whether the next drag draws a region.
    pub fn brush(&self, on: bool) {
        self.window.with(|hand| hand.brush_next = on);
        self.brush.set(on);
    }

    pub fn point(&self, pointed: Option<Pointed>) {
        let before = self.with(|live| std::mem::replace(&mut live.pointed, pointed));
        if before != pointed {
            self.pointed.set(pointed);
        }
    }

    pub fn pinned(&self) -> bool {
        self.with(|live| live.pointed.is_some_and(|p| p.pinned))
    }

    /// Closes the card.
    pub fn let_go(&self) {
        self.point(None);
    }
}

fn point_box(at: Point, half: f64) -> Box4 {
    let Point { x_px: x, y_px: y } = at;
    [x - half, y - half, x + half, y + half]
}

//! How the map answers hands and keys: it moves, zooms, points and filters.

use super::card::can_filter;
use super::gesture::{Gesture, Meaning};
use super::key::Key;
use super::picture::{Drawn, drawn_arc, frame, level};
use super::scene::Scene;
use super::{choose, shown, victims};
use crate::browser::stage::{self, Signal};
use crate::messages::map as say;
use crate::state::{Action, Page};
use geometry::Point;
use geometry::label::Box4;
use geometry::viewport::{Frame, Viewport, around};
use geometry::walk::{Direction, neighbour};
use gloo::timers::callback::Timeout;
use incidents::model::CountryCode;
use incidents::search::Field;
use incidents::table::sort_by_key;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::rc::Rc;
use yew::prelude::*;

/// The picture is drawn anew at its new scale once it has stood still so long, in ms.
const SETTLE_MS: u32 = 140;
/// A click waits so long for a second one, in ms.
const DOUBLE_MS: u32 = 230;
/// A step of the zoom buttons and keys.
pub const STEP: f64 = 1.6;
/// No closer to a country or a selection than this, so that one still sees where it is.
const NEAR: f64 = 8.0;
/// A step of the arrow keys with Shift, in px.
const PAN_PX: f64 = 80.0;

/// What is pointed at, and whether by finger or key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointed {
    /// What.
    pub key: Key,
    /// Its card stays, with buttons.
    pub pinned: bool,
}

/// What changes while the map is held: nothing of it is drawn by the page.
pub struct Live {
    frame: Frame,
    view: Viewport,
    drawn: Drawn,
    gesture: Gesture,
    /// The last pointer that came down was a finger.
    touch: bool,
    /// The next drag draws a region.
    brush_next: bool,
    pointed: Option<Pointed>,
    settle: Option<Timeout>,
    click: Option<Timeout>,
    opened: bool,
}

impl Live {
    /// The whole world, before the window's size is known.
    pub fn new(page: &Page) -> Self {
        let frame = frame(page, [960.0, 400.0]);
        Self {
            frame,
            view: frame.whole(),
            drawn: Drawn::default(),
            gesture: Gesture::default(),
            touch: false,
            brush_next: false,
            pointed: None,
            settle: None,
            click: None,
            opened: false,
        }
    }
}

/// The handles by which the map is moved and drawn.
#[derive(Clone)]
pub struct Control {
    /// What changes while it is held.
    pub live: Rc<RefCell<Live>>,
    /// The page as last drawn.
    pub page: Rc<RefCell<Page>>,
    /// The scale it is drawn at.
    pub drawn: UseStateSetter<Drawn>,
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
    fn with<T>(&self, ask: impl FnOnce(&mut Live) -> T) -> T {
        ask(&mut self.live.borrow_mut())
    }

    /// Takes the window's measure and draws the map at it. A narrow window opens on the ways in,
    /// since the whole world would be too small to read there.
    pub fn measure(&self) {
        let Some(size) = stage::size_px("map") else {
            return;
        };
        let measured = frame(&self.page.borrow(), size);
        let (first, view) = self.with(|live| {
            live.frame = measured;
            live.view = live.frame.kept(live.view);
            (!std::mem::replace(&mut live.opened, true), live.view)
        });
        let [width, _] = size;
        match first && width < 600.0 {
            true => self.selection(),
            false => self.show(view),
        }
        self.draw();
    }

    /// Shows a part of the picture; drawn anew at its scale when it stands still.
    fn show(&self, view: Viewport) {
        let this = self.clone();
        let (transform, before) = self.with(|live| {
            live.view = view;
            let settled = view.zoom == live.drawn.zoom;
            let settle = (!settled).then(|| Timeout::new(SETTLE_MS, move || this.draw()));
            let before = std::mem::replace(&mut live.settle, settle);
            (live.frame.transform(&view, live.drawn.zoom), before)
        });
        drop(before);
        stage::show("map-moved", &transform);
    }

    fn draw(&self) {
        let drawn = self.with(|live| {
            let [window_px, _] = live.frame.window_px;
            let zoom = live.view.zoom;
            Drawn { zoom, window_px }
        });
        self.drawn.set(drawn);
    }

    /// The picture has been drawn at a scale: what it is moved by follows.
    pub fn has_drawn(&self, drawn: Drawn) {
        let view = self.with(|live| {
            live.drawn = drawn;
            live.view
        });
        self.show(view);
    }

    /// Zooms round the middle.
    pub fn zoom(&self, factor: f64) {
        let view = self.with(|live| live.frame.zoomed(&live.view, factor, live.frame.middle()));
        self.show(view);
    }

    /// Shows the whole world.
    pub fn world(&self) {
        let view = self.with(|live| live.frame.whole());
        self.show(view);
    }

    fn fit(&self, part: Option<Box4>) {
        if let Some(part) = part {
            let view = self.with(|live| live.frame.fitted(part, 56.0, NEAR));
            self.show(view);
        }
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
            part.unwrap_or_else(|| self.with(|live| live.frame.seen(&live.view)));
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
        self.with(|live| live.brush_next = on);
        self.brush.set(on);
    }

    fn point(&self, pointed: Option<Pointed>) {
        let before = self.with(|live| std::mem::replace(&mut live.pointed, pointed));
        if before != pointed {
            self.pointed.set(pointed);
        }
    }

    fn pinned(&self) -> bool {
        self.with(|live| live.pointed.is_some_and(|p| p.pinned))
    }

    /// Closes the card.
    pub fn let_go(&self) {
        self.point(None);
    }

    /// What happened on the map; the answer says whether the browser shall do nothing about it.
    pub fn hear(&self, signal: Signal) -> bool {
        match signal {
            Signal::Down {
                id,
                at,
                shift,
                touch,
            } => {
                self.with(|live| {
                    live.touch = touch;
                    live.gesture.down(id, at, shift || live.brush_next);
                });
                // Else the browser would mark text.
                shift
            }
            Signal::Move { id, at, over } => self.moved(id, at, over),
            Signal::Up(id) => {
                let meaning = self.with(|live| live.gesture.up(id));
                if let Meaning::Brushed(from, to) = meaning {
                    self.brushed(from, to);
                }
                false
            }
            Signal::Cancel => {
                self.with(|live| live.gesture.cancel());
                self.region.set(None);
                false
            }
            Signal::Leave => {
                if !self.pinned() {
                    self.point(None);
                }
                false
            }
            Signal::Click { over, shift } => self.clicked(over, shift),
            Signal::Double { at, shift } => {
                drop(self.with(|live| live.click.take()));
                let factor = if shift {
                    1.0 / (STEP * STEP)
                } else {
                    STEP * STEP
                };
                self.zoom_at(factor, at);
                true
            }
            // At the end of the zoom the wheel scrolls the page.
            Signal::Wheel { at, factor } => self.zoom_at(factor, at),
            Signal::Resized => {
                self.measure();
                false
            }
        }
    }

    fn zoom_at(&self, factor: f64, at: Point) -> bool {
        let (view, before) =
            self.with(|live| (live.frame.zoomed(&live.view, factor, at), live.view.zoom));
        self.show(view);
        view.zoom != before
    }

    fn moved(&self, id: i32, at: Point, over: Option<String>) -> bool {
        let (meaning, began) = self.with(|live| {
            let before = live.gesture.dragged();
            let meaning = live.gesture.moved(id, at);
            (meaning, live.gesture.dragged() && !before)
        });
        if began {
            stage::hold("map", id);
            self.point(None);
        }
        match meaning {
            Meaning::Nothing => {
                let (held, touch) = self.with(|live| (live.gesture.holds(), live.touch));
                if !held && !touch {
                    let key = over.and_then(|text| text.parse().ok());
                    let pinned = self.pinned();
                    if key.is_some() || !pinned {
                        self.point(key.map(|key| Pointed { key, pinned: false }));
                    }
                }
                false
            }
            Meaning::Moved { x_px, y_px } => {
                let view = self.with(|live| live.frame.moved(&live.view, x_px, y_px));
                self.show(view);
                true
            }
            Meaning::Pinched { factor, at } => {
                self.zoom_at(factor, at);
                true
            }
            Meaning::Brushing(from, to) => {
                self.region.set(Some(corners(from, to)));
                true
            }
            Meaning::Brushed(..) => false,
        }
    }

    fn brushed(&self, from: Point, to: Point) {
        self.region.set(None);
        self.brush(false);
        let [left, top, right, bottom] = corners(from, to);
        let part = self.with(|live| {
            let under = |x_px, y_px| live.frame.under(&live.view, Point { x_px, y_px });
            let (a, b) = (under(left, top), under(right, bottom));
            [a.x_px, a.y_px, b.x_px, b.y_px]
        });
        self.filter_region(Some(part));
    }

    fn clicked(&self, over: Option<String>, shift: bool) -> bool {
        let (dragged, touch) = self.with(|live| (live.gesture.dragged(), live.touch));
        if dragged {
            return true;
        }
        let key = over.and_then(|text| text.parse().ok());
        match key {
            // A line is a link; the browser opens it.
            Some(Key::Way(_)) => return false,
            Some(key) if touch => self.point(Some(Pointed { key, pinned: true })),
            Some(key) => {
                let this = self.clone();
                let wait = Timeout::new(DOUBLE_MS, move || this.choose(key, shift));
                drop(self.with(|live| live.click.replace(wait)));
            }
            None => self.point(None),
        }
        false
    }

    /// Filters by what was chosen, or opens its claim.
    fn choose(&self, key: Key, add: bool) {
        let page = self.page.borrow().clone();
        let entries = shown(&page);
        let world_px = self.with(|live| live.drawn.world_px());
        let (field, code) = match key {
            Key::Country(code) => (Field::VictimCountry, code),
            Key::Spot(n) => match Scene::of(&page, &entries, world_px).spots.get(n) {
                Some(spot) => (Field::Office, spot.code),
                None => return,
            },
            Key::Way(n) => {
                let scene = Scene::of(&page, &entries, world_px);
                let way = scene.ways.get(n);
                let claims = way.map(|w| page.dataset.claims(w.incident, &w.pivot.claims));
                if let Some(held) = claims.and_then(|c| c.into_iter().next()) {
                    let href = super::super::parts::claim_href(&page, &held);
                    page.dispatch.emit(Action::Navigate(href));
                }
                return;
            }
        };
        if !can_filter(&page, field, code) && !add {
            return self.said.set(say::no_victim_there(page.lang));
        }
        self.said.set("");
        page.dispatch.emit(match add {
            true => choose::also(field, code.as_str()),
            false => choose::only(&page, field, code.as_str()),
        });
    }

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
            true => self.pan(direction),
            false => self.walk(|points, from| neighbour(points, from, direction)),
        }
        true
    }

    fn other_key(&self, key: &str, shift: bool) -> bool {
        let pointed = self.with(|live| live.pointed);
        match (key, pointed) {
            ("+" | "=", _) => self.zoom(STEP),
            ("-" | "_", _) => self.zoom(1.0 / STEP),
            ("0", _) => self.world(),
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

    fn pan(&self, direction: Direction) {
        let (x, y) = match direction {
            Direction::Left => (PAN_PX, 0.0),
            Direction::Right => (-PAN_PX, 0.0),
            Direction::Up => (0.0, PAN_PX),
            Direction::Down => (0.0, -PAN_PX),
        };
        let view = self.with(|live| live.frame.moved(&live.view, x, y));
        self.show(view);
    }

    /// From what is pointed at to another thing; first to the first.
    fn walk(&self, step: impl Fn(&[Point], usize) -> Option<usize>) {
        let page = self.page.borrow().clone();
        let (drawn, pointed) = self.with(|live| (live.drawn, live.pointed));
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
        self.bring(at, drawn, &page);
    }

    /// Moves the picture until a point of it, as drawn, is well within the window.
    fn bring(&self, at: Point, drawn: Drawn, page: &Page) {
        let scale = drawn.scale(page).max(1e-6);
        let at = Point {
            x_px: at.x_px / scale,
            y_px: at.y_px / scale,
        };
        let view = self.with(|live| {
            let seen = live.frame.shown(&live.view, at);
            let [width, height] = live.frame.window_px;
            let off = |px: f64, window: f64| {
                let margin = window / 8.0;
                (margin - px).max(0.0) - (px - window + margin).max(0.0)
            };
            let (x, y) = (off(seen.x_px, width), off(seen.y_px, height));
            live.frame.moved(&live.view, x, y)
        });
        self.show(view);
    }
}

fn point_box(at: Point, half: f64) -> Box4 {
    let Point { x_px: x, y_px: y } = at;
    [x - half, y - half, x + half, y + half]
}

fn corners(a: Point, b: Point) -> Box4 {
    [
        a.x_px.min(b.x_px),
        a.y_px.min(b.y_px),
        a.x_px.max(b.x_px),
        a.y_px.max(b.y_px),
    ]
}

/// Everything that can be pointed at, in the order of the twin: steps, marks, then countries with
/// victims, most first. Points are those of the picture as drawn.
pub fn stops(page: &Page, drawn: Drawn) -> Vec<(Key, Point)> {
    let entries = shown(page);
    let scene = Scene::of(page, &entries, drawn.world_px());
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

//! What the links are held by: hands and keys that move the picture, carry its boxes and walk from
//! one to the next.

use super::super::gestures::hand::{Hand, STEP, What};
use super::super::gestures::window::Window;
use super::stage::{Given, Placed, Rested};
use super::{Scene, free};
use crate::browser::page::step_to;
use crate::browser::stage::Signal;
use crate::route::Links;
use crate::route::links::Form;
use crate::state::Action;
use crate::views::hooks::UseStateSetter;
use geometry::viewport::{Frame, Viewport, around};
use geometry::walk::{Direction, neighbour};
use geometry::{Network, Point};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;

/// Columns open no smaller than this in px: else their words could not be read.
const READABLE_PX: f64 = 1136.0;
/// The address follows the hand at this distance, in ms.
const REST_MS: u32 = 300;
/// Bodies that move a tick between two looks at the reader's keys: a few ms.
const SLICE: usize = 4000;
/// The margin round a path that is shown, in px of the screen.
const MARGIN_PX: f64 = 90.0;

/// What changes while the picture is held: nothing of it is drawn by the page.
#[derive(Default)]
pub struct Live {
    /// Where everything stands, as last drawn.
    pub placed: Option<Rc<Placed>>,
    /// What was drawn before: boxes, the picture's edges, what stands out.
    scene: Option<Rc<Scene>>,
    frame_px: [f64; 4],
    ends: [Option<String>; 2],
    network: Option<Network>,
    carried: bool,
    /// The form that was opened.
    opened: Option<Form>,
    /// What the picture opened at, and what the address was told last.
    first: [u16; 3],
    told: Option<[u16; 3]>,
    /// The box looked at when the last pointer came down.
    before: Option<String>,
    rest: Option<Timeout>,
    settle: Option<Timeout>,
}

/// The handles by which the picture is moved and drawn.
#[derive(Clone)]
pub struct Control {
    /// The window on it.
    pub window: Window,
    /// What it shows, as last drawn.
    pub given: Rc<RefCell<Given>>,
    /// What else changes while it is held.
    pub live: Rc<RefCell<Live>>,
    /// The box under the pointer.
    pub over: UseStateSetter<Option<usize>>,
    /// Where the network has come to rest.
    pub rested: UseStateSetter<Option<Rested>>,
}

impl Control {
    fn with<T>(&self, ask: impl FnOnce(&mut Live) -> T) -> T {
        ask(&mut self.live.borrow_mut())
    }

    fn placed(&self) -> Option<Rc<Placed>> {
        self.with(|live| live.placed.clone())
    }

    /// The picture has been drawn: what it is moved by follows what has changed.
    pub fn follow(&self) {
        let (scene, links) = {
            let Given { page, scene } = &*self.given.borrow();
            (scene.clone(), page.route.links.clone())
        };
        let placed = self.placed();
        let (other, ends, zoom, frame) = self.with(|live| {
            let before = live.scene.replace(scene.clone());
            let reopened = before.as_ref().is_some_and(|b| b.form != scene.form);
            let other = before.is_none_or(|before| before != scene);
            let frame_px = placed.map_or(live.frame_px, |placed| placed.frame_px);
            (
                other,
                std::mem::replace(&mut live.ends, links.ends.clone()) != links.ends,
                // What we wrote comes back too.
                std::mem::replace(&mut live.told, links.zoom) != links.zoom,
                std::mem::replace(&mut live.frame_px, frame_px) != frame_px || reopened,
            )
        });
        if other {
            self.begin();
        }
        if frame {
            self.measure();
        } else if zoom {
            self.open();
            self.window.show();
        } else if ends {
            self.show_ends();
        }
    }

    /// Takes the window's measure, opens the picture where it is another, and draws it.
    fn measure(&self) {
        let Some(placed) = self.placed() else { return };
        if let Some(size) = self.window.size_px() {
            let frame = Frame::seen_whole(placed.frame_px, size);
            self.window.with(|hand| hand.framed(frame));
            let form = self.given.borrow().scene.form;
            if self.with(|live| live.opened.replace(form)) != Some(form) {
                self.open();
            }
            self.window.show();
        }
        self.window.draw();
    }

    /// Shows the part that the address names; else all, or as much as can be read.
    fn open(&self) {
        let (zoom, form) = {
            let given = self.given.borrow();
            (given.page.route.links.zoom, given.scene.form)
        };
        let Some(place) = zoom else {
            let first = self.window.with(|hand| {
                hand.carries = form == Form::Network;
                hand.whole();
                if form == Form::Columns {
                    let ([x_px, y_px, ..], [wide, _]) =
                        (hand.frame.picture_px, hand.frame.window_px);
                    hand.view = hand.frame.kept(Viewport {
                        zoom: (READABLE_PX / wide).max(1.0),
                        corner: Point { x_px, y_px },
                    });
                }
                hand.place()
            });
            self.with(|live| live.first = first);
            return self.show_ends();
        };
        self.window.with(|hand| {
            hand.carries = form == Form::Network;
            hand.go(place);
        });
    }

    /// Brings what was chosen to stand out into the window.
    fn show_ends(&self) {
        let lit = {
            let Given { page, scene } = &*self.given.borrow();
            let ends = &page.route.links.ends;
            match ends.iter().any(Option::is_none) {
                true => ends
                    .iter()
                    .flatten()
                    .filter_map(|name| scene.net.named(name))
                    .collect(),
                false => scene.net.lit(ends, None),
            }
        };
        let placed = self.placed();
        let points = lit.iter().filter_map(|i| placed.as_ref()?.points.get(*i));
        let boxes = points.map(|p| [p.x_px, p.y_px, p.x_px, p.y_px]);
        let Some(part) = around(boxes) else { return };
        let [left, top, right, bottom] = part;
        self.window.look(|hand| match lit.len() {
            1 => hand.bring(Point {
                x_px: left,
                y_px: top,
            }),
            _ => {
                let most = hand.view.zoom.max(1.0);
                hand.fit([left, top, right, bottom], MARGIN_PX, most);
            }
        });
    }

    /// Moves or zooms; the address follows once it rests.
    pub fn look(&self, by: impl FnOnce(&mut Hand)) {
        self.window.look(by);
        self.moved();
    }

    fn moved(&self) {
        let this = self.clone();
        let rest = Timeout::new(REST_MS, move || this.tell());
        drop(self.with(|live| live.rest.replace(rest)));
    }

    fn tell(&self) {
        let place = self.window.with(|hand| hand.place());
        let zoom = self.with(|live| {
            live.told = Some(place).filter(|place| *place != live.first);
            live.told
        });
        self.choose(|links| links.zoom = zoom);
    }

    fn choose(&self, change: impl FnOnce(&mut Links)) {
        let (mut next, dispatch) = {
            let page = &self.given.borrow().page;
            (page.route.links.clone(), page.dispatch.clone())
        };
        change(&mut next);
        if next != self.given.borrow().page.route.links {
            dispatch.emit(Action::Links(next));
        }
    }

    /// The box whose neighbours stand out; a path is left as it is.
    pub fn focus(&self, box_at: Option<usize>) {
        let name = box_at.and_then(|i| self.name(i));
        self.choose(|links| {
            if links.ends[1].is_none() {
                links.ends[0] = name;
            }
        });
    }

    fn name(&self, i: usize) -> Option<String> {
        let scene = &self.given.borrow().scene;
        scene.net.boxes.get(i).map(|drawn| drawn.name.clone())
    }

    /// What happened on the picture; the answer says whether the browser shall do nothing about it.
    pub fn hear(&self, signal: Signal) -> bool {
        if let Signal::Down { .. } = signal {
            let [focus, _] = self.given.borrow().page.route.links.ends.clone();
            self.with(|live| live.before = focus);
        }
        let lifted = matches!(signal, Signal::Up(_) | Signal::Cancel);
        let heard = self.window.with(|hand| hand.hear(signal));
        if let Some(pointer) = heard.began {
            self.window.hold(pointer);
            self.over.set(None);
        }
        if heard.moved {
            self.window.show();
            self.moved();
        }
        if lifted && self.with(|live| std::mem::take(&mut live.carried)) {
            self.settle();
        }
        let at = |over: Option<String>| over.and_then(|text| text.parse::<usize>().ok());
        match heard.what {
            What::Over(over) => self.over.set(at(over)),
            What::Left => self.over.set(None),
            What::Carried(thing, to) => self.carry(at(Some(thing)), to),
            What::Clicked { over: None, .. } => self.focus(None),
            // A finger cannot hover: it looks first, and opens what it has looked at.
            What::Clicked {
                over, touch: true, ..
            } => {
                let i = at(over);
                let name = i.and_then(|i| self.name(i));
                let [_, to] = &self.given.borrow().page.route.links.ends.clone();
                if to.is_none() && self.with(|live| live.before != name) {
                    self.focus(i);
                    return true;
                }
            }
            What::Resized => self.measure(),
            _ => {}
        }
        heard.consumed
    }

    fn carry(&self, box_at: Option<usize>, to: Point) {
        let Some((i, placed)) = box_at.zip(self.placed()) else {
            return;
        };
        let mut points = placed.points.clone();
        if let Some(point) = points.get_mut(i) {
            *point = to;
        }
        let scene = self.given.borrow().scene.clone();
        if let Some(drawn) = scene.net.boxes.get(i) {
            free::put(drawn, to);
        }
        self.with(|live| {
            live.carried = true;
            live.network
                .iter_mut()
                .for_each(|network| network.pin(i, to));
        });
        let frame_px = placed.frame_px;
        let placed = Rc::new(Placed { points, frame_px });
        self.rested.set(Some((scene, placed)));
    }

    /// Another network begins to settle.
    fn begin(&self) {
        let scene = self.given.borrow().scene.clone();
        let network = (scene.form == Form::Network).then(|| free::network(&scene));
        let settles = network.is_some();
        self.with(|live| (live.network, live.settle) = (network, None));
        if settles {
            self.settle();
        }
    }

    /// Steps until it rests, a slice at a time, and draws it then: a picture that moves by itself
    /// helps nobody read.
    fn settle(&self) {
        let points = self.with(|live| {
            let network = live.network.as_mut()?;
            let ticks = SLICE / network.points().count().max(1);
            let rests = network.step(ticks.max(2));
            rests.then(|| network.points().collect::<Vec<Point>>())
        });
        if let Some(points) = points {
            let frame_px = free::frame(&points);
            let placed = Rc::new(Placed { points, frame_px });
            let scene = self.given.borrow().scene.clone();
            return self.rested.set(Some((scene, placed)));
        }
        let this = self.clone();
        let next = Timeout::new(0, move || this.settle());
        self.with(|live| live.settle = Some(next));
    }

    /// A key on the picture, with the focus on a box or on the whole; whether it meant something.
    pub fn key(&self, key: &str, shift: bool, at: Option<usize>) -> bool {
        let direction = match key {
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            _ => return self.other_key(key, at),
        };
        match shift {
            true => self.look(|hand| hand.pan(direction)),
            false => self.walk(at, towards, direction),
        }
        true
    }

    fn other_key(&self, key: &str, at: Option<usize>) -> bool {
        match key {
            "+" | "=" => self.look(|hand| hand.zoom(STEP)),
            "-" | "_" => self.look(|hand| hand.zoom(1.0 / STEP)),
            "0" => self.look(Hand::whole),
            "PageDown" => self.walk(at, |_, _, from, _| Some(from + 1), Direction::Down),
            "PageUp" => self.walk(at, |_, _, from, _| from.checked_sub(1), Direction::Up),
            "Escape" if at.is_some() => {
                self.focus(None);
                step_to("links");
            }
            _ => return false,
        }
        true
    }

    /// From a box to another one; first to the one that stands out, or the first of all.
    fn walk(
        &self,
        at: Option<usize>,
        step: fn(&Scene, &Placed, usize, Direction) -> Option<usize>,
        direction: Direction,
    ) {
        let Some(placed) = self.placed() else { return };
        let (scene, [focus, _]) = {
            let Given { page, scene } = &*self.given.borrow();
            (scene.clone(), page.route.links.ends.clone())
        };
        let next = match at {
            Some(at) => step(&scene, &placed, at, direction),
            None => focus.and_then(|name| scene.net.named(&name)).or(Some(0)),
        };
        if let Some((i, point)) = next.and_then(|i| Some((i, *placed.points.get(i)?))) {
            self.look(|hand| hand.bring(point));
            step_to(&format!("node-{i}"));
        }
    }
}

/// The box that an arrow leads to.
fn towards(scene: &Scene, placed: &Placed, from: usize, direction: Direction) -> Option<usize> {
    let near = scene.near(from, direction);
    let points = near.iter().filter_map(|i| placed.points.get(*i).copied());
    let points: Vec<Point> = points.collect();
    near.get(neighbour(&points, 0, direction)?).copied()
}

//! What hands mean on the map: to point, to filter, to open a claim.

use super::super::gestures::hand::What;
use super::super::parts::claim_href;
use super::card::can_filter;
use super::control::{Control, Pointed};
use super::key::Key;
use super::scene::Scene;
use super::{choose, shown};
use crate::browser::stage::Signal;
use crate::messages::map as say;
use crate::state::Action;
use gloo::timers::callback::Timeout;
use incidents::search::Field;

/// A click waits so long for a second one, in ms.
const DOUBLE_MS: u32 = 230;

impl Control {
    /// What happened on the map; the answer says whether the browser shall do nothing about it.
    pub fn hear(&self, signal: Signal) -> bool {
        let heard = self.window.with(|hand| hand.hear(signal));
        if let Some(pointer) = heard.began {
            self.window.hold(pointer);
            self.point(None);
        }
        if heard.moved {
            self.window.show();
        }
        match heard.what {
            What::Nothing | What::Carried(..) => {}
            What::Over(over) => self.hovered(over),
            What::Left if self.pinned() => {}
            What::Left => self.point(None),
            What::Region(part) => self.region.set(Some(part)),
            What::Brushed(part) => {
                self.region.set(None);
                self.brush(false);
                self.filter_region(Some(part));
            }
            What::Cancelled => self.region.set(None),
            What::Clicked { over, shift, touch } => self.clicked(over, shift, touch),
            What::Doubled => drop(self.with(|live| live.click.take())),
            What::Resized => self.measure(),
        }
        heard.consumed
    }

    fn hovered(&self, over: Option<String>) {
        let key = over.and_then(|text| text.parse().ok());
        if key.is_some() || !self.pinned() {
            self.point(key.map(|key| Pointed { key, pinned: false }));
        }
    }

    fn clicked(&self, over: Option<String>, shift: bool, touch: bool) {
        match over.and_then(|text| text.parse().ok()) {
            // A line is a link; the browser opens it.
            Some(Key::Way(_)) => {}
            Some(key) if touch => self.point(Some(Pointed { key, pinned: true })),
            Some(key) => {
                let this = self.clone();
                let wait = Timeout::new(DOUBLE_MS, move || this.choose(key, shift));
                drop(self.with(|live| live.click.replace(wait)));
            }
            None => self.point(None),
        }
    }

    /// Filters by what was chosen, or opens its claim.
    pub fn choose(&self, key: Key, add: bool) {
        let page = self.page.borrow().clone();
        let entries = shown(&page);
        let world_px = self.window.drawn().width_px();
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
                    let href = claim_href(&page, &held);
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
}

//! What is read once, when the page opens, and what is made ready behind the first picture.

use crate::browser::page;
use crate::route::View;
use crate::state::Action;
use crate::views::hooks::use_effect_with;
use crate::views::search::Searched;
use gloo::timers::callback::Timeout;
use incidents::dataset::block;
use incidents::packing;
use incidents::search::Index;
use incidents::search::text::Reading;
use std::cell::OnceCell;
use std::rc::Rc;
use yew::prelude::*;

/// How many entries are read in one go: a few milliseconds.
const READ_AT_ONCE: usize = 3;

/// A frame: the first cards are painted before anything else is made.
const FIRST_SEEN_MS: u32 = 16;

/// What is read once, when the page opens.
pub struct Opened {
    /// The record; empty where it cannot be read.
    pub dataset: Rc<incidents::Dataset>,
    /// What searches it.
    pub index: Searched,
    /// Its outlines.
    pub map: Rc<Map>,
    /// What the reader is told where the record cannot be read.
    pub fault: Option<String>,
}

/// The outlines: unpacked when a picture first needs them, or once everything else is done.
pub struct Map {
    packed: Vec<u8>,
    unpacked: OnceCell<Result<Rc<geometry::Basemap>, String>>,
    absent: Rc<geometry::Basemap>,
}

impl Map {
    /// The map, for a view that draws it; else one without outlines.
    ///
    /// # Errors
    /// A sentence where the outlines cannot be read.
    pub fn for_view(&self, view: &View) -> Result<Rc<geometry::Basemap>, String> {
        if matches!(
            view,
            View::Cards
                | View::Timeline
                | View::Links
                | View::Insights
                | View::Table
                | View::Compare
        ) {
            return Ok(self.absent.clone());
        }
        self.unpacked()
    }

    fn unpacked(&self) -> Result<Rc<geometry::Basemap>, String> {
        let unpack = || {
            // What cannot be unpacked is no map either, and is told as such.
            let (world, finer) = geometry::basemap::parted(&self.packed);
            let bytes = packing::unpacked(world).unwrap_or_default();
            let map = geometry::Basemap::decode(&bytes)?;
            Ok(Rc::new(map.with_finer(finer)))
        };
        self.unpacked.get_or_init(unpack).clone()
    }
}

impl Opened {
    /// Reads the two blocks; what cannot be read is told on the page.
    pub fn read(dataset: &[u8], basemap: &[u8]) -> Self {
        let dataset = block::decode(dataset);
        let fault = dataset.as_ref().err().cloned();
        let dataset = Rc::new(dataset.unwrap_or_default());
        Self {
            index: Searched(Rc::new(Index::over(dataset.clone()))),
            dataset,
            map: Rc::new(Map {
                packed: basemap.to_vec(),
                unpacked: OnceCell::new(),
                absent: Rc::default(),
            }),
            fault,
        }
    }
}

impl PartialEq for Opened {
    /// It is read once, so its address decides.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset)
    }
}

/// The first cards are painted, then come facets, pictures and the foot, and then, at rest, the words of
/// every entry are made ready for the first key.
#[hook]
pub fn use_settling(settled: bool, opened: &Opened, dispatch: Callback<Action>) {
    let (index, map) = (opened.index.0.clone(), opened.map.clone());
    use_effect_with(settled, move |settled| {
        let next = match settled {
            false => Timeout::new(FIRST_SEEN_MS, move || dispatch.emit(Action::Settle)),
            true => Timeout::new(0, move || {
                page::ready();
                read_on(index, Reading::default(), map);
            }),
        };
        move || drop(next)
    });
}

/// Reads a few entries' texts at a time, unless a word was typed and read them all; at last the
/// outlines are unpacked, so that the first map need not wait for them.
fn read_on(index: Rc<Index>, mut reading: Reading, map: Rc<Map>) {
    let step = move || {
        for _ in 0..READ_AT_ONCE {
            if index.has_texts() {
                return unpack_later(map);
            }
            if !reading.step(index.dataset()) {
                index.take_texts(reading.done());
                return unpack_later(map);
            }
        }
        read_on(index, reading, map);
    };
    Timeout::new(0, step).forget();
}

/// Unpacks the outlines in a task of their own; a fault is told by the view that needs them.
fn unpack_later(map: Rc<Map>) {
    let unpack = move || drop(map.unpacked());
    Timeout::new(0, unpack).forget();
}

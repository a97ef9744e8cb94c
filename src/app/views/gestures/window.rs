//! A window on a picture: while hands move it, it is shown by a transform; once it rests at another
//! zoom, it is drawn anew.

use super::hand::Hand;
use crate::browser::stage;
use crate::views::hooks::{UseStateSetter, use_effect_with, use_state};
use geometry::viewport::Frame;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The picture is drawn anew at its new scale once it has stood still so long, in ms.
const SETTLE_MS: u32 = 140;

/// The scale that the picture is drawn at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    /// 1 where the picture is as wide as the window.
    pub zoom: f64,
    /// The window's width in px of the screen.
    pub window_px: f64,
}

impl Default for Drawn {
    fn default() -> Self {
        Self {
            zoom: 1.0,
            window_px: 960.0,
        }
    }
}

impl Drawn {
    /// How wide the picture is on the screen.
    pub fn width_px(&self) -> f64 {
        self.zoom * self.window_px
    }
}

/// What changes while the picture is held: nothing of it is drawn by the page.
struct Held {
    hand: Hand,
    drawn: Drawn,
    settle: Option<Timeout>,
}

/// The handle of a window.
#[derive(Clone)]
pub struct Window {
    held: Rc<RefCell<Held>>,
    drawn: UseStateSetter<Option<Drawn>>,
    id: &'static str,
    moved: &'static str,
}

/// A window with this id, on what moves under that id; and the scale to draw at, once the window is
/// measured: what is drawn before would have to be drawn again.
#[hook]
pub fn use_window(
    id: &'static str,
    moved: &'static str,
    frame: impl FnOnce() -> Frame,
) -> (Window, Option<Drawn>) {
    let drawn = use_state(|| (!stage::IS_MEASURED).then(Drawn::default));
    let held = use_mut_ref(|| Held {
        hand: Hand::new(frame()),
        drawn: Drawn::default(),
        settle: None,
    });
    let window = Window {
        held,
        drawn: drawn.setter(),
        id,
        moved,
    };
    {
        let window = window.clone();
        use_effect_with(*drawn, move |drawn| {
            if let Some(drawn) = *drawn {
                window.held.borrow_mut().drawn = drawn;
                window.show();
            }
        });
    }
    (window, *drawn)
}

impl Window {
    /// Asks or changes the hand; nothing else is called meanwhile, so it is never taken twice.
    pub fn with<T>(&self, ask: impl FnOnce(&mut Hand) -> T) -> T {
        ask(&mut self.held.borrow_mut().hand)
    }

    /// The scale it was drawn at.
    pub fn drawn(&self) -> Drawn {
        self.held.borrow().drawn
    }

    /// The size of the window in px.
    pub fn size_px(&self) -> Option<[f64; 2]> {
        stage::size_px(self.id)
    }

    /// A pointer that drags may leave the window.
    pub fn hold(&self, pointer: i32) {
        stage::hold(self.id, pointer);
    }

    /// Moves or zooms, and shows it.
    pub fn look(&self, by: impl FnOnce(&mut Hand)) {
        self.with(by);
        self.show();
    }

    /// Shows the part that is to be seen; drawn anew at its scale when it stands still.
    pub fn show(&self) {
        let this = self.clone();
        let mut held = self.held.borrow_mut();
        let (view, zoom) = (held.hand.view, held.drawn.zoom);
        let settle = (view.zoom != zoom).then(|| Timeout::new(SETTLE_MS, move || this.draw()));
        let before = std::mem::replace(&mut held.settle, settle);
        let transform = held.hand.frame.transform(&view, zoom);
        drop(held);
        drop(before);
        stage::show(self.moved, &transform);
    }

    /// Draws it at the scale it is seen at.
    pub fn draw(&self) {
        let drawn = self.with(|hand| Drawn {
            zoom: hand.view.zoom,
            window_px: hand.frame.window_px[0],
        });
        self.drawn.set(Some(drawn));
    }
}

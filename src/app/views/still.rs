//! A part of the picture that is drawn again only when what it shows has changed.
//!
//! One component for all of them: each component of its own weighs 3 KB of wasm.

use crate::markup::html;
use yew::prelude::*;

/// What a part is given.
#[derive(Clone, Properties)]
pub struct StillProps {
    /// What it shows, as numbers: the same numbers, the same picture.
    pub shows: Vec<u64>,
    /// Draws it.
    pub draw: Callback<(), Html>,
}

impl PartialEq for StillProps {
    /// `draw` is made anew each time and says the same as long as `shows` does.
    fn eq(&self, other: &Self) -> bool {
        self.shows == other.shows
    }
}

/// The part.
#[component]
pub fn Still(props: &StillProps) -> Html {
    props.draw.emit(())
}

/// A part that shows what some numbers stand for; its key tells it from its neighbours.
pub fn still(key: usize, shows: Vec<u64>, draw: impl Fn() -> Html + 'static) -> Html {
    let draw = Callback::from(move |()| draw());
    html! { <Still {key} {shows} {draw} /> }
}

/// A number for a text, equal for equal texts: FNV-1a of 64 bits (Fowler, Noll and Vo, RFC 9923).
pub fn number(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

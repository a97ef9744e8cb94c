//! A part of the picture that is drawn again only when what it shows has changed.

use super::component::keyed;
use yew::{Callback, Html};

/// What a part is drawn from.
struct Still {
    /// What it shows, as numbers: the same numbers, the same picture.
    shows: Vec<u64>,
    /// Draws it.
    draw: Callback<(), Html>,
}

impl PartialEq for Still {
    /// `draw` is made anew each time and says the same as long as `shows` does.
    fn eq(&self, other: &Self) -> bool {
        self.shows == other.shows
    }
}

/// A part that shows what some numbers stand for; its key tells it from its neighbours.
pub fn still(key: usize, shows: Vec<u64>, draw: impl Fn() -> Html + 'static) -> Html {
    let draw = Callback::from(move |()| draw());
    keyed(key, Still { shows, draw }, |still, _| still.draw.emit(()))
}

/// A number for a text, equal for equal texts: FNV-1a of 64 bits (Fowler, Noll and Vo, RFC 9923).
pub fn number(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

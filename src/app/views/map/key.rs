//! What on the map can be pointed at, as its elements write it: `country JP`, `spot 3`, `way 2`.

use incidents::model::CountryCode;
use std::fmt;
use std::str::FromStr;

/// One thing on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A country.
    Country(CountryCode),
    /// A mark: offices, by its place in the scene.
    Spot(usize),
    /// A step of a way in, by its place in the scene.
    Way(usize),
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Country(code) => write!(f, "country {code}"),
            Key::Spot(n) => write!(f, "spot {n}"),
            Key::Way(n) => write!(f, "way {n}"),
        }
    }
}

impl FromStr for Key {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, value) = text.split_once(' ').ok_or(())?;
        let number = || value.parse().map_err(|_| ());
        match kind {
            "country" => value.parse().map(Key::Country).map_err(|_| ()),
            "spot" => number().map(Key::Spot),
            "way" => number().map(Key::Way),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let keys = [
            Key::Country("JP".parse().unwrap()),
            Key::Spot(0),
            Key::Way(12),
        ];
        for key in keys {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        for text in ["", "country", "country Japan", "spot -1", "sea 3"] {
            assert_eq!(text.parse::<Key>(), Err(()), "{text}");
        }
    }
}

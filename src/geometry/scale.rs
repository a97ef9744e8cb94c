//! Numbers to px and back, and round numbers for an axis.

/// A straight line through two pairs of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// Two values, in the unit of the data.
    pub domain: (f64, f64),
    /// Where they go, in px.
    pub range: (f64, f64),
}

impl Linear {
    /// Where a value goes; the middle of the range where the domain has no width.
    pub fn apply(&self, value: f64) -> f64 {
        interpolate(self.domain, self.range, value)
    }

    /// The value at a place; the middle of the domain where the range has no width.
    pub fn invert(&self, place: f64) -> f64 {
        interpolate(self.range, self.domain, place)
    }
}

fn interpolate(from: (f64, f64), to: (f64, f64), value: f64) -> f64 {
    let width = from.1 - from.0;
    let along = if width == 0.0 {
        0.5
    } else {
        (value - from.0) / width
    };
    to.0 + along * (to.1 - to.0)
}

/// No step is larger.
const LARGEST: i32 = 100_000_000;

/// The smallest of 1, 2 and 5 times a power of ten that divides a span into at most `most` steps:
/// for axes of whole numbers.
///
/// Source: the nice numbers of Paul Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990.
pub fn whole_step(span: i32, most: i32) -> i32 {
    let (mut power, most) = (1, most.max(1));
    while power < LARGEST {
        let fits = |factor: &i32| span / (power * factor) <= most;
        if let Some(factor) = [1, 2, 5].iter().find(|factor| fits(factor)) {
            return power * factor;
        }
        power *= 10;
    }
    LARGEST
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn steps_of_whole_numbers_are_one_two_or_five_times_a_power_of_ten() {
        let steps = [0, 4, 5, 9, 21, 1434].map(|span| whole_step(span, 4));
        assert_eq!(steps, [1, 1, 2, 2, 5, 500]);
        assert_eq!(whole_step(1434, 14), 100);
        assert_eq!(whole_step(-7, 0), 1);
        assert_eq!(whole_step(i32::MAX, 1), 100_000_000, "it ends");
    }

    #[test]
    fn a_domain_without_width_goes_to_the_middle() {
        let scale = Linear {
            domain: (5.0, 5.0),
            range: (0.0, 100.0),
        };
        assert_eq!(scale.apply(5.0), 50.0);
    }

    proptest! {
        #[test]
        fn a_whole_step_fits_and_the_one_before_it_does_not(span in 1i32..90_000_000, most in 1i32..40) {
            let step = whole_step(span, most);
            prop_assert!(span / step <= most);
            let digits = step.to_string();
            let (first, zeros) = digits.split_at(1);
            prop_assert!(["1", "2", "5"].contains(&first) && zeros.bytes().all(|b| b == b'0'));
            let before = if first == "5" { step / 5 * 2 } else { step / 2 };
            prop_assert!(step == 1 || span / before > most);
        }

        #[test]
        fn a_value_and_its_place_are_one(a in -1e6f64..1e6, wide in 1f64..1e6, value in -1e6f64..1e6) {
            let scale = Linear { domain: (a, a + wide), range: (20.0, 940.0) };
            prop_assert!((scale.invert(scale.apply(value)) - value).abs() < 1e-6);
        }
    }
}

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

/// Never more than this many ticks, whatever is asked for.
const MOST_TICKS: f64 = 1000.0;

/// About `count` round numbers from `min` to `max`, both included where they are round: multiples
/// of 1, 2 or 5 times a power of ten. Empty where the numbers are not finite or out of order.
///
/// Source: `ticks` of d3-array 3.2 (Mike Bostock), whose thresholds √2, √10 and √50 choose the
/// step that is nearest on a logarithmic scale.
pub fn ticks(min: f64, max: f64, count: usize) -> Vec<f64> {
    if !(min.is_finite() && max.is_finite() && (max - min).is_finite()) || min > max || count == 0 {
        return Vec::new();
    }
    if min == max {
        return vec![min];
    }
    let rough = (max - min) / (count as f64).min(MOST_TICKS);
    let power = libm::floor(libm::log10(rough));
    let error = rough / libm::pow(10.0, power);
    let factor = match error {
        e if e >= libm::sqrt(50.0) => 10.0,
        e if e >= libm::sqrt(10.0) => 5.0,
        e if e >= libm::sqrt(2.0) => 2.0,
        _ => 1.0,
    };
    multiples(min, max, factor, power)
}

/// The smallest of 1, 2 and 5 times a power of ten that divides a span into at most `most` steps:
/// for axes of whole numbers.
///
/// Source: the nice numbers of Paul Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990.
pub fn whole_step(span: i32, most: i32) -> i32 {
    let (mut step, mut factors) = (1, [2, 5, 10].into_iter().cycle());
    let mut power = 1;
    while span / step > most.max(1) {
        let factor = factors.next().unwrap_or(10);
        let next = power * factor;
        if factor == 10 {
            power = next;
        }
        step = next;
        if power >= 100_000_000 {
            break;
        }
    }
    step
}

/// The multiples of `factor` · 10^`power` within bounds. Steps below one divide by a whole number
/// rather than multiply by a fraction, so that the third tenth is 0.3, not 0.30000000000000004.
fn multiples(min: f64, max: f64, factor: f64, power: f64) -> Vec<f64> {
    let whole = power >= 0.0;
    let unit = if whole {
        factor * libm::pow(10.0, power)
    } else {
        libm::pow(10.0, -power) / factor
    };
    if !unit.is_finite() || unit == 0.0 {
        return Vec::new();
    }
    let scaled = |value: f64| if whole { value / unit } else { value * unit };
    let (first, last) = (libm::ceil(scaled(min)), libm::floor(scaled(max)));
    let many = (last - first).clamp(-1.0, 4.0 * MOST_TICKS);
    let at = |step: i64| {
        let multiple = first + step as f64;
        if whole {
            multiple * unit
        } else {
            multiple / unit
        }
    };
    (0..=many as i64).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn check(min: f64, max: f64, count: usize, expected: Expect) {
        expected.assert_eq(&format!("{:?}", ticks(min, max, count)));
    }

    /// The answers of d3-array 3.2.4.
    #[test]
    fn ticks_are_those_of_d3() {
        check(0.0, 1.0, 5, expect!["[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]"]);
        check(
            0.0,
            1.0,
            10,
            expect!["[0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]"],
        );
        check(-3.0, 978.0, 4, expect!["[0.0, 200.0, 400.0, 600.0, 800.0]"]);
        check(2011.0, 2026.0, 4, expect!["[2015.0, 2020.0, 2025.0]"]);
        check(7.0, 7.0, 4, expect!["[7.0]"]);
    }

    #[test]
    fn steps_of_whole_numbers_are_one_two_or_five_times_a_power_of_ten() {
        let steps = [0, 4, 5, 9, 21, 1434].map(|span| whole_step(span, 4));
        assert_eq!(steps, [1, 1, 2, 2, 5, 500]);
        assert_eq!(whole_step(1434, 14), 100);
        assert_eq!(whole_step(-7, 0), 1);
        assert_eq!(whole_step(i32::MAX, 1), 100_000_000, "it ends");
    }

    #[test]
    fn no_ticks_where_there_is_nothing_to_divide() {
        for (min, max, count) in [
            (1.0, 0.0, 3),
            (0.0, 1.0, 0),
            (f64::NAN, 1.0, 3),
            (f64::MIN, f64::MAX, 3),
        ] {
            assert!(ticks(min, max, count).is_empty());
        }
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

        #[test]
        fn ticks_lie_within_and_are_about_as_many(min in -1e9f64..1e9, wide in 1e-3f64..1e9, count in 1usize..40) {
            let ticks = ticks(min, min + wide, count);
            prop_assert!(ticks.len() <= 2 * count + 2);
            prop_assert!(ticks.windows(2).all(|w| w[0] < w[1]));
            prop_assert!(ticks.iter().all(|t| (min - 1e-3..=min + wide + 1e-3).contains(t)));
        }

        #[test]
        fn any_numbers_are_answered(min in any::<f64>(), max in any::<f64>(), count in any::<usize>()) {
            let _ = ticks(min, max, count.min(100));
        }
    }
}

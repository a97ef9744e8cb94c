//! Which parts of a long list a window shows, where parts differ in height.

/// The parts that a window shows, and one more on each side so that a key finds its neighbour: from
/// the first to before the second. `heights` are those of all parts in px; `above_px` of the list
/// lie above the window, which is `window_px` high.
pub fn parts_shown(heights: &[f64], above_px: f64, window_px: f64) -> (usize, usize) {
    if !(above_px.is_finite() && window_px.is_finite()) {
        return (0, heights.len());
    }
    let (mut first, mut last, mut top) = (None, 0, 0.0);
    for (at, height) in heights.iter().enumerate() {
        let bottom = top + height;
        if bottom > above_px && top < above_px + window_px {
            first = first.or(Some(at));
            last = at + 1;
        }
        top = bottom;
    }
    // Scrolled past its end: the list became shorter, and its last part is what is left.
    let (first, last) = match first {
        Some(first) => (first, last),
        None if above_px <= 0.0 => (0, 0),
        None => (heights.len(), heights.len()),
    };
    (first.saturating_sub(1), (last + 1).min(heights.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_in_sight_is_drawn_and_a_neighbour_on_each_side() {
        let heights = [100.0; 10];
        assert_eq!(parts_shown(&heights, 0.0, 250.0), (0, 4));
        assert_eq!(parts_shown(&heights, 350.0, 100.0), (2, 6));
        assert_eq!(parts_shown(&heights, 950.0, 400.0), (8, 10));
        assert_eq!(parts_shown(&heights, 5_000.0, 400.0), (9, 10));
        assert_eq!(parts_shown(&[], 0.0, 400.0), (0, 0));
        assert_eq!(parts_shown(&heights, f64::NAN, 400.0), (0, 10));
    }

    proptest! {
        #[test]
        fn every_part_in_sight_is_drawn(
            heights in proptest::collection::vec(1.0f64..300.0, 1..60),
            above in -50.0f64..9_000.0,
            window in 0.0f64..900.0,
        ) {
            let (first, last) = parts_shown(&heights, above, window);
            prop_assert!(first <= last && last <= heights.len());
            let mut top = 0.0;
            for (at, height) in heights.iter().enumerate() {
                let seen = top + height > above && top < above + window;
                prop_assert!(!seen || (first..last).contains(&at), "{at} of {first}..{last}");
                top += height;
            }
        }
    }
}

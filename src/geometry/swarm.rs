//! Many marks on one axis: lanes, so that none covers another, and bins, so that they are counted.

/// The lane of each mark, 0 nearest to the axis, so that marks of one lane stay `gap` apart. Marks
/// are given by their left and right ends; where they come in the order of their left ends, no
/// arrangement needs fewer lanes.
///
/// Source: first fit for interval partitioning (Kleinberg and Tardos, *Algorithm Design*, 4.1),
/// which is what "dodge" does in Observable Plot for marks of one size.
pub fn lanes(marks: &[(f64, f64)], gap: f64) -> Vec<usize> {
    let mut ends: Vec<f64> = Vec::new();
    let lane = |&(left, right): &(f64, f64)| match ends.iter().position(|end| end + gap <= left) {
        Some(at) => {
            if let Some(end) = ends.get_mut(at) {
                *end = right.max(left);
            }
            at
        }
        None => {
            ends.push(right.max(left));
            ends.len() - 1
        }
    };
    marks.iter().map(lane).collect()
}

/// A stretch of an axis that is counted in whole numbers, and how many ranges lie there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// Its first number.
    pub from: i32,
    /// Its last number; none where it goes on.
    pub to: Option<i32>,
    /// How many ranges lie within it.
    pub certain: usize,
    /// How many lie in it and beyond it.
    pub possible: usize,
}

impl Bin {
    /// Whether a range lies within (`Some(true)`), partly (`Some(false)`) or outside.
    pub fn holds(&self, (least, most): (i32, i32)) -> Option<bool> {
        let last = self.to.unwrap_or(i32::MAX);
        if most < self.from || least > last {
            return None;
        }
        Some(least >= self.from && most <= last)
    }
}

/// The bins between whole numbers in rising order, the last open upwards, with the ranges in each.
/// A range that lies in several is possible in each and certain in none, so the certain ones never
/// add up to more than there are.
pub fn bins(edges: &[i32], ranges: &[(i32, i32)]) -> Vec<Bin> {
    let (mut bins, mut rest) = (Vec::new(), edges);
    while let [from, after @ ..] = rest {
        let mut bin = Bin {
            from: *from,
            to: after.first().map(|next| next - 1),
            certain: 0,
            possible: 0,
        };
        for range in ranges {
            match bin.holds(*range) {
                Some(true) => bin.certain += 1,
                Some(false) => bin.possible += 1,
                None => {}
            }
        }
        bins.push(bin);
        rest = after;
    }
    bins
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_at_one_place_are_stacked_and_a_free_lane_is_used_again() {
        let marks = [(0.0, 8.0), (2.0, 10.0), (4.0, 40.0), (9.0, 17.0)];
        assert_eq!(lanes(&marks, 1.0), [0, 1, 2, 0]);
        assert_eq!(lanes(&marks, 3.0), [0, 1, 2, 3]);
    }

    #[test]
    fn a_range_over_an_edge_is_possible_on_both_sides() {
        let counted = bins(
            &[0, 200, 400],
            &[(10, 10), (190, 210), (200, 399), (400, 999)],
        );
        let told: Vec<_> = counted
            .iter()
            .map(|bin| (bin.from, bin.to, bin.certain, bin.possible))
            .collect();
        assert_eq!(
            told,
            [
                (0, Some(199), 1, 1),
                (200, Some(399), 1, 1),
                (400, None, 1, 0)
            ]
        );
        assert!(bins(&[], &[(1, 2)]).is_empty());
    }

    /// How many marks lie over the busiest place, with the gap they must keep.
    fn depth(marks: &[(f64, f64)], gap: f64) -> usize {
        let over = |at: f64| {
            let covers = |&&(left, right): &&(f64, f64)| left <= at && at < right + gap;
            marks.iter().filter(covers).count()
        };
        marks.iter().map(|mark| over(mark.0)).max().unwrap_or(0)
    }

    fn marks() -> impl Strategy<Value = Vec<(f64, f64)>> {
        let mark = (0u16..500, 1u16..80).prop_map(|(left, wide)| {
            let left = f64::from(left);
            (left, left + f64::from(wide))
        });
        prop::collection::vec(mark, 0..40)
    }

    proptest! {
        #[test]
        fn no_mark_covers_another(marks in marks(), gap in 0u8..4) {
            let gap = f64::from(gap);
            let at = lanes(&marks, gap);
            for i in 0..marks.len() {
                for k in 0..i {
                    let apart = marks[i].0 >= marks[k].1 + gap || marks[k].0 >= marks[i].1 + gap;
                    prop_assert!(at[i] != at[k] || apart);
                }
            }
        }

        #[test]
        fn in_order_they_need_no_more_lanes_than_lie_over_one_place(mut marks in marks(), gap in 0u8..4) {
            let gap = f64::from(gap);
            marks.sort_by(|a, b| a.0.total_cmp(&b.0));
            let used = lanes(&marks, gap).into_iter().max().map_or(0, |most| most + 1);
            prop_assert_eq!(used, depth(&marks, gap));
        }

        #[test]
        fn every_range_is_certain_in_one_bin_or_possible_in_several(
            ranges in prop::collection::vec((0i32..900, 0i32..400), 0..40),
        ) {
            let ranges: Vec<(i32, i32)> = ranges.iter().map(|(least, more)| (*least, least + more)).collect();
            let edges = [0, 100, 250, 600];
            for range in ranges {
                let bins = bins(&edges, &[range]);
                let certain: usize = bins.iter().map(|bin| bin.certain).sum();
                let possible: usize = bins.iter().map(|bin| bin.possible).sum();
                prop_assert!(certain == 1 && possible == 0 || certain == 0 && possible > 1);
            }
        }
    }
}

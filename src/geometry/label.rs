//! Text beside marks, without overlaps: greedy, in the order given, the same every time.

use crate::projection::Point;

/// A text to be placed beside a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// The mark's middle.
    pub at: Point,
    /// The mark's radius, which the text keeps clear of.
    pub radius_px: f64,
    /// Width of the text.
    pub width_px: f64,
    /// Height of the text.
    pub height_px: f64,
}

/// On which side of its mark a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right of it.
    Right,
    /// To the left of it.
    Left,
    /// Below it.
    Below,
    /// Above it.
    Above,
}

/// A box, by its left, top, right and bottom.
pub type Box4 = [f64; 4];

fn overlap(a: &Box4, b: &Box4) -> bool {
    let [al, at, ar, ab] = a;
    let [bl, bt, br, bb] = b;
    al < br && bl < ar && at < bb && bt < ab
}

impl Label {
    /// Where the text's box lies on a side of its mark.
    pub fn box_on(&self, side: Side) -> Box4 {
        let Point { x_px: x, y_px: y } = self.at;
        let (w, h, r) = (self.width_px, self.height_px, self.radius_px + 3.0);
        let (left, top) = match side {
            Side::Right => (x + r, y - h / 2.0),
            Side::Left => (x - r - w, y - h / 2.0),
            Side::Below => (x - w / 2.0, y + r),
            Side::Above => (x - w / 2.0, y - r - h),
        };
        [left, top, left + w, top + h]
    }

    fn mark(&self) -> Box4 {
        let (Point { x_px: x, y_px: y }, r) = (self.at, self.radius_px);
        [x - r, y - r, x + r, y + r]
    }
}

/// Whether a text's box is free and within bounds; if so, it is taken from then on.
pub fn take(taken: &mut Vec<Box4>, text: Box4, bounds: Box4) -> bool {
    let ([left, top, right, bottom], [l, t, r, b]) = (bounds, text);
    let inside = l >= left && t >= top && r <= right && b <= bottom;
    let free = inside && !taken.iter().any(|other| overlap(other, &text));
    if free {
        taken.push(text);
    }
    free
}

/// A side for each label, or `None` where it would cover a mark or another text.
pub fn place(labels: &[Label], bounds: Box4) -> Vec<Option<Side>> {
    place_clear_of(&[], labels, bounds)
}

/// The same, clear also of boxes that have no label: other marks, a legend, a node of an arc.
pub fn place_clear_of(obstacles: &[Box4], labels: &[Label], bounds: Box4) -> Vec<Option<Side>> {
    let [left, top, right, bottom] = bounds;
    let inside = |b: &Box4| {
        let [l, t, r, o] = b;
        *l >= left && *t >= top && *r <= right && *o <= bottom
    };
    let marks = labels.iter().map(Label::mark);
    let mut taken: Vec<Box4> = marks.chain(obstacles.iter().copied()).collect();
    let mut sides = Vec::with_capacity(labels.len());
    for label in labels {
        let free = |side: &Side| {
            let place = label.box_on(*side);
            inside(&place) && !taken.iter().any(|t| overlap(t, &place))
        };
        let order = [Side::Right, Side::Left, Side::Below, Side::Above];
        let side = order.into_iter().find(free);
        taken.extend(side.map(|side| label.box_on(side)));
        sides.push(side);
    }
    sides
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOUNDS: Box4 = [0.0, 0.0, 300.0, 200.0];

    fn label(x_px: f64, y_px: f64) -> Label {
        Label {
            at: Point { x_px, y_px },
            radius_px: 6.0,
            width_px: 60.0,
            height_px: 14.0,
        }
    }

    #[test]
    fn a_text_goes_right_else_left_else_below_else_above_else_nowhere() {
        let lone = [label(150.0, 100.0)];
        let right = [156.0, 95.0, 170.0, 105.0];
        let left = [130.0, 95.0, 144.0, 105.0];
        let below = [145.0, 107.0, 155.0, 120.0];
        let above = [145.0, 80.0, 155.0, 93.0];
        let all = [right, left, below, above];
        let expected = [
            Some(Side::Right),
            Some(Side::Left),
            Some(Side::Below),
            Some(Side::Above),
            None,
        ];
        for (blocked, side) in expected.into_iter().enumerate() {
            assert_eq!(place_clear_of(&all[..blocked], &lone, BOUNDS), [side]);
        }
    }

    #[test]
    fn a_text_stays_within_bounds() {
        assert_eq!(place(&[label(290.0, 100.0)], BOUNDS), [Some(Side::Left)]);
    }

    #[test]
    fn a_box_is_taken_once_and_only_within_bounds() {
        let mut taken = Vec::new();
        let text = [10.0, 10.0, 40.0, 20.0];
        assert!(take(&mut taken, text, BOUNDS));
        assert!(!take(&mut taken, text, BOUNDS));
        assert!(!take(&mut taken, [290.0, 10.0, 310.0, 20.0], BOUNDS));
        assert_eq!(taken, [text]);
    }

    proptest! {
        #[test]
        fn placed_texts_never_overlap(spots in prop::collection::vec((0f64..300.0, 0f64..200.0), 0..12)) {
            let labels: Vec<Label> = spots.iter().map(|(x, y)| Label {
                at: Point { x_px: *x, y_px: *y }, radius_px: 6.0, width_px: 60.0, height_px: 14.0,
            }).collect();
            let sides = place(&labels, [0.0, 0.0, 300.0, 200.0]);
            let boxes: Vec<Box4> = labels.iter().zip(&sides)
                .filter_map(|(l, s)| s.map(|s| l.box_on(s))).collect();
            for (i, a) in boxes.iter().enumerate() {
                prop_assert!(boxes.iter().skip(i + 1).all(|b| !overlap(a, b)));
                prop_assert!(labels.iter().all(|l| !overlap(a, &l.mark())));
            }
        }
    }
}

//! What part of a picture is seen: zoomed and moved by a transform, never by projecting again.
//! Pure, so that every gesture has its test.

use crate::label::Box4;
use crate::projection::Point;

/// How far one can come in: a state of 10 km is then about 4 px.
pub const MOST_ZOOM: f64 = 16.0;

/// A picture and the window it is seen through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The picture: left, top, width and height in its own px.
    pub picture_px: [f64; 4],
    /// The window: width and height in px of the screen.
    pub window_px: [f64; 2],
    /// How far one can come out; at 1 the picture is as wide as the window.
    pub least: f64,
}

/// What is seen through the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// 1 where the picture is as wide as the window.
    pub zoom: f64,
    /// The point of the picture in the upper left corner of the window, in the picture's px.
    pub corner: Point,
}

/// How something drawn at one zoom is moved and scaled to be seen as at another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transform {
    /// To the right, in px of the screen.
    pub x_px: f64,
    /// Downwards.
    pub y_px: f64,
    /// Larger than drawn.
    pub scale: f64,
}

/// A number kept between two others; the standard one panics on bounds out of order.
fn within(number: f64, low: f64, high: f64) -> f64 {
    number.min(high).max(low)
}

impl Frame {
    /// A picture that can be seen as a whole, however high it is.
    pub fn seen_whole(picture_px: [f64; 4], window_px: [f64; 2]) -> Self {
        let ([.., wide, high], [width, height]) = (picture_px, window_px);
        Self {
            picture_px,
            window_px,
            least: (height / high.max(1e-6) * wide / width.max(1e-6)).min(1.0),
        }
    }

    /// Px of the screen for one of the picture, at a zoom.
    pub fn scale(&self, zoom: f64) -> f64 {
        let ([.., width, _], [window, _]) = (self.picture_px, self.window_px);
        (zoom * window / width).max(1e-6)
    }

    /// The whole picture.
    pub fn whole(&self) -> Viewport {
        let [left, top, ..] = self.picture_px;
        self.kept(Viewport {
            zoom: self.least,
            corner: Point {
                x_px: left,
                y_px: top,
            },
        })
    }

    /// The point of the picture under a point of the window.
    pub fn under(&self, view: &Viewport, at: Point) -> Point {
        let scale = self.scale(view.zoom);
        Point {
            x_px: view.corner.x_px + at.x_px / scale,
            y_px: view.corner.y_px + at.y_px / scale,
        }
    }

    /// Where a point of the picture lies in the window.
    pub fn shown(&self, view: &Viewport, at: Point) -> Point {
        let scale = self.scale(view.zoom);
        Point {
            x_px: (at.x_px - view.corner.x_px) * scale,
            y_px: (at.y_px - view.corner.y_px) * scale,
        }
    }

    /// The part of the picture's plane that is seen: left, top, right, bottom.
    pub fn seen(&self, view: &Viewport) -> Box4 {
        let [x_px, y_px] = self.window_px;
        let (a, b) = (view.corner, self.under(view, Point { x_px, y_px }));
        [a.x_px, a.y_px, b.x_px, b.y_px]
    }

    /// Zoomed by a factor; the point of the picture under `at` stays there.
    pub fn zoomed(&self, view: &Viewport, factor: f64, at: Point) -> Viewport {
        let zoom = within(view.zoom * factor, self.least, MOST_ZOOM);
        let (fixed, scale) = (self.under(view, at), self.scale(zoom));
        self.kept(Viewport {
            zoom,
            corner: Point {
                x_px: fixed.x_px - at.x_px / scale,
                y_px: fixed.y_px - at.y_px / scale,
            },
        })
    }

    /// The middle of the window.
    pub fn middle(&self) -> Point {
        let [width, height] = self.window_px;
        Point {
            x_px: width / 2.0,
            y_px: height / 2.0,
        }
    }

    /// Moved with a pointer, in px of the screen.
    pub fn moved(&self, view: &Viewport, x_px: f64, y_px: f64) -> Viewport {
        let scale = self.scale(view.zoom);
        self.kept(Viewport {
            zoom: view.zoom,
            corner: Point {
                x_px: view.corner.x_px - x_px / scale,
                y_px: view.corner.y_px - y_px / scale,
            },
        })
    }

    /// A part of the picture in the middle of the window, with a margin in px of the screen, no
    /// closer than `most`.
    pub fn fitted(&self, part: Box4, margin_px: f64, most: f64) -> Viewport {
        let ([left, top, right, bottom], [width, height]) = (part, self.window_px);
        let one = self.scale(1.0);
        let room = |window: f64| (window - 2.0 * margin_px).max(window / 4.0);
        let across = room(width) / (one * (right - left)).max(1e-6);
        let down = room(height) / (one * (bottom - top)).max(1e-6);
        let zoom = within(across.min(down), self.least, most);
        let scale = self.scale(zoom);
        self.kept(Viewport {
            zoom,
            corner: Point {
                x_px: f64::midpoint(left, right) - width / 2.0 / scale,
                y_px: f64::midpoint(top, bottom) - height / 2.0 / scale,
            },
        })
    }

    /// Zoom within bounds, and the window within the picture; in the middle of it where the
    /// window is larger.
    pub fn kept(&self, view: Viewport) -> Viewport {
        let [left, top, width, height] = self.picture_px;
        let zoom = within(view.zoom, self.least, MOST_ZOOM);
        let scale = self.scale(zoom);
        let along = |corner: f64, start: f64, length: f64, window: f64| {
            let spare = length - window / scale;
            match spare > 0.0 {
                true => within(corner, start, start + spare),
                false => start + spare / 2.0,
            }
        };
        let [window_width, window_height] = self.window_px;
        Viewport {
            zoom,
            corner: Point {
                x_px: along(view.corner.x_px, left, width, window_width),
                y_px: along(view.corner.y_px, top, height, window_height),
            },
        }
    }

    /// How the picture, drawn from its left and top at one zoom, is moved to what is seen.
    pub fn transform(&self, view: &Viewport, drawn_zoom: f64) -> Transform {
        let [left, top, ..] = self.picture_px;
        let scale = self.scale(view.zoom);
        Transform {
            x_px: (left - view.corner.x_px) * scale,
            y_px: (top - view.corner.y_px) * scale,
            scale: view.zoom / drawn_zoom,
        }
    }
}

/// The smallest box round some boxes.
pub fn around(boxes: impl IntoIterator<Item = Box4>) -> Option<Box4> {
    boxes.into_iter().reduce(|a, b| {
        let ([al, at, ar, ab], [bl, bt, br, bb]) = (a, b);
        [al.min(bl), at.min(bt), ar.max(br), ab.max(bb)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn frame() -> Frame {
        Frame {
            picture_px: [0.0, 20.0, 960.0, 400.0],
            window_px: [480.0, 200.0],
            least: 1.0,
        }
    }

    fn at(x_px: f64, y_px: f64) -> Point {
        Point { x_px, y_px }
    }

    #[test]
    fn the_whole_picture_fills_its_window() {
        let frame = frame();
        assert_eq!(frame.seen(&frame.whole()), [0.0, 20.0, 960.0, 420.0]);
        let tall = Frame {
            window_px: [480.0, 400.0],
            ..frame
        };
        assert_eq!(
            tall.seen(&tall.whole()),
            [0.0, -180.0, 960.0, 620.0],
            "in the middle of a window that is too high"
        );
    }

    #[test]
    fn a_part_comes_to_the_middle_and_no_closer_than_asked() {
        let frame = frame();
        let view = frame.fitted([400.0, 200.0, 500.0, 220.0], 40.0, 8.0);
        let [left, _, right, _] = frame.seen(&view);
        assert!((f64::midpoint(left, right) - 450.0).abs() < 1e-9);
        assert_eq!(view.zoom, 8.0);
        let wide = frame.fitted([0.0, 20.0, 960.0, 420.0], 0.0, 8.0);
        assert_eq!(wide, frame.whole());
    }

    #[test]
    fn one_cannot_come_out_further_than_the_whole_nor_leave_it() {
        let frame = frame();
        let out = frame.zoomed(&frame.whole(), 0.2, at(10.0, 10.0));
        assert_eq!(out, frame.whole());
        let view = frame.moved(&frame.zoomed(&out, 4.0, at(0.0, 0.0)), 9e9, 9e9);
        assert_eq!(view.corner, at(0.0, 20.0));
    }

    #[test]
    fn a_high_picture_is_seen_whole_and_a_wide_one_fills_its_width() {
        let high = Frame::seen_whole([0.0, 0.0, 400.0, 1000.0], [400.0, 500.0]);
        assert_eq!(high.seen(&high.whole()), [-200.0, 0.0, 600.0, 1000.0]);
        let wide = Frame::seen_whole([0.0, 0.0, 400.0, 100.0], [400.0, 500.0]);
        assert_eq!(wide.whole().zoom, 1.0);
    }

    #[test]
    fn what_is_drawn_once_is_moved_to_where_it_is_seen() {
        let frame = frame();
        let view = frame.zoomed(&frame.whole(), 3.0, at(100.0, 50.0));
        let t = frame.transform(&view, 2.0);
        let [left, top, ..] = frame.picture_px;
        let place = at(300.0, 120.0);
        let drawn = |a: f64, from: f64| (a - from) * frame.scale(2.0);
        let seen = frame.shown(&view, place);
        assert!((drawn(place.x_px, left) * t.scale + t.x_px - seen.x_px).abs() < 1e-9);
        assert!((drawn(place.y_px, top) * t.scale + t.y_px - seen.y_px).abs() < 1e-9);
    }

    #[test]
    fn boxes_have_one_box_around_them() {
        let boxes = [[0.0, 0.0, 2.0, 2.0], [5.0, -1.0, 6.0, 1.0]];
        assert_eq!(around(boxes), Some([0.0, -1.0, 6.0, 2.0]));
        assert_eq!(around([]), None);
    }

    proptest! {
        #[test]
        fn the_place_under_a_pointer_stays_there_while_nothing_is_at_an_edge(
            x in 100f64..380.0, y in 60f64..140.0, factor in 1.0f64..1.6,
        ) {
            let frame = frame();
            let start = frame.zoomed(&frame.whole(), 4.0, frame.middle());
            let before = frame.under(&start, at(x, y));
            let after = frame.under(&frame.zoomed(&start, factor, at(x, y)), at(x, y));
            prop_assert!((before.x_px - after.x_px).abs() < 1e-6);
            prop_assert!((before.y_px - after.y_px).abs() < 1e-6);
        }

        #[test]
        fn whatever_is_done_the_picture_is_still_seen(
            zooms in prop::collection::vec((0.1f64..9.0, -600f64..600.0, -300f64..300.0), 0..12),
        ) {
            let frame = frame();
            let mut view = frame.whole();
            for (factor, x, y) in zooms {
                view = frame.moved(&frame.zoomed(&view, factor, at(x, y)), x, y);
                let [left, top, right, bottom] = frame.seen(&view);
                prop_assert!(left >= -1e-6 && top >= 20.0 - 1e-6);
                prop_assert!(right <= 960.0 + 1e-6 && bottom <= 420.0 + 1e-6);
                prop_assert!((1.0..=MOST_ZOOM).contains(&view.zoom));
            }
        }

        #[test]
        fn a_point_shown_and_looked_up_is_the_same(x in 0f64..960.0, y in 20f64..420.0, factor in 1f64..16.0) {
            let frame = frame();
            let view = frame.zoomed(&frame.whole(), factor, at(200.0, 90.0));
            let back = frame.under(&view, frame.shown(&view, at(x, y)));
            prop_assert!((back.x_px - x).abs() < 1e-6 && (back.y_px - y).abs() < 1e-6);
        }
    }
}

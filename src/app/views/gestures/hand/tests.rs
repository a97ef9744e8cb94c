//! Tests of `hand.rs`.

use super::*;

fn at(x_px: f64, y_px: f64) -> Point {
    Point { x_px, y_px }
}

fn hand() -> Hand {
    Hand::new(Frame {
        picture_px: [0.0, 0.0, 1000.0, 500.0],
        window_px: [1000.0, 500.0],
        least: 1.0,
    })
}

fn down(hand: &mut Hand, id: i32, place: Point, shift: bool) -> Heard {
    hand.hear(Signal::Down {
        id,
        at: place,
        shift,
        touch: false,
        over: Some("thing".to_owned()),
    })
}

fn go(hand: &mut Hand, id: i32, place: Point) -> Heard {
    let over = Some("thing".to_owned());
    hand.hear(Signal::Move {
        id,
        at: place,
        over,
    })
}

#[test]
fn the_wheel_keeps_what_is_under_it_and_is_left_to_the_page_at_the_end() {
    let (mut hand, place) = (hand(), at(300.0, 200.0));
    let before = hand.frame.under(&hand.view, place);
    let heard = hand.hear(Signal::Wheel {
        at: place,
        factor: 2.0,
    });
    assert!(heard.consumed && heard.moved);
    let after = hand.frame.under(&hand.view, place);
    assert!((before.x_px - after.x_px).abs() < 1e-9 && (before.y_px - after.y_px).abs() < 1e-9);
    hand.whole();
    let heard = hand.hear(Signal::Wheel {
        at: place,
        factor: 0.5,
    });
    assert!(!heard.consumed && !heard.moved);
}

#[test]
fn a_drag_begins_once_moves_the_view_and_its_click_means_nothing() {
    let mut hand = hand();
    hand.zoom(2.0);
    let corner = hand.view.corner;
    down(&mut hand, 1, at(100.0, 100.0), false);
    let first = go(&mut hand, 1, at(80.0, 100.0));
    assert_eq!((first.began, first.moved), (Some(1), true));
    assert_eq!(go(&mut hand, 1, at(60.0, 90.0)).began, None);
    assert_eq!(hand.view.corner, at(corner.x_px + 20.0, corner.y_px + 5.0));
    hand.hear(Signal::Up(1));
    let click = Signal::Click {
        over: None,
        shift: false,
    };
    let heard = hand.hear(click.clone());
    assert_eq!((heard.consumed, heard.what), (true, What::Nothing));
    down(&mut hand, 1, at(60.0, 90.0), false);
    hand.hear(Signal::Up(1));
    assert!(matches!(hand.hear(click).what, What::Clicked { .. }));
}

#[test]
fn a_region_is_told_in_the_pictures_px() {
    let mut hand = hand();
    hand.zoom(2.0);
    assert!(down(&mut hand, 1, at(200.0, 100.0), true).consumed);
    let drawing = go(&mut hand, 1, at(100.0, 50.0));
    assert_eq!(drawing.what, What::Region([100.0, 50.0, 200.0, 100.0]));
    let drawn = hand.hear(Signal::Up(1)).what;
    assert_eq!(drawn, What::Brushed([300.0, 150.0, 350.0, 175.0]));
}

#[test]
fn a_thing_is_carried_in_the_pictures_px_until_a_second_finger_pinches() {
    let mut hand = hand();
    hand.carries = true;
    hand.zoom(2.0);
    down(&mut hand, 1, at(200.0, 100.0), false);
    let view = hand.view;
    let heard = go(&mut hand, 1, at(100.0, 50.0));
    let to = What::Carried("thing".to_owned(), at(300.0, 150.0));
    assert_eq!((heard.began, heard.what, hand.view), (Some(1), to, view));
    down(&mut hand, 2, at(200.0, 50.0), false);
    let heard = go(&mut hand, 2, at(300.0, 50.0));
    assert!(heard.moved && hand.view.zoom > view.zoom, "{heard:?}");
}

#[test]
fn a_picture_that_grows_is_seen_as_large_as_before_and_the_whole_stays_whole() {
    let mut hand = hand();
    let wider = Frame {
        picture_px: [0.0, 0.0, 2000.0, 1000.0],
        ..hand.frame
    };
    hand.zoom(4.0);
    let (corner, scale) = (hand.view.corner, hand.frame.scale(hand.view.zoom));
    let mut whole = hand.clone();
    hand.framed(wider);
    assert_eq!(
        (hand.view.corner, hand.frame.scale(hand.view.zoom)),
        (corner, scale)
    );
    whole.whole();
    whole.framed(wider);
    assert_eq!(whole.view, wider.whole());
}

#[test]
fn what_is_written_down_is_found_again() {
    let mut hand = hand();
    hand.zoom(2.5);
    hand.centre(at(300.0, 200.0));
    assert_eq!(hand.place(), [250, 300, 400]);
    let view = hand.view;
    hand.whole();
    assert_eq!(hand.place(), [100, 500, 500]);
    hand.go([250, 300, 400]);
    assert_eq!(hand.view, view);
    hand.go([9, 0, 1000]);
    assert_eq!(
        hand.view,
        hand.frame.whole(),
        "no further out than the whole"
    );
}

#[test]
fn a_pointer_hovers_and_a_finger_does_not() {
    let mut hand = hand();
    let over = What::Over(Some("thing".to_owned()));
    assert_eq!(go(&mut hand, 1, at(5.0, 5.0)).what, over);
    hand.hear(Signal::Down {
        id: 2,
        at: at(5.0, 5.0),
        shift: false,
        touch: true,
        over: None,
    });
    hand.hear(Signal::Up(2));
    assert_eq!(go(&mut hand, 2, at(6.0, 5.0)).what, What::Nothing);
}

#[test]
fn what_is_centred_is_in_the_middle_unless_the_picture_ends() {
    let mut hand = hand();
    hand.zoom(4.0);
    hand.centre(at(300.0, 200.0));
    assert_eq!(
        hand.frame.under(&hand.view, hand.frame.middle()),
        at(300.0, 200.0)
    );
    hand.centre(at(0.0, 0.0));
    assert_eq!(hand.view.corner, at(0.0, 0.0));
}

#[test]
fn what_is_brought_lies_within_the_window() {
    let mut hand = hand();
    hand.zoom(8.0);
    for place in [at(10.0, 10.0), at(990.0, 490.0), at(500.0, 20.0)] {
        hand.bring(place);
        let seen = hand.frame.shown(&hand.view, place);
        assert!((0.0..=1000.0).contains(&seen.x_px) && (0.0..=500.0).contains(&seen.y_px));
    }
    let stays = hand.view;
    hand.bring(hand.frame.under(&stays, at(500.0, 250.0)));
    assert_eq!(hand.view, stays);
}

//! Silence on a day, against a plain look at every day that the open dates can mean.

use super::*;
use proptest::prelude::*;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn day(text: &str) -> Day {
    date(text).earliest()
}

fn window(detected: &str, disclosed: &str) -> Window {
    Window::between(&date(detected), &date(disclosed))
}

#[test]
fn a_month_leaves_open_when_the_silence_began() {
    let kobe = window("2016-08", "2020-02-06");
    let on = |text| kobe.on(day(text));
    assert_eq!(on("2016-07-31"), None);
    assert_eq!(on("2016-08-01"), Some(Standing::Possible));
    assert_eq!(on("2016-08-30"), Some(Standing::Possible));
    assert_eq!(on("2016-08-31"), Some(Standing::Certain));
    assert_eq!(on("2020-02-05"), Some(Standing::Certain));
    assert_eq!(on("2020-02-06"), None, "that day they told");
}

#[test]
fn so_far_and_until_told_are_as_wide_as_the_dates() {
    let bounds = |range: DayRange| (range.least, range.most);
    let nec = window("[2017-06,2017-07]", "2020-01-31");
    assert_eq!(bounds(nec.so_far(day("2020-01-19"))), (902, 962));
    assert_eq!(bounds(nec.until_told(day("2020-01-19"))), (12, 12));
    let early = nec.so_far(day("2017-06-10"));
    assert_eq!((bounds(early), early.clipped), ((0, 9), true));
    let late = window("2024-10-11", "2024-11").until_told(day("2024-11-20"));
    assert_eq!(
        bounds(late),
        (1, 10),
        "still silent, so told a day later at least"
    );
}

#[test]
fn the_busiest_day_is_the_last_of_its_stretch() {
    let all = [
        window("2019-01-01", "2019-03-01"),
        window("2019-02-01", "2019-04-01"),
        window("2021-05", "2021-05-20"),
    ];
    assert_eq!(busiest(&steps(&all)), Some(day("2019-02-28")));
    let open = [window("2021-05", "2021-05-20")];
    assert_eq!(
        busiest(&steps(&open)),
        Some(day("2021-05-19")),
        "none is certain"
    );
    assert_eq!(busiest(&steps(&[])), None);
    assert_eq!(busiest(&steps(&[window("2021-05-20", "2021-05-20")])), None);
}

fn dates() -> impl Strategy<Value = Window> {
    // Detection and disclosure may overlap or stand in the wrong order: sources do.
    (0i32..60, 0i32..12, 0i32..60, 0i32..12).prop_map(|(a, wide_a, b, wide_b)| Window {
        detected: (Day(a), Day(a + wide_a)),
        disclosed: (Day(b), Day(b + wide_b)),
        approximate: false,
    })
}

/// Every pair of days the two dates can mean, each asked for itself.
fn plainly(window: &Window, day: Day) -> Option<Standing> {
    let (mut silent, mut not) = (0, 0);
    for detected in window.detected.0.0..=window.detected.1.0 {
        for disclosed in window.disclosed.0.0..=window.disclosed.1.0 {
            match detected <= day.0 && day.0 < disclosed {
                true => silent += 1,
                false => not += 1,
            }
        }
    }
    match (silent, not) {
        (0, _) => None,
        (_, 0) => Some(Standing::Certain),
        _ => Some(Standing::Possible),
    }
}

proptest! {
    #[test]
    fn a_standing_is_what_every_meaning_of_the_dates_gives(window in dates(), at in 0i32..90) {
        prop_assert_eq!(window.on(Day(at)), plainly(&window, Day(at)));
    }

    #[test]
    fn steps_are_the_counts_of_every_day(windows in proptest::collection::vec(dates(), 0..12)) {
        let steps = steps(&windows);
        for at in -2..90 {
            let here = steps.iter().rfind(|s| s.from <= Day(at));
            let told = here.map_or((0, 0), |s| (s.certain, s.possible));
            let of = |standing| windows.iter().filter(|w| plainly(w, Day(at)) == Some(standing)).count() as i32;
            prop_assert_eq!(told, (of(Standing::Certain), of(Standing::Possible)));
            let counted = counts(&windows, Day(at));
            prop_assert_eq!(told, (counted.certain, counted.possible));
        }
        prop_assert!(steps.windows(2).all(|w| w[0].from < w[1].from));
        prop_assert!(steps.last().is_none_or(|s| s.both() == 0));
    }
}

//! Zooming, ticks, areas and rows.

use super::*;
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// The first day of a month, by counting the days of every month since 1970.
fn month_start(month: i32) -> i32 {
    let length = |m: i32| {
        let year = m.div_euclid(12);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        match m.rem_euclid(12) {
            1 => 28 + i32::from(leap),
            3 | 5 | 8 | 10 => 30,
            _ => 31,
        }
    };
    let epoch = 1970 * 12;
    match month >= epoch {
        true => (epoch..month).map(length).sum(),
        false => -(month..epoch).map(length).sum::<i32>(),
    }
}

fn civil(day: i32) -> String {
    let mut month = 1970 * 12 + day / 31 - 14;
    while month_start(month + 1) <= day {
        month += 1;
    }
    let (year, of_year) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    format!("{year}-{of_year:02}-{:02}", day - month_start(month) + 1)
}

fn span(from: (i32, i32), to: (i32, i32)) -> Span {
    let at = |(year, month): (i32, i32)| f64::from(month_start(year * 12 + month - 1));
    Span {
        from: at(from),
        to: at(to),
    }
}

fn check(span: Span, most: usize, expected: Expect) {
    let ticks = time_ticks(span, most, &month_start);
    let told: Vec<String> = ticks
        .iter()
        .map(|t| format!("{:?} {}", t.unit, civil(t.day)))
        .collect();
    expected.assert_eq(&told.join(", "));
}

#[test]
fn ticks_are_years_months_or_days_whichever_fit() {
    check(
        span((2009, 1), (2025, 1)),
        8,
        expect![
            "Year 2010-01-01, Year 2012-01-01, Year 2014-01-01, Year 2016-01-01, Year 2018-01-01, Year 2020-01-01, Year 2022-01-01, Year 2024-01-01"
        ],
    );
    check(
        span((2019, 5), (2020, 6)),
        6,
        expect!["Month 2019-07-01, Month 2019-10-01, Year 2020-01-01, Month 2020-04-01"],
    );
    check(
        span((2020, 1), (2020, 3)),
        8,
        expect![
            "Year 2020-01-01, Day 2020-01-10, Day 2020-01-20, Month 2020-02-01, Day 2020-02-10, Day 2020-02-20"
        ],
    );
}

#[test]
fn nothing_to_divide_gives_no_ticks() {
    for (from, to) in [
        (5.0, 5.0),
        (9.0, 1.0),
        (f64::NAN, 1.0),
        (0.0, f64::INFINITY),
    ] {
        assert!(time_ticks(Span { from, to }, 8, &month_start).is_empty());
    }
}

#[test]
fn an_area_begins_at_the_height_that_holds_at_its_edge() {
    let steps = [(-50.0, 10.0), (20.0, 4.0), (60.0, 8.0), (300.0, 2.0)];
    assert_eq!(
        step_area(&steps, 0.0, 100.0, 12.0),
        "M0 12V10H20V4H60V8H100V12z"
    );
    assert_eq!(step_area(&[], 0.0, 100.0, 12.0), "M0 12V12H100V12z");
}

#[test]
fn rows_come_in_chunks() {
    assert_eq!(rows_shown(0.0, 800.0, 19.0, 1000, 20), (0, 60));
    assert_eq!(rows_shown(379.0, 800.0, 19.0, 1000, 20), (0, 80));
    assert_eq!(rows_shown(381.0, 700.0, 19.0, 1000, 20), (20, 60));
    assert_eq!(rows_shown(-400.0, 300.0, 19.0, 1000, 20), (0, 0));
    assert_eq!(rows_shown(1e9, 300.0, 19.0, 50, 20), (50, 50));
    assert_eq!(rows_shown(0.0, f64::NAN, 19.0, 50, 20), (0, 50));
}

fn any_span() -> impl Strategy<Value = (Span, Span)> {
    (
        -20_000f64..20_000.0,
        60f64..20_000.0,
        0f64..1.0,
        0.05f64..1.0,
    )
        .prop_map(|(from, days, along, share)| {
            let limits = Span {
                from,
                to: from + days,
            };
            let inner = (days * share).max(SHORTEST_DAYS);
            let from = from + along * (days - inner);
            let span = Span {
                from,
                to: from + inner,
            };
            (span, limits)
        })
}

const NEAR: f64 = 1e-6;

fn is_within(span: Span, limits: Span) -> bool {
    span.from >= limits.from - NEAR && span.to <= limits.to + NEAR && span.days() > 0.0
}

proptest! {
    #[test]
    fn zooming_keeps_within_limits_and_the_place_under_the_pointer(
        (span, limits) in any_span(), along in 0f64..1.0, factor in 0.2f64..5.0,
    ) {
        let at = span.from + along * span.days();
        let zoomed = span.zoomed(at, factor, limits);
        prop_assert!(is_within(zoomed, limits));
        prop_assert!(zoomed.days() >= SHORTEST_DAYS.min(limits.days()) - NEAR);
        let free = is_within(Span { from: at - along * span.days() * factor, to: at + (1.0 - along) * span.days() * factor }, limits);
        if free && span.days() * factor >= SHORTEST_DAYS {
            prop_assert!(((at - zoomed.from) / zoomed.days() - along).abs() < NEAR);
        }
    }

    #[test]
    fn moving_keeps_length_and_limits((span, limits) in any_span(), by in -30_000f64..30_000.0) {
        let moved = span.moved(by, limits);
        prop_assert!(is_within(moved, limits));
        prop_assert!((moved.days() - span.days()).abs() < NEAR);
    }

    #[test]
    fn what_is_asked_for_is_shown((span, limits) in any_span(), along in 0f64..1.0) {
        let at = limits.from + along * limits.days();
        let shown = span.showing(at, limits);
        prop_assert!(is_within(shown, limits));
        prop_assert!(shown.from - NEAR <= at && at <= shown.to + NEAR);
        if span.days() < limits.days() && at > span.from + span.days() / 20.0 && at < span.to - span.days() / 20.0 {
            prop_assert_eq!(shown, span, "already in sight");
        }
    }

    #[test]
    fn ticks_are_in_order_within_and_few((span, _) in any_span(), most in 1usize..40) {
        let ticks = time_ticks(span, most, &month_start);
        prop_assert!(ticks.windows(2).all(|w| w[0].day < w[1].day));
        prop_assert!(ticks.iter().all(|t| span.holds(f64::from(t.day))));
        prop_assert!(ticks.len() <= 2 * most + 3, "{} of {most}", ticks.len());
        for tick in ticks {
            let text = civil(tick.day);
            prop_assert_eq!(tick.unit == Unit::Year, text.ends_with("-01-01"));
            prop_assert_eq!(tick.unit != Unit::Day, text.ends_with("-01"));
        }
    }

    #[test]
    fn every_row_in_sight_is_drawn(above in -2_000f64..30_000.0, rows in 0usize..1_500) {
        let (row, window) = (19.0, 900.0);
        let (first, last) = rows_shown(above, window, row, rows, 20);
        prop_assert!(first <= last && last <= rows);
        for at in 0..rows {
            let (top, bottom) = (at as f64 * row, (at + 1) as f64 * row);
            if bottom > above && top < above + window {
                prop_assert!((first..last).contains(&at), "row {at}");
            }
        }
        prop_assert!(last - first <= 900 / 19 + 2 * 20 + 2);
    }
}

//! The longest delays of a chart with one row are named over their marks.

use super::chart::{Mark, Row};
use crate::views::svg::{self, Anchor};
use crate::views::text_width::text_width_px;
use yew::{Html, html};

/// Room for names over the row, in px.
pub const ROOM: f64 = 56.0;
/// A name and its figure under it.
const HEIGHT: f64 = 30.0;
/// Narrower pictures name fewer.
const ROOM_EACH_PX: f64 = 130.0;
const MOST: usize = 6;

/// Names of the longest, where each finds a free place over its mark.
pub fn names(
    row: &Row,
    spans: &[(f64, f64)],
    lanes: &[usize],
    step: f64,
    base: f64,
    width: f64,
) -> Html {
    let mut longest: Vec<(usize, &Mark)> = row.marks.iter().enumerate().collect();
    longest.retain(|(_, mark)| !mark.hollow);
    let last = longest
        .len()
        .saturating_sub(MOST.min((width / ROOM_EACH_PX) as usize));
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let mut drawn: Vec<Html> = Vec::new();
    for (place, mark) in longest.iter().skip(last).rev() {
        let Some((left, right)) = spans.get(*place) else {
            continue;
        };
        let middle = (left + right) / 2.0;
        let half = text_width_px(&mark.name).max(text_width_px(&mark.figure)) / 2.0 + 4.0;
        let middle_of_text = middle.min(width - half).max(half);
        let (from, to) = (middle_of_text - half, middle_of_text + half);
        if taken.iter().any(|(a, b)| from < *b && to > *a) {
            continue;
        }
        taken.push((from, to));
        let under = spans.iter().zip(lanes);
        let under = under.filter(|((a, b), _)| *a < to && *b > from);
        let top = under.map(|(_, lane)| lane + 1).max().unwrap_or(1) as f64;
        let own = lanes.get(*place).map_or(0.0, |lane| *lane as f64);
        let foot = base - 4.0 - step * top - 8.0;
        drawn.push(html! {
            <g class="named" aria-hidden="true">
                { svg::line("lead", (middle, foot + 4.0), (middle, base - 12.0 - step * own)) }
                { svg::text("name", middle_of_text, foot - HEIGHT / 2.0, Anchor::Middle, mark.name.clone()) }
                { svg::text("silence-label", middle_of_text, foot, Anchor::Middle, mark.figure.clone()) }
            </g>
        });
    }
    html! { { for drawn } }
}

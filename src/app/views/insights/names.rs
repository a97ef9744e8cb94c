//! The longest delays of a chart with one row are named over their marks.

use super::chart::Row;
use crate::views::svg::{self, Anchor};
use crate::views::text_width::text_width_px;
use yew::Html;

/// Room for names over the row, in px.
pub const ROOM: f64 = 56.0;
/// A name and its figure under it.
const HEIGHT: f64 = 30.0;
/// Narrower pictures name fewer.
const ROOM_EACH_PX: f64 = 130.0;
const MOST: usize = 6;

/// Adds names of the longest, where each finds a free place over its mark. Measures are from lane
/// to lane, the base line, the row's height and the picture's width.
pub fn names(
    row: &Row,
    spans: &[(f64, f64)],
    lanes: &[usize],
    [step, base, height, width]: [f64; 4],
    drawn: &mut Vec<Html>,
) {
    let mut left = MOST.min((width / ROOM_EACH_PX) as usize);
    let mut taken: Vec<[f64; 3]> = Vec::new();
    // Lines first, so that no line crosses a name.
    let mut texts: Vec<Html> = Vec::new();
    let placed = row.marks.iter().zip(spans.iter().zip(lanes)).rev();
    for (mark, (span, lane)) in placed.filter(|(mark, _)| !mark.hollow) {
        if left == 0 {
            break;
        }
        left -= 1;
        let middle = (span.0 + span.1) / 2.0;
        let half = text_width_px(&mark.name).max(text_width_px(&mark.figure)) / 2.0 + 4.0;
        let centre = middle.min(width - half).max(half);
        let (from, to) = (centre - half, centre + half);
        // Over the marks below it, and over the names that are there.
        let mut foot = base - 20.0;
        for ((a, b), lane) in spans.iter().zip(lanes) {
            if *a < to && *b > from {
                foot = foot.min(base - 12.0 - step * (*lane as f64 + 1.0));
            }
        }
        for [a, b, other] in &taken {
            if from < *b && to > *a {
                foot = foot.min(other - HEIGHT);
            }
        }
        if foot < base - height - ROOM + HEIGHT {
            continue;
        }
        taken.push([from, to, foot]);
        let own = base - 12.0 - step * *lane as f64;
        drawn.push(svg::line("lead", (middle, foot + 4.0), (middle, own)));
        let mut say = |class, y, text: &str| {
            texts.push(svg::text(class, centre, y, Anchor::Middle, text.to_owned()));
        };
        say("name", foot - HEIGHT / 2.0, &mark.name);
        say("silence-label", foot, &mark.figure);
    }
    drawn.extend(texts);
}

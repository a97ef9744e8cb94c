//! Days between detection and disclosure: each entry a mark, ranges as bars, to one scale.

use super::parts::entry_text;
use super::svg::{self, Anchor};
use crate::messages::{explore, format, words};
use crate::state::Page;
use geometry::path::decimal as px;
use incidents::model::{DayRange, Incident};
use yew::{Html, html};

const WIDTH: f64 = 900.0;
const LEFT: f64 = 10.0;
/// One row a mark; the names need the height.
const ROW: f64 = 22.0;
/// More rows than this push the cards out of sight; the note says how many are drawn.
const MOST_ROWS: usize = 12;

/// The distribution over the result, in its order, with its twin in words.
pub fn chart(page: &Page) -> Html {
    let lang = page.lang;
    let hits = page
        .results
        .hits
        .iter()
        .filter_map(|id| page.dataset.incidents.get(id));
    let silences = page.dataset.silences(hits.clone());
    let known: Vec<(&Incident, DayRange)> = hits
        .filter_map(|i| Some((i, page.dataset.silence(i)?)))
        .collect();
    let most = known.iter().map(|(_, r)| r.most).max().unwrap_or(0);
    if most == 0 {
        return Html::default();
    }
    let shown = known.get(..MOST_ROWS).unwrap_or(&known);
    let height = ROW * shown.len() as f64 + 26.0;
    let scale = (WIDTH - 330.0) / f64::from(most);
    let step = [50, 100, 200, 250, 500, 1000, 2000, 5000]
        .into_iter()
        .find(|s| most / s <= 7)
        .unwrap_or(10_000);
    let tick = |days: i32| {
        let x = LEFT + f64::from(days) * scale;
        html! {
            <>
                { svg::line("tick", (x, 0.0), (x, height - 22.0)) }
                { svg::text("axis", x, height - 6.0, Anchor::Middle, format::count(days)) }
            </>
        }
    };
    let label: Vec<String> = shown
        .iter()
        .map(|(i, r)| format!("{}: {}", entry_text(page, i), format::days_silent(lang, r)))
        .collect();
    html! {
        <figure class="overview">
            <figcaption>{words::silence_chart(lang)}</figcaption>
            <svg viewBox={format!("0 0 {} {}", px(WIDTH), px(height))} role="img" aria-label={label.join("; ")}>
                if page.is_settled() {
                    { for (0..=most / step).map(|n| tick(n * step)) }
                    { for shown.iter().enumerate().map(|(row, (i, r))| mark(page, i, r, row, scale)) }
                }
            </svg>
            <p class="note">
                {words::silence_known(lang, silences.known(), silences.total)}{" "}
                if known.len() > MOST_ROWS { {explore::drawn(lang, MOST_ROWS)}{" "} }
                {words::silence_is_measure(lang)}
            </p>
        </figure>
    }
}

fn mark(page: &Page, incident: &Incident, range: &DayRange, row: usize, scale: f64) -> Html {
    let y = ROW * row as f64 + ROW / 2.0;
    let x = |days: i32| LEFT + f64::from(days) * scale;
    let (least, most) = (x(range.least), x(range.most));
    html! {
        <g>
            { svg::line("lead", (LEFT, y), (least, y)) }
            if range.least == range.most {
                { svg::circle("silence", most, y, 4.5) }
            } else {
                { svg::rect("silence", [least, y - 4.0, (most - least).max(4.0), 8.0], 2.0) }
            }
            <text x={px(most + 12.0)} y={px(y + 4.0)}>
                <tspan class="silence-label">{format::days(page.lang, range)}</tspan>
                <tspan dx="8">{entry_text(page, incident)}</tspan>
            </text>
        </g>
    }
}

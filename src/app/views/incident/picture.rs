//! The calendar drawn at one width: rows of texts, the bar to scale, the axis, the letters.

use super::super::svg::{self, Anchor};
use super::super::text_width::text_width_px;
use super::calendar::{Facts, Mark, Said, Span, month_start};
use crate::markup::html;
use crate::messages::incident as say;
use geometry::Linear;
use geometry::path::decimal as px;
use incidents::model::{Day, Lang};
use incidents::table::order;
use yew::Html;

/// Height of the two lines over a mark, in px.
const ROW: f64 = 38.0;
/// Side of a letter's square, in px.
const CHIP: f64 = 18.0;

/// One picture: a width, and where each day goes.
pub struct Picture {
    pub lang: Lang,
    pub width: f64,
    pub days: (f64, f64),
    pub scale: Linear,
}

impl Picture {
    /// The picture as SVG.
    pub fn draw(&self, facts: &Facts, size: &'static str, label: &str) -> Html {
        let phone = self.width < 400.0;
        let texts: Vec<(String, String)> = facts.marks.iter().map(|m| over(m, phone)).collect();
        let boxes: Vec<(f64, f64)> = facts
            .marks
            .iter()
            .zip(&texts)
            .map(|(m, t)| self.text_box(m, t))
            .collect();
        let rows = rows(&boxes);
        let bar = ROW * (rows.iter().copied().max().map_or(0, |r| r + 1) as f64) + 36.0;
        let (axis, chips) = (bar + 26.0, self.chips(facts));
        let deep = chips.iter().map(|(_, row)| row + 1).max().unwrap_or(0) as f64;
        let height = axis
            + 26.0
            + deep * (CHIP + 3.0)
            + if phone || facts.said.is_empty() {
                0.0
            } else {
                20.0
            };
        let captions = facts.marks.iter().zip(&texts).zip(&boxes).zip(&rows);
        let captions = captions.map(|(((mark, text), (left, _)), row)| {
            self.caption(mark, text, *left, bar - 36.0 - ROW * (*row as f64), bar)
        });
        html! {
            <svg data-size={size} width={px(self.width)} height={px(height)} role="img" aria-label={label.to_owned()}
                viewBox={format!("0 0 {} {}", px(self.width), px(height))}>
                { self.axis(axis) }
                { self.bars(facts, bar) }
                { for facts.beside.iter().map(|s| self.shape("mark-beside", s, bar + 14.0, 3.0)) }
                { for facts.contained.iter().map(|s| self.shape("mark-cut", s, bar + 14.0, 3.0)) }
                { for captions }
                { for facts.marks.iter().map(|m| self.shape(m.class, &m.span, bar, 7.0)) }
                { for facts.said.iter().zip(chips).map(|(said, (x, row))| self.chip(said, x, axis, row)) }
                { self.said_dates(facts, axis + 26.0 + deep * (CHIP + 3.0) + 12.0) }
            </svg>
        }
    }

    /// Where the text over a mark begins and how wide it is; kept inside the picture.
    fn text_box(&self, mark: &Mark, (first, second): &(String, String)) -> (f64, f64) {
        // The first line is bold, which takes a tenth more.
        let wide = (text_width_px(first) * 1.1).max(text_width_px(second)) + 8.0;
        let (from, _) = mark.span.on(&self.scale);
        (from.min(self.width - wide).max(0.0), wide)
    }

    fn caption(&self, mark: &Mark, text: &(String, String), left: f64, y: f64, bar: f64) -> Html {
        let (from, to) = mark.span.on(&self.scale);
        let x = f64::midpoint(from, to).max(left).min(left + 60.0).max(from);
        html! {
            <>
                { svg::line("lead", (x, y + 8.0), (x, bar - 10.0)) }
                { svg::text("date", left, y - 12.0, Anchor::Start, text.0.clone()) }
                { svg::text("below", left, y + 4.0, Anchor::Start, text.1.clone()) }
            </>
        }
    }

    /// Began to detected, detected to disclosed: pale where the dates leave it open.
    fn bars(&self, facts: &Facts, y: f64) -> Html {
        let on = |class| facts.first(class).map(|s| s.on(&self.scale));
        let (began, detected, told) = (on("mark-began"), on("mark-detected"), on("mark-disclosed"));
        let bar = |class: &'static str, from: f64, to: f64, half: f64| {
            html! {
                { svg::rect(class, [from, y - half, to - from, 2.0 * half], 0.0) }
            }
        };
        let dwell = began.zip(detected).map(|((_, from), (to, _))| {
            let text = facts.dwell.clone().unwrap_or_default();
            let fits = to - from > text_width_px(&text);
            html! {
                <>
                    { bar("undetected", from, to, 5.0) }
                    if fits { { svg::text("axis", f64::midpoint(from, to), y - 9.0, Anchor::Middle, text) } }
                </>
            }
        });
        let silence = detected.zip(told).map(|((first, sure), (from, last))| {
            let text = facts.silence.clone().unwrap_or_default();
            let (inside, middle) = (
                from - sure > 1.2 * text_width_px(&text),
                f64::midpoint(sure, from),
            );
            let wide = text_width_px(&text) * 0.6;
            let outside = f64::midpoint(first, last).min(self.width - wide).max(wide);
            html! {
                <>
                    if sure > first { { bar("silence-open", first, sure, 13.0) } }
                    { bar("silence", sure, from, 13.0) }
                    if last > from { { bar("silence-open", from, last, 13.0) } }
                    if inside { { svg::text("silence-in", middle, y + 4.5, Anchor::Middle, text) } }
                    else { { svg::text("silence-label", outside, y - 17.0, Anchor::Middle, text) } }
                </>
            }
        });
        html! { <>{ dwell.unwrap_or_default() }{ silence.unwrap_or_default() }</> }
    }

    /// A dot or a stroke for a day, a box as wide as the month, year or dispute for the rest.
    fn shape(&self, class: &'static str, span: &Span, y: f64, half: f64) -> Html {
        let (from, to) = span.on(&self.scale);
        if span.is_day && class == "mark-disclosed" {
            return svg::line(class, (from, y - 18.0), (from, y + 18.0));
        }
        if span.is_day {
            return svg::circle(class, from, y, half);
        }
        let wide = (to - from).max(4.0);
        svg::rect(
            format!("{class} spread"),
            [from, y - half, wide, 2.0 * half],
            3.0,
        )
    }

    fn axis(&self, y: f64) -> Html {
        let month = (self.scale.apply(31.0) - self.scale.apply(0.0)).abs();
        let years = (self.days.1 - self.days.0) / 365.0;
        // Few px a month: name only every n-th month, then only years, then only some years.
        let step = if month > 30.0 {
            1
        } else if month > 11.0 {
            3
        } else {
            12
        };
        let every = (years * 44.0 / self.width).ceil().max(1.0) as i32;
        let mut at = self.days.0;
        let mut ticks = Vec::new();
        while at <= self.days.1 {
            let (year, number, _) = Day(at as i32).civil();
            let x = self.scale.apply(at);
            let january = number == 1;
            let named = (i32::from(number) - 1) % step == 0;
            let text = match (january, named) {
                (true, _) if year % every == 0 => year.to_string(),
                (false, true) => say::month(self.lang, number),
                _ => String::new(),
            };
            let fits = x + text_width_px(&text) + 6.0 < self.width;
            let deep = if january { 14.0 } else { 5.0 };
            if named || month > 6.0 {
                ticks.push(svg::line("tick", (x, y), (x, y + deep)));
            }
            if fits && !text.is_empty() {
                ticks.push(svg::text("axis", x + 4.0, y + 16.0, Anchor::Start, text));
            }
            at = month_start(at, 1);
        }
        html! { <>{ svg::line("tick", (0.0, y), (self.width, y)) }{ for ticks }</> }
    }

    /// Where each letter goes: at its date, in the first row that is free there.
    fn chips(&self, facts: &Facts) -> Vec<(f64, usize)> {
        let mut ends: Vec<f64> = Vec::new();
        let place = |said: &Said| {
            let (from, to) = said.span.on(&self.scale);
            let x = (f64::midpoint(from, to) - CHIP / 2.0)
                .min(self.width - CHIP)
                .max(0.0);
            let row = ends
                .iter()
                .position(|end| *end + 2.0 <= x)
                .unwrap_or(ends.len());
            match ends.get_mut(row) {
                Some(end) => *end = x + CHIP,
                None => ends.push(x + CHIP),
            }
            (x, row)
        };
        facts.said.iter().map(place).collect()
    }

    fn chip(&self, said: &Said, x: f64, axis: f64, row: usize) -> Html {
        let y = axis + 24.0 + (row as f64) * (CHIP + 3.0);
        html! {
            <g class="chip-by" data-role={said.role.word()}>
                <title>{said.text.clone()}</title>
                { svg::rect("chip-box", [x, y, CHIP, CHIP], 2.0) }
                { svg::text("chip-letter", x + CHIP / 2.0, y + 13.5, Anchor::Middle, said.role.letter()) }
            </g>
        }
    }

    /// The dates under the letters, as many as find room; the list below has them all.
    fn said_dates(&self, facts: &Facts, y: f64) -> Html {
        if self.width < 400.0 {
            return Html::default();
        }
        let mut end = 0.0;
        let mut texts = Vec::new();
        for said in &facts.said {
            let text = said.text.split(", ").next().unwrap_or("").to_owned();
            let (from, to) = said.span.on(&self.scale);
            let wide = text_width_px(&text);
            let left = (f64::midpoint(from, to) - CHIP / 2.0)
                .min(self.width - wide)
                .max(0.0);
            if left >= end {
                end = left + wide + 10.0;
                texts.push(svg::text("beside", left, y, Anchor::Start, text));
            }
        }
        html! { { for texts } }
    }
}

/// The two lines over a mark.
fn over(mark: &Mark, phone: bool) -> (String, String) {
    match phone {
        true => (mark.word.clone(), mark.date.clone()),
        false => (format!("{} {}", mark.word, mark.date), mark.below.clone()),
    }
}

/// A row for each text, 0 next to the bar. A text runs to the right of its mark and stands above
/// every text that begins under it, so that neither a text nor a line down to a mark is covered.
fn rows(boxes: &[(f64, f64)]) -> Vec<usize> {
    let left = |i: usize| boxes.get(i).map_or(0.0, |b| b.0);
    let order = order(boxes.len(), &|a, b| left(b).total_cmp(&left(a)));
    let mut placed: Vec<(f64, usize)> = Vec::new();
    let mut rows = vec![0; boxes.len()];
    for i in order {
        let Some((from, wide)) = boxes.get(i) else {
            continue;
        };
        let under = placed.iter().filter(|(start, _)| *start < from + wide);
        let row = under.map(|(_, row)| row + 1).max().unwrap_or(0);
        placed.push((*from, row));
        if let Some(slot) = rows.get_mut(i) {
            *slot = row;
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_would_meet_take_rows_of_their_own() {
        assert_eq!(rows(&[(0.0, 50.0), (60.0, 50.0)]), [0, 0]);
        assert_eq!(rows(&[(0.0, 70.0), (60.0, 50.0), (90.0, 50.0)]), [2, 1, 0]);
    }
}

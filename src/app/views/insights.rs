//! What the entries of a result have in common: how long they were silent and undetected, how they
//! were found, through which offices access came, on which rungs they are attributed.
//!
//! `model` holds every number, `chart` draws it, `twin` tells it as a table, and `names` names the
//! longest delays.

pub mod chart;
pub mod model;
mod names;
#[cfg(test)]
mod tests;
pub mod twin;

use super::cards::no_match;
use crate::ask::Ask;
use crate::browser::gesture;
use crate::messages::insights as say;
use crate::state::{Action, Page};
use chart::Chart;
use geometry::swarm::{Bin, bins};
use model::Delay;
use std::rc::Rc;
use yew::prelude::*;

/// A chart is drawn for this width until the window tells its own.
const WIDTH_PX: f64 = 640.0;
/// Where delays are counted apart: up to a week, a month, a quarter, half a year, a year, two.
const EDGES: [i32; 7] = [0, 8, 31, 91, 182, 366, 731];

/// What [`Insights`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct InsightsProps {
    /// The page's values.
    pub page: Page,
}

/// The charts of the current result.
#[component]
pub fn Insights(props: &InsightsProps) -> Html {
    let page = &props.page;
    let lang = page.lang;
    let width = use_width("plots", WIDTH_PX);
    let charts = use_memo((page.results.clone(), lang), |_| {
        let charts = model::charts(page).into_iter().map(Rc::new);
        charts.collect::<Vec<Rc<Chart>>>()
    });
    if page.results.hits.is_empty() {
        return no_match(page);
    }
    // Two beside each other, as the stylesheet has it.
    let each = if width < 1000.0 {
        width
    } else {
        (width - 48.0) / 2.0
    };
    let figure = |chart: &Rc<Chart>| {
        let wide = chart.id.ends_with("-all");
        let width = if wide { width } else { each };
        html! { <Figure key={chart.id} page={page.clone()} chart={chart.clone()} {width} {wide} /> }
    };
    html! {
        <section class="insights" aria-labelledby="insights-title">
            <h2 id="insights-title">{say::title(lang)}</h2>
            <p class="note">{say::lede(lang)}{" "}{say::median_how(lang)}</p>
            <div class="plots" id="plots">{ for charts.iter().map(figure) }</div>
        </section>
    }
}

/// How wide an element is, as the window changes.
#[hook]
pub fn use_width(id: &'static str, first: f64) -> f64 {
    let width = use_state_eq(|| first);
    let set = width.setter();
    use_effect_with((), move |()| {
        let measure = move || {
            if let Some(width) = gesture::width(id) {
                set.set(width.floor());
            }
        };
        measure();
        let listening = gesture::window_moves(measure);
        move || drop(listening)
    });
    *width
}

/// What [`Figure`] is given.
#[derive(Clone, PartialEq, Properties)]
struct FigureProps {
    page: Page,
    chart: Rc<Chart>,
    width: f64,
    wide: bool,
}

/// One chart with its words, its counts and its table.
#[component]
fn Figure(props: &FigureProps) -> Html {
    let FigureProps { page, chart, .. } = props;
    let lang = page.lang;
    let delay = match chart.id {
        "dwell-all" => Delay::Dwell,
        _ => Delay::Silence,
    };
    html! {
        <figure class={classes!("insight", props.wide.then_some("wide"))} id={chart.id} aria-labelledby={format!("{}-title", chart.id)}>
            <figcaption><h3 id={format!("{}-title", chart.id)}>{chart.title}</h3></figcaption>
            <p class="note">{chart.notes.join(" ")}</p>
            if chart.drawn().next().is_none() {
                <p class="box-note">{say::nothing(lang)}</p>
            } else {
                <chart::Plot chart={chart.clone()} width={props.width} {lang} dispatch={page.dispatch.clone()} />
                if props.wide { { counts(page, chart, delay) } }
                <twin::Twin page={page.clone()} chart={chart.clone()} />
            }
        </figure>
    }
}

/// How many delays lie in which stretch, as a list of filters.
pub fn counts(page: &Page, chart: &Chart, delay: Delay) -> Html {
    let marks = chart.rows.iter().flat_map(|row| &row.marks);
    let ranges: Vec<(i32, i32)> = marks.filter(|m| !m.hollow).map(|m| m.ends).collect();
    let counted = bins(&EDGES, &ranges);
    let counted = counted.iter().filter(|bin| bin.certain + bin.possible > 0);
    html! {
        <ul class="bins" aria-label={say::how_many(page.lang)}>{ for counted.map(|bin| count(page, bin, delay)) }</ul>
    }
}

fn count(page: &Page, bin: &Bin, delay: Delay) -> Html {
    let value = match bin.to {
        Some(to) => format!("{}..{to}", bin.from),
        None => format!(">={}", bin.from),
    };
    let ask = Ask::Value(delay.field(), value);
    let onclick = page.act(move || Action::Narrow(ask.clone()));
    html! {
        <li><button type="button" class="action" {onclick}>
            {say::bin(page.lang, bin.from, bin.to)}{" "}<b>{say::counted(page.lang, bin.certain, bin.possible)}</b>
        </button></li>
    }
}

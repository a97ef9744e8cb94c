//! What the entries of a result have in common: how long they were silent and undetected, how they
//! were found, through which offices access came, on which rungs they are attributed; and on the
//! front page, how long all entries of the record were silent.
//!
//! `model` holds every number as a `chart`, `frame` and `picture` draw it, `twin` tells it as a table,
//! and `names` names the longest delays.

mod chart;
mod frame;
mod model;
mod names;
mod picture;
mod resting;
#[cfg(test)]
mod tests;
mod twin;

use super::cards::no_match;
use super::component::component;
use super::hooks::{use_effect_with, use_state_eq};
use super::save::{What, save_picture};
use crate::ask::Ask;
use crate::browser::{gesture, place};
use crate::markup::html;
use crate::messages::{format, insights as say, timeline, words};
use crate::route::View;
use crate::state::{Action, Page};
use chart::{Axis, Chart};
use geometry::swarm::{Bin, bins};
use incidents::model::DayRange;
pub use resting::resting;
use std::rc::Rc;
use yew::functional::Hook;
use yew::prelude::*;

/// Drawn for this width in px until the window tells its own.
const WIDTH_PX: u32 = 640;
/// From this width on two charts stand side by side, as in the stylesheet.
const PAIR_PX: u32 = 1000;
/// The space between two charts.
const GUTTER_PX: u32 = 48;
/// Where delays are counted apart: up to a week, a month, a quarter, half a year, a year, two.
const EDGES: [i32; 7] = [0, 8, 31, 91, 182, 366, 731];

/// What the charts are drawn from.
#[derive(Clone)]
struct Given(Page);

impl PartialEq for Given {
    /// On the front page the picture stays while a key asks the same in other words.
    fn eq(&self, other: &Self) -> bool {
        let (page, other) = (&self.0, &other.0);
        let shown = |page: &Page| (page.lang, page.is_settled(), page.route.view.clone());
        let same = shown(page) == shown(other) && page.results.hits == other.results.hits;
        match page.route.view {
            View::Insights => page == other,
            _ => same && Rc::ptr_eq(&page.dataset, &other.dataset),
        }
    }
}

/// The charts of the current result; on the front page the one of silence.
pub fn insights(page: &Page) -> Html {
    component(Given(page.clone()), |given, hooks| {
        use_insights(&given.0).run(hooks)
    })
}

#[hook]
fn use_insights(page: &Page) -> Html {
    let (lang, front) = (page.lang, page.route.view != View::Insights);
    let place = if front { "silence-plot" } else { "plots" };
    let width = use_state_eq(|| WIDTH_PX);
    // A bit stands for each chart whose table is open; how entries were found is told at once.
    let open = use_state_eq(|| 1u32 << model::FOUND);
    {
        let width = width.setter();
        use_effect_with((), move |()| {
            let measure = move || width.set(gesture::width(place).unwrap_or(0.0) as u32);
            measure();
            let listening = place::moves(measure);
            move || drop(listening)
        });
    }
    let figure = |(nth, chart): (u32, &Rc<Chart>)| {
        let each = match *width < PAIR_PX || chart.wide() {
            true => *width,
            false => (*width - GUTTER_PX) / 2,
        };
        let set = open.setter();
        let toggle = Callback::from(move |_: MouseEvent| set.set(*set.now() ^ (1 << nth)));
        figure(page, chart, each, (*open >> nth & 1 == 1, toggle))
    };
    if front {
        // In a narrow window it is hidden, and measured as such.
        let drawn = (page.is_settled() && *width > 0).then(|| model::front(page));
        return html! {
            <div class="overview" id={place}>{ for drawn.iter().map(|chart| figure((0, chart))) }</div>
        };
    }
    if page.results.hits.is_empty() {
        return no_match(page);
    }
    let charts = model::charts(page);
    html! {
        <section class="insights">
            <h2>{say::title(lang)}</h2>
            <p class="note">{say::lede(lang)}</p>
            <div class="plots" id={place}>{ for (0..).zip(&charts).map(figure) }</div>
        </section>
    }
}

/// One chart with its words, its counts and its table.
fn figure(page: &Page, chart: &Rc<Chart>, width: u32, table: (bool, Callback<MouseEvent>)) -> Html {
    let lang = page.lang;
    let (open, onclick) = table;
    let class = if chart.wide() {
        "insight wide"
    } else {
        "insight"
    };
    let drawn = chart.drawn().next().is_some();
    let front = chart.made.id == model::FRONT.id;
    html! {
        <figure key={chart.made.id} id={chart.made.id} {class}>
            <figcaption>{(chart.made.title)(lang)}</figcaption>
            <p class="note">
                {chart.note.clone()}
                if front {
                    {" "}<a href={page.route.on(View::Insights).href()}>{say::title(lang)}</a>
                    {format::comma(lang)}<a href={page.route.on(View::Timeline).href()}>{timeline::title(lang)}</a>
                }
            </p>
            if drawn {
                { picture::plot(lang, &page.dispatch, chart, f64::from(width)) }
                if chart.lone() && !front { { counts(page, chart) } }
            }
            <div class="under">
                <button type="button" class="action" aria-expanded={open.to_string()} {onclick}>
                    {say::as_table(lang)}
                </button>
                if drawn { { save_picture(page, picture_of(page, chart)) } }
            </div>
            if open { { twin::table(page, chart) } }
        </figure>
    }
}

/// What is saved of a chart.
fn picture_of(page: &Page, chart: &Chart) -> What {
    What {
        id: chart.made.id,
        title: (chart.made.title)(page.lang),
        note: chart.note.clone(),
        beware: match chart.made.axis {
            Axis::Days => words::silence_is_measure(page.lang),
            _ => "",
        },
        areas: vec![format!("#{} .plot", chart.made.id)],
        legend: "",
    }
}

/// How many delays lie in which stretch, as a list of filters.
fn counts(page: &Page, chart: &Chart) -> Html {
    let marks = chart.rows.iter().flat_map(|row| &row.marks);
    let ranges: Vec<(i32, i32)> = marks.map(|mark| mark.ends).collect();
    let counted = bins(&EDGES, &ranges);
    let counted = counted.iter().filter(|bin| bin.certain + bin.possible > 0);
    html! { <div class="bins">{ for counted.map(|bin| count(page, chart, bin)) }</div> }
}

fn count(page: &Page, chart: &Chart, bin: &Bin) -> Html {
    let lang = page.lang;
    let days = format::days_long(
        lang,
        &DayRange {
            least: bin.from,
            most: bin.to.unwrap_or(bin.from),
            approximate: false,
            clipped: false,
        },
    );
    let (value, name) = match bin.to {
        Some(to) => (format!("{}..{to}", bin.from), days),
        None => (format!(">={}", bin.from), format!("≥ {days}")),
    };
    let ask = Ask::Value(chart.made.field, value);
    let onclick = page.act(move || Action::Narrow(ask.clone()));
    html! {
        <button type="button" class="action" {onclick}>
            {name}{" "}<b>{bin.certain}</b>
            if bin.possible > 0 { {" "}{say::perhaps(lang, bin.possible)} }
        </button>
    }
}

//! The front page's distribution of silence: every entry of the record a mark, ranges as bars, the
//! results filled, half of all at or below one line.

use super::insights::chart::{Chart, Plot};
use super::insights::model::{Delay, spread};
use super::insights::use_width;
use crate::messages::{insights as say, words};
use crate::route::View;
use crate::state::Page;
use incidents::model::Incident;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Silence`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct SilenceProps {
    /// The page's values.
    pub page: Page,
}

/// The picture, with its words; made once the first cards are seen.
#[component]
pub fn Silence(props: &SilenceProps) -> Html {
    let page = &props.page;
    let lang = page.lang;
    let width = use_width("silence-plot", 900.0);
    let chart = use_memo((page.results.clone(), lang), |_| Rc::new(chart(page)));
    let drawn = page.is_settled();
    html! {
        <figure class="overview insight">
            <figcaption>{words::silence_chart(lang)}</figcaption>
            <div id="silence-plot">if drawn { <Plot chart={(*chart).clone()} {width} {lang} dispatch={page.dispatch.clone()} /> }</div>
            if drawn {
                <p class="note">
                    {chart.notes.join(" ")}{" "}{words::silence_is_measure(lang)}{" "}
                    <a href={page.route.on(View::Insights).href()}>{say::more_delays(lang)}</a>{" · "}
                    <a href={page.route.on(View::Timeline).href()}>{say::who_was_silent(lang)}</a>
                </p>
                <super::insights::twin::Twin page={page.clone()} chart={(*chart).clone()} />
            }
        </figure>
    }
}

/// Every entry of the record, those outside the result hollow.
fn chart(page: &Page) -> Chart {
    let lang = page.lang;
    let all: Vec<&Incident> = page.dataset.incidents.values().collect();
    let mut chart = spread(
        page,
        &all,
        "silence-front",
        words::silence_chart(lang),
        Delay::Silence,
    );
    let (mut drawn, mut hollow) = (0, 0);
    for mark in chart.rows.iter_mut().flat_map(|row| &mut row.marks) {
        mark.hollow = !page.results.hits.contains(&mark.id);
        match mark.hollow {
            true => hollow += 1,
            false => drawn += 1,
        }
    }
    let found = page.results.hits.len();
    chart
        .notes
        .insert(0, say::filled(lang, drawn, found, hollow));
    chart
}

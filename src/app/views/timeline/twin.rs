//! The lanes as a table: every date, in the lanes' order.

use super::lanes::{Lane, Shared};
use crate::messages::{format, timeline as say, words};
use crate::state::Page;
use incidents::model::Date;
use yew::prelude::*;

/// How many rows come at once.
const WINDOW: usize = 50;

/// What the table is given.
#[derive(Clone, PartialEq, Properties)]
pub struct TwinProps {
    /// The page's values.
    pub page: Page,
    /// The lanes.
    pub lanes: Shared,
}

/// The table; long ones a window at a time, on paper all.
#[component]
pub fn Twin(props: &TwinProps) -> Html {
    let TwinProps { page, lanes } = props;
    let lang = page.lang;
    let drawn = use_state(|| WINDOW);
    let all = &lanes.0.all;
    let shown = if page.unrolled == usize::MAX {
        usize::MAX
    } else {
        *drawn
    };
    let left = all.len().saturating_sub(shown);
    let onclick = {
        let drawn = drawn.clone();
        Callback::from(move |_: MouseEvent| drawn.set(drawn.saturating_add(4 * WINDOW)))
    };
    let heads = [
        words::entry_column(lang),
        say::country(lang),
        words::began(lang),
        words::detected(lang),
        words::disclosed(lang),
    ];
    html! {
        <section class="block timeline-table">
            <h2>{say::as_table(lang)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label={say::as_table(lang)}>
                <table class="list">
                    <thead><tr>
                        { for heads.iter().map(|text| html! { <th scope="col">{*text}</th> }) }
                        <th scope="col" class="num">{say::silence(lang)}</th>
                    </tr></thead>
                    <tbody>{ for all.iter().take(shown).map(|lane| row(page, lane)) }</tbody>
                </table>
            </div>
            if left > 0 {
                <button type="button" class="action" {onclick}>{say::more_rows(lang)}{format!(" ({left})")}</button>
            }
        </section>
    }
}

fn row(page: &Page, lane: &Lane) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let Some(incident) = dataset.incidents.get(&lane.id) else {
        return Html::default();
    };
    let countries = dataset.victim_countries(incident);
    let countries: Vec<&str> = countries
        .iter()
        .map(|c| dataset.country_name(c, lang))
        .collect();
    let date = |date: Option<Date>| match date {
        Some(date) => html! { <td>{format::date(lang, &date)}</td> },
        None => html! { <td class="quiet">{words::not_stated(lang)}</td> },
    };
    html! {
        <tr key={lane.id.as_str()}>
            <th scope="row"><a href={page.href(&lane.id)}>{lane.name.clone()}</a></th>
            <td>{format::list(lang, &countries)}</td>
            { date(dataset.began(incident)) }
            { date(dataset.detected(incident)) }
            { date(dataset.disclosed(incident)) }
            <td class="num">{lane.figure.clone()}</td>
        </tr>
    }
}

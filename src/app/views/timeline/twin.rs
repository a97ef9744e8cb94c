//! The lanes as a table: every date, in the lanes' order, a window of rows at a time.

use super::super::tray;
use super::lanes::{Lane, Lanes};
use super::live::Move;
use crate::markup::html;
use crate::messages::{format, timeline as say, words};
use crate::state::Page;
use incidents::model::Date;
use yew::prelude::*;

/// How many rows come at once.
pub const WINDOW: usize = 50;

/// The table: so many rows, and a button for more; on paper all.
pub fn twin(page: &Page, lanes: &Lanes, drawn: usize, act: &Callback<Move>) -> Html {
    let lang = page.lang;
    let all = &lanes.all;
    let left = all.len().saturating_sub(drawn);
    let onclick = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Move::MoreRows))
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
                    <tbody>{ for all.iter().take(drawn).map(|lane| row(page, lane)) }</tbody>
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
            <th scope="row"><a href={page.href(&lane.id)}>{lane.name.clone()}</a>{" "}{ tray::small(page, incident) }</th>
            <td>{format::list(lang, &countries)}</td>
            { date(dataset.began(incident)) }
            { date(dataset.detected(incident)) }
            { date(dataset.disclosed(incident)) }
            <td class="num">{lane.figure.clone()}</td>
        </tr>
    }
}

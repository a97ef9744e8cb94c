//! The results as rows: columns are chosen, a heading sorts, and only rows near the view are drawn.
//!
//! Rows come in chunks of [`CHUNK`]. A chunk out of sight is one empty row as high as the chunk was
//! when it was drawn, or as high as its rows are taken to be until then.

mod cells;
#[cfg(test)]
mod tests;
mod tools;

use super::cards::no_match;
use super::component::component;
use super::hooks::{use_effect_with, use_state_eq};
use super::tray;
use crate::browser::{gesture, page as browser, place};
use crate::markup::html;
use crate::messages::table as say;
use crate::state::{Action, Page};
use geometry::path::decimal;
use geometry::windowing::parts_shown;
use incidents::dataset::grid::Column;
use incidents::model::{Incident, IncidentId};
use std::rc::Rc;
use yew::functional::Hook;
use yew::prelude::*;

/// Rows come and go in chunks of this many.
const CHUNK: usize = 20;
/// How high a row is taken to be before it is drawn, in px: two lines.
const ROW_PX: f64 = 46.0;
/// The element that scrolls.
const FRAME: &str = "table-frame";
/// Where the copied text stands.
const AREA: &str = "table-text";

/// The table of the current result.
pub fn table(page: &Page) -> Html {
    component(page.clone(), |page, hooks| use_table(page).run(hooks))
}

#[hook]
fn use_table(page: &Page) -> Html {
    let (lang, grid) = (page.lang, &page.route.grid);
    let asked = (page.results.clone(), lang, grid.sort);
    let rows = use_memo(asked, |_| ordered(page));
    let heights = use_mut_ref(Vec::<f64>::new);
    let drawn = use_state_eq(|| (0, 2));
    let wanted = use_mut_ref(|| None::<usize>);
    // Copied, or only selected; forgotten when there is something else to copy.
    let done = use_state_eq(|| None::<bool>);
    {
        let (done, heights) = (done.setter(), heights.clone());
        let shown = (rows.clone(), lang, grid.columns.clone());
        use_effect_with(shown, move |(rows, ..)| {
            done.set(None);
            let rest = |first: usize| (rows.len() - first).min(CHUNK) as f64 * ROW_PX;
            heights.replace((0..rows.len()).step_by(CHUNK).map(rest).collect());
        });
    }
    let measure = {
        let (heights, now, set) = (heights.clone(), *drawn, drawn.setter());
        move || {
            let mut heights = heights.borrow_mut();
            for at in now.0..now.1 {
                if let Some((known, px)) = heights.get_mut(at).zip(gesture::height(&chunk_id(at))) {
                    *known = px;
                }
            }
            if let Some((above, window)) = gesture::scrolled_in(FRAME) {
                set.set(parts_shown(&heights, above, window));
            }
        }
    };
    {
        let (measure, wanted) = (measure.clone(), wanted.clone());
        use_effect(move || {
            measure();
            let row = wanted
                .borrow_mut()
                .take_if(|row| gesture::height(&row_id(*row)).is_some());
            if let Some(row) = row {
                browser::step_to(&row_id(row));
            }
            let listening = place::moves(measure);
            move || drop(listening)
        });
    }
    if rows.is_empty() {
        return no_match(page);
    }
    let onscroll = Callback::from(move |_: Event| measure());
    let onkeydown = {
        let last = rows.len() - 1;
        Callback::from(move |event: KeyboardEvent| step(&event, last, &mut wanted.borrow_mut()))
    };
    let heights = heights.borrow();
    let all = page.unrolled == usize::MAX;
    let (first, end) = if all { (0, usize::MAX) } else { *drawn };
    let columns = grid.columns.len().to_string();
    let count = (rows.len() + 1).to_string();
    html! {
        <section class="result-table">
            <div class="table-head">
                <h2>{say::title(lang)}</h2>
                { tools::columns(page) }
                { tools::copy(page, &rows, &done) }
            </div>
            <p class="note">{say::hint(lang)}</p>
            <div class="frame" id={FRAME} tabindex="0" role="region" aria-label={say::title(lang)} {onscroll}>
                <table class="rows" aria-rowcount={count} {onkeydown}>
                    <thead><tr aria-rowindex="1">{ for grid.columns.iter().map(|c| head(page, *c)) }</tr></thead>
                    { for rows.chunks(CHUNK).enumerate().map(|(at, ids)| match (first..end).contains(&at) {
                        true => chunk(page, at, ids),
                        false => {
                            let height = heights.get(at).copied();
                            let height = decimal(height.unwrap_or(ids.len() as f64 * ROW_PX));
                            html! { <tbody key={at} aria-hidden="true"><tr><td colspan={columns.clone()} {height}></td></tr></tbody> }
                        }
                    }) }
                </table>
            </div>
        </section>
    }
}

/// The results, in the order of the chosen column.
fn ordered(page: &Page) -> Vec<IncidentId> {
    let hits = &page.results.hits;
    let Some((column, descending)) = page.route.grid.sort else {
        return hits.clone();
    };
    let known = hits.iter().filter_map(|id| page.dataset.incidents.get(id));
    let known: Vec<&Incident> = known.collect();
    let places = page
        .dataset
        .in_order_of(&known, column, descending, page.lang);
    let entry = |at: usize| known.get(at).map(|i| i.id.clone());
    places.into_iter().filter_map(entry).collect()
}

fn row_id(row: usize) -> String {
    format!("row-{row}")
}

fn chunk_id(at: usize) -> String {
    format!("rows-{at}")
}

/// A heading is a button that sorts.
fn head(page: &Page, column: Column) -> Html {
    let grid = &page.route.grid;
    let (order, sign) = match grid.sort {
        Some((by, false)) if by == column => (Some("ascending"), "↑"),
        Some((by, true)) if by == column => (Some("descending"), "↓"),
        _ => (None, ""),
    };
    let onclick = page.act(move || Action::SortRows(column));
    let class = cells::is_number(column).then_some("num");
    html! {
        <th scope="col" {class} aria-sort={order} data-column={column.word()}>
            <button type="button" {onclick}>{say::column(page.lang, column)}<i aria-hidden="true">{sign}</i></button>
        </th>
    }
}

/// Some rows that follow one another.
fn chunk(page: &Page, at: usize, ids: &[IncidentId]) -> Html {
    let row = |(n, id): (usize, &IncidentId)| {
        let known = page.dataset.incidents.get(id);
        known.map(|incident| row(page, incident, at * CHUNK + n))
    };
    html! { <tbody key={at} id={chunk_id(at)}>{ for ids.iter().enumerate().filter_map(row) }</tbody> }
}

fn row(page: &Page, incident: &Incident, at: usize) -> Html {
    let columns = page.route.grid.columns.iter().skip(1);
    let entry = cells::cell(page, incident, Column::Entry);
    html! {
        <tr key={incident.id.as_str()} aria-rowindex={(at + 2).to_string()}>
            <th scope="row">
                <span>
                    <a id={row_id(at)} href={page.href(&incident.id)}>{entry.text}</a>
                    { tray::small(page, incident) }
                </span>
            </th>
            { for columns.map(|column| cells::drawn(page, incident, *column)) }
        </tr>
    }
}

/// Arrow keys go from row to row, Home and End to the first and the last. A row that is not drawn
/// yet is scrolled to, and takes the focus once it is there.
fn step(event: &KeyboardEvent, last: usize, wanted: &mut Option<usize>) {
    let target = event.target_dyn_into::<web_sys::Element>();
    let row = target.and_then(|t| t.closest("tr").ok().flatten());
    let place = row.and_then(|row| row.get_attribute("aria-rowindex")?.parse::<usize>().ok());
    // The head is the first row.
    let Some(place) = place else {
        return;
    };
    let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
    let to = match event.key().as_str() {
        "ArrowDown" if plain && place <= last + 1 => place - 1,
        "ArrowUp" if plain && place > 2 => place - 3,
        "Home" if plain => 0,
        "End" if plain => last,
        _ => return,
    };
    event.prevent_default();
    if gesture::height(&row_id(to)).is_some() {
        browser::step_to(&row_id(to));
    } else {
        *wanted = Some(to);
        gesture::scroll_to_end(FRAME, to > 0);
    }
}

/// All rows as tab-separated text, with the names of the columns.
fn text(page: &Page, rows: &Rc<Vec<IncidentId>>) -> String {
    let columns = &page.route.grid.columns;
    let heads = columns
        .iter()
        .map(|c| say::column(page.lang, *c).to_owned());
    let entries = rows.iter().filter_map(|id| page.dataset.incidents.get(id));
    let entry = |incident: &Incident| {
        let cells = columns.iter().map(|c| cells::cell(page, incident, *c));
        cells.map(|cell| cell.plain(page)).collect()
    };
    incidents::tsv::rows([heads.collect()].into_iter().chain(entries.map(entry)))
}

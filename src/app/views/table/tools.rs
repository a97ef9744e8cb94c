//! Which columns the table has, and its rows as text.

use super::{AREA, text};
use crate::browser::page as browser;
use crate::markup::html;
use crate::messages::{story, table as say};
use crate::state::{Action, Page};
use crate::views::hooks::UseStateHandle;
use incidents::dataset::grid::Column;
use incidents::model::IncidentId;
use std::rc::Rc;
use yew::prelude::*;

/// A box for each column but the entry, which leads every row.
pub fn columns(page: &Page) -> Html {
    let grid = &page.route.grid;
    let choice = |column: &Column| {
        let (column, checked) = (*column, grid.columns.contains(column));
        let onchange = page.act(move || Action::Column(column));
        html! {
            <label class="check"><input type="checkbox" {checked} {onchange} />{say::column(page.lang, column)}</label>
        }
    };
    let others = Column::ALL.iter().filter(|c| **c != Column::Entry);
    html! {
        <details class="columns">
            <summary>{say::columns(page.lang)}{format!(" ({})", grid.columns.len())}</summary>
            <fieldset aria-label={say::columns(page.lang)}>{ for others.map(choice) }</fieldset>
        </details>
    }
}

/// The button that copies all rows; where a frame forbids that, the text is shown, selected.
pub fn copy(page: &Page, rows: &Rc<Vec<IncidentId>>, done: &UseStateHandle<Option<bool>>) -> Html {
    let lang = page.lang;
    let onclick = {
        let (page, rows, done) = (page.clone(), rows.clone(), done.setter());
        Callback::from(move |_: MouseEvent| {
            done.set(Some(browser::copy_text(AREA, &text(&page, &rows))));
        })
    };
    let told = match **done {
        Some(true) => say::copied(lang, rows.len()),
        Some(false) => story::selected(lang).to_owned(),
        None => String::new(),
    };
    let shown = **done == Some(false);
    let class = if shown { "as-text" } else { "unseen" };
    let tabindex = if shown { "0" } else { "-1" };
    html! {
        <>
            <button type="button" class="action" {onclick}>{say::copy(lang)}</button>
            <span class="note" role="status">{told}</span>
            <textarea id={AREA} {class} {tabindex} readonly={true} rows="6" wrap="off" aria-label={say::text(lang)} />
        </>
    }
}

//! A chart as a table: the same rows and marks in the same order, and the rows no mark stands in.

use super::chart::{Chart, Mark, Row};
use crate::messages::words;
use crate::state::Page;
use yew::{Html, html};

/// The table.
pub fn table(page: &Page, chart: &Chart) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={chart.title}>
            <table class="list">
                <thead><tr><th scope="col">{words::entry_column(page.lang)}</th><th scope="col" class="num">{chart.column}</th></tr></thead>
                <tbody>{ for chart.rows.iter().map(|row| group(page, row)) }</tbody>
            </table>
        </div>
    }
}

fn group(page: &Page, row: &Row) -> Html {
    html! {
        <>
            <tr class="group"><th scope="row">{row.name.clone()}</th><td class="num">{row.figure(page.lang)}</td></tr>
            { for row.marks.iter().map(|mark| entry(page, mark)) }
        </>
    }
}

fn entry(page: &Page, mark: &Mark) -> Html {
    html! {
        <tr><td><a href={page.href(&mark.id)}>{mark.name.clone()}</a></td><td class="num">{mark.figure.clone()}</td></tr>
    }
}

//! A chart as a table: the same rows and marks in the same order, and the rows no mark stands in.

use super::chart::{Chart, Mark, Row};
use crate::messages::insights as say;
use crate::state::Page;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Twin`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct TwinProps {
    /// The page's values.
    pub page: Page,
    /// The chart.
    pub chart: Rc<Chart>,
}

/// The table behind a button: made only when it is asked for.
#[component]
pub fn Twin(props: &TwinProps) -> Html {
    let open = use_state(|| false);
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let (page, chart) = (&props.page, &props.chart);
    html! {
        <>
            <button type="button" class="action twin-button" aria-expanded={open.to_string()} {onclick}>
                {say::as_table(page.lang)}<span class="unseen">{": "}{chart.title}</span>
            </button>
            if *open { { table(page, chart) } }
        </>
    }
}

/// The table.
pub fn table(page: &Page, chart: &Chart) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={chart.title}>
            <table class="list">
                <thead><tr><th scope="col">{say::entry(page.lang)}</th><th scope="col" class="num">{chart.column}</th></tr></thead>
                { for chart.rows.iter().map(|row| group(page, row)) }
            </table>
        </div>
    }
}

fn group(page: &Page, row: &Row) -> Html {
    let median = say::median_is(page.lang, row.median);
    html! {
        <tbody>
            if !row.name.is_empty() {
                <tr class="group"><th scope="row">{row.name.clone()}</th><td class="num">{median}{" "}{row.count.clone()}</td></tr>
            }
            { for row.marks.iter().map(|mark| entry(page, mark)) }
        </tbody>
    }
}

fn entry(page: &Page, mark: &Mark) -> Html {
    html! {
        <tr><td><a href={page.href(&mark.id)}>{mark.name.clone()}</a></td><td class="num">{mark.figure.clone()}</td></tr>
    }
}

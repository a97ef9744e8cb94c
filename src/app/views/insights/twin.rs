//! A chart as a table: the same rows and marks in the same order, and the rows no mark stands in.

use super::chart::Chart;
use crate::markup::html;
use crate::messages::words;
use crate::state::Page;
use crate::views::subject;
use yew::Html;

/// The table.
pub fn table(page: &Page, chart: &Chart) -> Html {
    let lang = page.lang;
    let mut rows: Vec<Html> = Vec::new();
    for row in &chart.rows {
        let name = html! { {row.name.clone()} };
        rows.push(line("group", name, row.figure(lang)));
        for mark in &row.marks {
            let name = html! { <a href={page.href(&mark.id)}>{mark.name.clone()}</a> };
            rows.push(line("", name, mark.figure.clone()));
        }
    }
    let heads = [words::entry_column(lang), (chart.made.column)(lang)];
    subject::table((chart.made.title)(lang), "list", &heads, rows)
}

fn line(class: &'static str, name: Html, figure: String) -> Html {
    html! { <tr {class}><th scope="row">{name}</th><td class="num">{figure}</td></tr> }
}

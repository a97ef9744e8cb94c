//! The query reference, opened under the search box: what can be asked, with examples to try.

use crate::markup::html;
use crate::messages::search;
use crate::state::{Action, Page};
use incidents::search::Query;
use incidents::search::reference::reference;
use yew::prelude::*;

/// The reference in the reader's language.
pub fn help(page: &Page) -> Html {
    let mut blocks: Vec<Html> = Vec::new();
    let mut list: Vec<Html> = Vec::new();
    for line in reference(page.lang).lines() {
        if let Some(example) = line.strip_prefix("* ") {
            list.push(html! { <li>{spans(page, example)}</li> });
            continue;
        }
        blocks.extend(closed(&mut list));
        blocks.push(match line.strip_prefix("## ") {
            Some(heading) => html! { <h3>{heading}</h3> },
            None => html! { <p>{spans(page, line)}</p> },
        });
    }
    blocks.extend(closed(&mut list));
    html! { <section class="help" id="help" aria-label={search::all_fields(page.lang)}>{ for blocks }</section> }
}

fn closed(list: &mut Vec<Html>) -> Option<Html> {
    let items = std::mem::take(list);
    (!items.is_empty()).then(|| html! { <ul>{ for items }</ul> })
}

/// Text with its code; an example that asks something is a button that asks it.
fn spans(page: &Page, line: &'static str) -> Html {
    let part = |(n, text): (usize, &'static str)| match n % 2 {
        0 => html! { {text} },
        _ if text.contains(':') || text.contains(' ') => {
            let asked = Query::parse(&page.route.query);
            let onclick = page.act(move || {
                let parts = Query::parse(text);
                let added = parts
                    .exprs()
                    .fold(asked.clone(), |all, part| all.appended(part));
                Action::EditQuery(added.text().to_owned())
            });
            html! { <button type="button" {onclick}><code>{text}</code></button> }
        }
        _ => html! { <code>{text}</code> },
    };
    html! { { for line.split('`').enumerate().map(part) } }
}

//! The links as a table: every attribution with who says so and when.

use super::super::parts::{claim_href, claimant, entry_text, group};
use super::Scene;
use super::net::Drawn;
use crate::markup::html;
use crate::messages::{format, links as say, vocabulary, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{Attribution, Incident, Lang};
use yew::Html;

/// A row for each claim behind an attribution that is shown, and one for an entry without any; in
/// the order of the picture.
pub fn table(page: &Page, scene: &Scene) -> Html {
    let (lang, chosen) = (page.lang, &page.route.links);
    let mut rows: Vec<Html> = Vec::new();
    for (id, at) in scene.in_order() {
        let Some(incident) = page.dataset.incidents.get(id) else {
            continue;
        };
        let far = far(scene, at, lang);
        let before = rows.len();
        let shown = incident.attributions.iter();
        for attribution in shown.filter(|a| !chosen.hidden.contains(&a.rung)) {
            let held = page.dataset.claims(incident, &attribution.claims);
            rows.extend(
                held.iter()
                    .map(|h| row(page, incident, &far, attribution, h)),
            );
        }
        if rows.len() == before {
            // An entry whose rungs are all hidden stands in the picture too.
            let told = match incident.attributions.is_empty() {
                true => [
                    say::nobody(lang),
                    vocabulary::not_attributed(lang),
                    words::no_claim_held(lang),
                ],
                false => ["–"; 3],
            };
            let [who, rung, claim] = told;
            rows.push(html! {
                <tr class="quiet">
                    <td>{who}</td>
                    <td>{entry(page, incident)}</td>
                    <td>{far}</td>
                    <td>{rung}</td>
                    <td>{claim}</td>
                    <td>{"–"}</td>
                </tr>
            });
        }
    }
    html! {
        <section class="block">
            <h2>{words::links_table(lang)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label={words::links_table(lang)}>
                <table class="list">
                    <thead><tr>
                        <th scope="col">{words::group(lang)}</th>
                        <th scope="col">{words::entry_column(lang)}</th>
                        <th scope="col">{super::chosen::head(chosen.far, lang)}</th>
                        <th scope="col">{words::rung(lang)}</th>
                        <th scope="col">{words::who_says(lang)}</th>
                        <th scope="col">{words::when(lang)}</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}

fn entry(page: &Page, incident: &Incident) -> Html {
    html! { <a href={page.href(&incident.id)}>{entry_text(page, incident)}</a> }
}

/// What the last column of the picture shows for an entry.
fn far(scene: &Scene, at: usize, lang: Lang) -> Html {
    let far = scene.net.neighbours_of(at).into_iter();
    let far = far.filter_map(|i| scene.net.boxes.get(i));
    let one = |(i, drawn): (usize, &Drawn)| {
        let comma = if i > 0 { format::comma(lang) } else { "" };
        let title = drawn.title.clone();
        match drawn.href.clone() {
            Some(href) => html! { <>{comma}<a {href}>{title}</a></> },
            None => html! { {title} },
        }
    };
    let far = far.filter(|drawn| drawn.column == 2).enumerate().map(one);
    html! { { for far } }
}

fn row(
    page: &Page,
    incident: &Incident,
    far: &Html,
    attribution: &Attribution,
    held: &Held<'_>,
) -> Html {
    let lang = page.lang;
    let date = held.claim.date.as_ref().map(|d| format::date(lang, d));
    let stance = vocabulary::stance(lang, held.claim.stance);
    html! {
        <tr>
            <td>{group(page, attribution)}</td>
            <td>{entry(page, incident)}</td>
            <td>{far.clone()}</td>
            <td>{vocabulary::rung(lang, attribution.rung)}</td>
            <td>
                <a href={claim_href(page, held)}>{claimant(page, held)}</a>
                if !stance.is_empty() { {", "}{stance} }
            </td>
            <td>{date.unwrap_or_else(|| words::not_dated(lang).to_owned())}</td>
        </tr>
    }
}

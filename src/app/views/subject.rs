//! Pages about what entries share: a group and its names, an organisation and its offices, a
//! vulnerability, a technique, a country, a publisher.

mod actor;
mod organisation;
mod thing;

use super::parts::{entry_text, rung_glyph, rung_words};
use crate::markup::html;
use crate::messages::{format, subject as say, words};
use crate::route::{Route, Subject, View};
use crate::state::Page;
use incidents::Dataset;
use incidents::model::{Actor, Incident, Lang};
use yew::Html;

/// The page about something.
pub fn subject(page: &Page, about: &Subject) -> Html {
    let dataset = &page.dataset;
    let known = match about {
        Subject::Actor(id) => dataset.actors.get(id).map(|a| actor::actor(page, a)),
        Subject::Name(name) => Some(actor::name(page, name)),
        Subject::Organisation(id) => {
            let known = dataset.organisations.get(id);
            known.map(|o| organisation::organisation(page, o))
        }
        Subject::Vulnerability(cve) => {
            let known = dataset.vulnerabilities.get(cve);
            known.map(|v| thing::vulnerability(page, v))
        }
        Subject::Technique(id) => Some(thing::technique(page, id)),
        Subject::Country(code) => Some(thing::country(page, code)),
        Subject::Source(name) => thing::publisher(page, name),
    };
    match known {
        Some(known) => html! { <article class="subject">{ head(page, about) }{ known }</article> },
        None => unknown(page, about),
    }
}

fn unknown(page: &Page, about: &Subject) -> Html {
    html! {
        <div class="panel">
            <h1>{say::nobody_known(page.lang)}</h1>
            <p><code>{about.to_string()}</code></p>
            <p><a href={page.route.on(View::Cards).href()}>{words::back_to_all(page.lang)}</a></p>
        </div>
    }
}

/// What a page is about, as a heading and for the window.
pub fn title(dataset: &Dataset, lang: Lang, about: &Subject) -> String {
    match about {
        Subject::Actor(id) => {
            let known = dataset.actors.get(id);
            known.map_or(id.to_string(), |a| a.name().to_owned())
        }
        Subject::Organisation(id) => {
            let known = dataset.organisations.get(id);
            known.map_or(id.to_string(), |o| o.name.get(lang).0.to_owned())
        }
        Subject::Country(code) => dataset.country_name(code, lang).to_owned(),
        Subject::Name(name) | Subject::Source(name) => name.clone(),
        Subject::Vulnerability(cve) => cve.to_string(),
        Subject::Technique(id) => id.to_string(),
    }
}

fn head(page: &Page, about: &Subject) -> Html {
    let lang = page.lang;
    let kind = match about {
        Subject::Actor(_) => say::group_words(lang),
        Subject::Name(_) => say::name_words(lang),
        Subject::Organisation(_) => say::organisation_words(lang),
        Subject::Vulnerability(_) => say::vulnerability_words(lang),
        Subject::Technique(_) => say::technique_words(lang),
        Subject::Country(_) => say::country_words(lang),
        Subject::Source(_) => say::source_words(lang),
    };
    let title = title(&page.dataset, lang, about);
    let english = matches!(about, Subject::Actor(_) | Subject::Name(_)) && title.is_ascii();
    let tag = (english && lang != Lang::En).then_some("en");
    html! {
        <header>
            <p class="crumbs"><a href={page.route.on(View::Cards).href()}>{words::back_to_all(lang)}</a>{" / "}{kind}</p>
            <h1 lang={tag}>{title}</h1>
        </header>
    }
}

/// A part of the page under its heading.
fn block(title: &str, note: Option<&str>, content: Html) -> Html {
    html! {
        <section class="block">
            <h2>{title.to_owned()}</h2>
            { for note.map(|n| html! { <p class="lede">{n.to_owned()}</p> }) }
            { content }
        </section>
    }
}

/// A link to the page about something.
pub fn link(page: &Page, about: Subject, text: impl Into<yew::AttrValue>) -> Html {
    fn drawn(href: String, text: yew::AttrValue) -> Html {
        html! { <a class="link" {href}>{text}</a> }
    }
    drawn(page.about(about), text.into())
}

/// A link to a group's page.
fn actor_link(page: &Page, actor: &Actor) -> Html {
    link(
        page,
        Subject::Actor(actor.id.clone()),
        actor.name().to_owned(),
    )
}

/// A link to an entry.
fn entry_link(page: &Page, incident: &Incident) -> Html {
    html! { <a class="link" href={page.href(&incident.id)}>{entry_text(page, incident)}</a> }
}

/// Entries with their rungs and dates, a row each.
fn entries(page: &Page, all: &[&Incident], none: &str) -> Html {
    if all.is_empty() {
        return html! { <p class="quiet">{none.to_owned()}</p> };
    }
    let lang = page.lang;
    let row = |incident: &&Incident| {
        let disclosed = page.dataset.disclosed(incident);
        let disclosed = disclosed.map(|d| format::date(lang, &d));
        html! {
            <tr>
                <td>{entry_link(page, incident)}<p>{incident.title.get(lang).to_owned()}</p></td>
                <td class="rung">{rung_glyph(incident)}<span>{rung_words(lang, incident)}</span></td>
                <td class="when">{disclosed.unwrap_or_else(|| words::not_published(lang).to_owned())}</td>
            </tr>
        }
    };
    let label = words::entries(lang);
    table(
        label,
        "list",
        &[
            words::entry_column(lang),
            words::rungs_held(lang),
            words::disclosed(lang),
        ],
        all.iter().map(row).collect(),
    )
}

/// A table that scrolls by itself in a narrow window.
pub(super) fn table(label: &str, class: &'static str, heads: &[&str], rows: Vec<Html>) -> Html {
    let head = |text: &&str| html! { <th scope="col">{(*text).to_owned()}</th> };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={label.to_owned()}>
            <table {class}>
                <thead><tr>{ for heads.iter().map(head) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

/// How many entries there are by country of a victim; none stated comes last and is counted.
fn homes(page: &Page, all: &[&Incident]) -> Html {
    let lang = page.lang;
    let homes = page.dataset.at_home(all);
    let most = homes.iter().map(|(_, e)| e.len()).max().unwrap_or(1);
    let row = |(code, entries): &incidents::search::about::AtHome<'_>| {
        let name = match code {
            Some(code) => {
                let name = page.dataset.country_name(code, lang).to_owned();
                link(page, Subject::Country(*code), name)
            }
            None => html! { <span class="quiet">{say::not_stated_country(lang)}</span> },
        };
        bar(name, entries.len(), most)
    };
    html! { <ul class="bars">{ for homes.iter().map(row) }</ul> }
}

/// A row of a small chart: what, a bar, how many.
fn bar(what: Html, count: usize, most: usize) -> Html {
    let width = 100.0 * (count as f64) / (most.max(1) as f64);
    html! {
        <li>
            <span>{what}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                { super::svg::rect("bar", [0.0, 0.0, width, 8.0], 0.0) }
            </svg>
            <span class="num">{count}</span>
        </li>
    }
}

/// The way to the same in another view, by a query.
fn ways(page: &Page, query: &str) -> Html {
    let to = |view: View| {
        let query = query.to_owned();
        Route {
            query,
            ..page.route.on(view)
        }
        .href()
    };
    html! {
        <p class="choices">
            <a class="action" href={to(View::Links)}>{say::in_links(page.lang)}</a>
            <a class="action" href={to(View::Cards)}>{say::in_cards(page.lang)}</a>
        </p>
    }
}

#[cfg(test)]
mod tests;

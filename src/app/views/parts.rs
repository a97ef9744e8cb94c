//! Small pieces that several views share: names of things, claimants, marks and citations.

use super::icons::{Icon, icon};
use super::svg;
use crate::markup::html;
use crate::messages::{format, incident, names, tagged, vocabulary, words};
use crate::route::{Route, Subject, View};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{
    Attributee, Attribution, Claimant, Incident, Lang, OrganisationId, Role, Rung, Source,
    SourceId, Victim, Waypoint,
};
use incidents::search::Field;
use yew::Html;

/// An organisation's name.
pub fn organisation(page: &Page, id: &OrganisationId) -> Html {
    match page.dataset.organisations.get(id) {
        Some(organisation) => tagged::name(page.lang, &organisation.name),
        None => html! { {id.to_string()} },
    }
}

/// An organisation's name, with the way to its page.
pub fn organisation_link(page: &Page, id: &OrganisationId) -> Html {
    let name = organisation(page, id);
    html! { <a href={page.about(Subject::Organisation(id.clone()))}>{name}</a> }
}

/// The victim's name, and in the other language where a source gives it.
pub fn victim_names(page: &Page, incident: &Incident) -> (Html, Html) {
    let lang = page.lang;
    let first = incident.victims.first();
    let (name, second) = match first {
        Some(Victim::Organisation(id)) => {
            let name = page.dataset.organisations.get(id).map(|o| &o.name);
            let second = name.and_then(|n| n.second(lang));
            let second = second.map(|(text, tag)| tagged::tagged(lang, text, tag));
            (organisation(page, id), second.unwrap_or_default())
        }
        Some(Victim::Unnamed(group)) => (
            html! { {group.description.get(lang).to_owned()} },
            Html::default(),
        ),
        None => (html! { {incident.id.to_string()} }, Html::default()),
    };
    (name, second)
}

/// The victim's name as plain text, for pictures and titles.
pub fn victim_text(page: &Page, incident: &Incident) -> String {
    names::victim(&page.dataset, page.lang, incident)
}

/// The year an entry is told by: that of its id, which every entry has.
pub fn entry_text(page: &Page, incident: &Incident) -> String {
    names::entry(&page.dataset, page.lang, incident)
}

/// The way in, in one line: countries, an arrow, where it led.
pub fn route_line(page: &Page, incident: &Incident) -> Html {
    let text = names::route(&page.dataset, page.lang, incident);
    html! { <p class="route">{icon(Icon::Office)}{text}</p> }
}

/// Who is named by an attribution.
pub fn attributee(page: &Page, to: &Attributee) -> String {
    names::attributee(&page.dataset, page.lang, to)
}

/// Who is named by an attribution, under the name it uses: `BRONZE BUTLER (Tick)`.
pub fn named(page: &Page, attribution: &Attribution) -> String {
    names::named(&page.dataset, page.lang, attribution)
}

/// Who is named by an attribution, with the way to the page of a group that has a record.
pub fn group(page: &Page, attribution: &Attribution) -> Html {
    let text = named(page, attribution);
    match &attribution.to {
        Attributee::Actor(id) => {
            html! { <a href={page.about(Subject::Actor(id.clone()))}>{text}</a> }
        }
        _ => html! { {text} },
    }
}

/// Six rising bars, filled where claims stand.
pub fn rung_glyph(incident: &Incident) -> Html {
    let held = incident.rungs();
    let bar = |(i, rung): (u8, Rung)| {
        let height = 3.0 + 2.0 * f64::from(i);
        let on = if held.contains(&rung) { "on" } else { "off" };
        svg::rect(on, [f64::from(i) * 6.0, 15.0 - height, 4.0, height], 0.0)
    };
    html! {
        <svg class="rung-glyph" width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
            { for (0..).zip(Rung::LADDER).map(bar) }
        </svg>
    }
}

/// The rungs held, in words: `Press, victim`.
pub fn rung_words(lang: Lang, incident: &Incident) -> String {
    let names: Vec<&str> = incident
        .rungs()
        .iter()
        .map(|r| vocabulary::rung(lang, *r))
        .collect();
    match names.is_empty() {
        true => vocabulary::not_attributed(lang).to_owned(),
        false => format::list(lang, &names),
    }
}

/// A role with its letter and colour.
pub fn role_mark(lang: Lang, role: Role) -> Html {
    html! {
        <span class="by" data-role={role.word()}>
            <i aria-hidden="true"><span>{role.letter()}</span></i>
            <span>{vocabulary::role(lang, role)}</span>
        </span>
    }
}

/// Who says it: organisation, person with affiliation, or people not named; with whom; through
/// whom.
pub fn claimant(page: &Page, held: &Held<'_>) -> Html {
    let (claim, comma) = (held.claim, format::comma(page.lang));
    let [before, after] = words::via(page.lang);
    let by = match &claim.by {
        Claimant::Organisation(id) => organisation(page, id),
        Claimant::Unnamed(text) => html! { {text.get(page.lang).to_owned()} },
        Claimant::Person(person) => html! {
            <>
                { tagged::name(page.lang, &person.name) }
                if let Some(position) = &person.position {
                    {comma}{position.get(page.lang).to_owned()}
                }
                if let Some(id) = &person.affiliation {
                    {comma}{organisation(page, id)}
                }
            </>
        },
    };
    html! {
        <>
            { by }
            { for claim.with.iter().map(|id| html! { <>{" + "}{organisation(page, id)}</> }) }
            if let Some(via) = &claim.via {
                {before}{organisation(page, via)}{after}
            }
        </>
    }
}

/// Numbers of the sources a claim stands in, each a link to the list; or that none is matched.
pub fn citations(page: &Page, held: &Held<'_>, shown_on: &Incident) -> Html {
    if held.claim.source_not_matched {
        return html! { <span class="unmatched">{words::not_matched(page.lang)}</span> };
    }
    let number = |id: &SourceId| {
        held.home
            .sources
            .iter()
            .position(|s| s.id == *id)
            .map(|n| n + 1)
    };
    let elsewhere = held.home.id != shown_on.id;
    let cite = |n: usize| match elsewhere {
        true => html! {
            <a class="cite" href={claim_href(page, held)}>{format!("{}: {n}", entry_text(page, held.home))}</a>
        },
        false => source_link(n),
    };
    html! { { for held.claim.sources.iter().filter_map(number).map(cite) } }
}

/// A link to a source of the same page. The fragment is the page's address, so the link moves
/// the focus itself.
fn source_link(n: usize) -> Html {
    let onclick = yew::Callback::from(move |_: yew::MouseEvent| {
        crate::browser::page::focus(&format!("source-{n}"));
    });
    html! { <button type="button" class="cite" {onclick}>{n}</button> }
}

/// A source's title, marked with its language; or that our copy gives none.
pub fn title(lang: Lang, source: &Source) -> Html {
    if source.title.is_empty() {
        return html! { {words::no_title(lang)} };
    }
    // Descriptions of ours, and what datasets call a row, are English.
    let tag = source.language.as_deref().unwrap_or("en");
    let foreign = (tag != lang.tag()).then(|| tag.to_owned());
    html! { <cite lang={foreign}>{source.title.clone()}</cite> }
}

/// When a source was published, in what language, and how it was seen.
pub fn published(lang: Lang, source: &Source) -> String {
    let date = source.date.as_ref().map(|d| format::date(lang, d));
    let date = date.unwrap_or_else(|| words::no_date_in_copy(lang).to_owned());
    let language = source.language.as_deref();
    let language = language.map(|tag| incident::language(lang, tag));
    let seen = vocabulary::evidence(lang, source.evidence);
    match &language {
        Some(language) => format::list(lang, &[&date, language, seen]),
        None => format::list(lang, &[&date, seen]),
    }
}

/// The permanent address of a claim.
pub fn claim_href(page: &Page, held: &Held<'_>) -> String {
    let route = Route {
        claim: Some(held.claim.id.to_string()),
        ..page.route.on(View::Incident(held.home.id.clone()))
    };
    route.href()
}

/// A filter's value as a reader knows it.
pub fn value_name(page: &Page, field: Field, value: &str) -> String {
    if let Some(word) = vocabulary::value(page.lang, field, value) {
        return word.to_owned();
    }
    if field == Field::Actor {
        let id = value.parse().ok();
        let actor = id.and_then(|id| page.dataset.actors.get(&id));
        return actor.map_or(value, |a| a.name()).to_owned();
    }
    let code = value.parse().ok();
    let country = code.and_then(|code| page.dataset.countries.get(&code));
    country.map_or(value.to_owned(), |c| c.name(page.lang).to_owned())
}

/// One end of the way in, in words: what kind of office, where.
pub fn waypoint(page: &Page, waypoint: &Waypoint) -> String {
    names::waypoint(&page.dataset, page.lang, waypoint)
}

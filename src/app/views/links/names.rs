//! An actor's names against the lists that hold them: who uses each, how equal it is said to be.

use crate::markup::html;
use crate::messages::{format, links as say, vocabulary, words};
use crate::route::Subject;
use crate::state::Page;
use incidents::model::actor::LinkedCountry;
use incidents::model::{Actor, ActorName, Sameness, Source};
use yew::Html;

/// The matrix of one actor, with what a reader should know of the record.
pub fn names(page: &Page, actor: &Actor) -> Html {
    let note = actor.note.iter();
    let lede = html! {
        <>
            { for note.map(|n| html! { <p class="lede">{n.get(page.lang).to_owned()}</p> }) }
            { countries(page, actor) }
        </>
    };
    section(page, actor, lede)
}

/// The matrix alone, for a page that says the rest itself.
pub fn matrix(page: &Page, actor: &Actor) -> Html {
    section(page, actor, Html::default())
}

fn section(page: &Page, actor: &Actor, lede: Html) -> Html {
    let lang = page.lang;
    let title = say::names_of(lang, actor.name());
    let list = |source: &Source| {
        html! {
            <th scope="col"><a href={source.url.to_string()} target="_blank" rel="noopener noreferrer">{source.publisher.clone()}</a></th>
        }
    };
    html! {
        <section class="block">
            <h2>{title.clone()}</h2>
            { lede }
            <div class="scroll" tabindex="0" role="region" aria-label={title}>
                <table class="matrix">
                    <thead><tr>
                        <th scope="col">{words::name(lang)}</th>
                        { for actor.sources.iter().map(list) }
                        <th scope="col">{words::used_by(lang)}</th>
                        <th scope="col">{say::entries_under(lang)}</th>
                        <th scope="col">{words::treated_as(lang)}</th>
                    </tr></thead>
                    <tbody>{ for actor.names.iter().map(|name| row(page, actor, name)) }</tbody>
                </table>
            </div>
            <p class="note">{say::not_seen(lang)}</p>
        </section>
    }
}

fn row(page: &Page, actor: &Actor, name: &ActorName) -> Html {
    let lang = page.lang;
    let cell = |source: &Source| match name.listed_in.contains(&source.id) {
        true => {
            html! { <td><span class="yes" role="img" aria-label={say::listed(lang)}></span></td> }
        }
        false => {
            html! { <td><span class="no" role="img" aria-label={say::not_listed(lang)}>{"–"}</span></td> }
        }
    };
    let used: Vec<&str> = name.used_by.iter().map(String::as_str).collect();
    let used = if used.is_empty() {
        "–".to_owned()
    } else {
        format::list(lang, &used)
    };
    let disputed = (name.sameness == Some(Sameness::Disputed)).then_some("≠ ");
    // A name that another record bears too is a question, wherever it stands.
    let asked = page.dataset.bearers(&name.name).len() > 1;
    let address = page.about(Subject::Name(name.name.clone()));
    html! {
        <tr data-sameness={name.sameness.map(Sameness::word)}>
            <th scope="row" lang={latin(page, &name.name)}>{name.name.clone()}</th>
            { for actor.sources.iter().map(cell) }
            <td class="used">{used}</td>
            <td>{under(page, actor, name)}</td>
            <td class="same">
                {disputed.unwrap_or_default()}
                if asked { <a href={address}>{say::is_asked(lang)}</a> } else { {vocabulary::sameness(lang, name.sameness)} }
            </td>
        </tr>
    }
}

/// How many entries name the actor so; an attribution that says no other name says the first.
fn under(page: &Page, actor: &Actor, name: &ActorName) -> usize {
    let said = |named: &Option<String>| named.as_deref().unwrap_or(actor.name()) == name.name;
    let entries = page.dataset.attributed(&actor.id).into_iter();
    entries
        .filter(|(_, all)| all.iter().any(|a| said(&a.named)))
        .count()
}

/// Names of groups are English coinages, unless they are written in another script.
fn latin(page: &Page, name: &str) -> Option<&'static str> {
    let english = name.is_ascii() && page.lang != incidents::model::Lang::En;
    english.then_some("en")
}

/// Countries that somebody links it to, each with who says so.
fn countries(page: &Page, actor: &Actor) -> Html {
    if actor.countries.is_empty() {
        return Html::default();
    }
    let lang = page.lang;
    let one = |linked: &LinkedCountry| {
        let by = actor.sources.iter().find(|s| s.id == linked.by);
        let by = by.map_or("", |s| s.publisher.as_str());
        format!(
            "{} ({by})",
            page.dataset.country_name(&linked.country, lang)
        )
    };
    let all: Vec<String> = actor.countries.iter().map(one).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    html! { <p class="lede">{say::linked_to(lang)}{": "}{format::list(lang, &all)}</p> }
}

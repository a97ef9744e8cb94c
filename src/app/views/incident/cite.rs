//! How to cite the entry, or the claim the address names: three formats, each as text that can be
//! selected and copied by a button.

use super::super::component::component;
use super::super::hooks::{use_effect_with, use_state};
use super::super::parts::entry_text;
use crate::browser::{address, page as browser};
use crate::markup::html;
use crate::messages::{format, story as say};
use crate::route::{Route, View};
use crate::state::Page;
use incidents::cite::{Citation, Said};
use incidents::dataset::Held;
use incidents::model::{Claimant, Incident, IncidentId, OrganisationId, Source, SourceId};
use yew::functional::Hook;
use yew::prelude::*;

/// The three formats; of the claim that the page's address names, where it names one.
pub fn cite(page: &Page, id: &IncidentId) -> Html {
    component((page.clone(), id.clone()), |(page, id), hooks| {
        use_cite(page, id).run(hooks)
    })
}

#[hook]
fn use_cite(page: &Page, id: &IncidentId) -> Html {
    let base = use_state(String::new);
    let done = use_state(|| None::<(usize, bool)>);
    {
        let base = base.clone();
        use_effect_with((), move |()| base.set(address::base()));
    }
    {
        let done = done.clone();
        let cited = (id.clone(), page.route.claim.clone());
        use_effect_with(cited, move |_| done.set(None));
    }
    let Some(incident) = page.dataset.incidents.get(id) else {
        return Html::default();
    };
    let citation = citation(page, incident, &base);
    let lang = page.lang;
    let formats = [
        (say::cite_plain(lang), citation.plain()),
        ("BibTeX", citation.bibtex()),
        ("CSL-JSON", citation.csl_json()),
    ];
    let told = done.map(|(_, copied)| {
        if copied {
            say::copied(lang)
        } else {
            say::selected(lang)
        }
    });
    let format = |(i, (name, text)): (usize, (&'static str, String))| {
        let id = format!("cited-{i}");
        let onclick = {
            let (id, done) = (id.clone(), done.clone());
            Callback::from(move |_: MouseEvent| done.set(Some((i, browser::copy(&id)))))
        };
        let here = done.filter(|(at, _)| *at == i).and(told);
        html! {
            <div class="format">
                <h3>{name}</h3>
                <button type="button" class="action" {onclick}>{here.unwrap_or_else(|| say::copy(lang))}<span class="unseen">{" "}{name}</span></button>
                <pre tabindex="0" role="region" aria-label={name}><code {id}>{text}</code></pre>
            </div>
        }
    };
    let whole = page.href(&incident.id);
    html! {
        <>
            <p class="lede">
                if citation.claim.is_some() {
                    {say::cite_claim(lang)}{" "}<a href={whole}>{say::cite_whole(lang)}</a>{" "}
                } else { {say::cite_entry(lang)}{" "} }
                {say::cite_note(lang)}
            </p>
            <div class="formats">{ for formats.into_iter().enumerate().map(format) }</div>
            <p class="unseen" role="status">{told.unwrap_or_default()}</p>
        </>
    }
}

/// What is cited: the claim of the address where the entry has it, else the entry.
pub fn citation(page: &Page, incident: &Incident, base: &str) -> Citation {
    let named = page.route.claim.as_ref();
    let claim = named.and_then(|id| incident.claims.iter().find(|c| c.id.as_str() == id));
    let route = Route {
        view: View::Incident(incident.id.clone()),
        claim: claim.map(|c| c.id.to_string()),
        ..Route::default()
    };
    let key = match claim {
        Some(claim) => format!("{}#{}", incident.id, claim.id),
        None => incident.id.to_string(),
    };
    Citation {
        key,
        title: format!(
            "{}: {}",
            entry_text(page, incident),
            incident.title.get(page.lang)
        ),
        claim: claim.map(|claim| {
            let home = incident;
            said(page, &Held { home, claim })
        }),
        version: page.dataset.version.clone(),
        address: base.to_owned() + &route.href(),
        language: page.lang.tag(),
    }
}

fn said(page: &Page, held: &Held<'_>) -> Said {
    let source = |id: &SourceId| held.home.sources.iter().find(|s| s.id == *id).map(printed);
    Said {
        by: speakers(page, held),
        date: held.claim.date.clone(),
        text: held.claim.text.get(page.lang).to_owned(),
        sources: held.claim.sources.iter().filter_map(source).collect(),
    }
}

/// `ZDNet, Japanese company NEC confirms 2016 security breach, 2020-01-31, https://…`.
fn printed(source: &Source) -> String {
    let date = source.date.as_ref().map(ToString::to_string);
    let parts = [
        Some(source.publisher.clone()),
        Some(source.title.clone()).filter(|title| !title.is_empty()),
        date,
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.push(source.url.to_string());
    parts.join(", ")
}

/// Who says it and who joins in, as text.
fn speakers(page: &Page, held: &Held<'_>) -> String {
    let organisation = |id: &OrganisationId| {
        let known = page.dataset.organisations.get(id);
        known.map_or(id.to_string(), |o| o.name.get(page.lang).0.to_owned())
    };
    let by = match &held.claim.by {
        Claimant::Organisation(id) => organisation(id),
        Claimant::Unnamed(text) => text.get(page.lang).to_owned(),
        Claimant::Person(person) => {
            let name = person.name.get(page.lang).0.to_owned();
            let of = person.affiliation.as_ref().map(organisation);
            of.map_or(name.clone(), |of| name + format::comma(page.lang) + &of)
        }
    };
    let with = held.claim.with.iter().map(organisation);
    with.fold(by, |all, one| all + " + " + &one)
}

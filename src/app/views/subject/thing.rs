//! A vulnerability, a technique, a country, a publisher: short, and linked to who says what.

use super::{actor_link, block, entries, entry_link, link, table, ways};
use crate::markup::html;
use crate::messages::{format, links as names_say, subject as say, vocabulary, words};
use crate::route::Subject;
use crate::state::Page;
use crate::views::parts::{claim_href, claimant, published, title};
use incidents::model::{Actor, CountryCode, Incident, Source, TechniqueId, Value, Vulnerability};
use yew::Html;

/// What catalogues say of a vulnerability, and who names it for which entry.
pub fn vulnerability(page: &Page, known: &Vulnerability) -> Html {
    let lang = page.lang;
    let listed = known.listed_by_cisa.as_ref().map(|d| format::date(lang, d));
    let naming = page
        .dataset
        .entries_where(|i| page.dataset.cves(i).contains(&&known.id));
    let mut rows: Vec<Html> = Vec::new();
    for incident in &naming {
        for held in page.dataset.claims_about(incident) {
            if !matches!(&held.claim.value, Some(Value::Cve(cve)) if *cve == known.id) {
                continue;
            }
            let date = held.claim.date.as_ref().map(|d| format::date(lang, d));
            let stance = vocabulary::stance(lang, held.claim.stance);
            rows.push(html! {
                <tr>
                    <td>{entry_link(page, incident)}</td>
                    <td>
                        <a class="link" href={claim_href(page, &held)}>{claimant(page, &held)}</a>
                        if !stance.is_empty() { {format::comma(lang)}{stance} }
                        <p>{held.claim.text.get(lang).to_owned()}</p>
                    </td>
                    <td class="when">{date.unwrap_or_else(|| words::not_dated(lang).to_owned())}</td>
                </tr>
            });
        }
    }
    let heads = [
        words::entry_column(lang),
        words::who_says(lang),
        words::when(lang),
    ];
    html! {
        <>
            <dl class="facts">
                <div><dt>{say::vendor(lang)}</dt><dd lang="en">{known.vendor.clone()}</dd></div>
                <div><dt>{say::product(lang)}</dt><dd lang="en">{known.product.clone()}</dd></div>
                <div><dt>{say::cisa(lang)}</dt><dd>{listed.unwrap_or_else(|| say::cisa_not(lang).to_owned())}</dd></div>
            </dl>
            { ways(page, &format!("cve:{}", known.id)) }
            { block(say::named_in(lang), None, table(say::named_in(lang), "list", &heads, rows)) }
            { block(words::sources(lang), None, html! { <ul class="plain">{ for known.sources.iter().map(|s| source(page, s)) }</ul> }) }
        </>
    }
}

/// The entries for which a source states a technique, apart from the groups for which ATT&CK
/// lists it.
pub fn technique(page: &Page, id: &TechniqueId) -> Html {
    let lang = page.lang;
    let stated = page
        .dataset
        .entries_where(|i| page.dataset.techniques(i).contains(&id));
    let groups = page.dataset.actors.values();
    let groups: Vec<&Actor> = groups.filter(|a| a.techniques.contains(id)).collect();
    let address = format!(
        "https://attack.mitre.org/techniques/{}/",
        id.as_str().replace('.', "/")
    );
    let group = |actor: &&Actor| {
        html! {
            <li>{actor_link(page, actor)}{ for actor.attack_id.iter().map(|id| html! { <>{format::comma(lang)}{id.clone()}</> }) }</li>
        }
    };
    html! {
        <>
            <p class="what"><a class="link" href={address} target="_blank" rel="noopener noreferrer">{say::on_attack(lang)}</a></p>
            { block(say::stated_for(lang), None, entries(page, &stated, say::no_technique(lang))) }
            { block(say::listed_for(lang), Some(say::listed_for_note(lang)), match groups.is_empty() {
                true => html! { <p class="quiet">{say::none_stated(lang)}</p> },
                false => html! { <ul class="plain columns">{ for groups.iter().map(group) }</ul> },
            }) }
        </>
    }
}

/// Victims and offices in a country, and, apart, what sources say of groups.
pub fn country(page: &Page, code: &CountryCode) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let victims = dataset.entries_where(|i| dataset.victim_countries(i).contains(code));
    html! {
        <>
            { ways(page, &format!("victim.country:{code}")) }
            { block(say::victims_here(lang), None, entries(page, &victims, say::none_stated(lang))) }
            { block(say::offices_here(lang), Some(say::offices_note(lang)), offices(page, *code)) }
            <div class="pair">
                { block(say::organisations_here(lang), None, organisations(page, *code)) }
                { block(say::said_of_groups(lang), Some(say::said_of_groups_note(lang)), linked(page, *code)) }
            </div>
        </>
    }
}

fn list(page: &Page, rows: Vec<Html>) -> Html {
    match rows.is_empty() {
        true => html! { <p class="quiet">{say::none_stated(page.lang)}</p> },
        false => html! { <ul class="plain">{ for rows }</ul> },
    }
}

fn offices(page: &Page, code: CountryCode) -> Html {
    let lang = page.lang;
    let mut rows: Vec<Html> = Vec::new();
    for organisation in page.dataset.organisations.values() {
        for office in organisation.offices.iter().filter(|o| o.country == code) {
            let name = organisation.name.get(lang).0.to_owned();
            let place = office.place.as_ref().map(|t| t.get(lang).to_owned());
            let through = page.dataset.through(organisation, office);
            rows.push(html! {
                <li>
                    <b>{link(page, Subject::Organisation(organisation.id.clone()), name)}</b>{format::comma(lang)}
                    {place.unwrap_or_else(|| say::country_only(lang).to_owned())}
                    { for through.iter().map(|e| html! { <>{format::comma(lang)}{entry_link(page, e)}</> }) }
                </li>
            });
        }
    }
    list(page, rows)
}

fn organisations(page: &Page, code: CountryCode) -> Html {
    let here = page.dataset.organisations.values();
    let here = here.filter(|o| o.country == Some(code));
    let befallen = here.filter(|o| page.dataset.incidents.values().any(|i| i.befell(&o.id)));
    let row = |o: &incidents::model::Organisation| {
        let name = o.name.get(page.lang).0.to_owned();
        html! { <li>{link(page, Subject::Organisation(o.id.clone()), name)}</li> }
    };
    list(page, befallen.map(row).collect())
}

fn linked(page: &Page, code: CountryCode) -> Html {
    let lang = page.lang;
    let mut rows: Vec<Html> = Vec::new();
    for actor in page.dataset.actors.values() {
        for linked in actor.countries.iter().filter(|c| c.country == code) {
            let by = actor.sources.iter().find(|s| s.id == linked.by);
            let by = by.map_or("", |s| s.publisher.as_str()).to_owned();
            rows.push(html! {
                <li>{actor_link(page, actor)}{format::comma(lang)}{names_say::linked_by(lang)}{" "}{by}</li>
            });
        }
    }
    list(page, rows)
}

/// What a publisher published that entries cite; nothing where it is cited nowhere.
pub fn publisher(page: &Page, name: &str) -> Option<Html> {
    let lang = page.lang;
    let all = page.dataset.published(name);
    if all.is_empty() {
        return None;
    }
    let row = |(incident, cited): &(&Incident, &Source)| {
        let date = cited.date.as_ref().map(|d| format::date(lang, d));
        html! {
            <tr>
                <td>
                    <a class="link" href={cited.url.to_string()} target="_blank" rel="noopener noreferrer">{title(lang, cited)}</a>
                    <p>{vocabulary::evidence(lang, cited.evidence)}</p>
                </td>
                <td>{entry_link(page, incident)}</td>
                <td class="when">{date.unwrap_or_else(|| words::no_date_in_copy(lang).to_owned())}</td>
            </tr>
        }
    };
    let heads = [
        words::sources(lang),
        say::cited_for(lang),
        words::when(lang),
    ];
    let rows = all.iter().map(row).collect();
    Some(html! {
        <>
            <p class="what">{say::publisher_lede(lang)}</p>
            { table(words::sources(lang), "list", &heads, rows) }
        </>
    })
}

fn source(page: &Page, cited: &Source) -> Html {
    let lang = page.lang;
    html! {
        <li>
            <b>{cited.publisher.clone()}</b>{format::comma(lang)}
            <a class="link" href={cited.url.to_string()} target="_blank" rel="noopener noreferrer">{title(lang, cited)}</a>{format::comma(lang)}{published(lang, cited)}
        </li>
    }
}

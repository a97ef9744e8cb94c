//! A group as others describe it: names and who uses them, and what entries say of it.

use super::{actor_link, bar, block, entries, entry_link, homes, link, table, ways};
use crate::markup::html;
use crate::messages::{format, links as names_say, subject as say, vocabulary, words};
use crate::route::{Route, Subject, View};
use crate::state::Page;
use crate::views::links::names;
use crate::views::parts::{claim_href, claimant, title};
use incidents::dataset::Held;
use incidents::model::actor::LinkedCountry;
use incidents::model::{Actor, Attribution, Incident, Rung, TechniqueId};
use incidents::search::about::ToldBy;
use incidents::table::Table;
use yew::Html;

/// The page of a group.
pub fn actor(page: &Page, actor: &Actor) -> Html {
    let lang = page.lang;
    let named = page.dataset.attributed(&actor.id);
    let all: Vec<&Incident> = named.iter().map(|(incident, _)| *incident).collect();
    html! {
        <>
            <p class="what">{actor.note.as_ref().map_or(say::actor_lede(lang), |n| n.get(lang)).to_owned()}</p>
            { ways(page, &format!("actor:{}", actor.id)) }
            { for shared_names(page, actor) }
            { names::matrix(page, actor) }
            { block(say::by_rung(lang), Some(say::by_rung_note(lang)), by_rung(page, &named)) }
            <div class="pair">
                { block(say::sponsor(lang), None, sponsor(page, actor)) }
                { block(say::years(lang), None, years(page, &all)) }
            </div>
            <div class="pair">
                { block(say::homes(lang), None, or_none(page, all.is_empty(), homes(page, &all))) }
                { block(say::named_together(lang), Some(say::named_together_note(lang)), neighbours(page, actor)) }
            </div>
            <div class="pair">
                { block(say::techniques(lang), None, techniques(page, actor, &all)) }
                { block(say::vulnerabilities(lang), None, vulnerabilities(page, &all)) }
            </div>
        </>
    }
}

fn or_none(page: &Page, none: bool, content: Html) -> Html {
    match none {
        true => html! { <p class="quiet">{say::no_entry_names(page.lang)}</p> },
        false => content,
    }
}

/// Names that another record bears too are asked about.
fn shared_names<'a>(page: &'a Page, actor: &'a Actor) -> impl Iterator<Item = Html> + 'a {
    let shared = actor.names.iter().map(|n| n.name.as_str());
    let shared = shared.filter(|name| page.dataset.bearers(name).len() > 1);
    shared.map(|name| ask(page, name))
}

/// Which record is meant by a name: a question with choices, and the records side by side.
fn ask(page: &Page, name: &str) -> Html {
    let lang = page.lang;
    let bearers = page.dataset.bearers(name);
    let together: Vec<String> = bearers.iter().map(|a| a.id.to_string()).collect();
    let both = Route {
        query: format!("actor:{}", together.join(",")),
        ..page.route.on(View::Links)
    };
    let choice = |actor: &&Actor| {
        let count = page.dataset.attributed(&actor.id).len();
        html! {
            <a class="action" href={page.about(Subject::Actor(actor.id.clone()))}>
                <span>{actor.name().to_owned()}{format::comma(lang)}{words::gives(lang, count)}</span>
            </a>
        }
    };
    html! {
        <section class="ask-name">
            <div>
                <h2>{say::used_for(lang, name, bearers.len())}</h2>
                { for bearers.iter().filter_map(|a| a.note.as_ref()).take(1).map(|n| html! { <p>{n.get(lang).to_owned()}</p> }) }
                <p>{say::name_lede(lang)}</p>
            </div>
            <p class="choices">
                { for bearers.iter().map(choice) }
                <a class="action" href={both.href()}>{say::both_apart(lang)}</a>
            </p>
        </section>
    }
}

/// The page of a name: which record is meant is asked; each stands by itself.
pub fn name(page: &Page, name: &str) -> Html {
    let lang = page.lang;
    let bearers = page.dataset.bearers(name);
    let one = |actor: &&Actor| {
        let named = page.dataset.attributed(&actor.id);
        let all: Vec<&Incident> = named.iter().map(|(i, _)| *i).collect();
        html! {
            <section class="block">
                <h2>{actor_link(page, actor)}</h2>
                { for actor.note.iter().map(|n| html! { <p class="lede">{n.get(lang).to_owned()}</p> }) }
                { entries(page, &all, say::no_entry_names(lang)) }
            </section>
        }
    };
    html! {
        <>
            { match bearers.len() {
                0 => html! { <p class="what">{say::no_record(lang)}</p> },
                1 => html! { <p class="what">{say::one_record(lang)}</p> },
                _ => ask(page, name),
            } }
            <div class="pair">{ for bearers.iter().map(one) }</div>
        </>
    }
}

/// Every claim that names it, the highest rung first; each rung with its count.
fn by_rung(page: &Page, named: &[(&Incident, Vec<&Attribution>)]) -> Html {
    let lang = page.lang;
    if named.is_empty() {
        return html! { <p class="quiet">{say::no_entry_names(lang)}</p> };
    }
    let ladder = Rung::LADDER.iter().rev();
    let aside = Rung::ALL.iter().filter(|r| !r.is_on_ladder());
    let mut rows: Vec<Html> = Vec::new();
    for rung in ladder.chain(aside) {
        for (incident, attributions) in named {
            for attribution in attributions.iter().filter(|a| a.rung == *rung) {
                let held = page.dataset.claims(incident, &attribution.claims);
                rows.extend(held.iter().map(|h| said(page, incident, attribution, h)));
            }
        }
    }
    table(
        say::by_rung(lang),
        "list",
        &[
            words::rung(lang),
            words::entry_column(lang),
            words::who_says(lang),
            say::names_in(lang),
            words::when(lang),
        ],
        rows,
    )
}

fn said(page: &Page, incident: &Incident, attribution: &Attribution, held: &Held<'_>) -> Html {
    let lang = page.lang;
    let date = held.claim.date.as_ref().map(|d| format::date(lang, d));
    let stance = vocabulary::stance(lang, held.claim.stance);
    html! {
        <tr>
            <td>{vocabulary::rung(lang, attribution.rung)}</td>
            <td>{entry_link(page, incident)}</td>
            <td>
                <a class="link" href={claim_href(page, held)}>{claimant(page, held)}</a>
                if !stance.is_empty() { {format::comma(lang)}{stance} }
            </td>
            <td>{attribution.named.clone().unwrap_or_else(|| "–".to_owned())}</td>
            <td class="when">{date.unwrap_or_else(|| words::not_dated(lang).to_owned())}</td>
        </tr>
    }
}

fn sponsor(page: &Page, actor: &Actor) -> Html {
    let lang = page.lang;
    if actor.countries.is_empty() {
        return html! { <p class="quiet">{say::no_sponsor(lang)}</p> };
    }
    let one = |linked: &LinkedCountry| {
        let source = actor.sources.iter().find(|s| s.id == linked.by);
        let name = page.dataset.country_name(&linked.country, lang).to_owned();
        html! {
            <li>
                <b>{link(page, Subject::Country(linked.country), name)}</b>
                if let Some(source) = source {
                    {format::comma(lang)}{names_say::linked_by(lang)}{" "}
                    <a class="link" href={source.url.to_string()} target="_blank" rel="noopener noreferrer">{source.publisher.clone()}</a>
                    {" "}{title(lang, source)}
                }
            </li>
        }
    };
    html! {
        <>
            <ul class="plain">{ for actor.countries.iter().map(one) }</ul>
            <p class="note">{say::sponsor_note(lang)}</p>
        </>
    }
}

/// A bar a year; what is not dated is counted too.
fn years(page: &Page, all: &[&Incident]) -> Html {
    let lang = page.lang;
    let mut years: Table<i32, usize> = Table::default();
    let mut told: Table<ToldBy, usize> = Table::default();
    let mut undated = 0;
    for incident in all {
        match page.dataset.years_told(incident) {
            Some((first, last, by)) => {
                for year in first..=last.min(first.saturating_add(30)) {
                    years.update(year, || 0, |n| *n += 1);
                }
                told.update(by, || 0, |n| *n += 1);
            }
            None => undated += 1,
        }
    }
    if all.is_empty() {
        return or_none(page, true, Html::default());
    }
    let most = years.values().copied().max().unwrap_or(1);
    let told: Vec<(ToldBy, usize)> = told.into_iter().collect();
    let year = |(year, count): (&i32, &usize)| {
        let text = match lang {
            incidents::model::Lang::En => year.to_string(),
            incidents::model::Lang::Ja => format!("{year}年"),
        };
        bar(html! { {text} }, *count, most)
    };
    html! {
        <>
            <ul class="bars">
                { for years.iter().map(year) }
                if undated > 0 { { bar(html! { <span class="quiet">{say::no_year(lang)}</span> }, undated, most) } }
            </ul>
            <p class="note">{say::years_note(lang, &told)}</p>
        </>
    }
}

fn neighbours(page: &Page, actor: &Actor) -> Html {
    let lang = page.lang;
    let together = page.dataset.named_together(&actor.id);
    let see = actor.see_also.iter();
    let see: Vec<&Actor> = see.filter_map(|id| page.dataset.actors.get(id)).collect();
    let one = |(other, entries): &(&Actor, Vec<&Incident>)| {
        html! {
            <li>
                <b>{actor_link(page, other)}</b>
                { for entries.iter().map(|e| html! { <>{format::comma(lang)}{entry_link(page, e)}</> }) }
            </li>
        }
    };
    html! {
        <>
            if together.is_empty() { <p class="quiet">{say::none_stated(lang)}</p> }
            <ul class="plain">{ for together.iter().map(one) }</ul>
            if !see.is_empty() {
                <p class="note">
                    {say::shares_name(lang)}{": "}
                    { for see.iter().enumerate().map(|(i, other)| html! {
                        <>{if i > 0 { format::comma(lang) } else { "" }}{actor_link(page, other)}</>
                    }) }
                </p>
            }
        </>
    }
}

/// ATT&CK's list for the group, apart from what a source states for an entry.
fn techniques(page: &Page, actor: &Actor, all: &[&Incident]) -> Html {
    let lang = page.lang;
    let mut seen: Vec<&TechniqueId> = Vec::new();
    for incident in all {
        let stated = page.dataset.techniques(incident);
        seen.extend(stated);
    }
    seen.dedup();
    let chips = |ids: Vec<&TechniqueId>| {
        let one = |id: &&TechniqueId| {
            let about = Subject::Technique((*id).clone());
            html! { <li>{link(page, about, id.to_string())}</li> }
        };
        html! { <ul class="codes">{ for ids.iter().map(one) }</ul> }
    };
    let listed: Vec<&TechniqueId> = actor.techniques.iter().collect();
    let id = actor.attack_id.as_deref().unwrap_or("");
    html! {
        <>
            <h3>{say::seen_in_entries(lang)}</h3>
            if seen.is_empty() { <p class="quiet">{say::none_stated(lang)}</p> } else { { chips(seen) } }
            if listed.is_empty() {
                <h3>{"ATT&CK"}</h3>
                <p class="quiet">{say::attack_none(lang)}</p>
            } else {
                <h3>{say::by_attack(lang, listed.len(), id)}</h3>
                <p class="note">{say::attack_lists(lang)}</p>
                { chips(listed) }
            }
        </>
    }
}

fn vulnerabilities(page: &Page, all: &[&Incident]) -> Html {
    let lang = page.lang;
    let mut rows: Vec<Html> = Vec::new();
    for incident in all {
        for cve in page.dataset.cves(incident) {
            let about = Subject::Vulnerability(cve.clone());
            rows.push(html! {
                <li>{link(page, about, cve.to_string())}{format::comma(lang)}{entry_link(page, incident)}</li>
            });
        }
    }
    match rows.is_empty() {
        true => html! { <p class="quiet">{say::none_stated(lang)}</p> },
        false => html! { <ul class="plain">{ for rows }</ul> },
    }
}

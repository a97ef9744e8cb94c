//! The ledger: a kind of claimant a column, each question with a row for each point in dispute and
//! one for the rest; nothing merged, nothing averaged.
//! On a narrow window the same claims stand as a thread, oldest first. Both are in the page, the
//! stylesheet shows one, and what is not shown is hidden from everybody.

use super::super::parts::{citations, claim_href, claimant, organisation, role_mark};
use super::{ELSEWHERE, anchor};
use crate::browser::page::focus;
use crate::markup::html;
use crate::messages::{format, incident as say, story, tagged, vocabulary, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{Claimant, Date, Day, Incident, Question, Role};
use incidents::table::sort_by_key;
use yew::{Callback, Html, MouseEvent};

/// All claims that stand with the entry, but for those that have a section of their own.
pub fn ledger(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let mut held = page.dataset.claims_about(incident);
    held.retain(|h| !ELSEWHERE.contains(&h.claim.question));
    sort_by_key(&mut held, |h| age(h.claim.date.as_ref()));
    let asked = |question: &&Question| held.iter().any(|h| h.claim.question == **question);
    let questions: Vec<Question> = Question::ALL.iter().filter(asked).copied().collect();
    html! {
        <>
            <p class="lede">{words::ledger_lede(lang)}</p>
            <div class="scroll as-table" tabindex="0" role="region" aria-label={words::ledger(lang)}>
                { table(page, incident, &questions, &held) }
            </div>
            <div class="as-thread">
                { for questions.iter().map(|q| thread(page, incident, *q, &held)) }
            </div>
        </>
    }
}

/// Oldest first, undated last.
fn age(date: Option<&Date>) -> (bool, Option<Day>) {
    (date.is_none(), date.map(Date::earliest))
}

fn table(page: &Page, incident: &Incident, questions: &[Question], held: &[Held<'_>]) -> Html {
    let lang = page.lang;
    let speaks = |role: &&Role| held.iter().any(|h| h.claim.role == **role);
    let roles: Vec<Role> = Role::ALL.iter().filter(speaks).copied().collect();
    let columns = (roles.len() + 1).to_string();
    let body = |question: &Question| {
        let answers = held.iter().filter(|h| h.claim.question == *question);
        let answers: Vec<Held<'_>> = answers.copied().collect();
        let title = vocabulary::question(lang, *question);
        let rows = rows(page, answers);
        if let [(label, claims)] = rows.as_slice()
            && *label == story::beside_it(lang)
        {
            return html! { <tbody class="alone">{ row(page, incident, &roles, title, claims) }</tbody> };
        }
        html! {
            <tbody>
                <tr><th scope="rowgroup" colspan={columns.clone()}>{title}</th></tr>
                { for rows.iter().map(|(label, claims)| row(page, incident, &roles, label, claims)) }
            </tbody>
        }
    };
    html! {
        <table class="ledger">
            <thead>
                <tr>
                    <td></td>
                    { for roles.iter().map(|r| html! { <th scope="col">{column(page, *r, held)}</th> }) }
                </tr>
            </thead>
            { for questions.iter().map(body) }
        </table>
    }
}

/// A kind of speaker; its one speaker by name, where all of a column is said by one.
fn column(page: &Page, role: Role, held: &[Held<'_>]) -> Html {
    let mut by = held
        .iter()
        .filter(|h| h.claim.role == role)
        .map(|h| &h.claim.by);
    let first = by.next();
    let name = match first {
        Some(Claimant::Organisation(id)) if by.all(|other| Some(other) == first) => {
            html! { <small>{organisation(page, id)}</small> }
        }
        _ => Html::default(),
    };
    html! { <>{role_mark(page.lang, role)}{name}</> }
}

/// A question's answers in rows: each point in dispute, then those without conflict.
fn rows<'a>(page: &Page, answers: Vec<Held<'a>>) -> Vec<(&'static str, Vec<Held<'a>>)> {
    let lang = page.lang;
    let points = page.dataset.points_among(&answers);
    let mut rest = answers;
    rest.retain(|h| !points.iter().flatten().any(|p| p.address() == h.address()));
    let beside = (!rest.is_empty()).then_some((story::beside_it(lang), rest));
    let points = points
        .into_iter()
        .map(|point| (story::in_dispute(lang), point));
    points.chain(beside).collect()
}

fn row(
    page: &Page,
    incident: &Incident,
    roles: &[Role],
    label: &'static str,
    claims: &[Held<'_>],
) -> Html {
    let cell = |role: &Role| {
        let own = claims.iter().filter(|h| h.claim.role == *role);
        cell(page, incident, *role, &own.collect::<Vec<_>>())
    };
    html! { <tr><th scope="row">{label}</th>{ for roles.iter().map(cell) }</tr> }
}

/// The claims of one kind of claimant on one question.
pub fn cell(page: &Page, incident: &Incident, role: Role, claims: &[&Held<'_>]) -> Html {
    if claims.is_empty() {
        return html! { <td class="none">{words::no_statement(page.lang)}</td> };
    }
    let disputed = |h: &&Held<'_>| !page.dataset.conflicts_with(h).is_empty();
    html! {
        <td data-conflict={claims.iter().any(disputed).to_string()} data-role={role.word()}>
            { for claims.iter().map(|held| claim(page, incident, held)) }
        </td>
    }
}

fn thread(page: &Page, incident: &Incident, question: Question, held: &[Held<'_>]) -> Html {
    let lang = page.lang;
    let answers: Vec<&Held<'_>> = held
        .iter()
        .filter(|h| h.claim.question == question)
        .collect();
    let item = |held: &&Held<'_>| {
        html! {
            <li data-role={held.claim.role.word()}>
                {role_mark(lang, held.claim.role)}
                { with_id(page, incident, held, format!("thread-{}", anchor(incident, held))) }
            </li>
        }
    };
    html! {
        <section>
            <h3>{vocabulary::question(lang, question)}</h3>
            <p class="note">{say::answers(lang, answers.len())}</p>
            <ol class="thread">{ for answers.iter().map(item) }</ol>
        </section>
    }
}

/// One claim: our words, who and when, its sources, and what it conflicts with.
pub fn claim(page: &Page, incident: &Incident, held: &Held<'_>) -> Html {
    with_id(page, incident, held, anchor(incident, held))
}

fn with_id(page: &Page, incident: &Incident, held: &Held<'_>, id: String) -> Html {
    let (lang, said) = (page.lang, held.claim);
    let comma = format::comma(lang);
    let stance = vocabulary::stance(lang, said.stance);
    let date = said.date.as_ref().map(|d| format::date(lang, d));
    let elsewhere = held.home.id != incident.id;
    let named = !elsewhere && page.route.claim.as_deref() == Some(said.id.as_str());
    let current = named.then_some("true");
    html! {
        <div class="claim" {id} tabindex="-1" data-stance={said.stance.word()} aria-current={current}>
            <p>{said.text.get(lang).to_owned()}</p>
            { given(page, held) }
            <p class="when">
                {claimant(page, held)}
                {comma}{date.unwrap_or_else(|| words::not_dated(lang).to_ascii_lowercase())}
                if !stance.is_empty() { {comma}<b>{stance}</b> }
                if elsewhere { {comma}{say::elsewhere(lang)} }
                {" "}{citations(page, held, incident)}
                {" "}<a class="self" href={claim_href(page, held)} aria-label={words::point_self(lang)}>{"#"}</a>
            </p>
            { marks(page, held) }
            if named { { cite_this(page) } }
        </div>
    }
}

/// From the claim the address names to its citation.
fn cite_this(page: &Page) -> Html {
    let onclick = Callback::from(|_: MouseEvent| focus("part-cite-title"));
    html! { <button type="button" class="link" {onclick}>{story::cite_this(page.lang)}</button> }
}

/// The source's own words, in its language.
pub fn given(page: &Page, held: &Held<'_>) -> Html {
    let Some(words) = &held.claim.as_given else {
        return Html::default();
    };
    let mut sources = held.home.sources.iter();
    let source = sources.find(|s| held.claim.sources.contains(&s.id));
    let language = source.and_then(|s| s.language.clone());
    html! {
        <p class="given">{say::own_words(page.lang)}{" "}<q lang={language}>{words.clone()}</q></p>
    }
}

/// What a claim conflicts with, what overtook it, and what it overtook.
pub fn marks(page: &Page, held: &Held<'_>) -> Html {
    let lang = page.lang;
    let line = |class: &'static str, word: &'static str, others: &[Held<'_>]| {
        if others.is_empty() {
            return Html::default();
        }
        let link = |(i, other): (usize, &Held<'_>)| {
            let before = if i == 0 { " " } else { "; " };
            html! { <>{before}{pointer(page, other)}</> }
        };
        html! { <p {class}>{word}{ for others.iter().enumerate().map(link) }</p> }
    };
    let earlier = page.dataset.claims(held.home, &held.claim.supersedes);
    html! {
        <>
            { line("mark-conflict", say::conflict_sign(lang), &page.dataset.conflicts_with(held)) }
            { line("mark-later", say::overtaken_on(lang), &page.dataset.overtaken_by(held)) }
            { line("mark-later", say::overtakes(lang), &earlier) }
        </>
    }
}

/// `Mitsubishi Electric, 12 Feb 2020`, leading to that claim.
pub fn pointer(page: &Page, other: &Held<'_>) -> Html {
    let date = other.claim.date.as_ref();
    let date = date.map(|d| [format::comma(page.lang), &format::date(page.lang, d)].concat());
    html! {
        <a href={claim_href(page, other)}>{speaker(page, other)}{date.unwrap_or_default()}</a>
    }
}

/// Only who says it, without those who join in or relay it.
fn speaker(page: &Page, held: &Held<'_>) -> Html {
    match &held.claim.by {
        Claimant::Organisation(id) => organisation(page, id),
        Claimant::Person(person) => tagged::name(page.lang, &person.name),
        Claimant::Unnamed(text) => html! { {text.get(page.lang).to_owned()} },
    }
}

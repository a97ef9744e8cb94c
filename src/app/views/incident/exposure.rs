//! How long a flaw was known here before the public catalogue listed it.

use super::super::parts::{claim_href, claimant, entry_text};
use super::super::svg::Anchor;
use super::strip::{self, Strip};
use crate::markup::html;
use crate::messages::{format, story as say, words};
use crate::state::Page;
use incidents::dataset::exposure::{Exposure, Gap};
use incidents::model::{Date, Incident, Precision};
use yew::Html;

/// The clock and its table.
pub fn exposures(page: &Page, incident: &Incident, all: &[Exposure<'_>]) -> Html {
    let lang = page.lang;
    html! {
        <>
            <p class="lede">{say::exposure_lede(lang)}</p>
            { clock(page, incident, all) }
            <div class="scroll" tabindex="0" role="region" aria-label={say::exposure(lang)}>
                <table class="list flaws">
                    <thead><tr>
                        <th scope="col">{say::flaw(lang)}</th>
                        <th scope="col">{say::named_by(lang)}</th>
                        <th scope="col">{say::listed(lang)}</th>
                        <th scope="col">{say::from_detected(lang)}</th>
                        <th scope="col">{say::from_disclosed(lang)}</th>
                    </tr></thead>
                    <tbody>{ for all.iter().map(|e| row(page, e)) }</tbody>
                </table>
            </div>
        </>
    }
}

fn listed<'a>(exposure: &Exposure<'a>) -> Option<&'a Date> {
    exposure.known?.listed_by_cisa.as_ref()
}

/// Began, detected, disclosed and each day of a listing, on one calendar.
fn clock(page: &Page, incident: &Incident, all: &[Exposure<'_>]) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let here = [
        (words::began(lang), dataset.began(incident)),
        (words::detected(lang), dataset.detected(incident)),
        (words::disclosed(lang), dataset.disclosed(incident)),
    ];
    let mut marks: Vec<(&str, &Date)> = Vec::new();
    for (word, date) in &here {
        marks.extend(date.as_ref().map(|date| (*word, date)));
    }
    let mut days: Vec<&Date> = all.iter().filter_map(listed).collect();
    days.dedup();
    marks.extend(days.into_iter().map(|day| (say::listed(lang), day)));
    let dates: Vec<&Date> = marks.iter().map(|(_, date)| *date).collect();
    let Some(strip) = Strip::over(&dates).filter(|_| dates.len() > 1) else {
        return Html::default();
    };
    let [(_, began), (_, detected), (_, disclosed)] = &here;
    let between = |class, a: &Option<Date>, b: Option<&Date>| {
        let (from, to) = (strip.span(a.as_ref()?), strip.span(b?));
        (to.1 > from.0).then(|| strip::bar(class, (from.0, to.0), 44.0, 12.0))
    };
    let last = marks.last().map(|(_, date)| *date);
    let words: Vec<String> = marks
        .iter()
        .map(|(word, date)| format!("{word} {}", format::date(lang, date)))
        .collect();
    // Texts take turns in two rows, so that neighbours do not meet.
    let mark = |(i, ((_, date), text)): (usize, (&(&str, &Date), &String))| {
        let (from, to) = strip.span(date);
        let y = if i % 2 == 0 { 14.0 } else { 32.0 };
        let (anchor, x) = if from > 70.0 {
            (Anchor::End, to)
        } else {
            (Anchor::Start, from)
        };
        html! {
            <>
                { strip::line("lead", (x, y + 3.0), (x, 44.0)) }
                { strip::bar(if date.precision() == Precision::Day { "mark" } else { "month" }, (from, to), 41.0, 18.0) }
                { strip::label("date", x, y, anchor, text.clone()) }
            </>
        }
    };
    html! {
        <svg class="strip clock" width="100%" height="86" role="img" aria-label={words.join(format::comma(lang))}>
            { strip.axis(lang, 64.0) }
            { between("undetected", began, detected.as_ref()).unwrap_or_default() }
            { between("known", disclosed, last).unwrap_or_default() }
            { between("silence", detected, disclosed.as_ref()).unwrap_or_default() }
            { for marks.iter().zip(&words).enumerate().map(mark) }
        </svg>
    }
}

fn row(page: &Page, exposure: &Exposure<'_>) -> Html {
    let lang = page.lang;
    let gap = |gap: &Option<Gap>| match gap {
        Some(gap) => say::gap(lang, gap),
        None => say::not_known(lang).to_owned(),
    };
    let product = exposure
        .known
        .map(|v| format!("{} {}", v.vendor, v.product));
    let by = exposure.claims.iter().map(|held| {
        html! { <li><a href={claim_href(page, held)}>{claimant(page, held)}</a></li> }
    });
    let other = |other: &&Incident| {
        html! { <>{" "}<a href={page.href(&other.id)}>{entry_text(page, other)}</a></> }
    };
    html! {
        <tr>
            <th scope="row">
                <b>{exposure.cve.to_string()}</b>
                if let Some(product) = product { <br />{product} }
                if !exposure.elsewhere.is_empty() {
                    <br /><small>{say::also_in(lang)}{":"}{ for exposure.elsewhere.iter().map(other) }</small>
                }
            </th>
            <td><ul>{ for by }</ul></td>
            <td>{listed(exposure).map_or(say::not_listed(lang).to_owned(), |d| format::date(lang, d))}</td>
            <td>{gap(&exposure.since_detected)}</td>
            <td>{gap(&exposure.since_disclosed)}</td>
        </tr>
    }
}

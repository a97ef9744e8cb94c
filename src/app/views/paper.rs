//! What stands on paper only: what was asked of which data and where, and the sources of the
//! entries as endnotes. The stylesheet hides it from the screen.

use super::incident::source;
use super::parts::entry_text;
use super::save::permalink;
use crate::markup::html;
use crate::messages::{explore, save as say, words};
use crate::route::{Route, View};
use crate::state::Page;
use incidents::model::{Day, Incident, IncidentId};
use incidents::search::Query;
use yew::Html;

/// A page that is printed: on which day, and what stands before its fragment where others can open
/// it too.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The reader's day.
    pub day: Option<Day>,
    /// As [`crate::browser::address::base`] gives it.
    pub base: String,
}

/// The head of the first page; before anything is printed it has no day.
pub fn head(page: &Page, query: &Query, printed: Option<&Printed>) -> Html {
    let (lang, results, version) = (page.lang, &page.results, &page.dataset.version);
    let text = match &page.route.view {
        View::Incident(id) => entry(page, id),
        View::About(_) | View::Compare => say::data(lang, version),
        _ => explore::printed(lang, query, results.hits.len(), results.total, version),
    };
    let day = printed.and_then(|printed| printed.day);
    let day = day.map(|day| format!(" · {}", say::printed_on(lang, day)));
    let base = printed.map_or("", |printed| &printed.base);
    html! {
        <p class="printed">
            <b>{"Incident Explorer"}</b>{" · "}{text}{day.unwrap_or_default()}{" "}
            <code>{permalink(page, base)}</code>
        </p>
    }
}

fn entry(page: &Page, id: &IncidentId) -> String {
    let (lang, version) = (page.lang, &page.dataset.version);
    let data = say::data(lang, version);
    let Some(incident) = page.dataset.incidents.get(id) else {
        return data;
    };
    let claims = page.dataset.claims_about(incident).len();
    let counts = words::n_claims(lang, claims, incident.sources.len());
    format!("{id} · {counts} · {data}")
}

/// The sources of every card, numbered from the first to the last; none but where cards are printed.
pub fn endnotes(page: &Page, printed: Option<&Printed>) -> Html {
    let Some(printed) = printed.filter(|_| are_numbered(page)) else {
        return Html::default();
    };
    let mut before = 0;
    let known = page.results.hits.iter();
    let known = known.filter_map(|id| page.dataset.incidents.get(id));
    let notes = |incident: &Incident| {
        let first = before + 1;
        before += incident.sources.len();
        notes_of(page, incident, first, &printed.base)
    };
    html! {
        <section class="endnotes">
            <h2>{say::endnotes(page.lang)}</h2>
            { for known.map(notes) }
        </section>
    }
}

/// The notes of one entry, with its permanent address.
fn notes_of(page: &Page, incident: &Incident, first: usize, base: &str) -> Html {
    let own = Route {
        view: View::Incident(incident.id.clone()),
        ..Route::default()
    };
    let alone = Page {
        route: own.into(),
        ..page.clone()
    };
    let each = (first..).zip(&incident.sources);
    html! {
        <section>
            <h3>{entry_text(page, incident)}</h3>
            <p><code>{permalink(&alone, base)}</code></p>
            <ol class="sources">{ for each.map(|(number, one)| source(page, number, one)) }</ol>
        </section>
    }
}

/// Whether cards say their notes: all are drawn, as on paper.
fn are_numbered(page: &Page) -> bool {
    page.route.view == View::Cards && page.unrolled == usize::MAX
}

/// The first and the last note of a card.
pub fn notes(page: &Page, incident: &Incident) -> Option<(usize, usize)> {
    if !are_numbered(page) || incident.sources.is_empty() {
        return None;
    }
    let hits = page.results.hits.iter();
    let before = hits.take_while(|id| **id != incident.id);
    let before = before.filter_map(|id| page.dataset.incidents.get(id));
    let before: usize = before.map(|other| other.sources.len()).sum();
    Some((before + 1, before + incident.sources.len()))
}

#[cfg(test)]
mod tests {
    use super::super::incident::tests::{page, rendered};
    use super::*;
    use incidents::model::Lang;

    fn printed() -> Printed {
        Printed {
            day: Day::from_civil(2026, 11, 23),
            base: "https://host.example/".to_owned(),
        }
    }

    #[test]
    fn the_head_says_what_was_asked_of_how_many_when_and_where() {
        let text = rendered(|| {
            let query = Query::parse("maker");
            head(&page(Lang::En), &query, Some(&printed()))
        });
        for said in [
            "2 of 2 entries (maker), data test",
            "printed 23 Nov 2026",
            "https://host.example/#/cards",
        ] {
            assert!(text.contains(said), "{said} in {text}");
        }
        let entry = rendered(|| {
            let mut page = page(Lang::Ja);
            let view = View::Incident("maker-2020".parse().unwrap());
            page.route = page.route.on(view).into();
            head(&page, &Query::default(), None)
        });
        assert!(entry.contains("maker-2020 · 主張"), "{entry}");
        assert!(entry.contains("incident-explorer.html#/incident/maker-2020"));
    }

    #[test]
    fn every_source_of_every_card_is_a_numbered_note_with_its_full_address() {
        let own = page(Lang::En);
        let shown = |id: &IncidentId| own.dataset.incidents.get(id).unwrap();
        let (mut next, mut addresses) = (1, Vec::new());
        for incident in own.results.hits.iter().map(shown) {
            addresses.extend(incident.sources.iter().map(|s| s.url.to_string()));
            let Some((first, last)) = notes(&own, incident) else {
                assert!(incident.sources.is_empty());
                continue;
            };
            assert_eq!(first, next);
            next = last + 1;
        }
        assert_eq!(next - 1, addresses.len());
        let text = rendered(|| endnotes(&page(Lang::En), Some(&printed())));
        for (n, address) in addresses.iter().enumerate() {
            assert!(text.contains(&format!("value=\"{}\"", n + 1)));
            assert!(text.contains(&format!("href=\"{address}\"")), "{address}");
        }
        assert!(text.contains("https://host.example/#/incident/maker-2020"));
        assert_eq!(rendered(|| endnotes(&page(Lang::En), None)), "");
    }

    fn page_with(view: View) -> Page {
        let mut page = page(Lang::En);
        page.route = page.route.on(view).into();
        page
    }

    #[test]
    fn what_has_no_cards_has_no_endnotes() {
        let text = rendered(|| endnotes(&page_with(View::Map), Some(&printed())));
        assert_eq!(text, "");
    }
}

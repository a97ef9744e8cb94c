//! What stands on a card, in the order of the entry's page: figures, dates, claims by question,
//! attribution, way in, what is open, sources.

mod claim;
mod dates;

use crate::mark::{Mark, article, element, link, said, tagged, text, time};
use crate::messages::{card as own, format, incident as say, names, story, vocabulary, words};
use incidents::Dataset;
use incidents::dataset::Held;
use incidents::model::{
    Attribution, Date, Incident, Lang, Name, OrganisationId, Pivot, Question, Rung, Source, Text,
    Victim, Waypoint,
};
use incidents::table::sort_by_key;

/// The release that makes the cards.
const RELEASE: &str = env!("CARGO_PKG_VERSION");
/// Where the licence of our wording is written.
const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// For whom, and from which data.
#[derive(Clone, Copy)]
struct Card<'a> {
    dataset: &'a Dataset,
    incident: &'a Incident,
    lang: Lang,
}

/// The card of an entry.
pub fn card(dataset: &Dataset, incident: &Incident, lang: Lang) -> Mark {
    let card = Card {
        dataset,
        incident,
        lang,
    };
    let mut inside = card.head();
    for (title, section) in card.sections() {
        if !section.is_empty() {
            inside.push(said("h4", title));
            inside.extend(section);
        }
    }
    inside.push(card.made_from());
    article(id(incident, lang), lang, inside)
}

/// The card's name on a page: no two are alike.
pub fn id(incident: &Incident, lang: Lang) -> String {
    format!("{}-{}", incident.id, lang.tag())
}

/// A term with what is said for it.
fn term(word: &str, inside: Vec<Vec<Mark>>) -> Vec<Mark> {
    let mut all = vec![said("dt", word)];
    all.extend(inside.into_iter().map(|one| element("dd", one)));
    all
}

fn items(name: &'static str, all: impl IntoIterator<Item = Vec<Mark>>) -> Vec<Mark> {
    let all: Vec<Mark> = all.into_iter().map(|one| element("li", one)).collect();
    match all.is_empty() {
        true => Vec::new(),
        false => vec![element(name, all)],
    }
}

impl<'a> Card<'a> {
    fn sections(&self) -> Vec<(&'static str, Vec<Mark>)> {
        let lang = self.lang;
        let asked = |question| self.list_of(question);
        vec![
            (words::three_dates(lang), self.three_dates()),
            (words::ledger(lang), self.ledger()),
            (words::way_in(lang), self.way_in()),
            (words::ladder(lang), self.ladder()),
            (words::responses(lang), asked(Question::Response)),
            (words::open_questions(lang), self.open_questions()),
            (
                vocabulary::question(lang, Question::Remark),
                self.noted(Question::Remark, words::remarks_note(lang)),
            ),
            (
                vocabulary::question(lang, Question::Profile),
                self.noted(Question::Profile, say::profile_note(lang)),
            ),
            (words::sources(lang), self.sources()),
            (words::related(lang), self.related()),
        ]
    }

    fn head(&self) -> Vec<Mark> {
        let (lang, incident) = (self.lang, self.incident);
        let mut title = vec![text(names::entry(self.dataset, lang, incident))];
        if let Some(Victim::Organisation(id)) = incident.victims.first() {
            let name = self.dataset.organisations.get(id).map(|o| &o.name);
            if let Some((other, tag)) = name.and_then(|n| n.second(lang)) {
                title.push(text(" "));
                title.push(tagged(lang, "span", Some(tag), other));
            }
        }
        let mut inside = vec![
            element("h3", title),
            element("p", vec![said("strong", incident.title.get(lang))]),
            said("p", incident.summary.get(lang)),
        ];
        let others: Vec<Vec<Mark>> = incident.victims.iter().map(|v| self.victim(v)).collect();
        let mut facts = Vec::new();
        if others.len() > 1 {
            facts.extend(term(words::victim(lang), others));
        }
        facts.extend(self.facts());
        inside.push(element("dl", facts));
        inside
    }

    fn victim(&self, victim: &Victim) -> Vec<Mark> {
        match victim {
            Victim::Organisation(id) => vec![self.organisation(id)],
            Victim::Unnamed(group) => vec![text(group.description.get(self.lang))],
        }
    }

    /// The figures, each as wide as it is known.
    fn facts(&self) -> Vec<Mark> {
        let (lang, incident, dataset) = (self.lang, self.incident, self.dataset);
        let rungs = incident.rungs();
        let held: Vec<&str> = rungs.iter().map(|r| vocabulary::rung(lang, *r)).collect();
        let held = match held.is_empty() {
            true => vocabulary::not_attributed(lang).to_owned(),
            false => format::list(lang, &held),
        };
        let claims = dataset.claims_about(incident).len();
        let one = |line: String| vec![vec![text(line)]];
        let beside = |a: String, b: String| one(format!("{a} ({b})"));
        [
            term(words::silence_measure(lang), self.silence()),
            term(
                words::rungs_held(lang),
                beside(held, say::rungs_without(lang, &rungs)),
            ),
            term(
                words::entry(lang),
                one(names::route(dataset, lang, incident)),
            ),
            term(
                words::claims_on_record(lang),
                one(words::n_claims(lang, claims, incident.sources.len())),
            ),
            term(
                say::evidence(lang),
                one(say::evidence_counts(lang, &incident.sources)),
            ),
            term(
                words::disagree_on(lang),
                one(say::points(lang, dataset.points(incident))),
            ),
        ]
        .concat()
    }

    /// The silence with how well it is known, and the windows from further detections.
    fn silence(&self) -> Vec<Vec<Mark>> {
        let (lang, dataset) = (self.lang, self.dataset);
        let dates = dataset
            .detected(self.incident)
            .zip(dataset.disclosed(self.incident));
        let Some((detected, disclosed)) = dates else {
            let (known, why) = (say::silence_not_known(lang), say::silence_why(lang));
            return vec![vec![text(format!("{known} ({why})"))]];
        };
        let days = format::days_long(lang, &detected.days_until(&disclosed));
        let wide = say::precision_sentence(lang, &detected, &disclosed);
        let later = dataset.later_silences(self.incident).into_iter();
        let later = later.map(|(milestone, range)| {
            let label = milestone.label.as_ref().map(|l| l.get(lang));
            let label = label.unwrap_or(say::second_window(lang));
            let days = format::days(lang, &range);
            vec![text(words::from_label(lang, &days, label))]
        });
        let first = vec![text(format!("{days} ({wide})"))];
        std::iter::once(first).chain(later).collect()
    }

    fn way_in(&self) -> Vec<Mark> {
        let (lang, dataset) = (self.lang, self.dataset);
        let end = |end: &Waypoint| names::waypoint(dataset, lang, end);
        let step = |pivot: &Pivot| {
            let line = format!("{} → {}", end(&pivot.from), end(&pivot.to));
            let mut step = vec![said("strong", line)];
            step.extend(self.claims(&dataset.claims(self.incident, &pivot.claims)));
            step
        };
        let mut inside = items("ol", self.incident.pivots.iter().map(step));
        if inside.is_empty() {
            inside.push(said("p", words::no_entry_office(lang)));
        }
        inside.push(said("p", words::way_in_note(lang)));
        inside
    }

    /// Each rung on which somebody is named, the highest first, then what stands beside the ladder.
    fn ladder(&self) -> Vec<Mark> {
        let (lang, incident) = (self.lang, self.incident);
        let mut inside = Vec::new();
        if incident.rungs().is_empty() {
            let (none, note) = (
                say::not_attributed_here(lang),
                words::not_attributed_note(lang),
            );
            inside.push(element(
                "p",
                vec![said("strong", none), text(format!(" {note}"))],
            ));
        }
        let mut rungs = Vec::new();
        for rung in Rung::LADDER.into_iter().rev() {
            rungs.extend(self.rung(rung));
        }
        for rung in Rung::ALL.iter().filter(|r| !r.is_on_ladder()) {
            rungs.extend(self.rung(*rung));
        }
        if !rungs.is_empty() {
            inside.push(element("dl", rungs));
        }
        inside
    }

    fn rung(&self, rung: Rung) -> Vec<Mark> {
        let lang = self.lang;
        let held: Vec<&Attribution> = self.incident.attributions_on(rung).collect();
        if held.is_empty() {
            return Vec::new();
        }
        let named = |attribution: &&Attribution| {
            let name = names::named(self.dataset, lang, attribution);
            let mut one = vec![said("strong", name)];
            if !rung.is_on_ladder() {
                one.push(text(format!(" {}", say::climbs_not(lang))));
            }
            one.extend(self.claims(&self.dataset.claims(self.incident, &attribution.claims)));
            one
        };
        term(
            vocabulary::rung(lang, rung),
            held.iter().map(named).collect(),
        )
    }

    fn open_questions(&self) -> Vec<Mark> {
        let open = self.incident.open_questions.iter();
        items(
            "ul",
            open.map(|question| vec![text(question.get(self.lang))]),
        )
    }

    /// Numbered, as the claims name them.
    fn sources(&self) -> Vec<Mark> {
        items("ol", self.incident.sources.iter().map(|s| self.source(s)))
    }

    fn source(&self, source: &Source) -> Vec<Mark> {
        let lang = self.lang;
        let date = match &source.date {
            Some(date) => self.date(date),
            None => text(words::no_date_in_copy(lang)),
        };
        let language = source.language.as_deref();
        let language = language.map(|tag| say::language(lang, tag));
        let title = match source.title.as_str() {
            "" => text(words::no_title(lang)),
            title => tagged(lang, "cite", source.language.as_deref(), title),
        };
        let rest = format!(
            ", {}, {}: ",
            language.unwrap_or_else(|| own::no_language(lang).to_owned()),
            vocabulary::evidence(lang, source.evidence)
        );
        let mut inside = vec![
            said("strong", source.publisher.as_str()),
            text(", "),
            title,
            text(", "),
            date,
            text(rest),
            link(&source.url, source.url.shown()),
        ];
        if let Some(archive) = &source.archive {
            inside.push(text(format!(", {}: ", say::archive(lang))));
            inside.push(link(archive, archive.shown()));
        }
        inside
    }

    /// Entries that this one names, then those that name it; each reason.
    fn related(&self) -> Vec<Mark> {
        let here = &self.incident.id;
        let declared = self.incident.related.iter();
        let mut pairs: Vec<(&Incident, &Text)> = declared
            .filter_map(|r| Some((self.dataset.incidents.get(&r.incident)?, &r.reason)))
            .collect();
        for other in self.dataset.incidents.values() {
            let back = other.related.iter().filter(|r| r.incident == *here);
            pairs.extend(back.map(|r| (other, &r.reason)));
        }
        let item = |(other, reason): &(&Incident, &Text)| {
            let name = names::entry(self.dataset, self.lang, other);
            vec![
                said("strong", name),
                text(format!(": {}", reason.get(self.lang))),
            ]
        };
        items("ul", pairs.iter().map(item))
    }

    fn made_from(&self) -> Mark {
        let lang = self.lang;
        let made = own::made_from(lang, RELEASE, &self.dataset.version);
        let licence = match LICENCE.parse() {
            Ok(address) => link(&address, own::licence(lang)),
            Err(_) => text(own::licence(lang)),
        };
        let facts = format!(". {}", own::facts(lang));
        element(
            "p",
            vec![said("strong", made), text(" "), licence, text(facts)],
        )
    }

    fn date(&self, date: &Date) -> Mark {
        time(date, format::date(self.lang, date))
    }

    fn organisation(&self, id: &OrganisationId) -> Mark {
        match self.dataset.organisations.get(id) {
            Some(organisation) => self.name(&organisation.name),
            None => text(id.to_string()),
        }
    }

    fn name(&self, name: &Name) -> Mark {
        let (form, tag) = name.get(self.lang);
        tagged(self.lang, "span", Some(tag), form)
    }

    /// The answers to a question, oldest first, undated last.
    fn asked(&self, question: Question) -> Vec<Held<'a>> {
        let mut held = self.dataset.claims_about(self.incident);
        held.retain(|h| h.claim.question == question);
        sort_by_key(&mut held, |h| {
            let date = h.claim.date.as_ref();
            (date.is_none(), date.map(Date::earliest))
        });
        held
    }

    fn list_of(&self, question: Question) -> Vec<Mark> {
        self.claims(&self.asked(question))
    }

    fn noted(&self, question: Question, note: &str) -> Vec<Mark> {
        let mut inside = self.list_of(question);
        if !inside.is_empty() {
            inside.insert(0, said("p", note));
        }
        inside
    }

    /// What is claimed by question: claims in dispute beside each other, then the others.
    fn ledger(&self) -> Vec<Mark> {
        let elsewhere = [Question::Response, Question::Remark, Question::Profile];
        let mut inside = vec![said("p", own::note(self.lang))];
        let asked = Question::ALL.iter().filter(|q| !elsewhere.contains(q));
        for question in asked {
            let mut rest = self.asked(*question);
            if rest.is_empty() {
                continue;
            }
            inside.push(said("h5", vocabulary::question(self.lang, *question)));
            for point in self.dataset.points_among(&rest) {
                rest.retain(|h| !point.iter().any(|p| p.address() == h.address()));
                inside.push(element(
                    "p",
                    vec![said("strong", story::in_dispute(self.lang))],
                ));
                inside.push(self.side_by_side(&point));
            }
            inside.extend(self.claims(&rest));
        }
        inside
    }
}

//! The three dates, each as wide as it is known, with who gives it.

use super::{Card, items, term};
use crate::mark::{Mark, element, said, text};
use crate::messages::{incident as say, words};
use incidents::dataset::Held;
use incidents::model::{Milestone, Question};

impl Card<'_> {
    pub(super) fn three_dates(&self) -> Vec<Mark> {
        let (lang, incident) = (self.lang, self.incident);
        let mut inside = self.milestones(words::began(lang), &incident.began);
        inside.extend(self.milestones(words::detected(lang), &incident.detected));
        inside.extend(self.milestones(words::disclosed(lang), &incident.disclosed));
        let mut contained = self.asked(Question::Contained);
        contained.retain(|h| h.date_value().is_some());
        if !contained.is_empty() {
            inside.extend(term(say::contained(lang), vec![self.givers(&contained)]));
        }
        vec![element("dl", inside)]
    }

    fn milestones(&self, word: &str, list: &[Milestone]) -> Vec<Mark> {
        let mut given: Vec<Vec<Mark>> = list.iter().map(|m| self.milestone(m)).collect();
        if given.is_empty() {
            given.push(vec![text(words::not_published(self.lang))]);
        }
        term(word, given)
    }

    /// A date, the claims that count, and those that stand beside.
    fn milestone(&self, milestone: &Milestone) -> Vec<Mark> {
        let (lang, dataset, incident) = (self.lang, self.dataset, self.incident);
        let date = dataset.date_of(incident, milestone);
        let counted = dataset.claims(incident, &milestone.claims);
        let beside = dataset.claims(incident, &milestone.beside);
        let several = counted.len() > 1 && date.as_ref().is_some_and(|d| d.parts().len() > 1);
        let mut inside = match &date {
            Some(date) => vec![
                element("strong", vec![self.date(date)]),
                text(format!(" ({})", say::to_the(lang, date))),
            ],
            None => vec![text(words::not_published(lang))],
        };
        if let Some(label) = &milestone.label {
            inside.push(text(format!(" {}", label.get(lang))));
        }
        if several {
            inside.push(text(format!(" {}", say::competing(lang))));
        }
        inside.extend(self.givers(&counted));
        if !beside.is_empty() {
            inside.push(said("p", say::beside(lang)));
            inside.extend(self.givers(&beside));
        }
        inside
    }

    /// Who gives which date, in which source.
    fn givers(&self, held: &[Held<'_>]) -> Vec<Mark> {
        let one = |held: &Held<'_>| {
            let mut line = self.speaker(held.claim);
            line.push(text(": "));
            line.push(match held.date_value() {
                Some(date) => self.date(date),
                None => text(say::no_date_given(self.lang)),
            });
            line.push(text(" "));
            line.extend(self.citations(held));
            line.extend(self.given(held));
            line
        };
        items("ul", held.iter().map(one))
    }
}

//! One claim: who says it, when, how, in which sources, and against whom.

use super::{Card, items};
use crate::mark::{Mark, element, link, said, tagged, text};
use crate::messages::{card as own, format, incident as say, names, vocabulary, words};
use incidents::dataset::Held;
use incidents::model::{Claim, Claimant, Source, SourceId};

/// Up to this many claims stand as columns; more as rows.
const ABREAST: usize = 3;

impl Card<'_> {
    /// A list of claims; nothing where there are none.
    pub(super) fn claims(&self, held: &[Held<'_>]) -> Vec<Mark> {
        let one = |held: &Held<'_>| {
            let mut line = self.speaks(held);
            line.push(text(": "));
            line.extend(self.says(held));
            line
        };
        items("ul", held.iter().map(one))
    }

    /// Claims that cannot all hold, beside each other.
    pub(super) fn side_by_side(&self, point: &[Held<'_>]) -> Mark {
        let row = |cells: Vec<Mark>| element("tr", cells);
        let speakers = point.iter().map(|h| element("th", self.speaks(h)));
        let words = point.iter().map(|h| element("td", self.says(h)));
        if point.len() <= ABREAST {
            let head = element("thead", vec![row(speakers.collect())]);
            let body = element("tbody", vec![row(words.collect())]);
            return element("table", vec![head, body]);
        }
        let head = [own::who(self.lang), own::says(self.lang)].map(|word| said("th", word));
        let head = element("thead", vec![row(head.into())]);
        let rows = speakers.zip(words).map(|(who, what)| row(vec![who, what]));
        element("table", vec![head, element("tbody", rows.collect())])
    }

    /// `Press: Asahi, 20 Jan 2020, suspects`.
    fn speaks(&self, held: &Held<'_>) -> Vec<Mark> {
        let (lang, claim) = (self.lang, held.claim);
        let mut line = self.speaker(claim);
        line.push(text(", "));
        line.push(match &claim.date {
            Some(date) => self.date(date),
            None => text(words::not_dated(lang).to_ascii_lowercase()),
        });
        let stance = vocabulary::stance(lang, claim.stance);
        if !stance.is_empty() {
            line.push(text(", "));
            line.push(said("strong", stance));
        }
        line
    }

    /// The kind of speaker, then who it is: with whom, through whom.
    pub(super) fn speaker(&self, claim: &Claim) -> Vec<Mark> {
        let lang = self.lang;
        let mut line = vec![
            said("strong", vocabulary::role(lang, claim.role)),
            text(" "),
        ];
        line.extend(self.by(&claim.by, true));
        for id in &claim.with {
            line.push(text(" + "));
            line.push(self.organisation(id));
        }
        if let Some(via) = &claim.via {
            let [before, after] = words::via(lang);
            line.extend([text(before), self.organisation(via), text(after)]);
        }
        line
    }

    fn by(&self, by: &Claimant, whole: bool) -> Vec<Mark> {
        let lang = self.lang;
        match by {
            Claimant::Organisation(id) => vec![self.organisation(id)],
            Claimant::Unnamed(group) => vec![text(group.get(lang))],
            Claimant::Person(person) => {
                let mut line = vec![self.name(&person.name)];
                if let Some(position) = person.position.as_ref().filter(|_| whole) {
                    line.push(text(format!(", {}", position.get(lang))));
                }
                if let Some(id) = person.affiliation.as_ref().filter(|_| whole) {
                    line.push(text(", "));
                    line.push(self.organisation(id));
                }
                line
            }
        }
    }

    /// Our words, the source's own, its numbers, and the claims it stands against.
    fn says(&self, held: &Held<'_>) -> Vec<Mark> {
        let (lang, claim) = (self.lang, held.claim);
        let mut line = vec![text(format!("{} ", claim.text.get(lang)))];
        line.extend(self.citations(held));
        line.extend(self.given(held));
        if held.home.id != self.incident.id {
            let home = names::entry(self.dataset, lang, held.home);
            line.push(text(format!(" {}: {home}", say::elsewhere(lang))));
        }
        let (dataset, home) = (self.dataset, held.home);
        line.extend(self.others(say::conflict_sign(lang), &dataset.conflicts_with(held)));
        line.extend(self.others(say::overtaken_on(lang), &dataset.overtaken_by(held)));
        let earlier = dataset.claims(home, &claim.supersedes);
        line.extend(self.others(say::overtakes(lang), &earlier));
        line
    }

    /// ` ≠ conflicts with Asahi, 20 Jan 2020.`
    fn others(&self, word: &str, others: &[Held<'_>]) -> Vec<Mark> {
        let mut line = Vec::new();
        for (i, other) in others.iter().enumerate() {
            line.push(match i {
                0 => text(format!(" {word} ")),
                _ => text("; "),
            });
            line.extend(self.by(&other.claim.by, false));
            if let Some(date) = &other.claim.date {
                line.push(text(format!(", {}", format::date(self.lang, date))));
            }
        }
        line
    }

    /// The source's own words, in its language.
    pub(super) fn given(&self, held: &Held<'_>) -> Vec<Mark> {
        let Some(words) = &held.claim.as_given else {
            return Vec::new();
        };
        let source = self.cited(held).next().map(|(_, source)| source);
        let language = source.and_then(|s| s.language.as_deref());
        let before = text(format!(" {} ", say::own_words(self.lang)));
        vec![before, tagged(self.lang, "q", language, words.as_str())]
    }

    /// The numbers of its sources, each a link to the source itself.
    pub(super) fn citations(&self, held: &Held<'_>) -> Vec<Mark> {
        if held.claim.source_not_matched {
            return vec![text(format!("[{}]", words::not_matched(self.lang)))];
        }
        let here = held.home.id == self.incident.id;
        let number = |(n, source): (usize, &Source)| match here {
            true => link(&source.url, format!("[{n}]")),
            // The number is one of the other entry's list.
            false => link(&source.url, format!("[{} {n}]", held.home.id)),
        };
        let cited = self.cited(held).map(number);
        let spaced = cited.flat_map(|one| [one, text(" ")]);
        let mut line: Vec<Mark> = spaced.collect();
        line.pop();
        line
    }

    /// The sources of a claim with their numbers in its entry's list.
    fn cited<'h>(&self, held: &Held<'h>) -> impl Iterator<Item = (usize, &'h Source)> {
        let (home, claim) = (held.home, held.claim);
        let find = move |id: &SourceId| {
            let place = home.sources.iter().position(|s| s.id == *id)?;
            Some((place + 1, home.sources.get(place)?))
        };
        claim.sources.iter().filter_map(find)
    }
}

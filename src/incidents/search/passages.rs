//! The texts an entry can be found by, each with the place it stands in.

use crate::Dataset;
use crate::dataset::Held;
use crate::model::{
    Attributee, Claimant, Incident, Lang, Name, OrganisationId, Text, Value, Victim,
};

/// Where a text stands in an entry, which decides its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A victim's name, or what unnamed victims are called; the entry's own name.
    Name,
    /// A name of a group that is named.
    Alias,
    /// The title.
    Title,
    /// The summary and the open questions.
    Summary,
    /// A country of a victim or of an entry office.
    Country,
    /// What somebody says, and who.
    Claim,
    /// A publisher or a title of a source; a code.
    Source,
}

impl Place {
    /// What a word weighs in each place, in their order, beside 1 in a source.
    ///
    /// The one table of weights; the golden queries hold it (`testdata/golden.json`).
    pub const WEIGHTS: [f32; 7] = [12.0, 9.0, 6.0, 3.0, 2.0, 1.5, 1.0];
}

/// A text and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage<'a> {
    /// The place.
    pub place: Place,
    /// Its language, where it is our own wording; `None` for names and titles of others.
    pub lang: Option<Lang>,
    /// The text as a reader sees it.
    pub text: &'a str,
}

/// Everything an entry can be found by.
pub fn passages<'a>(dataset: &'a Dataset, incident: &'a Incident) -> Vec<Passage<'a>> {
    let mut all = Passages(Vec::new());
    all.bare(Place::Name, incident.id.as_str());
    for victim in &incident.victims {
        match victim {
            Victim::Organisation(id) => all.organisation(Place::Name, dataset, id),
            Victim::Unnamed(group) => all.text(Place::Name, &group.description),
        }
    }
    for attribution in &incident.attributions {
        match &attribution.to {
            Attributee::Actor(id) => {
                let actor = dataset.actors.get(id);
                for name in actor.iter().flat_map(|actor| &actor.names) {
                    all.bare(Place::Alias, &name.name);
                }
            }
            Attributee::Person(text) | Attributee::Group(text) => all.text(Place::Alias, text),
        }
    }
    all.text(Place::Title, &incident.title);
    all.text(Place::Summary, &incident.summary);
    for question in &incident.open_questions {
        all.text(Place::Summary, question);
    }
    all.countries(dataset, incident);
    for held in dataset.claims_about(incident) {
        all.claim(dataset, held);
    }
    for source in &incident.sources {
        all.bare(Place::Source, &source.publisher);
        if !source.title.is_empty() {
            all.bare(Place::Source, &source.title);
        }
    }
    for technique in &incident.techniques {
        all.bare(Place::Source, technique.as_str());
    }
    all.0
}

struct Passages<'a>(Vec<Passage<'a>>);

impl<'a> Passages<'a> {
    fn add(&mut self, place: Place, lang: Option<Lang>, text: &'a str) {
        let passage = Passage { place, lang, text };
        // The same claimants speak again and again, each by one name in memory.
        let is_known = |other: &Passage| other.place == place && std::ptr::eq(other.text, text);
        if !text.is_empty() && !self.0.iter().any(is_known) {
            self.0.push(passage);
        }
    }

    fn bare(&mut self, place: Place, text: &'a str) {
        self.add(place, None, text);
    }

    fn text(&mut self, place: Place, text: &'a Text) {
        for lang in [Lang::En, Lang::Ja] {
            self.add(place, Some(lang), text.get(lang));
        }
    }

    fn name(&mut self, place: Place, name: &'a Name) {
        name.forms().for_each(|form| self.bare(place, form));
    }

    fn organisation(&mut self, place: Place, dataset: &'a Dataset, id: &OrganisationId) {
        if let Some(organisation) = dataset.organisations.get(id) {
            self.name(place, &organisation.name);
        }
    }

    fn countries(&mut self, dataset: &'a Dataset, incident: &Incident) {
        let entries = dataset.entry_countries(incident);
        for code in dataset.victim_countries(incident).iter().chain(&entries) {
            if let Some(country) = dataset.countries.get(code) {
                self.bare(Place::Country, &country.en);
                self.bare(Place::Country, &country.ja);
            }
        }
    }

    fn claim(&mut self, dataset: &'a Dataset, held: Held<'a>) {
        let claim = held.claim;
        self.text(Place::Claim, &claim.text);
        if let Some(given) = &claim.as_given {
            self.bare(Place::Claim, given);
        }
        match &claim.by {
            Claimant::Organisation(id) => self.organisation(Place::Claim, dataset, id),
            Claimant::Person(person) => self.name(Place::Claim, &person.name),
            Claimant::Unnamed(text) => self.text(Place::Claim, text),
        }
        match &claim.value {
            Some(Value::Cve(cve)) => {
                self.bare(Place::Source, cve.as_str());
                if let Some(known) = dataset.vulnerabilities.get(cve) {
                    self.bare(Place::Claim, &known.vendor);
                    self.bare(Place::Claim, &known.product);
                }
            }
            Some(Value::Technique(id)) => self.bare(Place::Source, id.as_str()),
            _ => {}
        }
    }
}

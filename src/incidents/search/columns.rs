//! What each entry can be asked about, field by field: its values, or its ranges of days and counts.

use super::bounds::{Truth, compare};
use super::text::{fold, names_it};
use super::values::NONE;
use super::{Field, Kind, Value};
use crate::Dataset;
use crate::model::{
    Attributee, Claimant, CountryCode, Date, Incident, Milestone, Name, OrganisationId, Question,
    Value as Said, Victim,
};
use crate::table::Table;

/// One field of every entry.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// The values that any entry has, in the order met.
    pub values: Vec<Named>,
    /// For each entry, which of the values it has.
    pub has: Vec<Vec<usize>>,
    /// For each entry, the days or counts it has, both ends counted.
    pub ranges: Vec<Vec<(i32, i32)>>,
    /// Where a value stands, by its word.
    places: Table<String, usize>,
}

/// A value, and all it may be asked by.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The word in queries.
    pub word: String,
    /// Its names in either language.
    pub names: Vec<String>,
}

/// The values of a field that a query's word means.
pub enum Meant {
    /// These, by their places.
    These(Vec<usize>),
    /// Several records bear the name: which is meant must be asked.
    Ambiguous(Vec<usize>),
}

impl Column {
    /// The column of a field.
    pub fn of(dataset: &Dataset, field: Field) -> Self {
        let mut column = Self::default();
        if field == Field::Actor {
            // Groups that no entry names are known too: an id means its record and no other.
            for actor in dataset.actors.values() {
                let names = || actor.names.iter().map(|n| n.name.clone()).collect();
                column.add(actor.id.as_str(), names);
            }
        }
        for incident in dataset.incidents.values() {
            column.has.push(Vec::new());
            let ranges = ranges(dataset, incident, field);
            column.fill(dataset, incident, field);
            let ranged = matches!(field.kind(), Kind::Date | Kind::Days);
            if field.kind() != Kind::Count
                && match ranged {
                    true => ranges.is_empty() && field != Field::Silence,
                    false => column.has.last().is_none_or(Vec::is_empty),
                }
            {
                column.add(NONE.word, Vec::new);
            }
            column.ranges.push(ranges);
        }
        column
    }

    /// Gives the last entry a value.
    fn add(&mut self, word: &str, names: impl FnOnce() -> Vec<String>) {
        let values = &mut self.values;
        let key = word.to_owned();
        let mut place = values.len();
        let new = || {
            values.push(Named {
                word: word.to_owned(),
                names: names(),
            });
            values.len() - 1
        };
        self.places.update(key, new, |at| place = *at);
        if let Some(last) = self.has.last_mut()
            && !last.contains(&place)
        {
            last.push(place);
        }
    }

    fn fill(&mut self, dataset: &Dataset, incident: &Incident, field: Field) {
        match field {
            Field::Victim => self.add_victims(dataset, incident),
            Field::VictimCountry => self.add_countries(dataset, dataset.victim_countries(incident)),
            Field::Office => self.add_countries(dataset, dataset.entry_countries(incident)),
            Field::Sector => self.add_sectors(dataset, incident),
            Field::Silence => self.add(dataset.silence_precision(incident).word(), Vec::new),
            Field::Rung => self.add_rungs(incident),
            Field::Actor | Field::Alias => self.add_actors(dataset, incident, field),
            Field::Cve | Field::Technique => self.add_codes(dataset, incident, field),
            Field::Source => self.add_sources(dataset, incident),
            Field::Claimant => self.add_claimants(dataset, incident),
            Field::Evidence => {
                for source in &incident.sources {
                    self.add(source.evidence.word(), Vec::new);
                }
            }
            Field::Has => self.add_presences(dataset, incident),
            Field::Kind => self.add(incident.kind.word(), Vec::new),
            Field::Id => self.add(incident.id.as_str(), Vec::new),
            Field::Began
            | Field::Detected
            | Field::Disclosed
            | Field::Dwell
            | Field::Sources
            | Field::Claims
            | Field::Contradictions => {}
        }
    }

    fn add_victims(&mut self, dataset: &Dataset, incident: &Incident) {
        for victim in &incident.victims {
            match victim {
                Victim::Organisation(id) => self.add_organisation(dataset, id),
                Victim::Unnamed(group) => self.add_text(&group.description),
            }
        }
    }

    fn add_organisation(&mut self, dataset: &Dataset, id: &OrganisationId) {
        if let Some(organisation) = dataset.organisations.get(id) {
            self.add_name(&organisation.name);
        }
    }

    fn add_name(&mut self, name: &Name) {
        let word = name.get(crate::model::Lang::En).0;
        self.add(word, || name.forms().map(str::to_owned).collect());
    }

    fn add_text(&mut self, text: &crate::model::Text) {
        use crate::model::Lang;
        let names = || vec![text.get(Lang::Ja).to_owned()];
        self.add(text.get(Lang::En), names);
    }

    fn add_countries(&mut self, dataset: &Dataset, codes: Vec<CountryCode>) {
        for code in codes {
            let names = || {
                let country = dataset.countries.get(&code);
                country.map_or(Vec::new(), |c| vec![c.en.clone(), c.ja.clone()])
            };
            self.add(code.as_str(), names);
        }
    }

    fn add_sectors(&mut self, dataset: &Dataset, incident: &Incident) {
        for victim in &incident.victims {
            if let Victim::Organisation(id) = victim
                && let Some(organisation) = dataset.organisations.get(id)
            {
                for sector in &organisation.sectors {
                    self.add(sector.word(), Vec::new);
                }
            }
        }
    }

    fn add_rungs(&mut self, incident: &Incident) {
        for attribution in &incident.attributions {
            self.add(attribution.rung.word(), Vec::new);
        }
        if incident.rungs().is_empty() {
            self.add(NONE.word, Vec::new);
        }
    }

    fn add_actors(&mut self, dataset: &Dataset, incident: &Incident, field: Field) {
        for attribution in &incident.attributions {
            let Attributee::Actor(id) = &attribution.to else {
                continue;
            };
            let Some(actor) = dataset.actors.get(id) else {
                continue;
            };
            let names = || actor.names.iter().map(|n| n.name.clone());
            match field {
                Field::Actor => self.add(id.as_str(), || names().collect()),
                _ => names().for_each(|name| self.add(&name, Vec::new)),
            }
        }
    }

    fn add_codes(&mut self, dataset: &Dataset, incident: &Incident, field: Field) {
        let mut codes: Vec<String> = Vec::new();
        for held in dataset.claims_about(incident) {
            match &held.claim.value {
                Some(Said::Cve(cve)) if field == Field::Cve => codes.push(cve.to_string()),
                Some(Said::Technique(id)) if field == Field::Technique => {
                    codes.push(id.to_string());
                }
                _ => {}
            }
        }
        if field == Field::Technique {
            codes.extend(incident.techniques.iter().map(ToString::to_string));
        }
        for code in codes {
            // A sub-technique is a case of its technique.
            if let Some((whole, _)) = code.split_once('.') {
                self.add(whole, Vec::new);
            }
            self.add(&code, Vec::new);
        }
    }

    fn add_sources(&mut self, dataset: &Dataset, incident: &Incident) {
        for source in &incident.sources {
            let publisher = source.publisher.as_str();
            let names = || {
                let bears =
                    |o: &&crate::model::Organisation| o.name.forms().any(|form| form == publisher);
                let known = dataset.organisations.values().find(bears);
                known.map_or(Vec::new(), |o| o.name.forms().map(str::to_owned).collect())
            };
            self.add(publisher, names);
        }
    }

    fn add_claimants(&mut self, dataset: &Dataset, incident: &Incident) {
        for held in dataset.claims_about(incident) {
            let claim = held.claim;
            self.add(claim.role.word(), Vec::new);
            match &claim.by {
                Claimant::Organisation(id) => self.add_organisation(dataset, id),
                Claimant::Person(person) => {
                    self.add_name(&person.name);
                    if let Some(id) = &person.affiliation {
                        self.add_organisation(dataset, id);
                    }
                }
                Claimant::Unnamed(text) => self.add_text(text),
            }
            for id in &claim.with {
                self.add_organisation(dataset, id);
            }
        }
    }

    fn add_presences(&mut self, dataset: &Dataset, incident: &Incident) {
        let answered = |question| incident.answers(question).next().is_some();
        let held = dataset.claims_about(incident);
        let said =
            |is: fn(&Said) -> bool| held.iter().any(|h| h.claim.value.as_ref().is_some_and(is));
        let named = |a: &crate::model::Attribution| matches!(a.to, Attributee::Actor(_));
        let disputed = dataset.points(incident) > 0;
        let points_here =
            |other: &Incident| other.related.iter().any(|r| r.incident == incident.id);
        for (word, is) in [
            ("contradiction", disputed),
            ("no-contradiction", !disputed),
            ("began", dataset.began(incident).is_some()),
            ("detected", dataset.detected(incident).is_some()),
            ("disclosed", dataset.disclosed(incident).is_some()),
            ("silence", dataset.silence(incident).is_some()),
            ("actor", incident.attributions.iter().any(named)),
            ("office", !dataset.entry_countries(incident).is_empty()),
            ("cve", said(|v| matches!(v, Said::Cve(_)))),
            (
                "technique",
                !incident.techniques.is_empty() || said(|v| matches!(v, Said::Technique(_))),
            ),
            ("quantity", said(|v| matches!(v, Said::Quantity(_)))),
            ("response", answered(Question::Response)),
            ("remark", answered(Question::Remark)),
            ("question", !incident.open_questions.is_empty()),
            (
                "related",
                !incident.related.is_empty() || dataset.incidents.values().any(points_here),
            ),
            (
                "archive",
                incident.sources.iter().any(|s| s.archive.is_some()),
            ),
        ] {
            if is {
                self.add(word, Vec::new);
            }
        }
    }

    /// How every entry stands to some values, of which one is enough.
    pub fn truths(&self, field: Field, asked: &[Value]) -> Vec<Truth> {
        let mut truths = vec![Truth::No; self.has.len()];
        for value in asked {
            match value {
                Value::Text(text) => {
                    let (places, found) = match self.meant(field, text) {
                        Meant::These(places) => (places, Truth::Yes),
                        Meant::Ambiguous(places) => (places, Truth::Possible),
                    };
                    raise(&mut truths, self.has.iter(), |has| {
                        let is = has.iter().any(|place| places.contains(place));
                        if is { found } else { Truth::No }
                    });
                }
                Value::Range { low, high, .. } => {
                    raise(&mut truths, self.ranges.iter(), |known| {
                        let each = known.iter().map(|known| compare(*known, (*low, *high)));
                        each.max().unwrap_or(Truth::No)
                    });
                }
            }
        }
        truths
    }

    /// The values a word means: whole names before beginnings of them; several records of one
    /// name are not merged.
    pub fn meant(&self, field: Field, text: &str) -> Meant {
        if let Some(place) = self.places.get(&text.to_owned()) {
            return Meant::These(vec![*place]);
        }
        let asked = fold(text);
        let squashed = squash(&asked);
        let all = self.values.iter().enumerate();
        let bears = |value: &Named, fits: &dyn Fn(&str) -> bool| {
            fits(&value.word) || value.names.iter().any(|name| fits(name))
        };
        let having = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
            let found = all.clone().filter(|(_, value)| bears(value, fits));
            found.map(|(place, _)| place).collect()
        };
        let whole = having(&|name| squash(&fold(name)) == squashed);
        match (whole.len(), field.kind()) {
            (0, Kind::Name) => {}
            (2.., Kind::WholeName) if field == Field::Actor => return Meant::Ambiguous(whole),
            _ => return Meant::These(whole),
        }
        let words = having(&|name| names_it(&fold(name), &asked, false));
        match words.is_empty() {
            false => Meant::These(words),
            true => Meant::These(having(&|name| names_it(&fold(name), &asked, true))),
        }
    }
}

/// Letters and digits alone, so that `TEMP.Tick` and `TempTick` are one name.
pub(super) fn squash(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn raise<'a, T: 'a>(
    truths: &mut [Truth],
    entries: impl Iterator<Item = &'a T>,
    truth: impl Fn(&T) -> Truth,
) {
    for (known, entry) in truths.iter_mut().zip(entries) {
        *known = truth(entry).max(*known);
    }
}

fn ranges(dataset: &Dataset, incident: &Incident, field: Field) -> Vec<(i32, i32)> {
    let count = |n: usize| {
        let n = i32::try_from(n).unwrap_or(i32::MAX);
        vec![(n, n)]
    };
    let days = |range: Option<crate::model::DayRange>| {
        range.map(|r| (r.least, r.most)).into_iter().collect()
    };
    let dates = |list: &[Milestone]| {
        let range = |date: Date| (date.earliest().0, date.latest().0);
        let known = list.iter().filter_map(|m| dataset.date_of(incident, m));
        known.map(range).collect()
    };
    match field {
        Field::Began => dates(&incident.began),
        Field::Detected => dates(&incident.detected),
        Field::Disclosed => dates(&incident.disclosed),
        Field::Silence => days(dataset.silence(incident)),
        Field::Dwell => days(dataset.dwell(incident)),
        Field::Sources => count(incident.sources.len()),
        Field::Claims => count(dataset.claims_about(incident).len()),
        Field::Contradictions => count(dataset.points(incident)),
        _ => Vec::new(),
    }
}

//! The index over a dataset: every word an entry can be found by, folded once, and its facets.

use super::fold::fold;
use super::results::{Facet, FacetValue, Relief, Results, Sort};
use super::{Field, Query};
use crate::Dataset;
use crate::model::{
    Attributee, Claim, Claimant, CountryCode, Incident, IncidentId, OrganisationId, Text, Value,
    Victim,
};
use crate::table::{Table, sort_by_key};
use std::cmp::Reverse;

/// Everything a query is matched against.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    entries: Vec<Entry>,
    /// The values each field has anywhere, in the order shown.
    universe: Table<Field, Vec<String>>,
}

#[derive(Clone, Debug, PartialEq)]
struct Entry {
    id: IncidentId,
    folded: String,
    values: Table<Field, Vec<String>>,
    twice_silence: Option<i32>,
    detected: Option<i32>,
    disclosed: Option<i32>,
    victim: String,
}

impl Index {
    /// Folds a dataset's words and gathers its facets.
    pub fn build(dataset: &Dataset) -> Self {
        let entries: Vec<Entry> = dataset
            .incidents
            .values()
            .map(|incident| Entry::of(dataset, incident))
            .collect();
        let universe = Field::ALL
            .into_iter()
            .map(|field| (field, universe(field, &entries)))
            .collect();
        Self { entries, universe }
    }

    /// Answers a query.
    pub fn search(&self, query: &Query, sort: Sort) -> Results {
        let worded = self.with_words(query);
        let mut hits = passing(&worded, query);
        sort_by_key(&mut hits, |entry| (entry.rank(sort), entry.id.clone()));
        Results {
            hits: hits.iter().map(|entry| entry.id.clone()).collect(),
            total: self.entries.len(),
            facets: Field::ALL
                .into_iter()
                .map(|f| self.facet(f, query, &worded))
                .collect(),
            reliefs: match hits.is_empty() {
                true => self.reliefs(query),
                false => Vec::new(),
            },
        }
    }

    /// The entries that hold every word: looked for once, because texts are long.
    fn with_words(&self, query: &Query) -> Vec<&Entry> {
        let words: Vec<String> = query.words.iter().map(|word| fold(word)).collect();
        let fits = |entry: &&Entry| words.iter().all(|word| entry.folded.contains(word.trim()));
        self.entries.iter().filter(fits).collect()
    }

    /// Counts a field's values under all other filters; a chosen value nobody has counts zero.
    fn facet(&self, field: Field, query: &Query, worded: &[&Entry]) -> Facet {
        let matching = passing(worded, &query.without_field(field));
        let known = self.universe.get(&field).map_or(&[][..], Vec::as_slice);
        let asked = query.filters.iter().filter(|f| f.field == field);
        let foreign = asked.map(|f| &f.value).filter(|v| !known.contains(v));
        let count = |value: &String| {
            let has = |entry: &&&Entry| entry.has(field, value);
            matching.iter().filter(has).count()
        };
        let values = known.iter().chain(foreign).map(|value| FacetValue {
            value: value.clone(),
            count: count(value),
            on: query.has(field, value),
        });
        Facet {
            field,
            values: values.collect(),
        }
    }

    /// What could be dropped from a query that finds nothing, and what that would give.
    fn reliefs(&self, query: &Query) -> Vec<Relief> {
        let filters = query.filters.iter().enumerate().map(|(i, filter)| {
            let mut without = query.clone();
            without.filters.remove(i);
            (filter.to_string(), without)
        });
        let words = query.words.iter().enumerate().map(|(i, word)| {
            let mut without = query.clone();
            without.words.remove(i);
            (word.clone(), without)
        });
        let mut reliefs: Vec<Relief> = filters
            .chain(words)
            .map(|(dropped, query)| Relief {
                dropped,
                count: passing(&self.with_words(&query), &query).len(),
                query,
            })
            .filter(|relief| relief.count > 0)
            .collect();
        sort_by_key(&mut reliefs, |relief| Reverse(relief.count));
        reliefs
    }
}

/// Of some entries, those that pass every filter.
fn passing<'a>(entries: &[&'a Entry], query: &Query) -> Vec<&'a Entry> {
    let fields = Field::ALL.into_iter();
    let passes = |entry: &&&Entry| fields.clone().all(|field| entry.passes(query, field));
    entries.iter().filter(passes).copied().collect()
}

impl Entry {
    fn of(dataset: &Dataset, incident: &Incident) -> Self {
        let day = |date: Option<crate::model::Date>| date.map(|d| d.earliest().0);
        let victim = dataset.victim_names(incident).into_iter().next();
        Self {
            id: incident.id.clone(),
            folded: fold(&words(dataset, incident).join("\n")),
            values: Field::ALL
                .into_iter()
                .map(|field| (field, values(dataset, incident, field)))
                .collect(),
            twice_silence: dataset.silence(incident).map(|s| s.twice_middle()),
            detected: day(dataset.detected(incident)),
            disclosed: day(dataset.disclosed(incident)),
            victim: fold(&victim.unwrap_or_default()),
        }
    }

    fn has(&self, field: Field, value: &str) -> bool {
        let values = self.values.get(&field).map_or(&[][..], Vec::as_slice);
        values.iter().any(|v| v == value)
    }

    /// Values of one field are alternatives; a field not asked for passes.
    fn passes(&self, query: &Query, field: Field) -> bool {
        let mut asked = query.filters.iter().filter(|f| f.field == field).peekable();
        asked.peek().is_none() || asked.any(|f| self.has(field, &f.value))
    }

    /// Smaller stands first; unknown stands last.
    fn rank(&self, sort: Sort) -> (i32, String) {
        let descending = |n: Option<i32>| n.map_or(i32::MAX, |n| -n);
        match sort {
            Sort::Silence => (descending(self.twice_silence), String::new()),
            Sort::Disclosed => (descending(self.disclosed), String::new()),
            Sort::Detected => (descending(self.detected), String::new()),
            Sort::Victim => (0, self.victim.clone()),
        }
    }
}

fn words(dataset: &Dataset, incident: &Incident) -> Vec<String> {
    let mut words = vec![incident.id.to_string(), incident.kind.word().to_owned()];
    let texts = [&incident.title, &incident.summary].into_iter();
    texts
        .chain(&incident.open_questions)
        .for_each(|t| add_text(&mut words, t));
    for victim in &incident.victims {
        match victim {
            Victim::Organisation(id) => add_organisation(dataset, &mut words, id),
            Victim::Unnamed(group) => add_text(&mut words, &group.description),
        }
    }
    for code in dataset
        .victim_countries(incident)
        .iter()
        .chain(&dataset.entry_countries(incident))
    {
        add_country(dataset, &mut words, code);
    }
    for held in dataset.claims_about(incident) {
        add_claim(dataset, &mut words, held.claim);
    }
    for attribution in &incident.attributions {
        match &attribution.to {
            Attributee::Actor(id) => {
                let names = dataset
                    .actors
                    .get(id)
                    .map_or(&[][..], |a| a.names.as_slice());
                words.extend(names.iter().map(|name| name.name.clone()));
            }
            Attributee::Person(text) | Attributee::Group(text) => add_text(&mut words, text),
        }
    }
    for source in &incident.sources {
        words.extend([source.publisher.clone(), source.title.clone()]);
    }
    words.extend(incident.techniques.iter().map(ToString::to_string));
    words
}

fn add_text(words: &mut Vec<String>, text: &Text) {
    use crate::model::Lang;
    words.extend([text.get(Lang::En).to_owned(), text.get(Lang::Ja).to_owned()]);
}

fn add_organisation(dataset: &Dataset, words: &mut Vec<String>, id: &OrganisationId) {
    if let Some(organisation) = dataset.organisations.get(id) {
        words.extend(organisation.name.forms().map(str::to_owned));
    }
}

fn add_country(dataset: &Dataset, words: &mut Vec<String>, code: &CountryCode) {
    if let Some(country) = dataset.countries.get(code) {
        words.extend([country.en.clone(), country.ja.clone()]);
    }
}

fn add_claim(dataset: &Dataset, words: &mut Vec<String>, claim: &Claim) {
    add_text(words, &claim.text);
    words.extend(claim.as_given.clone());
    match &claim.by {
        Claimant::Organisation(id) => add_organisation(dataset, words, id),
        Claimant::Person(person) => words.extend(person.name.forms().map(str::to_owned)),
        Claimant::Unnamed(text) => add_text(words, text),
    }
    match &claim.value {
        Some(Value::Cve(cve)) => {
            words.push(cve.to_string());
            if let Some(known) = dataset.vulnerabilities.get(cve) {
                words.extend([known.vendor.clone(), known.product.clone()]);
            }
        }
        Some(Value::Technique(id)) => words.push(id.to_string()),
        _ => {}
    }
}

fn values(dataset: &Dataset, incident: &Incident, field: Field) -> Vec<String> {
    let strings = |codes: Vec<CountryCode>| codes.iter().map(ToString::to_string).collect();
    let mut values: Vec<String> = match field {
        Field::VictimCountry => strings(dataset.victim_countries(incident)),
        Field::Office => strings(dataset.entry_countries(incident)),
        Field::Disclosed => {
            let year = dataset.disclosed_year(incident);
            year.iter().map(ToString::to_string).collect()
        }
        Field::Rung => incident
            .rungs()
            .iter()
            .map(|r| r.word().to_owned())
            .collect(),
        Field::Silence => vec![dataset.silence_precision(incident).word().to_owned()],
        Field::Has => vec![match dataset.points(incident) == 0 {
            true => "no-contradiction".to_owned(),
            false => "contradiction".to_owned(),
        }],
    };
    if values.is_empty() {
        values.push("none".to_owned());
    }
    values
}

/// The values of a field: fixed vocabularies whole and in order, years ascending, countries most
/// frequent first; "none" last, but for the ladder, where it is the ground.
fn universe(field: Field, entries: &[Entry]) -> Vec<String> {
    let fixed = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
    match field {
        Field::Rung => {
            let rungs = crate::model::Rung::LADDER
                .iter()
                .map(|r| r.word().to_owned());
            return std::iter::once("none".to_owned()).chain(rungs).collect();
        }
        Field::Silence => return fixed(&["day", "wider", "unknown"]),
        Field::Has => return fixed(&["contradiction", "no-contradiction"]),
        Field::VictimCountry | Field::Office | Field::Disclosed => {}
    }
    let mut counts: Table<String, usize> = Table::default();
    for value in entries
        .iter()
        .filter_map(|e| e.values.get(&field))
        .flatten()
    {
        counts.update(value.clone(), || 0, |n| *n += 1);
    }
    let mut values: Vec<(String, usize)> = counts.into_iter().collect();
    if field != Field::Disclosed {
        sort_by_key(&mut values, |(_, count)| Reverse(*count));
    }
    sort_by_key(&mut values, |(value, _)| value == "none");
    values.into_iter().map(|(value, _)| value).collect()
}

//! `data/` beside the facts it was written from: what differs, and why it may.
//!
//! The facts lie unchanged in `src/incidents/testdata/facts/`. Every difference is listed; those
//! that are meant stand with their reason in `faithful.json`.

use crate::blocks;
use incidents::Dataset;
use incidents::model::{
    Actor, Attributee, Attribution, Date, Evidence, Incident, Question, Rung, Value,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

const FACTS: &str = include_str!("../incidents/testdata/facts/incidents.json");

#[derive(Deserialize)]
struct Fact {
    id: String,
    kind: String,
    country: Option<String>,
    dates: BTreeMap<String, FactDate>,
    actor: FactActor,
    vulnerabilities: Vec<FactCve>,
    data_claims: Vec<serde_json::Value>,
    response: Vec<String>,
    contradictions: Vec<String>,
    related: Vec<String>,
    sources: Vec<FactSource>,
}

#[derive(Deserialize)]
struct FactDate {
    value: Option<String>,
    #[serde(default)]
    approximate: bool,
}

#[derive(Deserialize)]
struct FactActor {
    name: Option<String>,
    suspected_sponsor_country: Option<String>,
    confidence: String,
}

#[derive(Deserialize)]
struct FactCve {
    cve: String,
}

#[derive(Deserialize)]
struct FactSource {
    url: String,
    date: Option<String>,
    evidence: String,
}

/// A difference that is meant.
#[derive(Deserialize)]
struct Meant {
    entry: String,
    field: String,
    difference: String,
    reason: String,
}

/// One line a difference: entry, field, what differs.
fn differences(dataset: &Dataset, facts: &[Fact]) -> BTreeSet<(String, String, String)> {
    let mut all = BTreeSet::new();
    let known: BTreeSet<&str> = dataset.incidents.values().map(|i| i.id.as_str()).collect();
    let told: BTreeSet<&str> = facts.iter().map(|f| f.id.as_str()).collect();
    for id in known.symmetric_difference(&told) {
        all.insert((
            (*id).to_owned(),
            "id".to_owned(),
            "stands on one side only".to_owned(),
        ));
    }
    for fact in facts {
        let incident = dataset
            .incidents
            .values()
            .find(|i| i.id.as_str() == fact.id);
        let Some(incident) = incident else { continue };
        let mut add = |field: &str, what: String| {
            all.insert((fact.id.clone(), field.to_owned(), what));
        };
        if incident.kind.word() != fact.kind {
            add(
                "kind",
                format!("{}, not {}", incident.kind.word(), fact.kind),
            );
        }
        dates(dataset, incident, fact, &mut add);
        actor(dataset, incident, fact, &mut add);
        sources(incident, fact, &mut add);
        counts(incident, fact, &mut add);
        let countries = dataset.victim_countries(incident);
        let stated = fact.country.as_ref();
        if let Some(code) = stated.filter(|c| !countries.iter().any(|k| k.as_str() == *c)) {
            add("country", format!("{code} is not among {countries:?}"));
        }
        for other in &fact.related {
            let names = |a: &str, b: &str| {
                let home = dataset.incidents.values().find(|i| i.id.as_str() == a);
                home.is_some_and(|i| i.related.iter().any(|r| r.incident.as_str() == b))
            };
            if !names(&fact.id, other) && !names(other, &fact.id) {
                add("related", format!("{other} is not named from either side"));
            }
        }
    }
    all
}

fn dates(dataset: &Dataset, incident: &Incident, fact: &Fact, add: &mut dyn FnMut(&str, String)) {
    let ours = [
        ("intrusion_start", dataset.began(incident)),
        ("detected", dataset.detected(incident)),
        ("disclosed", dataset.disclosed(incident)),
    ];
    for (field, ours) in ours {
        let theirs = fact.dates.get(field).and_then(written);
        let start = ours.as_ref().map(|d| d.to_string());
        let start = start.as_deref().map(|d| d.split('/').next().unwrap_or(d));
        if start != theirs.as_deref() {
            add(field, format!("{start:?}, not {theirs:?}"));
        }
    }
    let given = incident.claims.iter().filter_map(|c| match &c.value {
        Some(Value::Date(date)) => Some(date.to_string()),
        _ => None,
    });
    let given: Vec<String> = given.collect();
    if let Some(end) = fact.dates.get("intrusion_end").and_then(written)
        && !given.iter().any(|d| d.split('/').any(|part| part == end))
    {
        add("intrusion_end", format!("no claim gives {end}"));
    }
}

fn written(date: &FactDate) -> Option<String> {
    let about = if date.approximate { "~" } else { "" };
    let text = format!("{}{about}", date.value.as_ref()?);
    text.parse::<Date>().ok().map(|date| date.to_string())
}

fn actor(dataset: &Dataset, incident: &Incident, fact: &Fact, add: &mut dyn FnMut(&str, String)) {
    let rung = match fact.actor.confidence.as_str() {
        "press-report" => Some(Rung::Press),
        "victim-statement" => Some(Rung::Victim),
        "vendor-assessment" => Some(Rung::Vendor),
        "government-statement" => Some(Rung::Government),
        "criminal-charges" => Some(Rung::Charges),
        "criminal-conviction" => Some(Rung::Conviction),
        "claimed-by-actor" => Some(Rung::OwnClaim),
        _ => None,
    };
    let held: Vec<Rung> = incident.attributions.iter().map(|a| a.rung).collect();
    if rung.is_some_and(|rung| !held.contains(&rung)) || (rung.is_none() && !held.is_empty()) {
        add("rung", format!("{held:?}, not {}", fact.actor.confidence));
    }
    if let Some(code) = &fact.actor.suspected_sponsor_country {
        let country = |value: &Option<Value>| match value {
            Some(Value::Country(country)) => country.as_str() == code,
            _ => false,
        };
        let mut claims = incident.claims.iter();
        if !claims.any(|c| c.question == Question::Actor && country(&c.value)) {
            add("sponsor", format!("no claim links it to {code}"));
        }
    }
    let Some(name) = &fact.actor.name else { return };
    // One name may stand in several records: whichever is meant, one of them is named.
    let bears = |a: &&Actor| a.names.iter().any(|n| n.name == *name);
    let bearers: Vec<Attributee> = dataset
        .actors
        .values()
        .filter(bears)
        .map(|a| Attributee::Actor(a.id.clone()))
        .collect();
    if bearers.is_empty() {
        return;
    }
    let attributions = incident.attributions.iter();
    let mut named = attributions.filter(|a| bearers.contains(&a.to)).peekable();
    if named.peek().is_none() {
        add("actor", format!("{name} is not among the attributions"));
    } else if !named.any(|a| shown(dataset, a).eq_ignore_ascii_case(name)) {
        add("actor", format!("{name} stands under another name"));
    }
}

/// The name an attribution is shown under: the one it uses, else its record's first.
fn shown<'a>(dataset: &'a Dataset, attribution: &'a Attribution) -> &'a str {
    let first = match &attribution.to {
        Attributee::Actor(id) => dataset.actors.get(id).map(Actor::name),
        Attributee::Person(_) | Attributee::Group(_) => None,
    };
    attribution.named.as_deref().or(first).unwrap_or_default()
}

fn sources(incident: &Incident, fact: &Fact, add: &mut dyn FnMut(&str, String)) {
    let ours = incident.sources.iter().map(|s| {
        let seen = match s.evidence {
            Evidence::Page => "seen in stored page",
            Evidence::Row => "seen in dataset row",
            Evidence::Reference => "seen only in reference list",
        };
        let date = s.date.as_ref().map(Date::to_string);
        (s.url.to_string(), date, seen.to_owned())
    });
    let theirs = fact
        .sources
        .iter()
        .map(|s| (s.url.clone(), s.date.clone(), s.evidence.clone()));
    let (mut ours, mut theirs): (Vec<_>, Vec<_>) = (ours.collect(), theirs.collect());
    ours.sort();
    theirs.sort();
    if ours != theirs {
        let only = |a: &[(String, Option<String>, String)],
                    b: &[(String, Option<String>, String)]| {
            let rest: Vec<String> = a
                .iter()
                .filter(|s| !b.contains(s))
                .map(|s| format!("{s:?}"))
                .collect();
            rest.join(", ")
        };
        add(
            "sources",
            format!(
                "here only: {}; there only: {}",
                only(&ours, &theirs),
                only(&theirs, &ours)
            ),
        );
    }
}

fn counts(incident: &Incident, fact: &Fact, add: &mut dyn FnMut(&str, String)) {
    let cves = incident.claims.iter().filter_map(|c| match &c.value {
        Some(Value::Cve(cve)) => Some(cve.to_string()),
        _ => None,
    });
    let (ours, theirs): (BTreeSet<String>, BTreeSet<String>) = (
        cves.collect(),
        fact.vulnerabilities.iter().map(|v| v.cve.clone()).collect(),
    );
    if ours != theirs {
        add("vulnerabilities", format!("{ours:?}, not {theirs:?}"));
    }
    use Question as Q;
    let of = |questions: &[Q]| {
        incident
            .claims
            .iter()
            .filter(|c| questions.contains(&c.question))
            .count()
    };
    let about = [
        Q::Taken,
        Q::Amount,
        Q::Reached,
        Q::Remark,
        Q::Weakness,
        Q::Silence,
        Q::Disclosed,
        Q::Actor,
    ];
    if of(&about) < fact.data_claims.len() {
        add(
            "claims",
            format!("{} for {} data claims", of(&about), fact.data_claims.len()),
        );
    }
    if of(&[Q::Response]) < fact.response.len() {
        add(
            "responses",
            format!("{} for {}", of(&[Q::Response]), fact.response.len()),
        );
    }
    let linked = incident
        .claims
        .iter()
        .map(|c| c.contradicts.len() + c.supersedes.len())
        .sum::<usize>();
    if linked < fact.contradictions.len() {
        add(
            "contradictions",
            format!("{linked} for {}", fact.contradictions.len()),
        );
    }
}

#[test]
fn the_facts_are_the_ones_that_were_given() {
    let sums = include_str!("../incidents/testdata/facts/SHA256SUMS");
    let hash: String = Sha256::digest(FACTS)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    assert!(sums.contains(&format!("{hash}  incidents.json")));
}

#[test]
fn every_difference_from_the_facts_has_a_reason() {
    let facts: Vec<Fact> = serde_json::from_str(FACTS).unwrap();
    let found = differences(&blocks::read().unwrap(), &facts);
    let meant: Vec<Meant> = serde_json::from_str(include_str!("faithful.json")).unwrap();
    assert!(
        meant.iter().all(|m| m.reason.len() > 10),
        "a reason is a sentence"
    );
    let listed: BTreeSet<(String, String, String)> = meant
        .into_iter()
        .map(|m| (m.entry, m.field, m.difference))
        .collect();
    let line =
        |(entry, field, what): &(String, String, String)| format!("{entry} {field}: {what}\n");
    let new: String = found.difference(&listed).map(line).collect();
    let gone: String = listed.difference(&found).map(line).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "\nwithout a reason:\n{new}\nlisted, but gone:\n{gone}"
    );
}

/// The figures the facts give of themselves, once every entry is written.
#[test]
fn as_many_silences_are_known_as_the_facts_say() {
    let facts: Vec<Fact> = serde_json::from_str(FACTS).unwrap();
    let dataset = blocks::read().unwrap();
    let given = |fact: &&Fact, key: &str| fact.dates.get(key).is_some_and(|d| d.value.is_some());
    let written = |fact: &&Fact| dataset.incidents.values().any(|i| i.id.as_str() == fact.id);
    let (here, all): (Vec<&Fact>, usize) = (facts.iter().filter(written).collect(), facts.len());
    let both = |fact: &&&Fact| given(fact, "detected") && given(fact, "disclosed");
    let silences = dataset.coverage().silences;
    assert_eq!(silences.total, here.len());
    assert_eq!(silences.known(), here.iter().filter(both).count());
    if here.len() == all {
        assert_eq!(
            (all, silences.known(), silences.no_detection),
            (129, 43, 86)
        );
        assert_eq!(silences.to_the_day, 20, "and one more that is approximate");
    }
}

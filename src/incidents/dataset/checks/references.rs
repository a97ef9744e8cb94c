//! What one record names must exist; what exists must be named.

use super::{Fault, in_incident};
use crate::dataset::Dataset;
use crate::model::{
    ActorId, Attributee, Claimant, Cve, Incident, IncidentId, OrganisationId, Source, SourceId,
    Value, Victim, Waypoint,
};
use std::collections::BTreeSet;

/// Collects the dangling references of one file.
struct Resolver<'a> {
    dataset: &'a Dataset,
    file: String,
    faults: &'a mut Vec<Fault>,
}

impl Resolver<'_> {
    fn dangling(
        &mut self,
        pointer: String,
        what: &str,
        id: &str,
        help: &'static str,
        missing: Option<String>,
    ) {
        self.faults.push(Fault {
            file: self.file.clone(),
            pointer,
            message: format!("`{id}` is not {what}"),
            help,
            missing,
        });
    }

    fn organisation(&mut self, pointer: String, id: &OrganisationId) {
        if !self.dataset.organisations.contains_key(id) {
            let help = "add its file to data/organisations/ or correct the id";
            let file = format!("organisations/{id}.json");
            self.dangling(
                pointer,
                "an organisation we have",
                id.as_str(),
                help,
                Some(file),
            );
        }
    }

    fn incident(&mut self, pointer: String, id: &IncidentId) {
        if !self.dataset.incidents.contains_key(id) {
            let help = "add its file to data/incidents/ or correct the id";
            let file = format!("incidents/{id}.json");
            self.dangling(
                pointer,
                "an incident we have",
                id.as_str(),
                help,
                Some(file),
            );
        }
    }

    fn actor(&mut self, pointer: String, id: &ActorId) {
        if !self.dataset.actors.contains_key(id) {
            let help = "add its file to data/actors/ or correct the id";
            let file = format!("actors/{id}.json");
            self.dangling(pointer, "an actor we have", id.as_str(), help, Some(file));
        }
    }

    fn cve(&mut self, pointer: String, id: &Cve) {
        if !self.dataset.vulnerabilities.contains_key(id) {
            let help = "add its file to data/vulnerabilities/ or correct the number";
            let file = format!("vulnerabilities/{id}.json");
            self.dangling(
                pointer,
                "a vulnerability we have",
                id.as_str(),
                help,
                Some(file),
            );
        }
    }

    fn source(&mut self, pointer: String, id: &SourceId, sources: &[Source]) {
        if !sources.iter().any(|s| s.id == *id) {
            let help = "add it to the sources of this file or correct the id";
            self.dangling(pointer, "a source of this file", id.as_str(), help, None);
        }
    }

    fn claims(&mut self, pointer: &str, home: &Incident, references: &[crate::model::ClaimRef]) {
        for (i, reference) in references.iter().enumerate() {
            if self.dataset.claim(home, reference).is_none() {
                let help = "name a claim of this file, or `incident#claim` for another's";
                let pointer = format!("{pointer}/{i}");
                let file = reference
                    .incident
                    .as_ref()
                    .map(|id| format!("incidents/{id}.json"));
                self.dangling(
                    pointer,
                    "a claim we have",
                    &reference.to_string(),
                    help,
                    file,
                );
            }
        }
    }

    fn waypoint(&mut self, pointer: String, waypoint: &Waypoint) {
        if let Waypoint::Office(office) = waypoint
            && self.dataset.office(office).is_none()
        {
            let help = "add it to the offices of its organisation or correct the id";
            let file = format!("organisations/{}.json", office.organisation);
            self.dangling(
                pointer,
                "an office we have",
                &office.to_string(),
                help,
                Some(file),
            );
        }
    }

    fn claim(&mut self, home: &Incident, i: usize) {
        let Some(claim) = home.claims.get(i) else {
            return;
        };
        let at = |rest: &str| format!("/claims/{i}/{rest}");
        match &claim.by {
            Claimant::Organisation(id) => self.organisation(at("by"), id),
            Claimant::Person(person) => {
                if let Some(id) = &person.affiliation {
                    self.organisation(at("by/person/affiliation"), id);
                }
            }
            Claimant::Unnamed(_) => {}
        }
        match &claim.value {
            Some(Value::Actor(id)) => self.actor(at("value"), id),
            Some(Value::Cve(id)) => self.cve(at("value"), id),
            _ => {}
        }
        let organisations = claim.with.iter().map(|id| (at("with"), id));
        let via = claim.via.iter().map(|id| (at("via"), id));
        let about = claim.about.organisations.iter();
        let about = about.map(|id| (at("about/organisations"), id));
        let named: Vec<_> = organisations.chain(via).chain(about).collect();
        for (pointer, id) in named {
            self.organisation(pointer, id);
        }
        for id in &claim.about.incidents {
            self.incident(at("about/incidents"), id);
        }
        for id in &claim.about.actors {
            self.actor(at("about/actors"), id);
        }
        for id in &claim.sources {
            self.source(at("sources"), id, &home.sources);
        }
        self.claims(&at("supersedes"), home, &claim.supersedes);
        self.claims(&at("contradicts"), home, &claim.contradicts);
    }

    fn incident_file(&mut self, incident: &Incident) {
        for (i, victim) in incident.victims.iter().enumerate() {
            if let Victim::Organisation(id) = victim {
                self.organisation(format!("/victims/{i}"), id);
            }
        }
        let milestones = [
            ("began", &incident.began),
            ("detected", &incident.detected),
            ("disclosed", &incident.disclosed),
        ];
        for (key, list) in milestones {
            for (i, milestone) in list.iter().enumerate() {
                self.claims(&format!("/{key}/{i}/claims"), incident, &milestone.claims);
                self.claims(&format!("/{key}/{i}/beside"), incident, &milestone.beside);
            }
        }
        for (i, pivot) in incident.pivots.iter().enumerate() {
            self.waypoint(format!("/pivots/{i}/from"), &pivot.from);
            self.waypoint(format!("/pivots/{i}/to"), &pivot.to);
            self.claims(&format!("/pivots/{i}/claims"), incident, &pivot.claims);
        }
        for (i, attribution) in incident.attributions.iter().enumerate() {
            if let Attributee::Actor(id) = &attribution.to {
                self.actor(format!("/attributions/{i}/to"), id);
            }
            let pointer = format!("/attributions/{i}/claims");
            self.claims(&pointer, incident, &attribution.claims);
        }
        for (i, related) in incident.related.iter().enumerate() {
            self.incident(format!("/related/{i}/incident"), &related.incident);
        }
        for i in 0..incident.claims.len() {
            self.claim(incident, i);
        }
    }
}

/// Whatever a record names, exists.
pub(super) fn references_resolve(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        let file = format!("incidents/{}.json", incident.id);
        Resolver {
            dataset,
            file,
            faults,
        }
        .incident_file(incident);
    }
    for organisation in dataset.organisations.values() {
        let file = format!("organisations/{}.json", organisation.id);
        let mut resolver = Resolver {
            dataset,
            file,
            faults,
        };
        if let Some(id) = &organisation.parent {
            resolver.organisation("/parent".to_owned(), id);
        }
        for id in &organisation.supplies {
            resolver.organisation("/supplies".to_owned(), id);
        }
    }
    for actor in dataset.actors.values() {
        let file = format!("actors/{}.json", actor.id);
        let mut resolver = Resolver {
            dataset,
            file,
            faults,
        };
        for id in &actor.see_also {
            resolver.actor("/see_also".to_owned(), id);
        }
        for (i, name) in actor.names.iter().enumerate() {
            for id in &name.listed_in {
                resolver.source(format!("/names/{i}/listed_in"), id, &actor.sources);
            }
        }
        for (i, linked) in actor.countries.iter().enumerate() {
            resolver.source(format!("/countries/{i}/by"), &linked.by, &actor.sources);
        }
    }
}

/// An id names one thing.
pub(super) fn ids_are_used_once(dataset: &Dataset, faults: &mut Vec<Fault>) {
    let mut twice = |file: String, list: &str, ids: &mut dyn Iterator<Item = String>| {
        let mut seen = BTreeSet::new();
        for (i, id) in ids.enumerate() {
            if !seen.insert(id.clone()) {
                faults.push(Fault {
                    file: file.clone(),
                    pointer: format!("/{list}/{i}/id"),
                    message: format!("the id `{id}` is used twice in `{list}`"),
                    help: "give one of them another id",
                    missing: None,
                });
            }
        }
    };
    for incident in dataset.incidents.values() {
        let file = format!("incidents/{}.json", incident.id);
        let claims = &mut incident.claims.iter().map(|c| c.id.to_string());
        twice(file.clone(), "claims", claims);
        let sources = &mut incident.sources.iter().map(|s| s.id.to_string());
        twice(file, "sources", sources);
    }
    for organisation in dataset.organisations.values() {
        let file = format!("organisations/{}.json", organisation.id);
        let offices = &mut organisation.offices.iter().map(|o| o.id.clone());
        twice(file, "offices", offices);
    }
}

/// A source that no claim cites is either forgotten or foreign, unless a claim says that its
/// source is not matched: then all of the entry's are candidates.
pub(super) fn sources_are_used(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        if incident.claims.iter().any(|c| c.source_not_matched) {
            continue;
        }
        for (i, source) in incident.sources.iter().enumerate() {
            if !incident
                .claims
                .iter()
                .any(|c| c.sources.contains(&source.id))
            {
                let message = format!("no claim cites the source `{}`", source.id);
                let help = "cite it in the claim it holds, or remove it";
                faults.push(in_incident(
                    incident,
                    format!("/sources/{i}"),
                    message,
                    help,
                ));
            }
        }
    }
}

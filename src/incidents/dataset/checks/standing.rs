//! What a claim rests on, and how claims stand to each other.

use super::{Fault, in_incident};
use crate::dataset::{Dataset, Held};
use crate::model::{Actor, Attributee, ClaimRef, Claimant, OrganisationId, Role, Rung};
use std::collections::BTreeSet;

/// A claim names its source, or says that the facts do not.
pub(super) fn claims_have_a_source(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, claim) in incident.claims.iter().enumerate() {
            let message = match (claim.sources.is_empty(), claim.source_not_matched) {
                (true, false) => "has neither a source nor the mark `source_not_matched`",
                (false, true) => "has sources and the mark `source_not_matched` as well",
                _ => continue,
            };
            let message = format!("the claim `{}` {message}", claim.id);
            let help = "cite a source of this file, or set `source_not_matched` to true";
            faults.push(in_incident(incident, format!("/claims/{i}"), message, help));
        }
    }
}

/// An attribution, a pivot or a date nobody stands behind is a rumour.
pub(super) fn attributions_rest_on_claims(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        let attributions = incident.attributions.iter().enumerate();
        let attributions = attributions
            .filter(|(_, a)| a.claims.is_empty())
            .map(|(i, _)| format!("/attributions/{i}"));
        let pivots = incident.pivots.iter().enumerate();
        let pivots = pivots
            .filter(|(_, p)| p.claims.is_empty())
            .map(|(i, _)| format!("/pivots/{i}"));
        for pointer in attributions.chain(pivots) {
            let message = "this rests on no claim";
            let help = "name the claims that say so";
            faults.push(in_incident(incident, pointer, message, help));
        }
    }
}

fn roles_for(rung: Rung) -> Role {
    match rung {
        Rung::Press => Role::Press,
        Rung::Victim => Role::Company,
        Rung::Vendor => Role::Vendor,
        Rung::Government | Rung::Charges | Rung::Conviction => Role::Ministry,
        Rung::OwnClaim => Role::Attacker,
        Rung::Coding => Role::Dataset,
    }
}

/// A rung is held by somebody of that kind: what the press says does not climb to the victim.
pub(super) fn rungs_fit_their_claimants(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, attribution) in incident.attributions.iter().enumerate() {
            let role = roles_for(attribution.rung);
            let held = dataset.claims(incident, &attribution.claims);
            if !held.is_empty() && !held.iter().any(|h| h.claim.role == role) {
                let rung = attribution.rung.word();
                let message = format!(
                    "the rung `{rung}` rests on no claim in the role `{}`",
                    role.word()
                );
                let help = "lower the rung, or name the claim that stands on it";
                let pointer = format!("/attributions/{i}/rung");
                faults.push(in_incident(incident, pointer, message, help));
            }
        }
    }
}

/// The name an attribution uses is one that the actor's record lists.
pub(super) fn names_are_the_actors(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, attribution) in incident.attributions.iter().enumerate() {
            let Some(named) = &attribution.named else {
                continue;
            };
            let actor = match &attribution.to {
                Attributee::Actor(id) => dataset.actors.get(id),
                Attributee::Person(_) | Attributee::Group(_) => None,
            };
            let first = actor.map(Actor::name);
            let listed = actor.is_some_and(|a| a.names.iter().any(|n| n.name == *named));
            if first == Some(named) || !listed {
                let message = format!("`{named}` is not another name of the actor's record");
                let help = "use a name as the record lists it; its first needs no `named`";
                let pointer = format!("/attributions/{i}/named");
                faults.push(in_incident(incident, pointer, message, help));
            }
        }
    }
}

fn speakers(held: &Held<'_>) -> Vec<OrganisationId> {
    let claim = held.claim;
    let own = match &claim.by {
        Claimant::Organisation(id) => Some(id),
        Claimant::Person(person) => person.affiliation.as_ref(),
        Claimant::Unnamed(_) => None,
    };
    own.into_iter().chain(&claim.with).cloned().collect()
}

/// A claim overtakes an earlier one of the same party on the same question.
pub(super) fn nothing_overtakes_the_later(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, claim) in incident.claims.iter().enumerate() {
            let later = Held {
                home: incident,
                claim,
            };
            for (k, reference) in claim.supersedes.iter().enumerate() {
                let Some(earlier) = dataset.claim(incident, reference) else {
                    continue;
                };
                let Some(why) = why_not(&later, &earlier) else {
                    continue;
                };
                let message = format!("`{}` cannot overtake `{reference}`: {why}", claim.id);
                let help = "supersede an earlier claim of the same party; others `contradicts`";
                let pointer = format!("/claims/{i}/supersedes/{k}");
                faults.push(in_incident(incident, pointer, message, help));
            }
        }
    }
}

fn why_not(later: &Held<'_>, earlier: &Held<'_>) -> Option<&'static str> {
    if later.claim.question != earlier.claim.question {
        return Some("it answers another question");
    }
    let earlier_speakers = speakers(earlier);
    if !speakers(later).iter().any(|s| earlier_speakers.contains(s)) {
        return Some("another party said it");
    }
    let (Some(new), Some(old)) = (&later.claim.date, &earlier.claim.date) else {
        return None;
    };
    (new.latest() < old.earliest()).then_some("it was said later")
}

/// No claim overtakes itself, over any number of steps.
pub(super) fn no_circle_of_overtaking(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, claim) in incident.claims.iter().enumerate() {
            let start = Held {
                home: incident,
                claim,
            };
            let mut seen: BTreeSet<ClaimRef> = BTreeSet::new();
            let mut open = dataset.claims(incident, &claim.supersedes);
            while let Some(held) = open.pop() {
                if seen.insert(held.address()) {
                    open.extend(dataset.claims(held.home, &held.claim.supersedes));
                }
            }
            if seen.contains(&start.address()) {
                let message = format!("`{}` overtakes itself in a circle", claim.id);
                let help = "keep only the step from the later to the earlier claim";
                let pointer = format!("/claims/{i}/supersedes");
                faults.push(in_incident(incident, pointer, message, help));
            }
        }
    }
}

/// A contradiction is declared on one side; the page shows it on both.
pub(super) fn contradictions_are_declared_once(dataset: &Dataset, faults: &mut Vec<Fault>) {
    let mut seen: BTreeSet<(ClaimRef, ClaimRef)> = BTreeSet::new();
    for incident in dataset.incidents.values() {
        for (i, claim) in incident.claims.iter().enumerate() {
            let here = Held {
                home: incident,
                claim,
            }
            .address();
            for (k, other) in dataset
                .claims(incident, &claim.contradicts)
                .iter()
                .enumerate()
            {
                let there = other.address();
                let message = match () {
                    () if here == there => format!("`{}` contradicts itself", claim.id),
                    () if seen.contains(&(there.clone(), here.clone())) => {
                        format!(
                            "that `{}` contradicts `{there}` is declared twice",
                            claim.id
                        )
                    }
                    () => {
                        seen.insert((here.clone(), there));
                        continue;
                    }
                };
                let help = "declare it on one of two different claims";
                let pointer = format!("/claims/{i}/contradicts/{k}");
                faults.push(in_incident(incident, pointer, message, help));
            }
        }
    }
}

/// An entry has a victim, a claim and a source; an actor has a name.
pub(super) fn records_are_not_empty(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        let lists = [
            ("/victims", incident.victims.is_empty()),
            ("/claims", incident.claims.is_empty()),
            ("/sources", incident.sources.is_empty()),
        ];
        for (pointer, _) in lists.iter().filter(|(_, empty)| *empty) {
            let help = "an entry needs a victim, a claim and a source";
            faults.push(in_incident(
                incident,
                *pointer,
                format!("`{pointer}` is empty"),
                help,
            ));
        }
    }
    for actor in dataset.actors.values().filter(|a| a.names.is_empty()) {
        faults.push(Fault {
            file: format!("actors/{}.json", actor.id),
            pointer: "/names".to_owned(),
            message: format!("the actor `{}` has no name", actor.id),
            help: "give the name its record is headed with first",
            missing: None,
        });
    }
}

//! Dates rest on claims and follow each other.

use super::{Fault, in_incident};
use crate::dataset::Dataset;
use crate::model::{Date, Incident, Milestone};

/// A milestone names claims that give a date.
pub(super) fn milestones_hold_dates(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (pointer, milestone) in milestones(incident) {
            if milestone.claims.is_empty() {
                let message = "this date rests on no claim";
                let help = "name the claims that give it, or leave the date out";
                faults.push(in_incident(incident, pointer.clone(), message, help));
            }
            for reference in &milestone.claims {
                let held = dataset.claim(incident, reference);
                if held.is_some_and(|held| held.date_value().is_none()) {
                    let message = format!("the claim `{reference}` gives no date");
                    let help = "give it a `value` with a date, or name another claim";
                    faults.push(in_incident(incident, pointer.clone(), message, help));
                }
            }
        }
    }
}

fn milestones(incident: &Incident) -> impl Iterator<Item = (String, &Milestone)> {
    let lists = [
        ("began", &incident.began),
        ("detected", &incident.detected),
        ("disclosed", &incident.disclosed),
    ];
    lists.into_iter().flat_map(|(key, list)| {
        let numbered = list.iter().enumerate();
        numbered.map(move |(i, milestone)| (format!("/{key}/{i}"), milestone))
    })
}

/// An entry begins, is detected, and is disclosed, in that order, unless two of the claims
/// contradict each other.
pub(super) fn dates_are_in_order(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        let began = (dataset.began(incident), incident.began.first());
        let detected = (dataset.detected(incident), incident.detected.first());
        let disclosed = (dataset.disclosed(incident), incident.disclosed.first());
        let pairs = [
            ("/detected/0", "detection", "beginning", &began, &detected),
            (
                "/disclosed/0",
                "disclosure",
                "detection",
                &detected,
                &disclosed,
            ),
            (
                "/disclosed/0",
                "disclosure",
                "beginning",
                &began,
                &disclosed,
            ),
        ];
        for (pointer, late, early, before, after) in pairs {
            let ((Some(from), Some(first)), (Some(to), Some(then))) =
                ((&before.0, before.1), (&after.0, after.1))
            else {
                continue;
            };
            if reversed(from, to) && !disputed(dataset, incident, first, then) {
                let message = format!("the {late} ({to}) lies before the {early} ({from})");
                let help = "correct the dates, or let one claim contradict the other";
                faults.push(in_incident(incident, pointer, message, help));
            }
        }
    }
}

/// Certainly in the wrong order: no day that fits both keeps it.
fn reversed(from: &Date, to: &Date) -> bool {
    to.latest() < from.earliest()
}

fn disputed(dataset: &Dataset, incident: &Incident, a: &Milestone, b: &Milestone) -> bool {
    let others = dataset.claims(incident, &b.claims);
    dataset.claims(incident, &a.claims).iter().any(|held| {
        let conflicts = dataset.conflicts_with(held);
        conflicts
            .iter()
            .any(|c| others.iter().any(|o| o.address() == c.address()))
    })
}

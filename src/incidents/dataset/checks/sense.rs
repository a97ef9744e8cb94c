//! What is possible to write and yet makes no sense: mistakes met while the record was written.

use super::{Fault, in_incident};
use crate::dataset::{Dataset, Held};
use crate::model::{Claimant, Date, Incident, Question, Role};

/// Two claims that give the same value in the same stance do not contradict each other.
pub(super) fn contradictions_differ(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, claim) in incident.claims.iter().enumerate() {
            for (k, other) in claim.contradicts.iter().enumerate() {
                let Some(held) = dataset.claim(incident, other) else {
                    continue;
                };
                let same = claim.value.is_some()
                    && claim.value == held.claim.value
                    && claim.stance == held.claim.stance
                    && claim.question == held.claim.question;
                if same {
                    let message = format!("`{}` and `{other}` give the same value", claim.id);
                    let help = "correct a value or its unit, or take the contradiction away";
                    let pointer = format!("/claims/{i}/contradicts/{k}");
                    faults.push(in_incident(incident, pointer, message, help));
                }
            }
        }
    }
}

/// 1 January is what software makes of a bare year.
pub(super) fn new_year_is_meant(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, held) in own(incident).enumerate() {
            let Some(date) = held.date_value() else {
                continue;
            };
            let new_year = date.to_string().ends_with("-01-01");
            if new_year && held.claim.as_given.is_none() {
                let message = format!("the claim `{}` gives 1 January", held.claim.id);
                let help = "write the year alone, or the source's own words in `as_given`";
                faults.push(in_incident(
                    incident,
                    format!("/claims/{i}/value"),
                    message,
                    help,
                ));
            }
        }
    }
}

/// A dataset that knows one date writes it as the end as well.
pub(super) fn the_end_is_not_the_detection(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        let Some(detected) = dataset.detected(incident) else {
            continue;
        };
        for (i, held) in own(incident).enumerate() {
            let contained = held.claim.question == Question::Contained
                && held.claim.role == Role::Dataset
                && held.date_value() == Some(&detected);
            if contained && dataset.conflicts_with(&held).is_empty() {
                let message = format!("`{}` ends it on the day of detection", held.claim.id);
                let help = "let it contradict what others say of the end, or take it out";
                faults.push(in_incident(incident, format!("/claims/{i}"), message, help));
            }
        }
    }
}

/// A source cannot report what had not happened.
pub(super) fn sources_follow_what_they_report(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, held) in own(incident).enumerate() {
            let (Some(happened), false) = (held.date_value(), held.claim.sources.is_empty()) else {
                continue;
            };
            let sources = incident.sources.iter();
            let cited = sources.filter(|s| held.claim.sources.contains(&s.id));
            let dates: Option<Vec<&Date>> = cited.map(|s| s.date.as_ref()).collect();
            let last = dates.and_then(|dates| dates.into_iter().map(Date::latest).max());
            if last.is_some_and(|last| last < happened.earliest()) {
                let message = format!(
                    "`{}` tells of {happened}, after its sources were published",
                    held.claim.id
                );
                let help = "correct the date, or cite the source that came later";
                faults.push(in_incident(incident, format!("/claims/{i}"), message, help));
            }
        }
    }
}

/// What is shown under *What do experts say?* is said by an expert: a person, or a vendor.
pub(super) fn remarks_are_by_experts(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, claim) in incident.claims.iter().enumerate() {
            let expert = claim.role == Role::Vendor || matches!(claim.by, Claimant::Person(_));
            if claim.question == Question::Remark && !expert {
                let message = format!("the remark `{}` is no expert's", claim.id);
                let help = "name the question it answers, such as `reached`, `amount` or `response`; background is a `profile`";
                let pointer = format!("/claims/{i}/question");
                faults.push(in_incident(incident, pointer, message, help));
            }
        }
    }
}

fn own(incident: &Incident) -> impl Iterator<Item = Held<'_>> {
    incident.claims.iter().map(move |claim| Held {
        home: incident,
        claim,
    })
}

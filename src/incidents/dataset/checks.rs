//! The rules that `data/` keeps. To add one, write a function, name it in [`CHECKS`], and plant
//! the smallest fault that breaks it in the test below.

mod dates;
mod places;
mod references;
mod sense;
mod standing;
#[cfg(test)]
mod tests;
mod wording;

use super::Dataset;
use crate::model::Incident;

/// A fault in a record, at a JSON pointer of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file below `data/`.
    pub file: String,
    /// Where in it.
    pub pointer: String,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: &'static str,
    /// The file whose record was looked for in vain; if that file is there but broken, its own
    /// findings say enough.
    pub missing: Option<String>,
}

/// One rule: looks at everything, adds what it finds.
pub type Check = fn(&Dataset, &mut Vec<Fault>);

/// Every rule, by name.
pub const CHECKS: &[(&str, Check)] = &[
    ("references-resolve", references::references_resolve),
    ("ids-are-used-once", references::ids_are_used_once),
    ("sources-are-used", references::sources_are_used),
    ("claims-have-a-source", standing::claims_have_a_source),
    (
        "attributions-rest-on-claims",
        standing::attributions_rest_on_claims,
    ),
    (
        "rungs-fit-their-claimants",
        standing::rungs_fit_their_claimants,
    ),
    ("names-are-the-actors", standing::names_are_the_actors),
    (
        "nothing-overtakes-the-later",
        standing::nothing_overtakes_the_later,
    ),
    ("no-circle-of-overtaking", standing::no_circle_of_overtaking),
    (
        "contradictions-are-declared-once",
        standing::contradictions_are_declared_once,
    ),
    ("records-are-not-empty", standing::records_are_not_empty),
    ("milestones-hold-dates", dates::milestones_hold_dates),
    ("dates-are-in-order", dates::dates_are_in_order),
    (
        "coordinates-lie-in-their-country",
        places::coordinates_lie_in_their_country,
    ),
    (
        "ways-in-start-at-an-office",
        places::ways_in_start_at_an_office,
    ),
    ("contradictions-differ", sense::contradictions_differ),
    ("new-year-is-meant", sense::new_year_is_meant),
    (
        "the-end-is-not-the-detection",
        sense::the_end_is_not_the_detection,
    ),
    (
        "sources-follow-what-they-report",
        sense::sources_follow_what_they_report,
    ),
    ("remarks-are-by-experts", sense::remarks_are_by_experts),
    ("titles-are-the-sources", wording::titles_are_the_sources),
    ("japanese-is-japanese", wording::japanese_is_japanese),
    (
        "reasons-read-from-both-sides",
        wording::reasons_read_from_both_sides,
    ),
];

/// What is worth a second look and breaks nothing, by name.
pub const WARNINGS: &[(&str, Check)] = &[
    ("summaries-are-short", wording::summaries_are_short),
    (
        "offices-of-state-have-japanese-names",
        wording::offices_of_state_have_japanese_names,
    ),
    ("words-do-not-accuse", wording::words_do_not_accuse),
    (
        "addresses-have-one-publisher",
        wording::addresses_have_one_publisher,
    ),
];

/// Everything that breaks one of some rules.
pub fn faults(dataset: &Dataset, rules: &[(&str, Check)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (_, check) in rules {
        check(dataset, &mut faults);
    }
    faults
}

fn in_incident(
    incident: &Incident,
    pointer: impl Into<String>,
    message: impl Into<String>,
    help: &'static str,
) -> Fault {
    Fault {
        file: format!("incidents/{}.json", incident.id),
        pointer: pointer.into(),
        message: message.into(),
        help,
        missing: None,
    }
}

//! Offices are ways in, never attackers.

use super::{Fault, in_incident};
use crate::dataset::Dataset;
use crate::model::{Incident, OrganisationId, Question, Victim, Waypoint};

/// A published place lies in its country, and coordinates come only with a place.
pub(super) fn coordinates_lie_in_their_country(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for organisation in dataset.organisations.values() {
        for (i, office) in organisation.offices.iter().enumerate() {
            let Some([lon, lat]) = office.lon_lat_deg else {
                continue;
            };
            let country = dataset.countries.get(&office.country);
            let inside = country.is_none_or(|c| c.may_hold(lon, lat));
            let (message, help) = match (inside, office.place.is_some()) {
                (false, _) => (
                    format!(
                        "longitude {lon}, latitude {lat} lies outside {}",
                        office.country
                    ),
                    "write longitude first, then latitude, in degrees",
                ),
                (true, false) => (
                    format!("the office `{}` has coordinates but no place", office.id),
                    "name the published place, or leave the coordinates out",
                ),
                (true, true) => continue,
            };
            faults.push(Fault {
                file: format!("organisations/{}.json", organisation.id),
                pointer: format!("/offices/{i}/lon_lat_deg"),
                message,
                help,
                missing: None,
            });
        }
    }
}

/// A way in starts at an office of the victim, its group or supplier, or at a place a claim
/// names; never at the attacker's infrastructure.
pub(super) fn ways_in_start_at_an_office(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, pivot) in incident.pivots.iter().enumerate() {
            let held = dataset.claims(incident, &pivot.claims);
            let infrastructure = |q| q == Question::Infrastructure;
            let message = match &pivot.from {
                _ if held.iter().any(|h| infrastructure(h.claim.question)) => {
                    "the way in starts at the attacker's infrastructure".to_owned()
                }
                Waypoint::Office(office) if !belongs(dataset, incident, &office.organisation) => {
                    format!(
                        "`{}` is no victim, nor of its group, nor its supplier",
                        office.organisation
                    )
                }
                _ => continue,
            };
            let help = "start at an office of the victim, its group or supplier, or a place a claim names; infrastructure is told in words";
            faults.push(in_incident(
                incident,
                format!("/pivots/{i}/from"),
                message,
                help,
            ));
        }
    }
}

fn belongs(dataset: &Dataset, incident: &Incident, owner: &OrganisationId) -> bool {
    let victims = incident.victims.iter().filter_map(|v| match v {
        Victim::Organisation(id) => Some(id),
        Victim::Unnamed(_) => None,
    });
    let supplies = dataset
        .organisations
        .get(owner)
        .map(|o| o.supplies.as_slice());
    let supplies = supplies.unwrap_or_default();
    let owner_head = head_of(dataset, owner);
    victims.into_iter().any(|victim| {
        victim == owner || supplies.contains(victim) || head_of(dataset, victim) == owner_head
    })
}

/// The head of an organisation's group; stops after ten steps, should parents form a circle.
fn head_of<'a>(dataset: &'a Dataset, id: &'a OrganisationId) -> &'a OrganisationId {
    let mut head = id;
    for _ in 0..10 {
        match dataset
            .organisations
            .get(head)
            .and_then(|o| o.parent.as_ref())
        {
            Some(parent) => head = parent,
            None => break,
        }
    }
    head
}

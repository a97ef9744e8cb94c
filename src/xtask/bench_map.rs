//! `cargo xtask bench map`: the map measured beside d3-geo, and with far more on it than the
//! record holds.

use crate::{Outcome, blocks, dist, e2e, page, tools};
use incidents::Dataset;
use incidents::dataset::block;
use incidents::model::{
    CountryCode, Incident, Office, OfficeKind, OfficeRef, Organisation, Victim, Waypoint,
};

/// Victims that are made up, each with so many offices …
const VICTIMS: usize = 100;
/// … at published places, 5,000 in all; …
const OFFICES: usize = 50;
/// … and so many ways in between them, 2,000 in all.
const WAYS: usize = 20;

/// Builds the page twice, once with made-up victims in it, and measures both in Chromium.
///
/// # Errors
/// A sentence that says what is missing, or that a bound was missed.
pub fn run() -> Outcome {
    let folder = e2e::bench_packages("map")?;
    dist::build()?;
    let page = tools::root().join("dist/incident-explorer.html");
    let full = tools::target_dir()?.join("bench-map.html");
    let crowded = crowded(blocks::read()?).ok_or("the record has no way in to make more of")?;
    let text = with_dataset(&tools::read(&page)?, &block::encode(&crowded)?)?;
    tools::write(&full, text.as_bytes())?;
    let mut node = e2e::prepare()?;
    let data = tools::root().join("data/basemap");
    let arguments = [folder.join("run.mjs"), page, full, data];
    tools::run(node.args(arguments), "the bench of the map")
}

/// A built page with another dataset in its block.
fn with_dataset(text: &str, dataset: &[u8]) -> Result<String, String> {
    let missing = || "the built page has no dataset block".to_owned();
    let (before, rest) = text.split_once("id=\"dataset\"").ok_or_else(missing)?;
    let (attributes, rest) = rest.split_once('>').ok_or_else(missing)?;
    let (_, after) = rest.split_once("</script>").ok_or_else(missing)?;
    let text = page::block(dataset);
    Ok(format!(
        "{before}id=\"dataset\"{attributes}>{text}</script>{after}"
    ))
}

/// The record with made-up victims, spread over its countries by a fixed sequence.
fn crowded(mut dataset: Dataset) -> Option<Dataset> {
    let pattern = dataset
        .incidents
        .values()
        .find(|i| !i.pivots.is_empty())?
        .clone();
    let victim = pattern.victims.iter().find_map(|victim| match victim {
        Victim::Organisation(id) => dataset.organisations.get(id).cloned(),
        Victim::Unnamed(_) => None,
    })?;
    let mut random = Random(20_261_123);
    for n in 0..VICTIMS {
        let organisation = organisation(&victim, n, &mut random)?;
        let incident = incident(&pattern, &organisation, n, &mut random)?;
        dataset
            .organisations
            .insert(organisation.id.clone(), organisation);
        dataset.incidents.insert(incident.id.clone(), incident);
    }
    Some(dataset)
}

fn organisation(like: &Organisation, n: usize, random: &mut Random) -> Option<Organisation> {
    let country: CountryCode = "JP".parse().ok()?;
    let office = |i: usize| Office {
        id: format!("o{i}"),
        kind: OfficeKind::Office,
        country,
        place: None,
        lon_lat_deg: Some([random.between(-179.0, 179.0), random.between(-50.0, 70.0)]),
        description: None,
    };
    Some(Organisation {
        id: format!("bench-{n}").parse().ok()?,
        offices: (0..OFFICES).map(office).collect(),
        ..like.clone()
    })
}

fn incident(like: &Incident, of: &Organisation, n: usize, random: &mut Random) -> Option<Incident> {
    let mut made = like.clone();
    made.id = format!("bench-{n}-2020").parse().ok()?;
    made.victims = vec![Victim::Organisation(of.id.clone())];
    let pattern = like.pivots.first()?.clone();
    let mut end = || {
        let office = format!("o{}", random.below(OFFICES));
        Waypoint::Office(OfficeRef {
            organisation: of.id.clone(),
            office,
        })
    };
    let way = |_| {
        let mut pivot = pattern.clone();
        (pivot.from, pivot.to) = (end(), end());
        pivot
    };
    made.pivots = (0..WAYS).map(way).collect();
    Some(made)
}

/// The sequence of Park and Miller, "Random number generators: good ones are hard to find",
/// CACM 31 (1988), with the later multiplier 48271: the same page each time.
struct Random(u64);

impl Random {
    fn between(&mut self, from: f64, to: f64) -> f64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        from + (to - from) * self.0 as f64 / 2_147_483_647.0
    }

    fn below(&mut self, end: usize) -> usize {
        self.between(0.0, end as f64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crowded_record_has_five_thousand_offices_and_two_thousand_ways_and_is_packed() {
        let crowded = crowded(blocks::read().unwrap()).unwrap();
        let made: Vec<&Incident> = crowded
            .incidents
            .values()
            .filter(|i| i.id.as_str().starts_with("bench-"))
            .collect();
        assert_eq!(made.iter().map(|i| i.pivots.len()).sum::<usize>(), 2000);
        let offices = crowded.organisations.values().map(|o| o.offices.len());
        assert!(offices.sum::<usize>() >= 5000);
        assert!(block::decode(&block::encode(&crowded).unwrap()).is_ok());
    }

    #[test]
    fn a_page_takes_another_dataset_and_keeps_the_rest() {
        let page = "<i></i><script id=\"dataset\" data-format=\"3\">old</script><b></b>";
        let filled = with_dataset(page, b"new").unwrap();
        assert!(filled.starts_with("<i></i><script id=\"dataset\" data-format=\"3\">"));
        assert!(filled.ends_with("</script><b></b>") && !filled.contains("old"));
        assert!(with_dataset("<p>", b"").is_err());
    }
}

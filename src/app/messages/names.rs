//! What things are called, as plain text: entries, victims, groups, ends of a way in.

use super::{format, words};
use incidents::Dataset;
use incidents::model::{Attributee, Attribution, Incident, Lang, Victim, Waypoint};

/// The first victim's name.
pub fn victim(dataset: &Dataset, lang: Lang, incident: &Incident) -> String {
    match incident.victims.first() {
        Some(Victim::Organisation(id)) => {
            let known = dataset.organisations.get(id);
            known.map_or(id.to_string(), |o| o.name.get(lang).0.to_owned())
        }
        Some(Victim::Unnamed(group)) => group.description.get(lang).to_owned(),
        None => incident.id.to_string(),
    }
}

/// Victim and the year an entry is told by: that of its id, which every entry has.
pub fn entry(dataset: &Dataset, lang: Lang, incident: &Incident) -> String {
    let year = incident.id.as_str().rsplit('-').next().unwrap_or("");
    let numeric = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    let victim = victim(dataset, lang, incident);
    match (numeric, lang) {
        (true, Lang::En) => format!("{victim}, {year}"),
        (true, Lang::Ja) => format!("{victim}({year}年)"),
        (false, _) => victim,
    }
}

/// The way in, in one line: countries, an arrow, where it led.
pub fn route(dataset: &Dataset, lang: Lang, incident: &Incident) -> String {
    let entries = dataset.entry_countries(incident);
    let names: Vec<&str> = entries
        .iter()
        .map(|c| dataset.country_name(c, lang))
        .collect();
    let last = incident
        .pivots
        .last()
        .and_then(|p| dataset.country_of(&p.to));
    match (names.is_empty(), &last) {
        (true, _) => words::no_entry_office(lang).to_owned(),
        (false, Some(to)) => {
            format!(
                "{} → {}",
                format::list(lang, &names),
                dataset.country_name(to, lang)
            )
        }
        (false, None) => format::list(lang, &names),
    }
}

/// Who is named by an attribution.
pub fn attributee(dataset: &Dataset, lang: Lang, to: &Attributee) -> String {
    match to {
        Attributee::Actor(id) => {
            let known = dataset.actors.get(id);
            known.map_or(id.to_string(), |a| a.name().to_owned())
        }
        Attributee::Person(text) | Attributee::Group(text) => text.get(lang).to_owned(),
    }
}

/// Who is named by an attribution, under the name it uses: `BRONZE BUTLER (Tick)`.
pub fn named(dataset: &Dataset, lang: Lang, attribution: &Attribution) -> String {
    let record = attributee(dataset, lang, &attribution.to);
    match (&attribution.named, lang) {
        (None, _) => record,
        (Some(name), Lang::En) => format!("{name} ({record})"),
        (Some(name), Lang::Ja) => format!("{name}（{record}）"),
    }
}

/// One end of the way in, in words: what kind of office, where.
pub fn waypoint(dataset: &Dataset, lang: Lang, waypoint: &Waypoint) -> String {
    let country = dataset.country_of(waypoint);
    let country = country
        .as_ref()
        .map_or("", |c| dataset.country_name(c, lang));
    let detail = match waypoint {
        Waypoint::Office(reference) => dataset.office(reference).and_then(|(_, office)| {
            let text = office.place.as_ref().or(office.description.as_ref())?;
            Some(text.get(lang).to_owned())
        }),
        Waypoint::Place(place) => Some(place.name.get(lang).to_owned()),
    };
    // "Servers in Japan" says the country already.
    match (detail, lang) {
        (Some(detail), _) if detail.contains(country) => detail,
        (Some(detail), Lang::En) => format!("{country}, {detail}"),
        (Some(detail), Lang::Ja) => format!("{country}({detail})"),
        (None, _) => country.to_owned(),
    }
}

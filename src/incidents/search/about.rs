//! What the record holds about one group, organisation, vulnerability, technique, country or
//! publisher: gathered from the entries, never written down.

use super::columns::squash;
use super::text::fold;
use crate::Dataset;
use crate::dataset::Held;
use crate::model::{
    Actor, ActorId, Attributee, Attribution, Claimant, CountryCode, Cve, Incident, Office,
    Organisation, OrganisationId, Source, TechniqueId, Value, Victim, Waypoint,
};
use crate::table::{Table, sort_by_key};
use std::cmp::Reverse;

/// Which date an entry is told by, where its beginning is not claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToldBy {
    /// When it began.
    Began,
    /// When it was noticed.
    Detected,
    /// When it was made public.
    Disclosed,
}

/// A country, or none stated, and the entries with a victim there.
pub type AtHome<'a> = (Option<CountryCode>, Vec<&'a Incident>);

impl Dataset {
    /// The records that bear a name, whatever its case and points: `TEMP.Tick` is `TempTick`.
    pub fn bearers(&self, name: &str) -> Vec<&Actor> {
        let asked = squash(&fold(name));
        let bears = |actor: &&Actor| {
            let mut names = actor.names.iter();
            names.any(|n| squash(&fold(&n.name)) == asked)
        };
        self.actors.values().filter(bears).collect()
    }

    /// Every entry that somebody attributes to a group, with each attribution.
    pub fn attributed<'a>(&'a self, id: &ActorId) -> Vec<(&'a Incident, Vec<&'a Attribution>)> {
        let to = |a: &&Attribution| matches!(&a.to, Attributee::Actor(actor) if actor == id);
        let with = |incident: &'a Incident| {
            let held: Vec<&Attribution> = incident.attributions.iter().filter(to).collect();
            (!held.is_empty()).then_some((incident, held))
        };
        self.incidents.values().filter_map(with).collect()
    }

    /// The groups that an entry names, in an attribution or in any claim about it, each once.
    pub fn groups_named<'a>(&'a self, incident: &'a Incident) -> Vec<&'a ActorId> {
        let mut found: Vec<&ActorId> = Vec::new();
        let mut add = |id: &'a ActorId| {
            if !found.contains(&id) {
                found.push(id);
            }
        };
        for attribution in &incident.attributions {
            if let Attributee::Actor(id) = &attribution.to {
                add(id);
            }
        }
        for held in self.claims_about(incident) {
            if let Some(Value::Actor(id)) = &held.claim.value {
                add(id);
            }
            held.claim.about.actors.iter().for_each(&mut add);
        }
        found
    }

    /// The groups that an entry names beside this one, and in which entries; most entries first.
    pub fn named_together<'a>(&'a self, id: &ActorId) -> Vec<(&'a Actor, Vec<&'a Incident>)> {
        let mut found: Vec<(&Actor, Vec<&Incident>)> = Vec::new();
        for incident in self.incidents.values() {
            let named = self.groups_named(incident);
            if !named.contains(&id) {
                continue;
            }
            for other in named.into_iter().filter(|other| *other != id) {
                let Some(actor) = self.actors.get(other) else {
                    continue;
                };
                match found.iter_mut().find(|(known, _)| known.id == actor.id) {
                    Some((_, entries)) => entries.push(incident),
                    None => found.push((actor, vec![incident])),
                }
            }
        }
        sort_by_key(&mut found, |(_, entries)| Reverse(entries.len()));
        found
    }

    /// The years in which an entry is told to have begun: a beginning that is not claimed gives
    /// way to the detection, and that to the disclosure. Empty where no date is claimed; two
    /// where the date may lie in either.
    pub fn years_told(&self, incident: &Incident) -> Option<(i32, i32, ToldBy)> {
        let dates = [
            (self.began(incident), ToldBy::Began),
            (self.detected(incident), ToldBy::Detected),
            (self.disclosed(incident), ToldBy::Disclosed),
        ];
        let (date, by) = dates.into_iter().find_map(|(d, by)| Some((d?, by)))?;
        Some((date.earliest().civil().0, date.latest().civil().0, by))
    }

    /// Some entries by the country of a victim, most first; those where none is stated last.
    pub fn at_home<'a>(&self, entries: &[&'a Incident]) -> Vec<AtHome<'a>> {
        let mut found: Table<(bool, Option<CountryCode>), Vec<&'a Incident>> = Table::default();
        for incident in entries {
            let codes = self.victim_countries(incident);
            let mut codes: Vec<Option<CountryCode>> = codes.into_iter().map(Some).collect();
            if codes.is_empty() {
                codes.push(None);
            }
            for code in codes {
                found.update((code.is_none(), code), Vec::new, |all| all.push(incident));
            }
        }
        let mut all: Vec<_> = found.into_iter().collect();
        sort_by_key(&mut all, |((unknown, _), entries)| {
            (*unknown, Reverse(entries.len()))
        });
        all.into_iter()
            .map(|((_, c), entries)| (c, entries))
            .collect()
    }

    /// The vulnerabilities that claims about an entry name, each once.
    pub fn cves<'a>(&'a self, incident: &'a Incident) -> Vec<&'a Cve> {
        let mut found: Vec<&Cve> = Vec::new();
        for held in self.claims_about(incident) {
            if let Some(Value::Cve(cve)) = &held.claim.value
                && !found.contains(&cve)
            {
                found.push(cve);
            }
        }
        found
    }

    /// The techniques that a source states for an entry, each once.
    pub fn techniques<'a>(&'a self, incident: &'a Incident) -> Vec<&'a TechniqueId> {
        let mut found: Vec<&TechniqueId> = incident.techniques.iter().collect();
        for held in self.claims_about(incident) {
            if let Some(Value::Technique(id)) = &held.claim.value
                && !found.contains(&id)
            {
                found.push(id);
            }
        }
        found
    }

    /// The entries that a test picks, in the order of their ids.
    pub fn entries_where(&self, holds: impl Fn(&Incident) -> bool) -> Vec<&Incident> {
        self.incidents.values().filter(|i| holds(i)).collect()
    }

    /// What an organisation says anywhere in the record: dated first, in order, then undated.
    pub fn says(&self, id: &OrganisationId) -> Vec<Held<'_>> {
        let by = |claimant: &Claimant| match claimant {
            Claimant::Organisation(by) => by == id,
            Claimant::Person(person) => person.affiliation.as_ref() == Some(id),
            Claimant::Unnamed(_) => false,
        };
        let mut found: Vec<Held<'_>> = Vec::new();
        for home in self.incidents.values() {
            let own = home.claims.iter();
            let own = own.filter(|c| by(&c.by) || c.with.contains(id));
            found.extend(own.map(|claim| Held { home, claim }));
        }
        sort_by_key(&mut found, |held| {
            let date = held.claim.date.as_ref();
            (date.is_none(), date.map(|d| (d.earliest(), d.latest())))
        });
        found
    }

    /// The entries whose way in passes through an office.
    pub fn through(&self, organisation: &Organisation, office: &Office) -> Vec<&Incident> {
        let here = |waypoint: &Waypoint| match waypoint {
            Waypoint::Office(at) => at.organisation == organisation.id && at.office == office.id,
            Waypoint::Place(_) => false,
        };
        self.entries_where(|i| i.pivots.iter().any(|p| here(&p.from) || here(&p.to)))
    }

    /// What a publisher has published that an entry cites, with the entry.
    pub fn published<'a>(&'a self, publisher: &str) -> Vec<(&'a Incident, &'a Source)> {
        let of = |incident: &'a Incident| {
            let sources = incident.sources.iter();
            let own = sources.filter(|s| s.publisher == publisher);
            own.map(move |source| (incident, source))
                .collect::<Vec<_>>()
        };
        self.incidents.values().flat_map(of).collect()
    }
}

impl Incident {
    /// Whether an organisation is among the victims.
    pub fn befell(&self, id: &OrganisationId) -> bool {
        let is = |victim: &Victim| matches!(victim, Victim::Organisation(v) if v == id);
        self.victims.iter().any(is)
    }
}

#[cfg(test)]
mod tests {
    use crate::Dataset;
    use crate::dataset::files::compile;
    use crate::dataset::source::File;
    use std::path::Path;

    /// The whole record: what is asked here must hold of it.
    fn record() -> Dataset {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
        let mut files = Vec::new();
        for folder in ["actors", "incidents", "organisations", "vulnerabilities"] {
            for entry in std::fs::read_dir(data.join(folder)).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                let bytes = std::fs::read(&path).unwrap();
                files.push(File::new(&format!("{folder}/{name}"), bytes).unwrap());
            }
        }
        let bytes = std::fs::read(data.join("countries.json")).unwrap();
        files.push(File::new("countries.json", bytes).unwrap());
        compile(&files).dataset
    }

    #[test]
    fn one_name_of_two_records_is_borne_by_both_and_neither_is_the_other() {
        let record = record();
        let bearers = |name: &str| -> Vec<String> {
            let all = record.bearers(name);
            all.iter().map(|a| a.id.to_string()).collect()
        };
        assert_eq!(bearers("TEMP.Tick"), ["temptick", "tick"]);
        assert_eq!(bearers("temptick"), ["temptick", "tick"]);
        assert_eq!(bearers("Bronze Butler"), ["tick"]);
        assert!(bearers("nobody of this name").is_empty());
    }

    #[test]
    fn what_is_attributed_to_one_record_is_not_lent_to_the_other() {
        let record = record();
        let tick = record.attributed(&"tick".parse().unwrap());
        let ids: Vec<&str> = tick.iter().map(|(i, _)| i.id.as_str()).collect();
        assert!(ids.contains(&"mitsubishi-electric-2019"), "{ids:?}");
        assert!(record.attributed(&"temptick".parse().unwrap()).is_empty());
    }

    #[test]
    fn neighbours_are_named_in_the_same_entry_and_know_each_other() {
        let record = record();
        for actor in record.actors.values() {
            for (other, entries) in record.named_together(&actor.id) {
                assert_ne!(other.id, actor.id);
                let back = record.named_together(&other.id);
                let back = back.iter().find(|(a, _)| a.id == actor.id);
                assert_eq!(back.map(|(_, e)| e.len()), Some(entries.len()));
            }
        }
        let mirrorface = record.named_together(&"mirrorface".parse().unwrap());
        assert!(mirrorface.iter().any(|(a, _)| a.id.as_str() == "apt10"));
    }

    #[test]
    fn victims_without_a_stated_country_are_counted_last() {
        let record = record();
        let all: Vec<_> = record.incidents.values().collect();
        let homes = record.at_home(&all);
        let unknown = homes.iter().position(|(code, _)| code.is_none());
        assert!(unknown.is_none_or(|at| at + 1 == homes.len()));
        let counted = all
            .iter()
            .all(|i| homes.iter().any(|(_, e)| e.iter().any(|x| x.id == i.id)));
        assert!(counted);
    }

    #[test]
    fn offices_of_kawasaki_are_passed_through_and_its_words_stand_in_order() {
        let record = record();
        let kawasaki = record
            .organisations
            .get(&"kawasaki-heavy-industries".parse().unwrap());
        let kawasaki = kawasaki.unwrap();
        let thai = kawasaki
            .offices
            .iter()
            .find(|o| o.country.as_str() == "TH")
            .unwrap();
        let entries = record.through(kawasaki, thai);
        assert!(entries.iter().any(|i| i.id.as_str() == "khi-2020"));
        let said = record.says(&kawasaki.id);
        let days: Vec<_> = said.iter().filter_map(|h| h.claim.date.as_ref()).collect();
        assert!(days.windows(2).all(|d| d[0].earliest() <= d[1].earliest()));
        assert!(!said.is_empty());
    }

    #[test]
    fn a_publisher_is_the_one_that_writes_itself_so() {
        let record = record();
        let all = record.published("Reuters");
        assert!(!all.is_empty() && all.iter().all(|(_, s)| s.publisher == "Reuters"));
        assert!(record.published("reuters").is_empty());
    }
}

//! What some entries have in common, and how long it took with each: the groups, delays and medians
//! of the Insights view. Every entry of a group is counted, and so is what is not known of it.

use super::Dataset;
use super::voices::FirstWord;
use crate::model::{CountryCode, Date, Incident, Question, Role, Rung, Sector, Victim};
use crate::table::{Table, order, sort_by_key};
use std::cmp::Reverse;

/// By what entries are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The year of the first detection.
    Year,
    /// The countries of the victims.
    Country,
    /// What the victims make or do.
    Sector,
    /// Who spoke first.
    First,
    /// Who says how it was found.
    Finder,
    /// The countries, other than the victim's own, in which the way in began.
    Abroad,
    /// The rungs that hold an attribution, or that none does.
    Rung,
}

/// What the entries of a group share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Nothing but that they were asked for.
    All,
    /// A year.
    Year(i32),
    /// A country.
    Country(CountryCode),
    /// A sector.
    Sector(Sector),
    /// Who spoke first.
    First(FirstWord),
    /// Who says it.
    Role(Role),
    /// A rung of the ladder, or a kind of claim beside it.
    Rung(Rung),
    /// No rung of the ladder holds an attribution. Last, as in a facet.
    Unattributed,
}

/// Entries that share something, in the order they were given.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// What they share.
    pub key: Key,
    /// They.
    pub entries: Vec<&'a Incident>,
}

/// The groups of some entries, and who is in none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups<'a> {
    /// Every group that has an entry, in the order of its key. An entry may stand in several.
    pub groups: Vec<Group<'a>>,
    /// Entries of which nothing is known that would put them into a group.
    pub ungrouped: usize,
}

impl Dataset {
    /// Groups some entries.
    pub fn groups<'a>(&self, entries: &[&'a Incident], by: By) -> Groups<'a> {
        let mut table: Table<Key, Vec<&'a Incident>> = Table::default();
        let mut ungrouped = 0;
        for incident in entries {
            let keys = self.keys(incident, by);
            ungrouped += usize::from(keys.is_empty());
            for key in keys {
                table.update(key, Vec::new, |group| group.push(incident));
            }
        }
        let group = |(key, entries)| Group { key, entries };
        let groups = table.into_iter().map(group).collect();
        Groups { groups, ungrouped }
    }

    /// The groups an entry belongs to, each once.
    pub fn keys(&self, incident: &Incident, by: By) -> Vec<Key> {
        let mut keys: Vec<Key> = Vec::new();
        let mut add = |key: Key| {
            if !keys.contains(&key) {
                keys.push(key);
            }
        };
        match by {
            By::Year => {
                if let Some(year) = self.detected(incident).and_then(year) {
                    add(Key::Year(year));
                }
            }
            By::Country | By::Abroad => {
                let codes = match by {
                    By::Country => self.victim_countries(incident),
                    _ => self.entries_abroad(incident),
                };
                codes.into_iter().for_each(|code| add(Key::Country(code)));
            }
            By::Sector => {
                for victim in &incident.victims {
                    if let Victim::Organisation(id) = victim
                        && let Some(organisation) = self.organisations.get(id)
                    {
                        let sectors = organisation.sectors.iter();
                        sectors.for_each(|sector| add(Key::Sector(*sector)));
                    }
                }
            }
            By::First => {
                if let Some(first) = self.spoke_first(incident) {
                    add(Key::First(first));
                }
            }
            By::Finder => {
                for held in self.claims_about(incident) {
                    if held.claim.question == Question::HowFound {
                        add(Key::Role(held.claim.role));
                    }
                }
            }
            By::Rung => {
                let rungs = incident.attributions.iter().map(|a| a.rung);
                rungs.for_each(|rung| add(Key::Rung(rung)));
                if incident.rungs().is_empty() {
                    add(Key::Unattributed);
                }
            }
        }
        keys
    }

    /// The countries in which the way in begins and which are no victim's own; none where the
    /// victim's country is not stated, for then nobody can tell.
    pub fn entries_abroad(&self, incident: &Incident) -> Vec<CountryCode> {
        let home = self.victim_countries(incident);
        let mut abroad = self.entry_countries(incident);
        abroad.retain(|code| !home.is_empty() && !home.contains(code));
        abroad
    }
}

/// The year of a date that lies in one.
fn year(date: Date) -> Option<i32> {
    let year = date.earliest().civil().0;
    (date.latest().civil().0 == year).then_some(year)
}

/// The median of some delays in whole days, halves up: each from its fewest to its most days, and
/// counted by its middle. None where there is no delay.
///
/// For an even number it is the mean of the two in the middle (Hyndman and Fan, "Sample quantiles
/// in statistical packages", 1996, definition 7, which spreadsheets and R use).
pub fn median(delays: &[(i32, i32)]) -> Option<i32> {
    let twice: Vec<i32> = delays.iter().map(|(a, b)| a.saturating_add(*b)).collect();
    let rising = order(twice.len(), &|a, b| twice.get(a).cmp(&twice.get(b)));
    let at = |place: usize| twice.get(*rising.get(place)?);
    let (lower, upper) = (at(twice.len().checked_sub(1)? / 2)?, at(twice.len() / 2)?);
    let quarters = i64::from(*upper) + i64::from(*lower);
    i32::try_from((quarters + 2).div_euclid(4)).ok()
}

/// Puts groups with the most of something first; what is equal stays in the order of its key.
pub fn most_first(groups: &mut Vec<Group<'_>>, count: impl Fn(&Incident) -> bool) {
    sort_by_key(groups, |group| {
        let counted = group.entries.iter().filter(|i| count(i)).count();
        Reverse((counted, group.entries.len()))
    });
}

#[cfg(test)]
mod tests {
    use super::super::record::record;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_range_counts_by_its_middle_and_two_middles_by_their_mean() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[(914, 974)]), Some(944));
        assert_eq!(median(&[(0, 1), (0, 3)]), Some(1));
        assert_eq!(median(&[(0, 1)]), Some(1), "halves go up");
        assert_eq!(median(&[(200, 200), (4, 4), (206, 206)]), Some(200));
        assert_eq!(median(&[(0, i32::MAX), (0, i32::MAX)]), Some(1 << 30));
    }

    #[test]
    fn nobody_is_lost_between_groups_and_no_group() {
        let all: Vec<&Incident> = record().incidents.values().collect();
        for by in [
            By::Year,
            By::Country,
            By::Sector,
            By::First,
            By::Finder,
            By::Abroad,
            By::Rung,
        ] {
            let Groups { groups, ungrouped } = record().groups(&all, by);
            let mut there: Vec<&str> = groups
                .iter()
                .flat_map(|g| g.entries.iter().map(|i| i.id.as_str()))
                .collect();
            there.sort_unstable();
            there.dedup();
            assert_eq!(there.len() + ungrouped, all.len(), "{by:?}");
            assert!(groups.windows(2).all(|w| w[0].key < w[1].key), "{by:?}");
        }
    }

    #[test]
    fn an_office_at_home_is_no_way_in_abroad() {
        let of = |id: &str| {
            let incident = record().incidents.get(&id.parse().unwrap()).unwrap();
            let codes = record().entries_abroad(incident);
            codes.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(of("jsdf-dii-2016"), Vec::<String>::new(), "Japan to Japan");
        assert_eq!(of("airbus-suppliers-2018"), ["GB"], "France is home");
        assert_eq!(of("khi-2020").len(), 4);
    }

    proptest! {
        #[test]
        fn half_lie_at_or_below_the_median(
            ranges in prop::collection::vec((0i32..900, 0i32..100), 1..30),
        ) {
            let ranges: Vec<(i32, i32)> = ranges.iter().map(|(least, more)| (*least, least + more)).collect();
            let median = median(&ranges).unwrap();
            let below = ranges.iter().filter(|r| r.0 + r.1 <= 2 * median + 1).count();
            let above = ranges.iter().filter(|r| r.0 + r.1 >= 2 * median - 1).count();
            prop_assert!(2 * below >= ranges.len() && 2 * above >= ranges.len());
        }
    }
}

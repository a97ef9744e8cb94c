//! Contradictions: declared once, seen from both sides, counted as points in dispute.

use super::{Dataset, Held};
use crate::model::{ClaimRef, Incident, IncidentId};
use crate::table::{Table, sort_by_key};
use std::borrow::Cow;

impl Dataset {
    /// Every declared contradiction; collected once where the dataset is remembered.
    fn contradictions(&self) -> Cow<'_, [(ClaimRef, ClaimRef)]> {
        let all = || self.declared().collect();
        match self.memory.is_empty() {
            true => Cow::Owned(all()),
            false => Cow::Borrowed(self.contradictions.get_or_init(all)),
        }
    }

    /// Every declared contradiction, as a pair of permanent addresses.
    fn declared(&self) -> impl Iterator<Item = (ClaimRef, ClaimRef)> {
        self.incidents.values().flat_map(move |home| {
            let declaring = home.claims.iter().filter(|c| !c.contradicts.is_empty());
            declaring.flat_map(move |claim| {
                let from = Held { home, claim }.address();
                let others = self.claims(home, &claim.contradicts);
                others
                    .into_iter()
                    .map(move |other| (from.clone(), other.address()))
            })
        })
    }

    /// The claims that contradict a claim, from whichever side it was declared.
    pub fn conflicts_with<'a>(&'a self, held: &Held<'_>) -> Vec<Held<'a>> {
        let here = held.address();
        let other = |(a, b): &(ClaimRef, ClaimRef)| match () {
            () if *a == here => Some(b.clone()),
            () if *b == here => Some(a.clone()),
            () => None,
        };
        let all = self.contradictions();
        let mut others: Vec<ClaimRef> = all.iter().filter_map(other).collect();
        sort_by_key(&mut others, ClaimRef::clone);
        others.dedup();
        let find = |reference: &ClaimRef| {
            let home = self.incidents.get(reference.incident.as_ref()?)?;
            self.claim(home, reference)
        };
        others.iter().filter_map(find).collect()
    }

    /// The claims that overtake a claim.
    pub fn overtaken_by<'a>(&'a self, held: &Held<'_>) -> Vec<Held<'a>> {
        let here = held.address();
        let all = self.incidents.values().flat_map(|home| {
            let claims = home.claims.iter();
            claims.map(move |claim| Held { home, claim })
        });
        all.filter(|later| {
            let overtakes = self.claims(later.home, &later.claim.supersedes);
            overtakes.iter().any(|earlier| earlier.address() == here)
        })
        .collect()
    }

    /// How many points of an incident are in dispute.
    pub fn points(&self, incident: &Incident) -> usize {
        match self.memory.get(&incident.id) {
            Some(known) => {
                let count = || self.disputes(incident).len();
                *known.points.get_or_init(count)
            }
            None => self.disputes(incident).len(),
        }
    }

    /// The points in dispute of an incident: groups of claims that are linked by contradictions
    /// (connected components of that graph), among the claims that stand with the incident.
    pub fn disputes<'a>(&'a self, incident: &'a Incident) -> Vec<Vec<Held<'a>>> {
        let declared = self.contradictions();
        let held = self.claims_about(incident);
        grouped(&held, &declared)
    }

    /// The points in dispute among some claims, such as the answers to one question.
    pub fn points_among<'a>(&self, held: &[Held<'a>]) -> Vec<Vec<Held<'a>>> {
        grouped(held, &self.contradictions())
    }
}

/// Claims that some links connect, at least two together (connected components); links to others
/// are passed over.
pub fn grouped<'a>(held: &[Held<'a>], links: &[(ClaimRef, ClaimRef)]) -> Vec<Vec<Held<'a>>> {
    // Few links concern these entries: to compare names is quicker than to look places up.
    let mut homes: Vec<&IncidentId> = held.iter().map(|h| &h.home.id).collect();
    homes.dedup();
    let near = |r: &ClaimRef| r.incident.as_ref().is_some_and(|id| homes.contains(&id));
    let mut links = links.iter().filter(|(a, b)| near(a) && near(b)).peekable();
    if links.peek().is_none() {
        return Vec::new();
    }
    let place = |reference: &ClaimRef| held.iter().position(|held| held.is_at(reference));
    let mut group: Vec<usize> = (0..held.len()).collect();
    for (a, b) in links {
        let (Some(a), Some(b)) = (place(a), place(b)) else {
            continue;
        };
        let (Some(keep), Some(drop)) = (group.get(a).copied(), group.get(b).copied()) else {
            continue;
        };
        for label in &mut group {
            if *label == drop {
                *label = keep;
            }
        }
    }
    let mut points: Table<usize, Vec<Held<'a>>> = Table::default();
    for (label, held) in group.into_iter().zip(held.iter().copied()) {
        points.update(label, Vec::new, |claims| claims.push(held));
    }
    points
        .into_iter()
        .map(|(_, claims)| claims)
        .filter(|claims| claims.len() > 1)
        .collect()
}

//! What the picture of the links holds: boxes in three columns, and lines between them.

use super::super::parts::{attributee, entry_text, victim_text};
use crate::messages::{format, links as say, vocabulary};
use crate::route::{Route, View};
use crate::state::Page;
use incidents::model::{Actor, Attributee, Attribution, Incident, Rung, Victim};

/// One box.
pub struct Drawn {
    /// 0 groups, 1 entries, 2 victims.
    pub column: usize,
    /// What makes it one box: the id of a record. Those whom no source names stay apart, entry by
    /// entry, however alike the words for them are.
    key: String,
    /// Its first line.
    pub title: String,
    /// Its second line.
    pub below: String,
    /// Where it leads; nowhere for groups that nobody names.
    pub href: Option<String>,
    /// How its edge is drawn.
    pub kind: Kind,
    /// Records that share a name with it: drawn under it, asked and not merged.
    pub asked: Vec<(String, String)>,
}

/// What kind of box it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A group with a record, or an entry.
    Known,
    /// A group or person that no source names.
    Unnamed,
    /// Nobody: an entry without an attribution.
    Nobody,
    /// A victim.
    Victim,
}

/// One line; without a rung it leads from an entry to its victim.
pub struct Line {
    /// From box to box.
    pub ends: (usize, usize),
    /// The rung the link stands on.
    pub rung: Option<Rung>,
}

/// Everything drawn.
#[derive(Default)]
pub struct Net<'a> {
    /// The boxes.
    pub boxes: Vec<Drawn>,
    /// The lines.
    pub lines: Vec<Line>,
    /// The actors with a record, and those that share a name with one of them.
    pub actors: Vec<&'a Actor>,
    /// How many entries have no attribution on the ladder or beside it.
    pub without: usize,
}

impl<'a> Net<'a> {
    /// The links of some entries, in their order.
    pub fn of(page: &'a Page, shown: &[&'a Incident]) -> Self {
        let mut net = Net::default();
        for incident in shown {
            net.entry(page, incident);
        }
        for actor in net.actors.clone() {
            net.neighbours(page, actor);
        }
        net
    }

    fn entry(&mut self, page: &'a Page, incident: &'a Incident) {
        let disclosed = page.dataset.disclosed(incident);
        let below = disclosed.map(|d| say::disclosed_on(page.lang, &format::date(page.lang, &d)));
        let entry = self.add(Drawn {
            column: 1,
            key: incident.id.to_string(),
            title: entry_text(page, incident),
            below: below.unwrap_or_default(),
            href: Some(page.href(&incident.id)),
            kind: Kind::Known,
            asked: Vec::new(),
        });
        let victim = self.add(Drawn {
            column: 2,
            key: victim_key(incident),
            title: victim_text(page, incident),
            below: String::new(),
            href: Some(search(page, &victim_text(page, incident))),
            kind: Kind::Victim,
            asked: Vec::new(),
        });
        self.line(entry, victim, None);
        for attribution in &incident.attributions {
            let group = self.group(page, incident, attribution);
            self.line(group, entry, Some(attribution.rung));
        }
        if incident.attributions.is_empty() {
            self.without += 1;
            let nobody = self.add(Drawn {
                column: 0,
                key: String::new(),
                title: vocabulary::not_attributed(page.lang).to_owned(),
                below: say::not_attributed_box(page.lang).to_owned(),
                href: None,
                kind: Kind::Nobody,
                asked: Vec::new(),
            });
            self.line(nobody, entry, None);
        }
    }

    fn group(&mut self, page: &'a Page, incident: &Incident, attribution: &Attribution) -> usize {
        let title = attributee(page, &attribution.to);
        let mut drawn = Drawn {
            column: 0,
            key: format!("{}: {title}", incident.id),
            below: String::new(),
            href: None,
            kind: Kind::Unnamed,
            asked: Vec::new(),
            title,
        };
        match &attribution.to {
            Attributee::Actor(id) => {
                if let Some(actor) = page.dataset.actors.get(id) {
                    self.know(actor);
                    drawn.below =
                        say::further_names(page.lang, actor.names.len().saturating_sub(1));
                }
                drawn.key = id.to_string();
                drawn.href = Some(search(page, &drawn.title));
                drawn.kind = Kind::Known;
            }
            Attributee::Person(_) => drawn.below = say::person(page.lang).to_owned(),
            Attributee::Group(_) => drawn.below = say::unnamed(page.lang).to_owned(),
        }
        self.add(drawn)
    }

    /// Records that share a name with a group shown stand under it.
    fn neighbours(&mut self, page: &'a Page, actor: &'a Actor) {
        let see = actor
            .see_also
            .iter()
            .filter_map(|id| page.dataset.actors.get(id));
        for other in see {
            let shown = self
                .boxes
                .iter()
                .any(|b| b.column == 0 && b.key == other.id.as_str());
            let head = self
                .boxes
                .iter_mut()
                .find(|b| b.column == 0 && b.key == actor.id.as_str());
            if let Some(head) = head.filter(|_| !shown) {
                let text = (
                    other.name().to_owned(),
                    say::own_record(page.lang).to_owned(),
                );
                head.asked.push(text);
            }
            self.know(other);
        }
    }

    fn know(&mut self, actor: &'a Actor) {
        if !self.actors.iter().any(|known| known.id == actor.id) {
            self.actors.push(actor);
        }
    }

    /// A box, or the one of that key in that column.
    fn add(&mut self, drawn: Drawn) -> usize {
        let same = |b: &Drawn| b.column == drawn.column && b.key == drawn.key;
        if let Some(found) = self.boxes.iter().position(same) {
            return found;
        }
        self.boxes.push(drawn);
        self.boxes.len() - 1
    }

    fn line(&mut self, from: usize, to: usize, rung: Option<Rung>) {
        let same = |l: &Line| l.ends == (from, to) && l.rung == rung;
        if !self.lines.iter().any(same) {
            self.lines.push(Line {
                ends: (from, to),
                rung,
            });
        }
    }
}

/// The organisations it befell, or the entry alone where none is named.
fn victim_key(incident: &Incident) -> String {
    let ids = incident.victims.iter().map(|victim| match victim {
        Victim::Organisation(id) => id.to_string(),
        Victim::Unnamed(_) => format!("of {}", incident.id),
    });
    ids.collect::<Vec<String>>().join(" ")
}

/// The same view with another query.
fn search(page: &Page, words: &str) -> String {
    let route = Route {
        query: words.to_owned(),
        ..page.route.on(View::Links)
    };
    route.href()
}

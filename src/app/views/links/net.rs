//! What the picture of the links holds: boxes in three columns, and lines between them.

use super::super::parts::{attributee, entry_text, victim_text};
use crate::messages::{format, links as say, vocabulary};
use crate::route::links::Far;
use crate::route::{Links, Subject};
use crate::state::Page;
use incidents::model::{
    Actor, ActorId, Attributee, Attribution, CountryCode, Incident, IncidentId, Rung, Victim,
};
use incidents::table::Table;

/// One box.
pub struct Drawn {
    /// 0 groups, 1 entries, 2 victims.
    pub column: usize,
    /// What makes it one box, in every language, as the address has it: `actor:tick`. Those whom
    /// no source names stay apart, entry by entry, however alike the words for them are.
    pub name: String,
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
pub struct Net {
    /// The boxes.
    pub boxes: Vec<Drawn>,
    /// The lines.
    pub lines: Vec<Line>,
    /// The actors with a record, and those that share a name with one of them.
    pub actors: Vec<ActorId>,
    /// The box of each entry, in the order of the results.
    pub entries: Vec<(IncidentId, usize)>,
    /// The place of each box, by its name.
    places: Table<String, usize>,
    /// How many entries have no attribution on the ladder or beside it.
    pub without: usize,
}

impl Net {
    /// The links of some entries, in their order.
    pub fn of(page: &Page, shown: &[&Incident], chosen: &Links) -> Self {
        let mut net = Net::default();
        for incident in shown {
            net.entry(page, incident, chosen);
        }
        for id in net.actors.clone() {
            if let Some(actor) = page.dataset.actors.get(&id) {
                net.neighbours(page, actor);
            }
        }
        net
    }

    fn entry(&mut self, page: &Page, incident: &Incident, chosen: &Links) {
        let disclosed = page.dataset.disclosed(incident);
        let below = disclosed.map(|d| say::disclosed_on(page.lang, &format::date(page.lang, &d)));
        let entry = self.add(Drawn {
            column: 1,
            name: format!("entry:{}", incident.id),
            title: entry_text(page, incident),
            below: below.unwrap_or_default(),
            href: Some(page.href(&incident.id)),
            kind: Kind::Known,
            asked: Vec::new(),
        });
        self.entries.push((incident.id.clone(), entry));
        for far in far_boxes(page, incident, chosen.far) {
            let far = self.add(far);
            self.line(entry, far, None);
        }
        let shown = incident.attributions.iter();
        for attribution in shown.filter(|a| !chosen.hidden.contains(&a.rung)) {
            let group = self.group(page, incident, attribution);
            self.line(group, entry, Some(attribution.rung));
        }
        if incident.attributions.is_empty() {
            self.without += 1;
            let nobody = self.add(Drawn {
                column: 0,
                name: "nobody".to_owned(),
                title: vocabulary::not_attributed(page.lang).to_owned(),
                below: say::not_attributed_box(page.lang).to_owned(),
                href: None,
                kind: Kind::Nobody,
                asked: Vec::new(),
            });
            self.line(nobody, entry, None);
        }
    }

    fn group(&mut self, page: &Page, incident: &Incident, attribution: &Attribution) -> usize {
        let mut named = incident.attributions.iter();
        let first = named.position(|a| a.to == attribution.to).unwrap_or(0);
        let mut drawn = Drawn {
            column: 0,
            name: format!("unnamed:{}:{first}", incident.id),
            title: attributee(page, &attribution.to),
            below: String::new(),
            href: None,
            kind: Kind::Unnamed,
            asked: Vec::new(),
        };
        match &attribution.to {
            Attributee::Actor(id) => {
                if let Some(actor) = page.dataset.actors.get(id) {
                    self.know(actor);
                    drawn.below =
                        say::further_names(page.lang, actor.names.len().saturating_sub(1));
                }
                drawn.name = format!("actor:{id}");
                drawn.href = Some(page.about(Subject::Actor(id.clone())));
                drawn.kind = Kind::Known;
            }
            Attributee::Person(_) => drawn.below = say::person(page.lang).to_owned(),
            Attributee::Group(_) => drawn.below = say::unnamed(page.lang).to_owned(),
        }
        self.add(drawn)
    }

    /// Records that share a name with a group shown stand under it.
    fn neighbours(&mut self, page: &Page, actor: &Actor) {
        let see = actor
            .see_also
            .iter()
            .filter_map(|id| page.dataset.actors.get(id));
        for other in see {
            let shown = self.named(&format!("actor:{}", other.id)).is_some();
            let head = self.named(&format!("actor:{}", actor.id));
            let head = head.and_then(|at| self.boxes.get_mut(at));
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

    fn know(&mut self, actor: &Actor) {
        if !self.actors.contains(&actor.id) {
            self.actors.push(actor.id.clone());
        }
    }

    /// A box, or the one of that name.
    fn add(&mut self, drawn: Drawn) -> usize {
        if let Some(found) = self.named(&drawn.name) {
            return found;
        }
        let place = self.boxes.len();
        self.places.insert(drawn.name.clone(), place);
        self.boxes.push(drawn);
        place
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
fn victim_name(incident: &Incident) -> String {
    let ids = incident.victims.iter().map(|victim| match victim {
        Victim::Organisation(id) => id.to_string(),
        Victim::Unnamed(_) => format!("of:{}", incident.id),
    });
    "victim:".to_owned() + &ids.collect::<Vec<String>>().join(",")
}

/// The boxes of the last column that an entry leads to; what is not stated is a box too.
fn far_boxes(page: &Page, incident: &Incident, far: Far) -> Vec<Drawn> {
    let (lang, dataset) = (page.lang, &page.dataset);
    let drawn = |about: Subject, title: String| Drawn {
        column: 2,
        name: about.to_string().replacen('/', "", 1).replacen('/', ":", 1),
        title,
        below: String::new(),
        href: Some(page.about(about)),
        kind: Kind::Victim,
        asked: Vec::new(),
    };
    let mut boxes: Vec<Drawn> = match far {
        Far::Victim => return vec![victim_box(page, incident)],
        Far::Vulnerability => {
            let cves = dataset.cves(incident).into_iter();
            cves.map(|cve| drawn(Subject::Vulnerability(cve.clone()), cve.to_string()))
                .collect()
        }
        Far::Technique => {
            let ids = dataset.techniques(incident).into_iter();
            ids.map(|id| drawn(Subject::Technique(id.clone()), id.to_string()))
                .collect()
        }
        Far::Country => {
            let codes = dataset.entry_countries(incident).into_iter();
            let name = |code: &CountryCode| dataset.country_name(code, lang).to_owned();
            codes
                .map(|code| drawn(Subject::Country(code), name(&code)))
                .collect()
        }
        Far::Source => {
            let names = incident.sources.iter().map(|s| s.publisher.clone());
            names
                .map(|name| drawn(Subject::Source(name.clone()), name))
                .collect()
        }
    };
    if boxes.is_empty() {
        boxes.push(Drawn {
            column: 2,
            name: "none".to_owned(),
            title: say::none_far(lang).to_owned(),
            below: String::new(),
            href: None,
            kind: Kind::Nobody,
            asked: Vec::new(),
        });
    }
    boxes
}

fn victim_box(page: &Page, incident: &Incident) -> Drawn {
    let href = match incident.victims.first() {
        Some(Victim::Organisation(id)) => page.about(Subject::Organisation(id.clone())),
        _ => page.href(&incident.id),
    };
    Drawn {
        column: 2,
        name: victim_name(incident),
        title: victim_text(page, incident),
        below: String::new(),
        href: Some(href),
        kind: Kind::Victim,
        asked: Vec::new(),
    }
}

impl Net {
    /// The place of a box.
    pub fn named(&self, name: &str) -> Option<usize> {
        self.places.get(&name.to_owned()).copied()
    }

    /// The boxes that stand out: a path between two, else one and its neighbours; empty: none does.
    pub fn lit(&self, ends: &[Option<String>; 2], over: Option<usize>) -> Vec<usize> {
        if let [Some(from), Some(to)] = ends {
            return self.path(from, to).unwrap_or_default();
        }
        let focus = ends.iter().flatten().find_map(|name| self.named(name));
        over.or(focus).map_or_else(Vec::new, |i| {
            let mut lit = self.neighbours_of(i);
            lit.push(i);
            lit
        })
    }

    /// The boxes a line joins to one.
    pub fn neighbours_of(&self, i: usize) -> Vec<usize> {
        let near = |line: &Line| match line.ends {
            (a, b) if a == i => Some(b),
            (a, b) if b == i => Some(a),
            _ => None,
        };
        self.lines.iter().filter_map(near).collect()
    }

    /// A shortest path between two boxes, both with it; that nobody is named joins nobody.
    pub fn path(&self, from: &str, to: &str) -> Option<Vec<usize>> {
        let (from, to) = (self.named(from)?, self.named(to)?);
        let mut came: Vec<(usize, usize)> = vec![(from, from)];
        let mut at = 0;
        while let Some((i, _)) = came.get(at).copied() {
            at += 1;
            if i == to {
                break;
            }
            let through = self.boxes.get(i).is_some_and(|b| b.kind != Kind::Nobody);
            if !through && i != from {
                continue;
            }
            for next in self.neighbours_of(i) {
                if !came.iter().any(|(known, _)| *known == next) {
                    came.push((next, i));
                }
            }
        }
        let mut path = vec![to];
        while path.last() != Some(&from) {
            let last = path.last()?;
            let (_, before) = came.iter().find(|(i, _)| i == last)?;
            path.push(*before);
        }
        path.reverse();
        Some(path)
    }
}

//! What the map shows of some entries: marks for offices, and the ways in between them. Values
//! only; `picture` draws them, `card` tells them, `twin` lists them.

use super::super::parts::waypoint;
use crate::state::Page;
use geometry::cluster::clusters;
use geometry::{EqualEarth, Point, Position};
use incidents::model::{CountryCode, Incident, IncidentId, Office, Pivot, Victim, Waypoint};
use incidents::table::Table;

/// Published places nearer than this are one mark, in px of the screen.
const MERGED_PX: f64 = 13.0;

/// A mark: the offices of one country, or those at one published place.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Where it lies.
    pub at: Position,
    /// The country.
    pub code: CountryCode,
    /// Whether its place is published; else the mark stands for a whole country.
    pub published: bool,
    /// Its offices and places, each once, by what identifies it, with its words.
    pub offices: Table<String, String>,
    /// How many steps of ways in begin here.
    pub begins: usize,
    /// How many lead here.
    pub ends: usize,
    /// The entries they belong to, or whose victim has an office here.
    pub entries: Table<IncidentId, ()>,
}

/// A step of a way in.
#[derive(Clone, Debug)]
pub struct Way<'a> {
    /// The entry.
    pub incident: &'a Incident,
    /// What it claims.
    pub pivot: &'a Pivot,
    /// The entry's place among those with a way in; it decides colour and dashes.
    pub place: usize,
    /// Which step of the entry's way it is, from 0.
    pub step: usize,
    /// The mark it leaves.
    pub from: usize,
    /// The mark it reaches.
    pub to: usize,
    /// How many steps between the same two marks went before.
    pub lane: u32,
}

/// Marks and ways, at one scale.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// The projection at that scale; its px are those of the screen.
    pub map: EqualEarth,
    /// Every mark.
    pub spots: Vec<Spot>,
    /// Every step, in the order of the results and of each way.
    pub ways: Vec<Way<'a>>,
}

/// A country, or a published place in ten thousandths of a degree.
type Place = (CountryCode, Option<[i64; 2]>);

impl<'a> Scene<'a> {
    /// The scene of some entries, in a world that is so wide on the screen.
    pub fn of(page: &Page, shown: &[&'a Incident], world_px: f64) -> Self {
        let map = EqualEarth::fit(page.basemap.centre_lon_deg, world_px);
        let mut places: Table<Place, Spot> = Table::default();
        for incident in shown {
            for (end, begins) in incident.pivots.iter().flat_map(ends) {
                note_end(page, &mut places, incident, end, begins);
            }
            note_victims(page, &mut places, incident);
        }
        let (spots, index) = merged(places, &map);
        let ways = ways(page, shown, &index);
        Self { map, spots, ways }
    }
}

/// The page with its map turned so that it cuts as few of the ways in as can be.
pub fn centred(page: &Page, shown: &[&Incident]) -> Page {
    let pivots = shown.iter().flat_map(|incident| &incident.pivots);
    let ways = pivots.filter_map(|pivot| {
        let [from, to] = [&pivot.from, &pivot.to].map(|end| place_of(page, end));
        Some((from?.1, to?.1))
    });
    let ways: Vec<(Position, Position)> = ways.collect();
    Page {
        basemap: page.basemap.turned(geometry::centre(&ways)),
        ..page.clone()
    }
}

fn ends(pivot: &Pivot) -> [(&Waypoint, bool); 2] {
    [(&pivot.from, true), (&pivot.to, false)]
}

/// Where an end lies: at a published place, or only in a country.
fn place_of(page: &Page, end: &Waypoint) -> Option<(Place, Position)> {
    match end {
        Waypoint::Office(reference) => office_place(page, page.dataset.office(reference)?.1),
        Waypoint::Place(place) => Some(((place.country, None), middle(page, place.country)?)),
    }
}

fn office_place(page: &Page, office: &Office) -> Option<(Place, Position)> {
    let Some([lon_deg, lat_deg]) = office.lon_lat_deg else {
        return Some(((office.country, None), middle(page, office.country)?));
    };
    let exact = [lon_deg, lat_deg].map(|deg| (deg * 10_000.0).round() as i64);
    Some(((office.country, Some(exact)), Position { lon_deg, lat_deg }))
}

fn middle(page: &Page, country: CountryCode) -> Option<Position> {
    page.basemap.point(country.as_str())
}

/// Whether a way in of some entry begins at a published place.
pub fn begins_at_a_published_place(page: &Page, incident: &Incident) -> bool {
    let mut starts = incident.pivots.iter().map(|pivot| &pivot.from);
    starts.any(|end| place_of(page, end).is_some_and(|((_, exact), _)| exact.is_some()))
}

fn note_end(
    page: &Page,
    places: &mut Table<Place, Spot>,
    incident: &Incident,
    end: &Waypoint,
    begins: bool,
) {
    let Some((place, at)) = place_of(page, end) else {
        return;
    };
    let words = waypoint(page, end);
    let identity = match end {
        Waypoint::Office(reference) => reference.to_string(),
        Waypoint::Place(named) => named.name.get(page.lang).to_owned(),
    };
    places.update(
        place,
        || empty(place, at),
        |spot| {
            spot.offices.insert(identity, words);
            spot.begins += usize::from(begins);
            spot.ends += usize::from(!begins);
            spot.entries.insert(incident.id.clone(), ());
        },
    );
}

/// The victims' own offices that sources name, though no way in leads through them.
fn note_victims(page: &Page, places: &mut Table<Place, Spot>, incident: &Incident) {
    for victim in &incident.victims {
        let Victim::Organisation(id) = victim else {
            continue;
        };
        let Some(organisation) = page.dataset.organisations.get(id) else {
            continue;
        };
        for office in &organisation.offices {
            let Some((place, at)) = office_place(page, office) else {
                continue;
            };
            let words = office.place.as_ref().or(office.description.as_ref());
            let country = page.dataset.country_name(&office.country, page.lang);
            let words = words.map_or(country, |text| text.get(page.lang)).to_owned();
            let identity = format!("{id}/{}", office.id);
            places.update(
                place,
                || empty(place, at),
                |spot| {
                    if !spot.offices.contains_key(&identity) {
                        spot.offices.insert(identity, words);
                    }
                    spot.entries.insert(incident.id.clone(), ());
                },
            );
        }
    }
}

fn empty((code, exact): Place, at: Position) -> Spot {
    Spot {
        at,
        code,
        published: exact.is_some(),
        offices: Table::default(),
        begins: 0,
        ends: 0,
        entries: Table::default(),
    }
}

/// Published places that would cover each other become one mark; and which mark a place is in.
fn merged(places: Table<Place, Spot>, map: &EqualEarth) -> (Vec<Spot>, Table<Place, usize>) {
    let mut index: Table<Place, usize> = Table::default();
    let (mut spots, mut published) = (Vec::new(), Vec::new());
    for (place, spot) in places {
        match place.1 {
            None => {
                index.insert(place, spots.len());
                spots.push(spot);
            }
            Some(_) => published.push((place, spot)),
        }
    }
    let points: Vec<Point> = published.iter().map(|(_, s)| map.project(s.at)).collect();
    for group in clusters(&points, MERGED_PX) {
        let mut members = group.iter().filter_map(|i| published.get(*i));
        let Some((place, first)) = members.next() else {
            continue;
        };
        let mut whole = first.clone();
        index.insert(*place, spots.len());
        for (place, spot) in members {
            index.insert(*place, spots.len());
            absorb(&mut whole, spot);
        }
        spots.push(whole);
    }
    (spots, index)
}

fn absorb(whole: &mut Spot, part: &Spot) {
    for (identity, words) in part.offices.iter() {
        whole.offices.insert(identity.clone(), words.clone());
    }
    for (id, ()) in part.entries.iter() {
        whole.entries.insert(id.clone(), ());
    }
    whole.begins += part.begins;
    whole.ends += part.ends;
}

fn ways<'a>(page: &Page, shown: &[&'a Incident], index: &Table<Place, usize>) -> Vec<Way<'a>> {
    let mut lanes: Table<(usize, usize), u32> = Table::default();
    let mut ways = Vec::new();
    let pivoting = shown.iter().filter(|i| !i.pivots.is_empty());
    for (place, incident) in pivoting.enumerate() {
        for (step, pivot) in incident.pivots.iter().enumerate() {
            let at = |end| index.get(&place_of(page, end)?.0).copied();
            let (Some(from), Some(to)) = (at(&pivot.from), at(&pivot.to)) else {
                continue;
            };
            let mut lane = 0;
            lanes.update(
                (from.min(to), from.max(to)),
                || 0,
                |used| {
                    lane = *used;
                    *used += 1;
                },
            );
            ways.push(Way {
                incident,
                pivot,
                place,
                step,
                from,
                to,
                lane,
            });
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::super::super::incident::tests::page;
    use super::*;
    use incidents::model::Lang;

    #[test]
    fn offices_of_a_country_are_one_ring_and_a_published_place_is_a_square_of_its_own() {
        let page = page(Lang::En);
        let shown: Vec<&Incident> = page.dataset.incidents.values().collect();
        let scene = Scene::of(&page, &shown, 960.0);
        let marks: Vec<(&str, bool, usize)> = scene
            .spots
            .iter()
            .map(|s| (s.code.as_str(), s.published, s.begins))
            .collect();
        assert!(marks.contains(&("TH", false, 1)), "{marks:?}");
        assert!(marks.contains(&("JP", true, 0)), "{marks:?}");
        assert_eq!(scene.ways.len(), 2);
        for way in &scene.ways {
            let to = scene.spots.get(way.to).unwrap();
            assert!(to.published && to.ends == 2);
        }
    }

    /// The ends of every way are marks of the victims' side; nothing else makes a mark.
    #[test]
    fn a_mark_is_an_office_or_a_place_a_claim_names() {
        let page = page(Lang::En);
        let shown: Vec<&Incident> = page.dataset.incidents.values().collect();
        for spot in Scene::of(&page, &shown, 960.0).spots {
            assert!(!spot.offices.is_empty() && !spot.entries.is_empty());
        }
    }
}

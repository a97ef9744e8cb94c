//! Where the ends of the ways in lie: a published place, or only a country's middle.

use super::super::parts::waypoint;
use crate::state::Page;
use geometry::Position;
use incidents::model::{CountryCode, Incident, Waypoint};
use incidents::table::Table;

/// A mark on the map, with how many ways begin and end there.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Where it lies.
    pub at: Position,
    /// What it is called.
    pub name: String,
    /// Whether its place is published; else the mark stands for a whole country.
    pub published: bool,
    /// How many ways in begin here.
    pub entries: usize,
    /// Whether a way in ends here.
    pub reached: bool,
}

/// Where one end lies, and whether that is a published place.
pub fn position(page: &Page, end: &Waypoint) -> Option<(Position, bool)> {
    if let Waypoint::Office(reference) = end
        && let Some((_, office)) = page.dataset.office(reference)
        && let Some([lon_deg, lat_deg]) = office.lon_lat_deg
    {
        return Some((Position { lon_deg, lat_deg }, true));
    }
    let country = page.dataset.country_of(end)?;
    Some((page.basemap.point(country.as_str())?, false))
}

/// Every mark once: offices known by country only coincide there, published places do not.
pub fn spots(page: &Page, shown: &[&Incident]) -> Vec<Spot> {
    let mut spots: Table<(CountryCode, Option<String>), Spot> = Table::default();
    for pivot in shown.iter().flat_map(|i| &i.pivots) {
        for (end, entry) in [(&pivot.from, true), (&pivot.to, false)] {
            let Some((code, (at, published))) =
                page.dataset.country_of(end).zip(position(page, end))
            else {
                continue;
            };
            let place = published.then(|| waypoint(page, end));
            let name = match &place {
                Some(place) => place.clone(),
                None => page.dataset.country_name(&code, page.lang).to_owned(),
            };
            let first = || Spot {
                at,
                name,
                published,
                entries: 0,
                reached: false,
            };
            spots.update((code, place), first, |spot| {
                spot.entries += usize::from(entry);
                spot.reached |= !entry;
            });
        }
    }
    spots.into_iter().map(|(_, spot)| spot).collect()
}

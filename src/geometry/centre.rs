//! Which meridian stands in the middle of the map: the one that leaves the ways in uncut.

use crate::projection::Position;

/// The meridians that may stand in the middle, in degrees east, best first: the Pacific, cut in
/// the Atlantic; Africa and Europe, cut in the Bering strait; then those that cut a continent, for
/// ways that cross both oceans: Asia between Europe and the Pacific, America between its coasts,
/// and the west of the Atlantic.
pub const CENTRES_DEG: [f64; 5] = [153.0, 11.0, -100.0, 80.0, 120.0];

/// The first of [`CENTRES_DEG`] whose map cuts the fewest of the ways, each from a place to a
/// place. Without ways, and where none is cut, the Pacific stays.
///
/// It knows no history: the same ways have the same map whatever was shown before. One way more
/// that the chosen map does not cut never changes an uncut map.
pub fn centre(ways: &[(Position, Position)]) -> f64 {
    let cuts = |centre: f64| ways.iter().filter(|way| cut(way, centre)).count();
    let [mut best, rest @ ..] = CENTRES_DEG;
    let mut fewest = cuts(best);
    for other in rest {
        if fewest == 0 {
            break;
        }
        let count = cuts(other);
        if count < fewest {
            (best, fewest) = (other, count);
        }
    }
    best
}

/// Whether the map with this meridian in its middle cuts the great circle between two places. The
/// shorter way spans the smaller difference of longitude, so it crosses the map's edge where both,
/// counted from the middle, lie more than half a turn apart.
pub fn cut((from, to): &(Position, Position), centre_deg: f64) -> bool {
    let turned = |at: &Position| libm::remainder(at.lon_deg - centre_deg, 360.0);
    (turned(from) - turned(to)).abs() > 180.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arc::great_circle;
    use proptest::prelude::*;

    fn at(lon_deg: f64, lat_deg: f64) -> Position {
        Position { lon_deg, lat_deg }
    }

    const JAPAN: (f64, f64) = (138.0, 36.0);
    const STATES: (f64, f64) = (-98.0, 39.0);
    const FRANCE: (f64, f64) = (2.0, 47.0);

    fn way(from: (f64, f64), to: (f64, f64)) -> (Position, Position) {
        (at(from.0, from.1), at(to.0, to.1))
    }

    #[test]
    fn the_pacific_stays_unless_the_atlantic_is_crossed() {
        assert_eq!(centre(&[]), 153.0);
        let pacific = [way(STATES, JAPAN), way((101.0, 15.0), JAPAN)];
        assert_eq!(centre(&pacific), 153.0);
        assert_eq!(centre(&[way(STATES, FRANCE)]), 11.0);
        assert_eq!(centre(&[way(FRANCE, JAPAN)]), 153.0);
    }

    #[test]
    fn ways_over_both_oceans_cut_neither() {
        let both = [way(STATES, FRANCE), way(STATES, JAPAN)];
        let found = centre(&both);
        assert_eq!(found, -100.0);
        assert!(both.iter().all(|way| !cut(way, found)));
    }

    #[test]
    fn ways_all_round_the_globe_cut_as_few_as_can_be() {
        let round = [way(STATES, FRANCE), way(STATES, JAPAN), way(FRANCE, JAPAN)];
        assert_eq!(
            round.iter().filter(|way| cut(way, centre(&round))).count(),
            1
        );
        assert_eq!(centre(&round), 153.0);
    }

    fn place() -> impl Strategy<Value = Position> {
        (-180f64..180.0, -60f64..75.0).prop_map(|(lon, lat)| at(lon, lat))
    }

    fn ways() -> impl Strategy<Value = Vec<(Position, Position)>> {
        prop::collection::vec((place(), place()), 0..6)
    }

    proptest! {
        #[test]
        fn nothing_is_cut_where_some_centre_cuts_nothing(ways in ways()) {
            let cuts = |centre: f64| ways.iter().filter(|way| cut(way, centre)).count();
            let fewest = CENTRES_DEG.into_iter().map(cuts).min();
            prop_assert_eq!(Some(cuts(centre(&ways))), fewest);
        }

        /// Walks along the line itself: it jumps from edge to edge exactly where it is cut.
        #[test]
        fn a_way_is_cut_where_its_line_leaves_the_map(from in place(), to in place(), which in 0usize..5) {
            let middle = CENTRES_DEG[which];
            let turned = |p: &Position| libm::remainder(p.lon_deg - middle, 360.0);
            prop_assume!((turned(&from) - turned(&to)).abs() < 359.0);
            prop_assume!(((turned(&from) - turned(&to)).abs() - 180.0).abs() > 1.0);
            let line = great_circle(from, to, 96);
            let jumps = line.windows(2).filter(|w| (turned(&w[0]) - turned(&w[1])).abs() > 180.0).count();
            prop_assert_eq!(jumps % 2 == 1, cut(&(from, to), middle));
        }

        #[test]
        fn the_order_of_the_ways_is_nothing_and_one_more_uncut_way_changes_nothing(mut ways in ways(), more in (place(), place())) {
            let chosen = centre(&ways);
            ways.reverse();
            prop_assert_eq!(centre(&ways), chosen);
            let uncut = ways.iter().all(|way| !cut(way, chosen));
            prop_assume!(uncut && !cut(&more, chosen));
            ways.push(more);
            prop_assert_eq!(centre(&ways), chosen);
        }

        #[test]
        fn any_number_gets_a_centre(lon in any::<f64>()) {
            prop_assert!(CENTRES_DEG.contains(&centre(&[(at(lon, 0.0), at(0.0, 0.0))])));
        }
    }
}

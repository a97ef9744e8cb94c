//! A stretch of time as a filter: drawn along the years or typed, written into the query.

use crate::route::chart::iso;
use incidents::model::Day;
use incidents::model::day::days_in_month;
use incidents::search::{Expr, Field, Query, Value};

/// The query with one range of a field in it, in place of an earlier range of that field:
/// `tick detected:2019-01..2019-06`.
pub fn with_range(query: &str, field: Field, (from, to): (Day, Day)) -> String {
    let query = Query::parse(query);
    let value = Value::of(field, &range(from, to));
    let ranged = |expr: &Expr| match expr {
        Expr::Is(own, values) => *own == field && values.iter().all(|v| v.shown().contains("..")),
        _ => false,
    };
    let part = Expr::Is(field, vec![value]);
    let before = query.conjuncts().iter().find(|part| ranged(&part.expr));
    let query = match before {
        Some(before) => query.with(&before.span, &part.to_string()),
        None => query.appended(&part),
    };
    query.text().to_owned()
}

/// Two days as a query writes them: whole years and months by their names, else both days.
fn range(from: Day, to: Day) -> String {
    let ((first_year, first_month, first_day), (year, month, day)) = (from.civil(), to.civil());
    let last = days_in_month(u16::try_from(year).unwrap_or(1), month);
    match (first_month, first_day, month, day) {
        (1, 1, 12, 31) => format!("{first_year:04}..{year:04}"),
        (_, 1, _, end) if end == last => {
            format!("{first_year:04}-{first_month:02}..{year:04}-{month:02}")
        }
        _ => format!("{}..{}", iso(from), iso(to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::chart::day;

    fn asked(query: &str, field: &str, from: &str, to: &str) -> String {
        with_range(
            query,
            Field::of(field).unwrap(),
            (day(from).unwrap(), day(to).unwrap()),
        )
    }

    #[test]
    fn a_range_is_as_wide_as_its_days_and_takes_the_place_of_the_one_before() {
        let query = asked("tick", "detected", "2019-01-01", "2019-06-30");
        assert_eq!(query, "tick detected:2019-01..2019-06");
        let query = asked(&query, "detected", "2019-01-01", "2020-12-31");
        assert_eq!(query, "tick detected:2019..2020");
        let query = asked(&query, "disclosed", "2020-02-01", "2020-02-28");
        assert_eq!(
            query,
            "tick detected:2019..2020 disclosed:2020-02-01..2020-02-28"
        );
        assert_eq!(
            asked(
                "disclosed:2020 detected",
                "disclosed",
                "2020-02-01",
                "2020-02-29"
            ),
            "disclosed:2020 detected disclosed:2020-02..2020-02",
            "what is no range stays"
        );
    }
}

//! What a mark, a row or a count of a picture asks for, and the query that asks for it too.

use incidents::model::IncidentId;
use incidents::search::{Expr, Field, Query, Value};

/// What a click narrows the result to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// One entry.
    Entry(IncidentId),
    /// Entries that share what no field of the query names.
    Entries(Vec<IncidentId>),
    /// A value of a field.
    Value(Field, String),
}

impl Ask {
    fn expr(&self) -> Expr {
        let ids = |ids: &[IncidentId]| {
            let id = |id: &IncidentId| Value::of(Field::Id, id.as_str());
            Expr::Is(Field::Id, ids.iter().map(id).collect())
        };
        match self {
            Ask::Entry(id) => ids(std::slice::from_ref(id)),
            Ask::Entries(all) => ids(all),
            Ask::Value(field, value) => Expr::Is(*field, vec![Value::of(*field, value)]),
        }
    }

    /// The query narrowed: as it is where it asks for this already; one value in place of the list
    /// it stands in; else added at the end.
    pub fn narrowed(&self, query: &str) -> String {
        let (query, part) = (Query::parse(query), self.expr());
        let narrowed = match query.conjuncts().iter().find(|c| holds(&c.expr, &part)) {
            Some(list) => query.with(&list.span, &part.to_string()),
            None => query.appended(&part),
        };
        narrowed.text().to_owned()
    }
}

/// Whether a part of a query is a list of values that has all those of another.
fn holds(list: &Expr, part: &Expr) -> bool {
    match (list, part) {
        (Expr::Is(field, all), Expr::Is(own, values)) => {
            field == own && values.iter().all(|value| all.contains(value))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(field: Field, value: &str) -> Ask {
        Ask::Value(field, value.to_owned())
    }

    #[test]
    fn what_is_asked_is_added_once_and_narrows_a_list() {
        let japan = value(Field::VictimCountry, "JP");
        assert_eq!(japan.narrowed(""), "victim.country:JP");
        assert_eq!(japan.narrowed("tick "), "tick victim.country:JP");
        assert_eq!(
            japan.narrowed("victim.country:JP tick"),
            "victim.country:JP tick"
        );
        assert_eq!(
            japan.narrowed("victim.country:US,JP tick"),
            "victim.country:JP tick"
        );
        assert_eq!(
            japan.narrowed("victim.country:US"),
            "victim.country:US victim.country:JP",
            "nothing is widened"
        );
        assert_eq!(
            japan.narrowed("drone or radar"),
            "(drone or radar) victim.country:JP"
        );
    }

    #[test]
    fn days_years_and_entries_are_asked_as_a_reader_would() {
        let days = value(Field::Silence, "0..7");
        assert_eq!(days.narrowed("tick"), "tick silence:0d..7d");
        assert_eq!(
            value(Field::Silence, ">=731").narrowed(""),
            "silence:>=731d"
        );
        assert_eq!(value(Field::Detected, "2019").narrowed(""), "detected:2019");
        let ids = || ["khi-2020", "nec-2016"].map(|id| id.parse().unwrap());
        let both = Ask::Entries(ids().into());
        assert_eq!(both.narrowed(""), "id:khi-2020,nec-2016");
        let [one, _] = ids();
        assert_eq!(
            Ask::Entry(one).narrowed("id:khi-2020,nec-2016"),
            "id:khi-2020"
        );
    }
}

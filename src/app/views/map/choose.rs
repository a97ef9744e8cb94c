//! Filters chosen on the map: alone, added, or a whole region. They edit the query's text.

use crate::state::{Action, Page};
use incidents::model::CountryCode;
use incidents::search::{Field, Query};

/// Only this value of the field; nothing of the field where it was the only one already.
pub fn only(page: &Page, field: Field, value: &str) -> Action {
    let query = Query::parse(&page.route.query);
    let without = query.without_field(field);
    let alone = without.toggled(field, value);
    let chosen = query.chosen(field).unwrap_or_default();
    let was_alone = chosen.len() == 1 && query.has(field, value);
    let next = if was_alone { without } else { alone };
    Action::EditQuery(next.text().to_owned())
}

/// This value too, or no more.
pub fn also(field: Field, value: &str) -> Action {
    Action::Toggle(field, value.to_owned())
}

/// Only victims in these countries.
pub fn region(page: &Page, countries: &[CountryCode]) -> Action {
    let mut query = Query::parse(&page.route.query).without_field(Field::VictimCountry);
    for code in countries {
        query = query.toggled(Field::VictimCountry, code.as_str());
    }
    Action::EditQuery(query.text().to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::super::incident::tests::page;
    use super::*;
    use crate::route::Route;
    use incidents::model::Lang;
    use std::rc::Rc;

    fn asked(query: &str) -> Page {
        let route = Route {
            query: query.to_owned(),
            ..Route::default()
        };
        Page {
            route: Rc::new(route),
            ..page(Lang::En)
        }
    }

    fn text(action: Action) -> String {
        match action {
            Action::EditQuery(text) => text,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_click_replaces_the_countries_and_a_second_takes_it_back() {
        let chosen = |query: &str| text(only(&asked(query), Field::VictimCountry, "JP"));
        assert_eq!(chosen("tick"), "tick victim.country:JP");
        assert_eq!(
            chosen("victim.country:US victim.country:KR office:TH"),
            "office:TH victim.country:JP"
        );
        assert_eq!(chosen("tick victim.country:JP"), "tick");
        let several = "victim.country:JP,US";
        assert_eq!(chosen(several), "victim.country:JP");
    }

    #[test]
    fn a_region_is_its_countries_and_leaves_other_filters() {
        let [jp, kr] = ["JP", "KR"].map(|code| code.parse().unwrap());
        assert_eq!(
            text(region(&asked("victim.country:US rung:press"), &[jp, kr])),
            "rung:press victim.country:JP,KR"
        );
    }
}

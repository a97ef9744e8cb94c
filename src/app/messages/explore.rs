//! The words of the page around its entries: search, cards, what is wrong.

use super::format;
use super::words::words;
use incidents::model::{Date, Lang};
use incidents::search::Query;

words! {
    title: "Incidents, and who says what about them", "事案と、誰が何を述べているか";
    not_disclosed: "Silence unknown: no disclosure date published", "沈黙期間は不明: 公表日が示されていない";
    no_filter: "no filter", "絞り込みなし";
}

/// How wide a milestone's dates are: `month, twice` where it happened twice.
pub fn precision(lang: Lang, dates: &[Date]) -> Option<String> {
    let precision = format::precision(lang, dates.first()?);
    Some(match (dates.len(), lang) {
        (1, _) => precision.to_owned(),
        (2, Lang::En) => format!("{precision}, twice"),
        (n, Lang::En) => format!("{precision}, {n} times"),
        (n, Lang::Ja) => format!("{precision}・{n}回"),
    })
}

/// The button that opens the facets, with how many are on.
pub fn filters(lang: Lang, on: usize) -> String {
    match (on, lang) {
        (0, Lang::En) => "Filters".to_owned(),
        (0, Lang::Ja) => "絞り込み".to_owned(),
        (_, Lang::En) => format!("Filters, {on} on"),
        (_, Lang::Ja) => format!("絞り込み {on}"),
    }
}

/// What a printed page was asked, of how many entries, in which data.
pub fn printed(lang: Lang, query: &Query, found: usize, total: usize, version: &str) -> String {
    let asked = match query.is_empty() {
        true => no_filter(lang).to_owned(),
        false => query.to_string(),
    };
    match lang {
        Lang::En => format!("{found} of {total} entries ({asked}), data {version}"),
        Lang::Ja => format!("全{total}件中{found}件（{asked}）、データ{version}"),
    }
}

/// The button under the cards drawn so far.
pub fn more(lang: Lang, left: usize) -> String {
    match lang {
        Lang::En => format!("Show more: {left} left"),
        Lang::Ja => format!("続きを表示（残り{left}件）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_detection_is_told_beside_its_precision() {
        let dates =
            |texts: &[&str]| -> Vec<Date> { texts.iter().map(|t| t.parse().unwrap()).collect() };
        let told = |texts| precision(Lang::En, &dates(texts)).unwrap_or_default();
        assert_eq!(told(&["2016-08", "2017-06"]), "month, twice");
        assert_eq!(told(&["[2017-06,2017-07]"]), "month, disputed");
        assert_eq!(told(&["2017-06-01/2017-06-09"]), "period");
        assert_eq!(told(&[]), "");
    }
}

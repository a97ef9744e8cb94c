//! What the pages about groups, organisations, countries and publishers hold.

use super::super::incident::tests::{page, rendered};
use super::*;

fn shown(path: &'static str, lang: Lang) -> String {
    rendered(move || {
        let page = page(lang);
        let (route, unknown) = Route::parse(&format!("#{path}"));
        assert!(unknown.is_empty(), "{path}");
        match &route.view {
            View::About(about) => subject(&page, about),
            other => panic!("{path} is {other:?}"),
        }
    })
}

fn holds(path: &'static str, lang: Lang, words: &[&str]) {
    let text = shown(path, lang);
    for word in words {
        assert!(text.contains(word), "{path} lacks {word}: {text}");
    }
    assert!(!text.contains("style="), "{path}");
}

#[test]
fn a_group_shows_its_names_its_rungs_and_who_says_so() {
    holds(
        "/actor/fox",
        Lang::En,
        &[
            "BRONZE FOX",
            "Somebody",
            "Press",
            "People involved",
            "suspects",
            "Maker, 2020",
            "Japan",
            "TempFox",
            "2020",
        ],
    );
    holds(
        "/actor/fox",
        Lang::Ja,
        &[
            "BRONZE FOX",
            "報道",
            "関係者",
            "日本",
            "2020年",
            "呼称が共通する記録",
        ],
    );
    holds(
        "/actor/tempfox",
        Lang::En,
        &[
            "No entry here names it",
            "No source of this record links it to a country",
        ],
    );
}

#[test]
fn a_name_that_nobody_or_one_record_bears_is_not_asked_about() {
    holds(
        "/name/bronze%20fox",
        Lang::En,
        &["One record bears this name", "#/actor/fox"],
    );
    holds("/name/nobody", Lang::En, &["No record bears this name"]);
}

#[test]
fn an_organisation_shows_what_befell_it_its_offices_and_its_words() {
    holds(
        "/organisation/maker",
        Lang::En,
        &[
            "Maker",
            "製造",
            "Thailand",
            "known by country only",
            "Kobe",
            "Nothing left.",
            "denies",
            "12 Feb 2021",
            "#/incident/maker-2020",
        ],
    );
    let text = shown("/organisation/maker", Lang::En);
    let (denied, corrected) = (text.find("Nothing left."), text.find("Some files left."));
    assert!(denied < corrected && denied.is_some(), "oldest first");
    holds("/organisation/yard", Lang::Ja, &["Yard", "記録なし"]);
}

#[test]
fn a_country_keeps_offices_apart_from_victims() {
    holds(
        "/country/TH",
        Lang::En,
        &[
            "Thailand",
            "An office is where access passed through",
            "Maker",
        ],
    );
    holds("/country/SG", Lang::En, &["Yard, 2019"]);
}

#[test]
fn a_technique_nobody_states_says_so_and_a_publisher_lists_its_pages() {
    holds(
        "/technique/T1566",
        Lang::En,
        &[
            "No source states it for any entry here",
            "attack.mitre.org/techniques/T1566/",
        ],
    );
    holds(
        "/technique/T1059.001",
        Lang::Ja,
        &["attack.mitre.org/techniques/T1059/001/"],
    );
    holds(
        "/source/The%20Paper",
        Lang::En,
        &[
            "Article",
            "paper.example",
            "Maker, 2020",
            "Yard, 2019",
            "page seen",
        ],
    );
    holds(
        "/source/No%20such%20paper",
        Lang::Ja,
        &["この番地の記録はない"],
    );
    holds(
        "/actor/no-such-group",
        Lang::En,
        &[
            "There is no record with this address",
            "/actor/no-such-group",
        ],
    );
}

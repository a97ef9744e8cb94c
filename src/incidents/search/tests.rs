//! What a reader notices of a search, over the sound test dataset.

use super::{Field, Index, Query, Results, Sort, What};
use crate::dataset::files::compile;
use crate::dataset::source::File;
use crate::model::IncidentId;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The sound dataset with three more entries that differ in country, year and rung.
fn index() -> Index {
    let text = include_str!("../testdata/sound.json");
    let mut records: Map<String, Value> = serde_json::from_str(text).unwrap();
    let base = records["incidents/maker-2020.json"].clone();
    for (id, disclosed, rung) in [
        ("b", "2021-01-05", true),
        ("c", "2021", false),
        ("d", "2023", false),
    ] {
        let mut record = base.clone();
        record["id"] = json!(id);
        record["claims"][2]["value"]["date"] = json!(disclosed);
        if !rung {
            record["attributions"] = json!([]);
            record["pivots"] = json!([]);
        }
        records.insert(format!("incidents/{id}.json"), record);
    }
    let files: Vec<File> = records
        .iter()
        .map(|(path, record)| File {
            path: path.clone(),
            text: record.to_string(),
        })
        .collect();
    let compiled = compile(&files);
    assert_eq!(compiled.findings, []);
    Index::build(&compiled.dataset)
}

fn results(query: &str) -> Results {
    index().search(&Query::parse(query), Sort::Victim)
}

fn hits(query: &str) -> Vec<String> {
    results(query)
        .hits
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn every_word_must_match_in_either_language_and_any_width() {
    assert_eq!(hits("maker ｔｈａｉｌａｎｄ").len(), 4);
    assert_eq!(hits("タイ 製造 bronze"), ["b", "maker-2020"]);
    assert_eq!(hits("maker moon").len(), 0);
    assert_eq!(hits("   ").len(), 4);
    assert_eq!(hits("office vulnerability").len(), 0);
    assert_eq!(hits("cve-2019-18187").len(), 4);
}

#[test]
fn values_of_one_field_widen_and_parts_narrow() {
    assert_eq!(hits("disclosed:2021,2023"), ["b", "c", "d"]);
    assert_eq!(hits("disclosed:2021 rung:press"), ["b"]);
    assert_eq!(hits("rung:none"), ["c", "d"]);
    assert_eq!(hits("office:TH"), ["b", "maker-2020"]);
    assert_eq!(hits("disclosed:2021 disclosed:2023").len(), 0);
}

#[test]
fn or_stands_weaker_than_side_by_side_and_parentheses_stronger() {
    assert_eq!(
        hits("disclosed:2020 or rung:none disclosed:2023"),
        ["d", "maker-2020"]
    );
    assert_eq!(hits("rung:none (disclosed:2020 or disclosed:2023)"), ["d"]);
    assert_eq!(hits("-rung:none"), ["b", "maker-2020"]);
    assert_eq!(hits("NOT (disclosed:2021 または id:d)"), ["maker-2020"]);
}

#[test]
fn a_date_that_straddles_the_bound_is_possible_and_counted_apart() {
    let results = results("disclosed:<2021-06");
    let ids =
        |list: &[IncidentId]| -> Vec<String> { list.iter().map(ToString::to_string).collect() };
    assert_eq!(ids(&results.hits), ["b", "maker-2020", "c"]);
    assert_eq!(ids(&results.possible), ["c"]);
    assert_eq!(hits("disclosed:2021-01..2021-06"), ["b", "c"]);
    assert_eq!(hits("-disclosed:<2021-06"), ["d", "c"]);
    assert_eq!(hits("silence:>=200d"), ["b", "c", "d", "maker-2020"]);
    assert_eq!(hits("silence:..200d"), ["maker-2020"]);
    assert_eq!(hits("sources:2"), ["b", "c", "d", "maker-2020"]);
}

#[test]
fn fields_and_values_are_known_in_both_languages_and_any_width() {
    for (en, ja) in [
        ("office:TH", "拠点：タイ"),
        ("victim.country:japan", "被害者の国:日本"),
        ("rung:press", "根拠:報道"),
        ("disclosed:2020", "公表:２０２０年"),
        ("disclosed:2020-12", "公表:2020年12月"),
        ("victim:maker", "被害者:製造"),
        ("claimant:company", "発言者:会社"),
        ("-has:contradiction", "－有無:あり"),
        ("actor:\"bronze fox\"", "攻撃者:「BRONZE FOX」"),
    ] {
        assert_eq!(hits(en), hits(ja), "{en} and {ja}");
    }
}

#[test]
fn what_means_nothing_is_told_with_its_place_and_the_rest_is_answered() {
    let told = |text: &str| -> Vec<(String, What)> {
        let query = Query::parse(text);
        let faults = query.faults().iter();
        faults
            .map(|f| (text[f.span.clone()].to_owned(), f.what.clone()))
            .collect()
    };
    let field = |name: &str, meant| What::UnknownField {
        name: name.to_owned(),
        meant,
    };
    assert_eq!(
        told("ofice:TH rung:press"),
        [("ofice:TH".to_owned(), field("ofice", Some(Field::Office)))]
    );
    assert_eq!(hits("ofice:TH rung:none"), ["c", "d"]);
    assert_eq!(
        told("country:JP")[0].1,
        field("country", Some(Field::VictimCountry))
    );
    let bad = What::BadValue {
        field: Field::Rung,
        value: "pres".to_owned(),
        meant: Some("press".to_owned()),
    };
    assert_eq!(told("rung:pres,none"), [("pres".to_owned(), bad)]);
    assert_eq!(hits("rung:pres,none"), ["c", "d"]);
    assert_eq!(told("office:")[0].1, What::EmptyValue(Field::Office));
    assert_eq!(told("\"maker")[0].1, What::OpenQuote);
    assert_eq!(told("(maker")[0].1, What::OpenGroup);
    assert_eq!(told("maker)")[0].1, What::StrayClose);
    assert_eq!(told("()")[0].1, What::EmptyGroup);
    assert_eq!(told("maker or")[0], ("or".to_owned(), What::LoneOr));
    assert_eq!(told("or maker")[0].1, What::LoneOr);
    assert_eq!(told("maker -")[0].1, What::LoneNot);
    assert_eq!(told(&"(".repeat(99))[0].1, What::TooDeep);
    assert_eq!(told("disclosed:2019-13")[0].0, "2019-13");
    assert_eq!(
        told(&"maker ".repeat(9000)).last().unwrap().1,
        What::TooLong
    );
    assert_eq!(
        told("https://maker.example/n maker 12:30"),
        [("12:30".to_owned(), field("12", None))]
    );
}

#[test]
fn a_facet_edits_the_text_and_leaves_the_rest_as_typed() {
    let query = Query::parse("tick  公表:2020,2021 (a or b)");
    assert!(query.has(Field::Disclosed, "2020"));
    let less = query.toggled(Field::Disclosed, "2020");
    assert_eq!(less.text(), "tick  disclosed:2021 (a or b)");
    assert_eq!(
        less.toggled(Field::Disclosed, "2021").text(),
        "tick (a or b)"
    );
    assert_eq!(
        query.toggled(Field::Rung, "press").text(),
        "tick  公表:2020,2021 (a or b) rung:press"
    );
}

#[test]
fn a_country_by_any_name_is_the_same_box() {
    let index = index();
    let query = index.understood(Query::parse("被害者の国:日本 maker"));
    assert!(query.has(Field::VictimCountry, "JP"));
    assert_eq!(query.toggled(Field::VictimCountry, "JP").text(), "maker");
    assert_eq!(
        query.toggled(Field::VictimCountry, "TH").text(),
        "victim.country:JP,TH maker"
    );
}

#[test]
fn a_facet_that_cannot_show_the_query_is_custom_and_a_click_adds() {
    for text in [
        "-rung:press",
        "rung:press or maker",
        "rung:press rung:none",
        "maker (rung:press or id:c)",
    ] {
        let query = Query::parse(text);
        assert_eq!(query.chosen(Field::Rung), None, "{text}");
        assert_eq!(query.chosen(Field::Office), Some(&[][..]), "{text}");
        let clicked = query.toggled(Field::Rung, "press");
        let grouped = text.contains(" or maker");
        let before = if grouped {
            format!("({text})")
        } else {
            text.to_owned()
        };
        assert_eq!(clicked.text(), format!("{before} rung:press"));
    }
    let open = Query::parse("maker or").toggled(Field::Rung, "press");
    assert_eq!(open.text(), "(maker or) rung:press");
}

#[test]
fn longest_silence_stands_first() {
    let results = index().search(&Query::default(), Sort::Silence);
    let first: Vec<&str> = results.hits.iter().map(IncidentId::as_str).collect();
    assert_eq!(first, ["d", "c", "b", "maker-2020"]);
}

#[test]
fn an_empty_list_names_what_to_drop() {
    assert_eq!(results("rung:charges moon disclosed:2021").reliefs, []);
    let results = results("rung:charges disclosed:2021");
    let relief = results.reliefs.first().unwrap();
    assert_eq!((relief.dropped.as_str(), relief.count), ("rung:charges", 2));
}

fn some_part() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "maker",
        "タイ",
        "\"bronze fox\"",
        "rung:press",
        "rung:none,press",
        "-rung:none",
        "disclosed:2021",
        "disclosed:2020,none",
        "disclosed:2020-06..2021-03",
        "office:TH",
        "victim.country:JP",
        "has:contradiction",
        "silence:day",
        "silence:>200d",
        "disclosed:1999",
        "(rung:press or disclosed:2023)",
        "or",
    ])
    .prop_map(str::to_owned)
}

fn some_query() -> impl Strategy<Value = String> {
    prop::collection::vec(some_part(), 0..5).prop_map(|parts| parts.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_facet_counts_what_a_click_would_show(text in some_query()) {
        let index = index();
        let query = Query::parse(&text);
        for facet in index.search(&query, Sort::Silence).facets {
            prop_assert_eq!(facet.custom, query.chosen(facet.field).is_none());
            for value in facet.values {
                // A click beside others of the field widens: the count is of this value alone.
                let alone = match facet.custom {
                    true => query.toggled(facet.field, &value.value),
                    false => {
                        let mut alone = query.clone();
                        let chosen = query.chosen(facet.field).unwrap_or_default();
                        for other in chosen {
                            alone = alone.toggled(facet.field, other.shown());
                        }
                        alone.toggled(facet.field, &value.value)
                    }
                };
                let shown = index.search(&alone, Sort::Silence).hits.len();
                prop_assert_eq!(value.count, shown, "{}:{}", facet.field.word(), value.value);
                prop_assert_eq!(value.on, query.has(facet.field, &value.value));
            }
        }
    }

    #[test]
    fn any_query_is_answered(text in any::<String>()) {
        let results = index().search(&Query::parse(&text), Sort::Silence);
        prop_assert!(results.hits.len() <= results.total);
    }

    #[test]
    fn dropping_a_part_of_a_conjunction_never_loses_a_hit(text in some_query()) {
        let index = index();
        let query = Query::parse(&text);
        let narrow = index.search(&query, Sort::Silence).hits;
        for part in query.conjuncts() {
            let wide = index.search(&query.without(&part.span), Sort::Silence).hits;
            prop_assert!(narrow.iter().all(|id| wide.contains(id)));
        }
    }

    #[test]
    fn a_value_switched_twice_asks_the_same(text in some_query(), field in prop::sample::select(Field::FACETS.to_vec())) {
        let query = Query::parse(&text);
        if query.chosen(field).is_some_and(|chosen| !query.has(field, "2022") && chosen.len() < 9) {
            prop_assert_eq!(query.toggled(field, "2022").toggled(field, "2022"), query);
        }
    }
}

/// Pieces that a query is made of, good and bad.
fn some_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        some_part(),
        "[a-zA-Z三菱ァー:：,、.\\-()（）\"“「」|<>=0-9 　]{0,12}",
        prop::sample::select(Field::ALL.to_vec()).prop_map(|f| format!(
            "{}:{}",
            f.word_ja(),
            f.example()
        )),
        prop::sample::select(vec![
            "NOT",
            "AND",
            "-(",
            ")",
            "または",
            "x://y",
            "- ",
            "disclosed:2020..2019",
            "silence:day,<30d"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|parts| parts.join(" "))
}

proptest! {
    #[test]
    fn printing_and_parsing_are_inverse(text in some_text()) {
        let query = Query::parse(&text);
        let printed = query.to_string();
        let again = Query::parse(&printed);
        prop_assert_eq!(&again, &query, "{}", printed);
        prop_assert_eq!(again.faults(), [], "{}", printed);
    }

    #[test]
    fn any_text_is_printed_so_that_it_reads_the_same(text in any::<String>()) {
        let query = Query::parse(&text);
        prop_assert_eq!(Query::parse(&query.to_string()), query);
    }

    #[test]
    fn spans_lie_in_the_text(text in some_text()) {
        let query = Query::parse(&text);
        let spans = query.conjuncts().iter().map(|c| &c.span);
        for span in spans.chain(query.faults().iter().map(|f| &f.span)) {
            prop_assert!(text.get(span.clone()).is_some(), "{:?}", span);
        }
    }
}

#[test]
fn every_field_takes_its_own_example() {
    for field in Field::ALL {
        let text = format!("{}:{}", field.word(), field.example());
        let query = Query::parse(&text);
        assert_eq!(query.faults(), [], "{text}");
        assert!(query.exprs().all(|e| e.names(*field)), "{text}");
        assert_eq!(Field::of(field.word_ja()), Some(*field));
    }
}

fn offered(text: &str) -> Vec<(String, usize)> {
    let index = index();
    let caret = text.find('|').unwrap_or(text.len());
    let text = text.replace('|', "");
    let suggestions = super::complete::complete(&index, &text, caret);
    let after = |s: super::complete::Suggestion| {
        let text = format!(
            "{}{}{}",
            &text[..s.span.start],
            s.insert,
            &text[s.span.end..]
        );
        (text, s.value.map_or(0, |v| v.1))
    };
    suggestions.into_iter().map(after).collect()
}

#[test]
fn completion_offers_fields_and_values_with_what_they_leave() {
    let one = |text: &str, n| (text.to_owned(), n);
    assert_eq!(offered("of"), [one("office:", 0)]);
    assert_eq!(offered("拠"), [one("office:", 0)]);
    assert_eq!(
        offered("rung:"),
        [one("rung:press", 2), one("rung:none", 2)]
    );
    assert_eq!(offered("maker 根拠:ほうど"), []);
    assert_eq!(offered("maker 根拠:報"), [one("maker 根拠:press", 2)]);
    assert_eq!(offered("-rung:p| maker"), [one("-rung:press maker", 2)]);
    assert_eq!(
        offered("disclosed:202"),
        [
            one("disclosed:2023", 1),
            one("disclosed:2021", 2),
            one("disclosed:2020", 1)
        ]
    );
    assert_eq!(offered("disclosed:2021,202").len(), 3);
    assert_eq!(
        offered("disclosed:2021 bronz"),
        [one("disclosed:2021 actor:fox", 1)]
    );
    assert_eq!(offered("rung:press,n"), [one("rung:press,none", 2)]);
    assert_eq!(
        offered("disclosed:2021 actor:\"bronze f"),
        [one("disclosed:2021 actor:fox", 1)]
    );
    assert_eq!(offered("maker "), []);
    assert_eq!(offered("ma|ker"), []);
    assert_eq!(offered("nofield:x"), []);
}

proptest! {
    #[test]
    fn completion_answers_any_text_at_any_place(text in some_text(), at in 0usize..60) {
        let index = index();
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        for suggestion in super::complete::complete(&index, &text, at) {
            prop_assert!(text.get(suggestion.span.clone()).is_some());
        }
    }
}

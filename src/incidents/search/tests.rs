//! What a reader notices of a search, over the sound test dataset.

use super::{Field, Index, Query, Sort};
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

fn hits(query: &str) -> Vec<String> {
    let results = index().search(&Query::parse(query), Sort::Victim);
    results.hits.iter().map(ToString::to_string).collect()
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
fn values_of_one_field_widen_and_fields_narrow() {
    assert_eq!(hits("disclosed:2021 disclosed:2023"), ["b", "c", "d"]);
    assert_eq!(hits("disclosed:2021 rung:press"), ["b"]);
    assert_eq!(hits("rung:none"), ["c", "d"]);
    assert_eq!(hits("office:TH"), ["b", "maker-2020"]);
}

#[test]
fn longest_silence_stands_first() {
    let results = index().search(&Query::default(), Sort::Silence);
    let first: Vec<&str> = results.hits.iter().map(IncidentId::as_str).collect();
    assert_eq!(first, ["d", "c", "b", "maker-2020"]);
}

#[test]
fn an_empty_list_names_what_to_drop() {
    let results = index().search(
        &Query::parse("rung:charges moon disclosed:2021"),
        Sort::Silence,
    );
    assert_eq!(results.reliefs, []);
    let results = index().search(&Query::parse("rung:charges disclosed:2021"), Sort::Silence);
    let relief = results.reliefs.first().unwrap();
    assert_eq!((relief.dropped.as_str(), relief.count), ("rung:charges", 2));
}

fn some_query() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "maker",
        "タイ",
        "rung:press",
        "rung:none",
        "disclosed:2021",
        "disclosed:2020",
        "office:TH",
        "victim.country:JP",
        "has:contradiction",
        "silence:day",
        "disclosed:1999",
    ]);
    prop::collection::vec(part, 0..5).prop_map(|parts| parts.join(" "))
}

proptest! {
    #[test]
    fn a_facet_counts_what_a_click_would_show(text in some_query()) {
        let index = index();
        let query = Query::parse(&text);
        for facet in index.search(&query, Sort::Silence).facets {
            for value in facet.values {
                let alone = query.without_field(facet.field).toggled(facet.field, &value.value);
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
    fn dropping_a_field_never_loses_a_hit(text in some_query()) {
        let index = index();
        let query = Query::parse(&text);
        let narrow = index.search(&query, Sort::Silence).hits;
        for field in Field::ALL {
            let wide = index.search(&query.without_field(field), Sort::Silence).hits;
            prop_assert!(narrow.iter().all(|id| wide.contains(id)));
        }
    }
}

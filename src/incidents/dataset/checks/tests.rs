//! Every rule, broken once: a sound dataset with one planted fault.

use super::{CHECKS, WARNINGS};
use crate::dataset::files::compile;
use crate::dataset::source::File;
use expect_test::expect;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const INCIDENT: &str = "incidents/maker-2020.json";

/// File, JSON pointer, and what stands there instead.
fn plants() -> Vec<(&'static str, &'static str, Value)> {
    let claim = |n: u8| format!("/claims/{n}");
    let at = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    vec![
        (INCIDENT, "/victims/0/organisation", json!("nobody")),
        (INCIDENT, "/detected/0/claims/0", json!("gone")),
        (INCIDENT, "/pivots/0/from/office", json!("maker/moon")),
        (INCIDENT, "/attributions/0/to/actor", json!("wolf")),
        (INCIDENT, "/attributions/0/named", json!("SILVER WOLF")),
        (
            INCIDENT,
            "/related",
            json!([{"incident": "x", "reason": {"en": "a", "ja": "あ"}}]),
        ),
        (INCIDENT, at(claim(0) + "/sources"), json!(["gone"])),
        (
            INCIDENT,
            at(claim(6) + "/value/cve"),
            json!("CVE-2020-1111"),
        ),
        (
            INCIDENT,
            at(claim(0) + "/about"),
            json!({"incidents": ["x"], "actors": ["y"]}),
        ),
        (INCIDENT, at(claim(6) + "/id"), json!("who")),
        (INCIDENT, "/sources/1/id", json!("notice")),
        (INCIDENT, at(claim(0) + "/sources"), json!([])),
        (INCIDENT, at(claim(0) + "/source_not_matched"), json!(true)),
        (INCIDENT, "/attributions/0/claims", json!([])),
        (INCIDENT, "/pivots/0/claims", json!([])),
        (INCIDENT, "/attributions/0/rung", json!("government")),
        (INCIDENT, at(claim(5) + "/supersedes"), json!(["who"])),
        (INCIDENT, at(claim(5) + "/supersedes"), json!(["began"])),
        (INCIDENT, at(claim(5) + "/supersedes"), json!(["who-not"])),
        (INCIDENT, at(claim(5) + "/contradicts"), json!(["who"])),
        (INCIDENT, at(claim(5) + "/contradicts"), json!(["who-not"])),
        (INCIDENT, "/victims", json!([])),
        ("actors/fox.json", "/names", json!([])),
        ("actors/fox.json", "/see_also", json!(["wolf"])),
        ("organisations/maker.json", "/parent", json!("holding")),
        (INCIDENT, "/began/0/claims", json!([])),
        (INCIDENT, "/began/0/claims/0", json!("who")),
        (INCIDENT, at(claim(1) + "/value/date"), json!("2020-04-30")),
        (INCIDENT, at(claim(2) + "/value/date"), json!("2020-06-10")),
        (
            "organisations/maker.json",
            "/offices/1/lon_lat_deg",
            json!([34.7, 135.2]),
        ),
        (
            "organisations/maker.json",
            "/offices/0/lon_lat_deg",
            json!([101, 15]),
        ),
        (
            INCIDENT,
            at(claim(3) + "/question"),
            json!("infrastructure"),
        ),
        (
            INCIDENT,
            "/victims/0",
            json!({"unnamed": {"description": {"en": "a", "ja": "あ"}}}),
        ),
        (
            INCIDENT,
            "/sources/2",
            json!({"id": "s", "publisher": "P", "title": "T", "url": "https://p.example", "evidence": "row"}),
        ),
        (INCIDENT, "/id", json!("other")),
        (INCIDENT, "/colour", json!("red")),
        (INCIDENT, "/title/ja", json!("")),
        (INCIDENT, "/sources/0/url", json!("javascript:alert(1)")),
        (INCIDENT, "/techniques", json!(["T99"])),
        ("organisations/maker.json", "/country", json!("Japan")),
        (
            INCIDENT,
            at(claim(6) + "/value"),
            json!({"quantity": {"amount": 250, "unit": "", "exactness": "exact"}}),
        ),
        (
            INCIDENT,
            at(claim(9) + "/value/quantity/unit"),
            json!("files"),
        ),
        (INCIDENT, at(claim(0) + "/value/date"), json!("2020-01-01")),
        (INCIDENT, at(claim(7) + "/value/date"), json!("2020-06-11")),
        (INCIDENT, "/sources/0/date", json!("2020-05-02")),
        (INCIDENT, "/title/ja", json!("Breach")),
        (INCIDENT, at(claim(7) + "/question"), json!("remark")),
        (INCIDENT, "/sources/0/title", json!("(no title known)")),
        (
            INCIDENT,
            "/sources/0/title",
            json!("不正アクセスのお知らせ"),
        ),
        (
            INCIDENT,
            "/related",
            json!([{"incident": "maker-2020", "reason": {"en": "A later case.", "ja": "同じ会社。"}}]),
        ),
        (
            INCIDENT,
            "/related",
            json!([{"incident": "maker-2020", "reason": {"en": "The same.", "ja": "後年の事案。"}}]),
        ),
    ]
}

/// The same for what only warns.
fn doubtful() -> Vec<(&'static str, &'static str, Value)> {
    let long = "Somebody says something. ".repeat(9);
    vec![
        (INCIDENT, "/summary/en", json!(long)),
        (INCIDENT, "/title/en", json!("Files stolen")),
        (INCIDENT, "/title/ja", json!("攻撃を認める")),
        (INCIDENT, "/sources/1/url", json!("https://maker.example/n")),
        ("organisations/paper.json", "/kind", json!("ministry")),
    ]
}

fn sound() -> Map<String, Value> {
    serde_json::from_str(include_str!("../../testdata/sound.json")).unwrap()
}

fn files(records: &Map<String, Value>) -> Vec<File> {
    let file = |(path, record): (&String, &Value)| File {
        path: path.clone(),
        text: serde_json::to_string_pretty(record).unwrap(),
    };
    records.iter().map(file).collect()
}

fn planted(path: &str, pointer: &str, value: &Value) -> Vec<File> {
    let mut records = sound();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match records[path].pointer_mut(parent).unwrap() {
        Value::Array(items) => {
            let index: usize = key.parse().unwrap();
            items.truncate(items.len().max(index));
            if index < items.len() {
                items[index] = value.clone();
            } else {
                items.push(value.clone());
            }
        }
        object => object[key] = value.clone(),
    }
    files(&records)
}

#[test]
fn the_sound_dataset_is_sound() {
    assert_eq!(compile(&files(&sound())).findings, []);
}

#[test]
fn each_planted_fault_is_found_where_it_stands_with_a_remedy() {
    let mut report = String::new();
    for (path, pointer, value) in plants() {
        report.push_str(&format!("{pointer} := {value}\n"));
        let findings = compile(&planted(path, pointer, &value)).findings;
        assert!(!findings.is_empty(), "{pointer} := {value} was not found");
        for finding in findings {
            report.push_str(&format!("    {finding}\n"));
        }
    }
    expect![[r#"
        /victims/0/organisation := "nobody"
            incidents/maker-2020.json:243: `maker` is no victim, nor of its group, nor its supplier; start at an office of the victim, its group or supplier, or a place a claim names; infrastructure is told in words
            incidents/maker-2020.json:277: `nobody` is not an organisation we have; add its file to data/organisations/ or correct the id
        /detected/0/claims/0 := "gone"
            incidents/maker-2020.json:225: `gone` is not a claim we have; name a claim of this file, or `incident#claim` for another's
        /pivots/0/from/office := "maker/moon"
            incidents/maker-2020.json:243: `maker/moon` is not an office we have; add it to the offices of its organisation or correct the id
        /attributions/0/to/actor := "wolf"
            incidents/maker-2020.json:8: `wolf` is not an actor we have; add its file to data/actors/ or correct the id
        /attributions/0/named := "SILVER WOLF"
            incidents/maker-2020.json:7: `SILVER WOLF` is not another name of the actor's record; use a name as the record lists it; its first needs no `named`
        /related := [{"incident":"x","reason":{"en":"a","ja":"あ"}}]
            incidents/maker-2020.json:253: `x` is not an incident we have; add its file to data/incidents/ or correct the id
        /claims/0/sources := ["gone"]
            incidents/maker-2020.json:29: `gone` is not a source of this file; add it to the sources of this file or correct the id
        /claims/6/value/cve := "CVE-2020-1111"
            incidents/maker-2020.json:149: `CVE-2020-1111` is not a vulnerability we have; add its file to data/vulnerabilities/ or correct the number
        /claims/0/about := {"actors":["y"],"incidents":["x"]}
            incidents/maker-2020.json:23: `y` is not an actor we have; add its file to data/actors/ or correct the id
            incidents/maker-2020.json:26: `x` is not an incident we have; add its file to data/incidents/ or correct the id
        /claims/6/id := "who"
            incidents/maker-2020.json:138: the id `who` is used twice in `claims`; give one of them another id
        /sources/1/id := "notice"
            incidents/maker-2020.json:68: `article` is not a source of this file; add it to the sources of this file or correct the id
            incidents/maker-2020.json:106: `article` is not a source of this file; add it to the sources of this file or correct the id
            incidents/maker-2020.json:141: `article` is not a source of this file; add it to the sources of this file or correct the id
            incidents/maker-2020.json:205: `article` is not a source of this file; add it to the sources of this file or correct the id
            incidents/maker-2020.json:262: the id `notice` is used twice in `sources`; give one of them another id
        /claims/0/sources := []
            incidents/maker-2020.json:21: the claim `began` has neither a source nor the mark `source_not_matched`; cite a source of this file, or set `source_not_matched` to true
        /claims/0/source_not_matched := true
            incidents/maker-2020.json:21: the claim `began` has sources and the mark `source_not_matched` as well; cite a source of this file, or set `source_not_matched` to true
        /attributions/0/claims := []
            incidents/maker-2020.json:3: this rests on no claim; name the claims that say so
        /pivots/0/claims := []
            incidents/maker-2020.json:239: this rests on no claim; name the claims that say so
        /attributions/0/rung := "government"
            incidents/maker-2020.json:7: the rung `government` rests on no claim in the role `ministry`; lower the rung, or name the claim that stands on it
        /claims/5/supersedes := ["who"]
            incidents/maker-2020.json:130: `who-not` cannot overtake `who`: another party said it; supersede an earlier claim of the same party; others `contradicts`
        /claims/5/supersedes := ["began"]
            incidents/maker-2020.json:130: `who-not` cannot overtake `began`: it answers another question; supersede an earlier claim of the same party; others `contradicts`
        /claims/5/supersedes := ["who-not"]
            incidents/maker-2020.json:129: `who-not` overtakes itself in a circle; keep only the step from the later to the earlier claim
        /claims/5/contradicts := ["who"]
            incidents/maker-2020.json:123: that `who-not` contradicts `maker-2020#who` is declared twice; declare it on one of two different claims
        /claims/5/contradicts := ["who-not"]
            incidents/maker-2020.json:123: `who-not` contradicts itself; declare it on one of two different claims
        /victims := []
            incidents/maker-2020.json:243: `maker` is no victim, nor of its group, nor its supplier; start at an office of the victim, its group or supplier, or a place a claim names; infrastructure is told in words
            incidents/maker-2020.json:276: `/victims` is empty; an entry needs a victim, a claim and a source
        /names := []
            actors/fox.json:3: the actor `fox` has no name; give the name its record is headed with first
        /see_also := ["wolf"]
            actors/fox.json:17: `wolf` is not an actor we have; add its file to data/actors/ or correct the id
        /parent := "holding"
            organisations/maker.json:30: `holding` is not an organisation we have; add its file to data/organisations/ or correct the id
        /began/0/claims := []
            incidents/maker-2020.json:14: this date rests on no claim; name the claims that give it, or leave the date out
        /began/0/claims/0 := "who"
            incidents/maker-2020.json:14: the claim `who` gives no date; give it a `value` with a date, or name another claim
        /claims/1/value/date := "2020-04-30"
            incidents/maker-2020.json:223: the detection (2020-04-30) lies before the beginning (2020-05); correct the dates, or let one claim contradict the other
        /claims/2/value/date := "2020-06-10"
            incidents/maker-2020.json:230: the disclosure (2020-06-10) lies before the detection (2020-06-11); correct the dates, or let one claim contradict the other
        /offices/1/lon_lat_deg := [34.7,135.2]
            organisations/maker.json:20: longitude 34.7, latitude 135.2 lies outside JP; write longitude first, then latitude, in degrees
        /offices/0/lon_lat_deg := [101,15]
            organisations/maker.json:15: the office `th` has coordinates but no place; name the published place, or leave the coordinates out
        /claims/3/question := "infrastructure"
            incidents/maker-2020.json:243: the way in starts at the attacker's infrastructure; start at an office of the victim, its group or supplier, or a place a claim names; infrastructure is told in words
        /victims/0 := {"unnamed":{"description":{"en":"a","ja":"あ"}}}
            incidents/maker-2020.json:243: `maker` is no victim, nor of its group, nor its supplier; start at an office of the victim, its group or supplier, or a place a claim names; infrastructure is told in words
        /sources/2 := {"evidence":"row","id":"s","publisher":"P","title":"T","url":"https://p.example"}
            incidents/maker-2020.json:267: no claim cites the source `s`; cite it in the claim it holds, or remove it
        /id := "other"
            incidents/maker-2020.json:236: the id `other` is not the file's name `maker-2020`; make the two equal
        /colour := "red"
            incidents/maker-2020.json:222: unknown field `colour`, expected one of `id`, `kind`, `victims`, `title`, `summary`, `began`, `detected`, `disclosed`, `pivots`, `attributions`, `techniques`, `open_questions`, `related`, `claims`, `sources`; remove it or use one of the names listed; data/README.md describes every field
        /title/ja := ""
            incidents/maker-2020.json:272: the Japanese text is empty: write it in both languages
        /sources/0/url := "javascript:alert(1)"
            incidents/maker-2020.json:258: `javascript:alert(1)` is not a web address: it starts with https:// or http://
        /techniques := ["T99"]
            incidents/maker-2020.json:273: `T99` is not an ATT&CK technique: write T1190 or T1059.001
        /country := "Japan"
            organisations/maker.json:2: `Japan` is not an ISO 3166-1 alpha-2 code: write two capitals, such as JP or UA
        /claims/6/value := {"quantity":{"amount":250,"exactness":"exact","unit":""}}
            incidents/maker-2020.json:150: the quantity has no unit: say what is counted, such as files
        /claims/9/value/quantity/unit := "files"
            incidents/maker-2020.json:200: `accesses` and `files` give the same value; correct a value or its unit, or take the contradiction away
        /claims/0/value/date := "2020-01-01"
            incidents/maker-2020.json:37: the claim `began` gives 1 January; write the year alone, or the source's own words in `as_given`
        /claims/7/value/date := "2020-06-11"
            incidents/maker-2020.json:153: `contained` ends it on the day of detection; let it contradict what others say of the end, or take it out
        /sources/0/date := "2020-05-02"
            incidents/maker-2020.json:41: `detected` tells of 2020-06-11, after its sources were published; correct the date, or cite the source that came later
            incidents/maker-2020.json:153: `contained` tells of 2020-07-01, after its sources were published; correct the date, or cite the source that came later
        /title/ja := "Breach"
            incidents/maker-2020.json:274: `Breach` is not Japanese; write the Japanese text; a name alone needs words around it
        /claims/7/question := "remark"
            incidents/maker-2020.json:158: the remark `contained` is no expert's; name the question it answers, such as `reached`, `amount` or `response`; background is a `profile`
        /sources/0/title := "(no title known)"
            incidents/maker-2020.json:257: `(no title known)` is no title; leave `title` out: the page says in both languages that there is none
        /sources/0/title := "不正アクセスのお知らせ"
            incidents/maker-2020.json:257: `不正アクセスのお知らせ` does not say its language; add `"language": "ja"`, so that it is read out in its language
        /related := [{"incident":"maker-2020","reason":{"en":"A later case.","ja":"同じ会社。"}}]
            incidents/maker-2020.json:254: `later` is true from one side only; write a reason that reads the same on both entries: it is shown on both
        /related := [{"incident":"maker-2020","reason":{"en":"The same.","ja":"後年の事案。"}}]
            incidents/maker-2020.json:254: `後年` is true from one side only; write a reason that reads the same on both entries: it is shown on both
    "#]].assert_eq(&report);
}

#[test]
fn what_is_doubtful_is_told_and_breaks_nothing() {
    let mut report = String::new();
    let mut told = BTreeSet::new();
    for (path, pointer, value) in doubtful() {
        let compiled = compile(&planted(path, pointer, &value));
        assert_eq!(compiled.findings, []);
        for warning in &compiled.warnings {
            report.push_str(&format!("{warning}\n"));
        }
        for (name, check) in WARNINGS {
            let mut faults = Vec::new();
            check(&compiled.dataset, &mut faults);
            told.extend((!faults.is_empty()).then_some(*name));
        }
    }
    let all: BTreeSet<&str> = WARNINGS.iter().map(|(name, _)| *name).collect();
    assert_eq!(told, all);
    expect![[r#"
        incidents/maker-2020.json:269: the English summary has 225 letters; say it in 200: the claims hold the rest
        incidents/maker-2020.json:273: `stolen` accuses; say what is claimed: taken, disclosed, said, not told
        incidents/maker-2020.json:274: `を認め` accuses; say what is claimed: 持ち出された, 公表した, 確認した
        incidents/maker-2020.json:260: the address stands under `Maker` and under `The Paper`; name the publisher as it writes itself, everywhere alike
        organisations/paper.json:4: `The Paper` has no Japanese name; give the name that Japanese uses for it in `ja`
    "#]].assert_eq(&report);
}

#[test]
fn no_rule_is_without_a_fault_that_breaks_it() {
    let mut broken = BTreeSet::new();
    for (path, pointer, value) in plants() {
        let dataset = compile(&planted(path, pointer, &value)).dataset;
        for (name, check) in CHECKS {
            let mut faults = Vec::new();
            check(&dataset, &mut faults);
            if !faults.is_empty() {
                broken.insert(*name);
            }
        }
    }
    let all: BTreeSet<&str> = CHECKS.iter().map(|(name, _)| *name).collect();
    assert_eq!(broken, all);
}

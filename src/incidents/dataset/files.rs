//! From the files of `data/` to a checked [`Dataset`]: the way of the tools, not of the page.

use super::Dataset;
use super::checks;
use super::source::File;
use crate::finding::Finding;
use crate::model::{Country, CountryCode};
use crate::table::Table;
use std::collections::BTreeMap;

/// A dataset and what is wrong with the text it came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compiled {
    /// What could be read.
    pub dataset: Dataset,
    /// Everything that is wrong, in the order of files and lines.
    pub findings: Vec<Finding>,
    /// What is worth a second look and breaks nothing, in the same order.
    pub warnings: Vec<Finding>,
}

/// Reads all files and applies every rule.
pub fn compile(files: &[File]) -> Compiled {
    let mut compiled = Compiled::default();
    let Compiled {
        dataset, findings, ..
    } = &mut compiled;
    let mut unread: Vec<&str> = Vec::new();
    for file in files {
        let before = findings.len();
        add(file, dataset, findings);
        if findings.len() > before {
            unread.push(&file.path);
        }
    }
    let placed = |fault: checks::Fault| {
        let file = files.iter().find(|file| file.path == fault.file);
        match file {
            Some(file) => file.finding(&fault.pointer, fault.message, fault.help),
            None => Finding::new(fault.file, 0, fault.message, fault.help),
        }
    };
    for fault in checks::faults(dataset, checks::CHECKS) {
        let of_unread = |missing: &String| unread.contains(&missing.as_str());
        if fault.missing.as_ref().is_some_and(of_unread) {
            continue;
        }
        findings.push(placed(fault));
    }
    findings.sort();
    findings.dedup();
    let doubtful = checks::faults(dataset, checks::WARNINGS);
    compiled.warnings = doubtful.into_iter().map(placed).collect();
    compiled.warnings.sort();
    compiled
}

fn add(file: &File, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    match file.folder() {
        "incidents" => insert(file, &mut dataset.incidents, |r| r.id.clone(), findings),
        "organisations" => insert(file, &mut dataset.organisations, |r| r.id.clone(), findings),
        "actors" => insert(file, &mut dataset.actors, |r| r.id.clone(), findings),
        "vulnerabilities" => insert(
            file,
            &mut dataset.vulnerabilities,
            |r| r.id.clone(),
            findings,
        ),
        "" if file.stem() == "countries" => {
            let countries: Option<BTreeMap<CountryCode, Country>> = file.read(findings);
            dataset.countries = countries.unwrap_or_default().into_iter().collect();
        }
        _ => findings.push(file.finding(
            "",
            format!("`{}` is not a place for data", file.path),
            "use incidents/, organisations/, actors/, vulnerabilities/ or countries.json",
        )),
    }
}

fn insert<K: Ord + ToString, T: serde::de::DeserializeOwned>(
    file: &File,
    into: &mut Table<K, T>,
    id: impl Fn(&T) -> K,
    findings: &mut Vec<Finding>,
) {
    let Some(record) = file.read::<T>(findings) else {
        return;
    };
    let id = id(&record);
    let text = id.to_string();
    if text != file.stem() {
        let message = format!("the id `{text}` is not the file's name `{}`", file.stem());
        findings.push(file.finding("/id", message, "make the two equal"));
    }
    if into.contains_key(&id) {
        let message = format!("the id `{text}` is used by another file");
        findings.push(file.finding("/id", message, "give one of them another id"));
        return;
    }
    into.insert(id, record);
}

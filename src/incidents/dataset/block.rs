//! The form in which a page carries a dataset, and the way from files to a [`Dataset`].
//!
//! A block is one JSON object: `{"format": 1, "version": "…", "files": {path: file, …}}`. It holds
//! every file of `data/` as it was written, so that the same checks read it, findings keep their
//! lines, and a maintainer can replace it by hand.

use super::checks;
use super::source::File;
use super::{Compiled, Dataset};
use crate::finding::Finding;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The form this module writes and reads.
pub const FORMAT: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Block<'a> {
    format: u32,
    version: String,
    #[serde(borrow)]
    files: BTreeMap<Cow<'a, str>, &'a RawValue>,
}

/// Packs files that [`compile`] found nothing wrong with. `<` is escaped, so that no text can
/// end the script element that carries the block.
pub fn pack(files: &[File]) -> String {
    let mut sorted: Vec<&File> = files.iter().collect();
    sorted.sort_by(|a, b| a.path.cmp(&b.path));
    let member = |file: &&File| {
        let text = file.text.trim();
        format!("{}: {text}", serde_json::Value::from(file.path.as_str()))
    };
    let members: Vec<String> = sorted.iter().map(member).collect();
    let members = members.join(",\n").replace('<', "\\u003c");
    let version = fingerprint(&members);
    format!("{{\"format\": {FORMAT}, \"version\": \"{version}\", \"files\": {{\n{members}\n}}}}")
}

/// FNV-1a, 64 bit (Fowler, Noll, Vo): tells datasets apart in a citation; no security in it.
fn fingerprint(text: &str) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    format!("{hash:016x}")
}

/// Reads a block; a fault never costs more than the record it stands in.
pub fn decode(text: &str) -> Compiled {
    let fault = |line, message: String, help: &str| Compiled {
        dataset: Dataset::default(),
        findings: vec![Finding::new("dataset", line, message, help)],
    };
    let block: Block = match serde_json::from_str(text) {
        Ok(block) => block,
        Err(error) => {
            let help = "put a block made by `cargo xtask dist` into the page";
            return fault(
                error.line(),
                format!("the dataset block cannot be read: {error}"),
                help,
            );
        }
    };
    if block.format != FORMAT {
        let message = format!(
            "the dataset block has format {}, not {FORMAT}",
            block.format
        );
        return fault(
            1,
            message,
            "make it anew with the `cargo xtask dist` of this version",
        );
    }
    let files: Vec<File> = block
        .files
        .iter()
        .map(|(path, raw)| File {
            path: path.clone().into_owned(),
            text: raw.get().to_owned(),
        })
        .collect();
    let mut compiled = compile(&files);
    compiled.dataset.version = block.version;
    compiled
}

/// Reads all files and applies every rule.
pub fn compile(files: &[File]) -> Compiled {
    let mut compiled = Compiled::default();
    let Compiled { dataset, findings } = &mut compiled;
    let mut unread: Vec<&str> = Vec::new();
    for file in files {
        let before = findings.len();
        add(file, dataset, findings);
        if findings.len() > before {
            unread.push(&file.path);
        }
    }
    for fault in checks::faults(dataset) {
        if fault
            .missing
            .is_some_and(|missing| unread.contains(&missing.as_str()))
        {
            continue;
        }
        let file = files.iter().find(|file| file.path == fault.file);
        findings.push(match file {
            Some(file) => file.finding(&fault.pointer, fault.message, fault.help),
            None => Finding::new(fault.file, 0, fault.message, fault.help),
        });
    }
    findings.sort();
    findings.dedup();
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
            dataset.countries = file.read(findings).unwrap_or_default();
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
    into: &mut BTreeMap<K, T>,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_that_is_none_says_what_to_do() {
        for text in [
            "",
            "{}",
            "[",
            "{\"format\":2,\"version\":\"\",\"files\":{}}",
        ] {
            let compiled = decode(text);
            let finding = compiled.findings.first().unwrap();
            assert!(finding.help.contains("xtask dist"), "{finding}");
        }
    }

    #[test]
    fn packing_and_decoding_keep_every_file_and_escape_markup() {
        let file = File {
            path: "vulnerabilities/CVE-2019-18187.json".to_owned(),
            text: r#"{"id":"CVE-2019-18187","vendor":"</script><b>","product":"P","sources":[]}"#
                .to_owned(),
        };
        let block = pack(&[file]);
        assert!(!block.contains('<'));
        let compiled = decode(&block);
        assert_eq!(compiled.findings, []);
        let vulnerability = compiled.dataset.vulnerabilities.values().next().unwrap();
        assert_eq!(vulnerability.vendor, "</script><b>");
        assert_eq!(compiled.dataset.version.len(), 16);
    }
}

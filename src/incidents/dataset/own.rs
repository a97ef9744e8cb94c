//! Other data for a page or an element's script that is built already: the files a person gives, the
//! checks of the build, and the same text with its block replaced.

use super::files::{Compiled, compile};
use super::source::{File, bare};
use super::{Dataset, block};
use crate::finding::Finding;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fmt;

/// The folders of `data/` that hold records.
const FOLDERS: [&str; 4] = ["incidents", "organisations", "actors", "vulnerabilities"];
const COUNTRIES: &str = "countries.json";
/// A field that only the records of a folder have: for files given without their folder.
const TELLING: [(&str, &str); 4] = [
    ("claims", "incidents"),
    ("names", "actors"),
    ("product", "vulnerabilities"),
    ("kind", "organisations"),
];
/// A file that holds the whole record in one; ours would be 2 MiB.
const MOST_BUNDLE_BYTES: usize = 32 << 20;
/// More than this in all is a mistake: it would not be a page any more.
const MOST_BYTES: usize = 64 << 20;

/// A file as it was given: its name, with folders where they are known, and its bytes.
pub type Given = (String, Vec<u8>);

/// One file below `data/`, and where its text really stands.
struct Placed {
    file: File,
    /// The file that was given.
    name: String,
    /// How many lines of that file stand before this text.
    lines_before: usize,
}

/// Reads what was given and applies every rule of the build. `countries` is the text of
/// `countries.json`, for those who give none. Findings name the files as they were given.
pub fn examine(given: Vec<Given>, countries: &str) -> Compiled {
    let (mut placed, findings) = gathered(given);
    if placed.iter().all(|p| p.file.path != COUNTRIES) {
        placed.push(Placed {
            name: COUNTRIES.to_owned(),
            lines_before: 0,
            file: File {
                path: COUNTRIES.to_owned(),
                text: countries.to_owned(),
            },
        });
    }
    let mut files: Vec<File> = Vec::new();
    let mut twice = Vec::new();
    placed.sort_by(|a, b| a.file.path.cmp(&b.file.path));
    for one in &placed {
        if files.last().is_some_and(|last| last.path == one.file.path) {
            twice.push(Finding::new(
                &one.file.path,
                1,
                format!("`{}` is given twice", one.file.path),
                "keep one of the two",
            ));
            continue;
        }
        files.push(one.file.clone());
    }
    let mut compiled = compile(&files);
    compiled.findings.extend(twice);
    let named = |finding: &mut Finding| {
        if let Some(one) = placed.iter().find(|p| p.file.path == finding.file) {
            finding.file.clone_from(&one.name);
            if finding.line > 0 {
                finding.line += one.lines_before;
            }
        }
    };
    compiled.findings.iter_mut().for_each(named);
    compiled.warnings.iter_mut().for_each(named);
    compiled.findings.extend(findings);
    if compiled.findings.is_empty() && compiled.dataset.incidents.is_empty() {
        compiled.findings.push(Finding::new(
            "the data",
            0,
            "there is no entry in what was given",
            "give the folder that holds incidents/, or a bundle of it",
        ));
    }
    compiled.findings.sort();
    compiled
}

fn gathered(given: Vec<Given>) -> (Vec<Placed>, Vec<Finding>) {
    let (mut placed, mut findings) = (Vec::new(), Vec::new());
    let mut left = MOST_BYTES;
    for (name, bytes) in given {
        let Some(rest) = left.checked_sub(bytes.len()) else {
            let message = "what was given is larger than 64 MiB together";
            findings.push(Finding::new(name, 0, message, "give the data only"));
            break;
        };
        left = rest;
        match place_of(&name) {
            Some(path) => match File::new(&path, bytes) {
                Ok(file) => placed.push(Placed {
                    file,
                    name,
                    lines_before: 0,
                }),
                Err(finding) => findings.push(Finding {
                    file: name,
                    ..finding
                }),
            },
            None => loose(name, bytes, &mut placed, &mut findings),
        }
    }
    (placed, findings)
}

/// Where a name with a known folder lies below `data/`.
fn place_of(name: &str) -> Option<String> {
    let name = name.replace('\\', "/");
    let mut steps = name.rsplit('/');
    let file = steps.next().unwrap_or_default();
    match steps.next() {
        _ if file == COUNTRIES => Some(COUNTRIES.to_owned()),
        Some(folder) if FOLDERS.contains(&folder) => Some(format!("{folder}/{file}")),
        _ => None,
    }
}

/// A file without its folder: a bundle, or one record that its fields tell.
fn loose(name: String, bytes: Vec<u8>, placed: &mut Vec<Placed>, findings: &mut Vec<Finding>) {
    let whole = match File::within(&name, bytes, MOST_BUNDLE_BYTES) {
        Ok(file) => file,
        Err(finding) => return findings.push(finding),
    };
    let members = match serde_json::from_str::<Members<'_>>(&whole.text) {
        Ok(members) => members.0,
        Err(error) if error.is_data() => {
            let message = "this is not an object in braces";
            let help = "give files of data/, or a bundle: {\"incidents\": {…}, \"actors\": {…}}";
            return findings.push(Finding::new(name, 1, message, help));
        }
        Err(error) => return whole.report_syntax(&error, findings),
    };
    let keys: BTreeSet<&str> = members.iter().map(|(key, _)| key.as_str()).collect();
    let is_place =
        |key: &&str| FOLDERS.contains(key) || *key == "countries" || place_of(key).is_some();
    if keys.iter().any(is_place) {
        return bundle(&whole, &members, placed, findings);
    }
    let told = TELLING.iter().find(|(field, _)| keys.contains(field));
    let Some((_, folder)) = told else {
        let message = "this is neither a record nor a bundle of records";
        let help = "give it in its folder, such as incidents/ or actors/";
        return findings.push(Finding::new(name, 1, message, help));
    };
    let base = name.rsplit(['/', '\\']).next().unwrap_or(&name);
    let path = format!("{folder}/{base}");
    match File::new(&path, whole.text.into_bytes()) {
        Ok(file) => placed.push(Placed {
            file,
            name,
            lines_before: 0,
        }),
        Err(finding) => findings.push(Finding {
            file: name,
            ..finding
        }),
    }
}

/// A bundle: `{"incidents": {"khi-2020": {…}}, "countries": {…}}`, or `{"incidents/khi-2020.json": {…}}`.
fn bundle(
    whole: &File,
    members: &[(String, &RawValue)],
    placed: &mut Vec<Placed>,
    findings: &mut Vec<Finding>,
) {
    for (key, value) in members {
        let alone = match key.as_str() {
            "countries" => Some(COUNTRIES.to_owned()),
            path => place_of(path),
        };
        if let Some(path) = alone {
            part(whole, &path, value, placed, findings);
            continue;
        }
        let before = lines_before(&whole.text, value.get());
        if !FOLDERS.contains(&key.as_str()) {
            let message = format!("`{key}` is not a place for data");
            let help = "use incidents, organisations, actors, vulnerabilities or countries";
            findings.push(Finding::new(&whole.path, before + 1, message, help));
            continue;
        }
        match serde_json::from_str::<Members<'_>>(value.get()) {
            Ok(records) => {
                for (id, record) in records.0 {
                    let id = id.strip_suffix(".json").unwrap_or(&id);
                    part(whole, &format!("{key}/{id}.json"), record, placed, findings);
                }
            }
            Err(error) => {
                let message = format!("`{key}` is not an object of records: {}", bare(&error));
                let help = "write each record under its id: {\"khi-2020\": {…}}";
                findings.push(Finding::new(&whole.path, before + 1, message, help));
            }
        }
    }
}

fn part(
    whole: &File,
    path: &str,
    value: &RawValue,
    placed: &mut Vec<Placed>,
    findings: &mut Vec<Finding>,
) {
    let lines_before = lines_before(&whole.text, value.get());
    match File::new(path, value.get().as_bytes().to_vec()) {
        Ok(file) => placed.push(Placed {
            file,
            name: whole.path.clone(),
            lines_before,
        }),
        Err(finding) => findings.push(Finding {
            file: whole.path.clone(),
            line: lines_before + 1,
            ..finding
        }),
    }
}

/// How many lines of a text stand before a part of it, which borrows from it.
fn lines_before(text: &str, part: &str) -> usize {
    let at = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let head = text.as_bytes().get(..at).unwrap_or_default();
    head.iter().filter(|byte| **byte == b'\n').count()
}

/// The members of an object in their order, none dropped where a key comes twice.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object in braces")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

/// What carries a dataset, as text: how it ends, and what stands around format and block.
struct Carrier {
    last: &'static str,
    before: &'static str,
    between: &'static str,
    behind: &'static str,
}

const PAGE: Carrier = Carrier {
    last: "</html>",
    before: "<script type=\"text/plain\" id=\"dataset\" data-format=\"",
    between: "\">",
    behind: "</script>",
};

/// The element's script.
const SCRIPT: Carrier = Carrier {
    last: "})();",
    before: "dataset_format: ",
    between: ", dataset: \"",
    behind: "\"",
};

/// The page, or the element's script, with a dataset in place of its own; everything else stays byte
/// for byte, but for the version a page's report names.
///
/// # Errors
/// A sentence that says why this is neither of ours, or not of this format.
pub fn replaced(text: &str, dataset: &Dataset) -> Result<String, String> {
    let ends = |carrier: &&Carrier| text.trim_end().ends_with(carrier.last);
    let carrier = [&PAGE, &SCRIPT].into_iter().find(ends).ok_or(
        "this is no complete page: its last line is not </html>, and it is no script of ours",
    )?;
    let (head, tail) = carrier.around(text)?;
    let block = block::encode(dataset)?;
    // What is written is read back as the page will read it, and tells its fingerprint.
    let fingerprint = block::decode(&block)?.version;
    let block = STANDARD.encode(block);
    let head = match carrier.last == PAGE.last {
        true => with_version(head, &fingerprint).ok_or("this page does not say its version")?,
        false => head.to_owned(),
    };
    Ok(format!("{head}{block}{tail}"))
}

impl Carrier {
    /// What stands before and behind the text of the one dataset block.
    fn around<'a>(&self, text: &'a str) -> Result<(&'a str, &'a str), String> {
        let mut starts = text.match_indices(self.before);
        let (Some((at, _)), None) = (starts.next(), starts.next()) else {
            let which = "give incident-explorer.html, incident-explorer.js, or index.html of site/";
            return Err(format!("this is no page of the explorer: {which}"));
        };
        let whole = format!("{}{}{}", self.before, block::FORMAT, self.between);
        let begin = at + whole.len();
        if text.get(at..begin) != Some(&whole) {
            let help = "use a page and a workshop of the same build";
            return Err(format!(
                "the data of this page are not of format {}: {help}",
                block::FORMAT
            ));
        }
        let broken = || "the dataset block of this page does not end".to_owned();
        let length = text.get(begin..).and_then(|rest| rest.find(self.behind));
        let end = begin + length.ok_or_else(broken)?;
        text.get(..begin).zip(text.get(end..)).ok_or_else(broken)
    }
}

/// `0.1.0 (1a2b3c4d)` becomes `0.1.0 (1a2b3c4d), other data 0123456789abcdef`.
fn with_version(head: &str, fingerprint: &str) -> Option<String> {
    let (before, rest) = head.split_once("<meta name=\"version\" content=\"")?;
    let (version, after) = rest.split_once('"')?;
    let version = version.split(", other data").next().unwrap_or(version);
    Some(format!(
        "{before}<meta name=\"version\" content=\"{version}, other data {fingerprint}\"{after}"
    ))
}

#[cfg(test)]
#[path = "own_tests.rs"]
mod tests;

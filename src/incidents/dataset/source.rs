//! One file: from bytes to a noun of the model, with everything that is wrong on the way.

use crate::finding::Finding;
use serde::de::DeserializeOwned;

/// The text of one file of `data/`, by its path below it: `incidents/khi-2020.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path below `data/`, with slashes.
    pub path: String,
    /// The text.
    pub text: String,
}

/// No file of ours comes near this; a larger one is a mistake or an attack.
const MOST_BYTES: usize = 1 << 20;

impl File {
    /// Takes a file's bytes, or says why they are no text of ours.
    pub fn new(path: &str, bytes: Vec<u8>) -> Result<Self, Finding> {
        Self::within(path, bytes, MOST_BYTES)
    }

    /// The same with another limit, in bytes: for a file that holds several.
    pub fn within(path: &str, bytes: Vec<u8>, most: usize) -> Result<Self, Finding> {
        let fault = |line, message: &str, help| Err(Finding::new(path, line, message, help));
        if bytes.len() > most {
            let message = format!("the file is larger than {} MiB", most >> 20);
            return fault(0, &message, "split it or remove what is not data");
        }
        if bytes.starts_with(b"\xef\xbb\xbf") {
            return fault(
                1,
                "the file starts with a byte order mark",
                "save it as UTF-8 without BOM",
            );
        }
        match String::from_utf8(bytes) {
            Ok(text) if text.trim().is_empty() => fault(
                0,
                "the file is empty",
                "fill it from the worked example in data/README.md",
            ),
            Ok(text) => Ok(Self {
                path: path.to_owned(),
                text: without_schema(text),
            }),
            Err(error) => {
                let good = error.as_bytes().get(..error.utf8_error().valid_up_to());
                let line = 1 + good
                    .unwrap_or_default()
                    .iter()
                    .filter(|b| **b == b'\n')
                    .count();
                fault(line, "this line is not UTF-8", "save the file as UTF-8")
            }
        }
    }

    /// The folder below `data/`, empty for a file that lies directly in it.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The file's name without `.json`.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or("");
        name.strip_suffix(".json").unwrap_or(name)
    }

    /// A finding at a JSON pointer in this file.
    pub fn finding(&self, pointer: &str, message: String, help: &str) -> Finding {
        Finding::new(&self.path, line_of(&self.text, pointer), message, help)
    }

    /// Reads the file as a `T`, or says everything that is wrong.
    pub fn read<T: DeserializeOwned>(&self, findings: &mut Vec<Finding>) -> Option<T> {
        match serde_json::from_str(&self.text) {
            Ok(value) => return Some(value),
            Err(error) if error.is_data() => super::every_fault::report::<T>(self, findings),
            Err(error) => self.report_syntax(&error, findings),
        }
        None
    }

    pub(super) fn report_syntax(&self, error: &serde_json::Error, findings: &mut Vec<Finding>) {
        let message = format!("this is not JSON: {}", bare(error));
        let help = "check quotes, commas and brackets just before this line";
        findings.push(Finding::new(&self.path, error.line(), message, help));
    }
}

/// The text with its first member blank where that names a schema: it is for editors, not for us.
fn without_schema(text: String) -> String {
    let start = text.find('{').map_or(0, |at| at + 1);
    let member = || {
        let rest = text.get(start..)?;
        let after = rest.trim_start().strip_prefix("\"$schema\"")?;
        let value = after.trim_start().strip_prefix(':')?.trim_start();
        let end = value.strip_prefix('"')?.split_once('"')?.1.trim_start();
        Some(rest.len() - end.strip_prefix(',')?.len())
    };
    let Some(length) = member() else {
        return text;
    };
    let blank = |c: char| if c == '\n' { '\n' } else { ' ' };
    let (head, rest) = text.split_at(start);
    let (schema, rest) = rest.split_at(length);
    let schema: String = schema.chars().map(blank).collect();
    format!("{head}{schema}{rest}")
}

/// The message without serde_json's own "at line … column …".
pub(super) fn bare(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.find(" at line ").unwrap_or(text.len());
    text.get(..end).unwrap_or(&text).to_owned()
}

pub(super) fn help_for(message: &str) -> &'static str {
    if message.starts_with("unknown field") {
        return "remove it or use one of the names listed; data/README.md describes every field";
    }
    if message.starts_with("missing field") {
        return "add it; data/README.md describes every field";
    }
    if message.starts_with("unknown variant") {
        return "use one of the words listed";
    }
    if message.starts_with("invalid type") {
        return "see data/README.md for the form of this field";
    }
    ""
}

/// The line, from 1, at which a JSON pointer's member starts; the nearest one that exists.
pub fn line_of(text: &str, pointer: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = skip_space(bytes, 0);
    for step in pointer.split('/').skip(1) {
        match find_member(bytes, at, step) {
            Some(found) => at = found,
            None => break,
        }
    }
    1 + bytes.iter().take(at).filter(|b| **b == b'\n').count()
}

fn find_member(bytes: &[u8], at: usize, step: &str) -> Option<usize> {
    let is_object = match bytes.get(at)? {
        b'{' => true,
        b'[' => false,
        _ => return None,
    };
    let mut at = skip_space(bytes, at + 1);
    let mut index = 0;
    while !matches!(bytes.get(at)?, b'}' | b']') {
        let mut found = !is_object && step.parse() == Ok(index);
        if is_object {
            let end = skip_value(bytes, at);
            found = bytes.get(at + 1..end.checked_sub(1)?)? == step.as_bytes();
            at = skip_space(bytes, skip_space(bytes, end) + 1);
        }
        if found {
            return Some(at);
        }
        at = skip_space(bytes, skip_value(bytes, at));
        if bytes.get(at) == Some(&b',') {
            at = skip_space(bytes, at + 1);
        }
        index += 1;
    }
    None
}

fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

/// Past one value, without recursion; always at least one byte on.
fn skip_value(bytes: &[u8], mut at: usize) -> usize {
    let start = at;
    let mut depth = 0usize;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = skip_string(bytes, at),
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' if depth == 0 => break,
            b'}' | b']' => {
                depth -= 1;
                at += 1;
            }
            b',' | b':' if depth == 0 => break,
            _ => at += 1,
        }
        if depth == 0 && matches!(bytes.get(at - 1), Some(b'"' | b'}' | b']')) {
            break;
        }
    }
    at.max(start + 1)
}

fn skip_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Vulnerability;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn check(bytes: &[u8], expected: Expect) {
        let mut findings = Vec::new();
        match File::new("x.json", bytes.to_vec()) {
            Ok(file) => {
                file.read::<Vulnerability>(&mut findings);
            }
            Err(finding) => findings.push(finding),
        }
        findings.sort();
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        expected.assert_eq(&lines.join("\n"));
    }

    #[test]
    fn every_fault_of_a_file_is_reported_in_one_run() {
        let text = br#"{
  "id": "CVE-19",
  "vendor": 3,
  "product": "P",
  "colour": "red",
  "listed_by_cisa": "2021-02-30",
  "sources": [
    {"id": "a", "publisher": "A", "title": "T", "url": "javascript:1", "evidence": "page"},
    {"id": "b", "publisher": "B", "title": "T", "url": "https://b.jp", "evidence": "rumour"}
  ]
}"#;
        check(
            text,
            expect![[r#"
            x.json:2: `CVE-19` is not a CVE number: write CVE-2019-18187
            x.json:3: invalid type: integer `3`, expected a string; see data/README.md for the form of this field
            x.json:5: unknown field `colour`, expected one of `id`, `vendor`, `product`, `listed_by_cisa`, `sources`; remove it or use one of the names listed; data/README.md describes every field
            x.json:6: `2021-02-30` is not in the calendar: check its year, month and day
            x.json:8: `javascript:1` is not a web address: it starts with https:// or http://
            x.json:9: unknown variant `rumour`, expected one of `page`, `row`, `reference`; use one of the words listed"#]],
        );
    }

    #[test]
    fn bytes_that_are_no_text_and_text_that_is_no_json_are_named() {
        check(
            b"\xef\xbb\xbf{}",
            expect![
                "x.json:1: the file starts with a byte order mark; save it as UTF-8 without BOM"
            ],
        );
        check(
            b"{\n\"a\": \"\xff\"}",
            expect!["x.json:2: this line is not UTF-8; save the file as UTF-8"],
        );
        check(
            b"  \n",
            expect!["x.json: the file is empty; fill it from the worked example in data/README.md"],
        );
        check(
            b"{\"id\": \"CVE-2019-18187\",",
            expect![
                "x.json:1: this is not JSON: EOF while parsing a value; check quotes, commas and brackets just before this line"
            ],
        );
        check(
            b"{\n\"vendor\": \"a\",\n\"vendor\": \"b\"}",
            expect![[r#"
            x.json:1: missing field `id`; add it; data/README.md describes every field
            x.json:2: duplicate field `vendor`; keep one of the two"#]],
        );
        check(
            &vec![b'['; 2 << 20],
            expect!["x.json: the file is larger than 1 MiB; split it or remove what is not data"],
        );
        check(
            &vec![b'['; 1 << 19],
            expect![
                "x.json:1: this is not JSON: recursion limit exceeded; check quotes, commas and brackets just before this line"
            ],
        );
    }

    #[test]
    fn the_schema_an_editor_reads_is_no_field_and_moves_no_line() {
        check(
            b"{\n  \"$schema\": \"../schema/vulnerabilities.json\",\n  \"vendor\": 1\n}",
            expect![[r#"
                x.json:1: missing field `id`; add it; data/README.md describes every field
                x.json:3: invalid type: integer `1`, expected a string; see data/README.md for the form of this field"#]],
        );
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "[\\[\\]{}\",:a1 \n]{0,60}") {
            if let Ok(file) = File::new("x.json", text.into_bytes()) {
                let mut findings = Vec::new();
                let value = file.read::<Vulnerability>(&mut findings);
                prop_assert!(value.is_some() == findings.is_empty());
                let _ = line_of(&file.text, "/a/1/b");
            }
        }
    }
}

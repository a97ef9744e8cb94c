//! How to cite an entry, or one claim in it: plain text, BibTeX, CSL-JSON.
//!
//! No day of retrieval is given, because nothing here knows a clock; the fingerprint of the data
//! says exactly what was read. What is cited is a record of what others say, so a claim's citation
//! also names who says it and the source that holds it.

use crate::model::Date;
use std::fmt::Write;

/// What a citation says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The entry's id, and for a claim its own: `nec-2016#kono-range`.
    pub key: String,
    /// The entry in words: whom it befell, when, what happened.
    pub title: String,
    /// The claim, where one is cited.
    pub claim: Option<Said>,
    /// Fingerprint of the dataset.
    pub version: String,
    /// The permanent address.
    pub address: String,
    /// BCP 47 tag of the title and the claim's wording.
    pub language: &'static str,
}

/// One claim, as a citation gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Who says it.
    pub by: String,
    /// When, where stated.
    pub date: Option<Date>,
    /// Our wording.
    pub text: String,
    /// The sources that hold it: publisher, title, date, address.
    pub sources: Vec<String>,
}

/// What the whole is called, in every format.
const WORK: &str = "Incident Explorer";

impl Citation {
    /// One paragraph.
    pub fn plain(&self) -> String {
        let Self {
            title,
            version,
            address,
            ..
        } = self;
        let entry = format!("{title}. {WORK}, data {version}. {address}");
        let Some(said) = &self.claim else {
            return entry;
        };
        let mut text = format!("{}: {} In: {entry}", said.speaker(), closed(&said.text));
        for source in &said.sources {
            let _ = write!(text, " [{source}]");
        }
        text
    }

    /// An entry for biblatex or BibTeX; letters outside ASCII stay as they are.
    pub fn bibtex(&self) -> String {
        let mut fields: Vec<(&str, String)> = Vec::new();
        match &self.claim {
            Some(said) => {
                fields.push(("author", format!("{{{}}}", tex(&said.by))));
                fields.push(("title", format!("{{{}}}", tex(&said.text))));
                if let Some(date) = &said.date {
                    fields.push(("date", date.to_string()));
                }
                fields.push(("booktitle", format!("{{{}}}", tex(&self.title))));
            }
            None => fields.push(("title", format!("{{{}}}", tex(&self.title)))),
        }
        fields.push(("howpublished", WORK.to_owned()));
        fields.push(("version", tex(&self.version)));
        let sources = self.note();
        if !sources.is_empty() {
            fields.push(("note", tex(&sources)));
        }
        fields.push(("langid", language_name(self.language).to_owned()));
        fields.push(("url", self.address.clone()));
        let mut out = format!("@misc{{{},\n", self.key.replace('#', ":"));
        for (name, value) in fields {
            let _ = writeln!(out, "  {name} = {{{value}}},");
        }
        out.push('}');
        out
    }

    /// A list of one item for programs that read CSL-JSON (schema 1.0.2).
    pub fn csl_json(&self) -> String {
        let mut fields: Vec<(&str, String)> = vec![
            ("id", quoted(&self.key)),
            ("type", quoted("entry")),
            ("container-title", quoted(WORK)),
            ("version", quoted(&self.version)),
            (self.place(), quoted(&self.address)),
            ("language", quoted(self.language)),
        ];
        match &self.claim {
            None => fields.push(("title", quoted(&self.title))),
            Some(said) => {
                fields.push(("title", quoted(&said.text)));
                let name = format!("[{{\"literal\": {}}}]", quoted(&said.by));
                fields.push(("author", name));
                if let Some(date) = &said.date {
                    fields.push(("issued", issued(date)));
                }
                fields.push(("collection-title", quoted(&self.title)));
                if !said.sources.is_empty() {
                    fields.push(("note", quoted(&self.note())));
                }
            }
        }
        let lines: Vec<String> = fields
            .into_iter()
            .map(|(name, value)| format!("    \"{name}\": {value}"))
            .collect();
        format!("[\n  {{\n{}\n  }}\n]", lines.join(",\n"))
    }

    /// Where the page has no address of its own, as in a mailed file, what is left of it is a place
    /// within the file.
    fn place(&self) -> &'static str {
        match self.address.starts_with("http") {
            true => "URL",
            false => "archive_location",
        }
    }

    fn note(&self) -> String {
        let sources = self.claim.as_ref().map_or(&[][..], |said| &said.sources);
        sources.join("; ")
    }
}

impl Said {
    fn speaker(&self) -> String {
        match &self.date {
            Some(date) => format!("{}, {date}", self.by),
            None => self.by.clone(),
        }
    }
}

/// A sentence with its full stop.
fn closed(text: &str) -> String {
    match text.ends_with(['.', '。', '!', '?']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

/// A date of CSL: its parts where it is one calendar date or one interval, else as written, which
/// is EDTF.
fn issued(date: &Date) -> String {
    let parts = date.parts();
    if date.is_approximate() || (parts.len() > 1 && !date.is_interval()) {
        return format!("{{\"literal\": {}}}", quoted(&date.to_string()));
    }
    let one = |part: &crate::model::date::Single| {
        let mut numbers = part.year.to_string();
        for number in [part.month, part.day].into_iter().flatten() {
            let _ = write!(numbers, ", {number}");
        }
        format!("[{numbers}]")
    };
    let parts: Vec<String> = parts.iter().map(one).collect();
    format!("{{\"date-parts\": [{}]}}", parts.join(", "))
}

/// The name biblatex knows a language by.
fn language_name(tag: &str) -> &'static str {
    match tag {
        "ja" => "japanese",
        _ => "english",
    }
}

/// Text for TeX: its ten special letters escaped.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '#' | '$' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A JSON string (RFC 8259, section 7).
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if u32::from(c) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use proptest::prelude::*;

    fn entry() -> Citation {
        Citation {
            key: "nec-2016".to_owned(),
            title: "NEC, 2016: Files of the defence division reached".to_owned(),
            claim: None,
            version: "1a2b".to_owned(),
            address: "https://a.example/x#/incident/nec-2016".to_owned(),
            language: "en",
        }
    }

    fn claim() -> Citation {
        Citation {
            key: "nec-2016#taken".to_owned(),
            claim: Some(Said {
                by: "NEC & others".to_owned(),
                date: Some("2020-01".parse().unwrap()),
                text: "100 % of {it} \"left\"".to_owned(),
                sources: vec![
                    "ZDNet, Japanese company, 2020-01-31, https://z.example/a_b".to_owned(),
                ],
            }),
            address: "#/incident/nec-2016?claim=taken".to_owned(),
            ..entry()
        }
    }

    #[test]
    fn an_entry_in_three_formats() {
        let all = [entry().plain(), entry().bibtex(), entry().csl_json()].join("\n\n");
        expect![[r#"
            NEC, 2016: Files of the defence division reached. Incident Explorer, data 1a2b. https://a.example/x#/incident/nec-2016

            @misc{nec-2016,
              title = {{NEC, 2016: Files of the defence division reached}},
              howpublished = {Incident Explorer},
              version = {1a2b},
              langid = {english},
              url = {https://a.example/x#/incident/nec-2016},
            }

            [
              {
                "id": "nec-2016",
                "type": "entry",
                "container-title": "Incident Explorer",
                "version": "1a2b",
                "URL": "https://a.example/x#/incident/nec-2016",
                "language": "en",
                "title": "NEC, 2016: Files of the defence division reached"
              }
            ]"#]]
        .assert_eq(&all);
    }

    #[test]
    fn a_claim_names_who_says_it_and_what_holds_it() {
        let all = [claim().plain(), claim().bibtex(), claim().csl_json()].join("\n\n");
        expect![[r##"
            NEC & others, 2020-01: 100 % of {it} "left". In: NEC, 2016: Files of the defence division reached. Incident Explorer, data 1a2b. #/incident/nec-2016?claim=taken [ZDNet, Japanese company, 2020-01-31, https://z.example/a_b]

            @misc{nec-2016:taken,
              author = {{NEC \& others}},
              title = {{100 \% of \{it\} "left"}},
              date = {2020-01},
              booktitle = {{NEC, 2016: Files of the defence division reached}},
              howpublished = {Incident Explorer},
              version = {1a2b},
              note = {ZDNet, Japanese company, 2020-01-31, https://z.example/a\_b},
              langid = {english},
              url = {#/incident/nec-2016?claim=taken},
            }

            [
              {
                "id": "nec-2016#taken",
                "type": "entry",
                "container-title": "Incident Explorer",
                "version": "1a2b",
                "archive_location": "#/incident/nec-2016?claim=taken",
                "language": "en",
                "title": "100 % of {it} \"left\"",
                "author": [{"literal": "NEC & others"}],
                "issued": {"date-parts": [[2020, 1]]},
                "collection-title": "NEC, 2016: Files of the defence division reached",
                "note": "ZDNet, Japanese company, 2020-01-31, https://z.example/a_b"
              }
            ]"##]].assert_eq(&all);
    }

    proptest! {
        #[test]
        fn whatever_a_text_holds_the_json_reads_back(text in any::<String>(), by in any::<String>()) {
            let said = Said { by: by.clone(), text: text.clone(), ..Said::default() };
            let cited = Citation { claim: Some(said), ..entry() };
            let read: serde_json::Value = serde_json::from_str(&cited.csl_json()).unwrap();
            prop_assert_eq!(&read[0]["title"], &text);
            prop_assert_eq!(&read[0]["author"][0]["literal"], &by);
        }

        #[test]
        fn whatever_a_text_holds_bibtex_s_braces_close(text in any::<String>()) {
            let said = Said { text, ..Said::default() };
            let bib = Citation { claim: Some(said), ..entry() }.bibtex();
            let bare = bib.replace("\\{", "").replace("\\}", "");
            let mut open = 0i32;
            for c in bare.chars() {
                open += i32::from(c == '{') - i32::from(c == '}');
                prop_assert!(open >= 0);
            }
            prop_assert_eq!(open, 0);
        }
    }
}

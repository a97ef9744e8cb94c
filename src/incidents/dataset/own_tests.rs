//! What a person may give, good and hostile, and what is answered.

use super::*;
use proptest::prelude::*;

const SOUND: &str = include_str!("../testdata/sound.json");
const COUNTRY_LIST: &str = include_str!("../../../data/countries.json");
const PAGE: &str = "<head><meta name=\"version\" content=\"1 (a)\"></head>\
    <script type=\"text/plain\" id=\"dataset\" data-format=\"4\">OLD</script><p>rest</p></html>\n";

fn given(files: &[(&str, &str)]) -> Vec<Given> {
    let own = |(name, text): &(&str, &str)| ((*name).to_owned(), text.as_bytes().to_vec());
    files.iter().map(own).collect()
}

fn told(files: &[(&str, &str)]) -> String {
    let found = examine(given(files), COUNTRY_LIST).findings;
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn sound() -> Dataset {
    examine(given(&[("all.json", SOUND)]), COUNTRY_LIST).dataset
}

/// The records of the small dataset as loose files.
fn apart() -> Vec<(String, String)> {
    let records: serde_json::Map<String, serde_json::Value> = serde_json::from_str(SOUND).unwrap();
    let file = |(path, record): (String, serde_json::Value)| (path, record.to_string());
    records.into_iter().map(file).collect()
}

#[test]
fn a_bundle_a_folder_and_loose_files_are_the_same_data() {
    assert_eq!(told(&[("all.json", SOUND)]), "");
    let bundle = sound();
    let give = |rename: fn(&str) -> String| {
        let files = apart()
            .into_iter()
            .map(|(p, t)| (rename(&p), t.into_bytes()));
        let made = examine(files.collect(), COUNTRY_LIST);
        assert_eq!(made.findings, []);
        made.dataset
    };
    assert_eq!(give(|path| format!("my data/{path}")), bundle);
    assert_eq!(give(|path| path.replace('/', "\\")), bundle);
    assert_eq!(
        give(|path| path.rsplit('/').next().unwrap_or(path).to_owned()),
        bundle
    );
}

#[test]
fn a_bundle_may_nest_its_records_under_their_folders() {
    let mut nested = serde_json::Map::new();
    for (path, text) in apart() {
        let record: serde_json::Value = serde_json::from_str(&text).unwrap();
        match path.split_once('/') {
            Some((folder, file)) => {
                let folder = nested
                    .entry(folder)
                    .or_insert_with(|| serde_json::json!({}));
                folder[file.trim_end_matches(".json")] = record;
            }
            None => drop(nested.insert("countries".to_owned(), record)),
        }
    }
    let text = serde_json::to_string_pretty(&nested).unwrap();
    assert_eq!(told(&[("own.json", &text)]), "");
    assert_eq!(examine(given(&[("own.json", &text)]), "").dataset, sound());
}

#[test]
fn a_fault_in_a_bundle_is_told_at_its_line_of_the_bundle() {
    let wrong = "\"country\": \"Thailand\"";
    let text = SOUND.replacen("\"country\": \"TH\"", wrong, 1);
    let line = 1 + text.lines().position(|l| l.contains(wrong)).unwrap();
    let told = told(&[("own.json", &text)]);
    let place = format!("own.json:{line}: `Thailand` is not");
    assert!(told.starts_with(&place), "{told}");
}

#[test]
fn what_is_no_data_is_told_by_name() {
    let cases = [
        ("x.json", "", "x.json: the file is empty"),
        ("x.json", "{\"a\": 1", "x.json:1: this is not JSON"),
        ("x.json", "[1]", "x.json:1: this is not an object in braces"),
        (
            "x.json",
            "{\"a\": 1}",
            "x.json:1: this is neither a record nor a bundle",
        ),
        (
            "x.json",
            "{\"incidents\": {},\n\"plans\": {}}",
            "x.json:2: `plans` is not a place for data",
        ),
        (
            "x.json",
            "{\"incidents\": []}",
            "x.json:1: `incidents` is not an object of records",
        ),
        (
            "incidents/x.json",
            "{\n\"id\": }",
            "incidents/x.json:2: this is not JSON",
        ),
        (
            "countries.json",
            "{}",
            "the data: there is no entry in what was given",
        ),
    ];
    for (name, text, sentence) in cases {
        let told = told(&[(name, text)]);
        assert!(told.contains(sentence), "{told}");
    }
    assert!(told(&[]).starts_with("the data: there is no entry"));
}

#[test]
fn encodings_and_sizes_are_told_and_not_guessed() {
    let one = |name: &str, bytes: Vec<u8>| {
        examine(vec![(name.to_owned(), bytes)], COUNTRY_LIST).findings[0].to_string()
    };
    assert!(
        one("a.json", b"{\n\"\x93\xfa\": 1}".to_vec())
            .starts_with("a.json:2: this line is not UTF-8")
    );
    assert!(one("a.json", b"\xff\xfe{\0".to_vec()).starts_with("a.json:1: this line is not UTF-8"));
    assert!(one("a.json", b"\xef\xbb\xbf{}".to_vec()).contains("byte order mark"));
    assert!(one("incidents/a.json", vec![b' '; (1 << 20) + 1]).contains("larger than 1 MiB"));
    assert!(one("a.json", vec![b' '; MOST_BUNDLE_BYTES + 1]).contains("larger than 32 MiB"));
    assert!(one("a.json", vec![b' '; MOST_BYTES + 1]).contains("larger than 64 MiB together"));
    assert!(one("a.json", "[".repeat(1 << 20).into_bytes()).starts_with("a.json:1: "));
    let deep = format!("{{\"claims\": {}", "[".repeat(1 << 19));
    assert!(one("a.json", deep.into_bytes()).starts_with("a.json:1: "));
}

#[test]
fn a_record_given_twice_is_told_in_files_and_in_a_bundle() {
    let (path, text) = apart()
        .into_iter()
        .find(|(p, _)| p.starts_with("incidents/"))
        .unwrap();
    let twice = format!("`{path}` is given twice");
    let mut files = given(&[("all.json", SOUND)]);
    files.push((path.clone(), text.clone().into_bytes()));
    let found = examine(files, COUNTRY_LIST).findings;
    assert!(found.iter().any(|f| f.message == twice), "{found:?}");
    let bundle = format!(
        "{},\n\"{path}\": {text}}}",
        SOUND.trim_end().trim_end_matches('}').trim_end()
    );
    let told = told(&[("own.json", &bundle)]);
    assert!(told.contains(&twice), "{told}");
}

#[test]
fn a_page_gets_other_data_and_keeps_the_rest() {
    let page = replaced(PAGE, &sound()).unwrap();
    let (head, rest) = page.split_once("data-format=\"4\">").unwrap();
    let (text, tail) = rest.split_once("</script>").unwrap();
    assert_eq!(tail, "<p>rest</p></html>\n");
    let read = block::decode(&STANDARD.decode(text).unwrap()).unwrap();
    assert!(head.contains(&format!("content=\"1 (a), other data {}\"", read.version)));
    assert_eq!(read.incidents, sound().incidents);
    assert_eq!(
        replaced(&page, &sound()).as_ref(),
        Ok(&page),
        "once more is the same"
    );
}

#[test]
fn an_elements_script_gets_other_data_and_keeps_the_rest() {
    let script = "(function () {\nglue();\nconst carried = { dataset_format: 4, dataset: \"AAAA\", basemap: \"BB\" };\n})();\n";
    let made = replaced(script, &sound()).unwrap();
    let (head, rest) = made.split_once("dataset: \"").unwrap();
    let (text, tail) = rest.split_once('"').unwrap();
    assert!(head.starts_with("(function () {\nglue();"));
    assert_eq!(tail, ", basemap: \"BB\" };\n})();\n");
    let read = block::decode(&STANDARD.decode(text).unwrap()).unwrap();
    assert_eq!(read.incidents, sound().incidents);
    assert_eq!(replaced(&made, &sound()).as_ref(), Ok(&made));
    let told = |script: &str| replaced(script, &sound()).unwrap_err();
    assert!(told("(function () {})();").contains("no page of the explorer"));
    assert!(told(&script.replace(": 4", ": 3")).contains("not of format 4"));
}

/// The block is base64: no text of the data can end the element around it.
#[test]
fn a_text_with_markup_stays_inside_the_block() {
    let text = SOUND.replace("\"Maker\"", "\"</script><script>alert(1)</script>\"");
    assert_ne!(text, SOUND);
    let made = examine(given(&[("own.json", &text)]), COUNTRY_LIST);
    assert_eq!(made.findings, []);
    let page = replaced(PAGE, &made.dataset).unwrap();
    assert_eq!(page.matches("</script>").count(), 1);
}

#[test]
fn a_page_that_is_none_of_ours_is_refused() {
    let told = |page: &str| replaced(page, &sound()).unwrap_err();
    assert!(told("<p></html>").contains("no page of the explorer"));
    assert!(told(&PAGE.replace("</html>", "")).contains("no complete page"));
    assert!(told(&PAGE.replace("=\"4\"", "=\"3\"")).contains("not of format 4"));
    assert!(
        told(&PAGE.replace(
            "<p>",
            "<script type=\"text/plain\" id=\"dataset\" data-format=\"4\">"
        ))
        .contains("no page of")
    );
    assert!(told(&PAGE.replace("</script>", "")).contains("does not end"));
    assert!(told(&PAGE.replace("version", "x")).contains("version"));
}

proptest! {
    #[test]
    fn any_bytes_are_answered(name in "(incidents/)?[a-z]{0,3}(\\.json)?", bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let found = examine(vec![(name, bytes)], COUNTRY_LIST).findings;
        prop_assert!(!found.is_empty());
    }

    #[test]
    fn any_cut_of_a_bundle_is_answered(at in 0usize..99_999) {
        let text = SOUND.trim_end().as_bytes();
        let cut = text.get(..at % text.len()).unwrap().to_vec();
        prop_assert!(!examine(vec![("own.json".to_owned(), cut)], COUNTRY_LIST).findings.is_empty());
    }

    #[test]
    fn any_page_is_answered(page in ".{0,80}") {
        prop_assert!(replaced(&(page + "</html>"), &Dataset::default()).is_err());
    }
}

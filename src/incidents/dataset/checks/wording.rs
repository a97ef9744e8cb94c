//! How our own texts are written.

use super::{Fault, in_incident};
use crate::dataset::Dataset;
use crate::model::{Incident, Lang, OrganisationKind, Source, Text, Victim};

/// More than this does not fit a card.
const LONGEST_SUMMARY: usize = 200;

/// Words that judge where a claim should be told.
const ACCUSING: [&str; 8] = [
    "stole",
    "stolen",
    "steal",
    "admit",
    "admitted",
    "admits",
    "confessed",
    "covered up",
];

/// The same in Japanese.
const ACCUSING_JA: [&str; 8] = [
    "窃取",
    "盗",
    "自白",
    "白状",
    "隠蔽",
    "認めた",
    "を認め",
    "犯行",
];

/// Words that are true from one of two entries only.
const ONE_SIDED: [&str; 6] = ["earlier", "later", "following", "previous", "here", "ago"];

/// The same in Japanese.
const ONE_SIDED_JA: [&str; 7] = ["以前", "以後", "翌", "前年", "後年", "年後", "この事案"];

/// Japanese prose has kana or kanji; names have their own type.
pub(super) fn japanese_is_japanese(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (pointer, text) in texts(incident) {
            if !text.get(Lang::Ja).chars().any(is_japanese) {
                let message = format!("`{}` is not Japanese", text.get(Lang::Ja));
                let help = "write the Japanese text; a name alone needs words around it";
                faults.push(in_incident(incident, pointer + "/ja", message, help));
            }
        }
    }
}

/// Hiragana, katakana, and the unified ideographs.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// A title is the source's, and says its language where nobody has to guess it.
pub(super) fn titles_are_the_sources(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, source) in incident.sources.iter().enumerate() {
            let title = &source.title;
            let foreign = source.language.is_none() && title.chars().any(is_japanese);
            let (message, help) = if title.starts_with("(no title") {
                let help = "leave `title` out: the page says in both languages that there is none";
                (format!("`{title}` is no title"), help)
            } else if foreign {
                let help = "add `\"language\": \"ja\"`, so that it is read out in its language";
                (format!("`{title}` does not say its language"), help)
            } else {
                continue;
            };
            let pointer = format!("/sources/{i}/title");
            faults.push(in_incident(incident, pointer, message, help));
        }
    }
}

/// Why two entries belong together is declared on one of them and shown on both.
pub(super) fn reasons_read_from_both_sides(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (i, related) in incident.related.iter().enumerate() {
            let en = words(related.reason.get(Lang::En));
            let ja = related.reason.get(Lang::Ja);
            let said = ONE_SIDED.iter().find(|word| has(&en, word));
            let said = said.or_else(|| ONE_SIDED_JA.iter().find(|word| ja.contains(**word)));
            if let Some(word) = said {
                let message = format!("`{word}` is true from one side only");
                let help =
                    "write a reason that reads the same on both entries: it is shown on both";
                let pointer = format!("/related/{i}/reason");
                faults.push(in_incident(incident, pointer, message, help));
            }
        }
    }
}

/// In lower case, a space before and after each word.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
    format!(" {} ", words.join(" "))
}

fn has(words: &str, word: &str) -> bool {
    words.contains(&format!(" {word} "))
}

/// Warning: a summary that a card cannot hold.
pub(super) fn summaries_are_short(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        let length = incident.summary.get(Lang::En).chars().count();
        if length > LONGEST_SUMMARY {
            let message = format!("the English summary has {length} letters");
            let help = "say it in 200: the claims hold the rest";
            faults.push(in_incident(incident, "/summary/en", message, help));
        }
    }
}

/// Warning: a word that accuses.
pub(super) fn words_do_not_accuse(dataset: &Dataset, faults: &mut Vec<Fault>) {
    for incident in dataset.incidents.values() {
        for (pointer, text) in texts(incident) {
            let en = words(text.get(Lang::En));
            let said = |word: &&&str| has(&en, word);
            let ja = text.get(Lang::Ja);
            if let Some(word) = ACCUSING_JA.iter().find(|word| ja.contains(**word)) {
                let message = format!("`{word}` accuses");
                let help = "say what is claimed: 持ち出された, 公表した, 確認した";
                faults.push(in_incident(
                    incident,
                    pointer.clone() + "/ja",
                    message,
                    help,
                ));
            }
            if let Some(word) = ACCUSING.iter().find(said) {
                let message = format!("`{word}` accuses");
                let help = "say what is claimed: taken, disclosed, said, not told";
                faults.push(in_incident(incident, pointer + "/en", message, help));
            }
        }
    }
}

/// Warning: a ministry, police or court that a Japanese reader meets by an English description.
pub(super) fn offices_of_state_have_japanese_names(dataset: &Dataset, faults: &mut Vec<Fault>) {
    use OrganisationKind::{Court, Ministry, Police};
    for organisation in dataset.organisations.values() {
        let name = &organisation.name;
        let described = name.own().0.chars().any(char::is_lowercase);
        let japanese = name.get(Lang::Ja).1 == Lang::Ja.tag();
        if matches!(organisation.kind, Ministry | Police | Court) && described && !japanese {
            faults.push(Fault {
                file: format!("organisations/{}.json", organisation.id),
                pointer: "/name".to_owned(),
                message: format!("`{}` has no Japanese name", name.own().0),
                help: "give the name that Japanese uses for it in `ja`",
                missing: None,
            });
        }
    }
}

/// Warning: one address under two publishers, in the same entry or another.
pub(super) fn addresses_have_one_publisher(dataset: &Dataset, faults: &mut Vec<Fault>) {
    let mut seen: Vec<&Source> = Vec::new();
    for incident in dataset.incidents.values() {
        for (i, source) in incident.sources.iter().enumerate() {
            let other = |s: &&&Source| s.url == source.url && s.publisher != source.publisher;
            if let Some(other) = seen.iter().find(other) {
                let message = format!(
                    "the address stands under `{}` and under `{}`",
                    other.publisher, source.publisher
                );
                let help = "name the publisher as it writes itself, everywhere alike";
                faults.push(in_incident(
                    incident,
                    format!("/sources/{i}"),
                    message,
                    help,
                ));
            }
            seen.push(source);
        }
    }
}

/// Every text of ours in an entry, with its place.
fn texts(incident: &Incident) -> Vec<(String, &Text)> {
    let mut texts = vec![
        ("/title".to_owned(), &incident.title),
        ("/summary".to_owned(), &incident.summary),
    ];
    let claims = incident.claims.iter().enumerate();
    texts.extend(claims.map(|(i, c)| (format!("/claims/{i}/text"), &c.text)));
    let questions = incident.open_questions.iter().enumerate();
    texts.extend(questions.map(|(i, t)| (format!("/open_questions/{i}"), t)));
    let related = incident.related.iter().enumerate();
    texts.extend(related.map(|(i, r)| (format!("/related/{i}/reason"), &r.reason)));
    for (i, victim) in incident.victims.iter().enumerate() {
        if let Victim::Unnamed(group) = victim {
            texts.push((
                format!("/victims/{i}/unnamed/description"),
                &group.description,
            ));
        }
    }
    texts
}

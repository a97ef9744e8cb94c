//! How our own texts are written.

use super::{Fault, in_incident};
use crate::dataset::Dataset;
use crate::model::{Incident, Lang, Source, Text, Victim};

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
const ACCUSING_JA: [&str; 6] = ["窃取", "盗", "自白", "白状", "隠蔽", "認めた"];

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
            let lower = text.get(Lang::En).to_lowercase();
            let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
            let padded = format!(" {} ", words.join(" "));
            let said = |word: &&&str| padded.contains(&format!(" {word} "));
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

//! The words of a page inside another one.

use super::words::words;
use incidents::model::Lang;

words! {
    whole: "Open the whole page", "ページ全体を開く";
}

/// Where what is shown comes from.
pub fn source(lang: Lang, version: &str) -> String {
    match lang {
        Lang::En => {
            format!("Incident Explorer, data {version}. Every value is a claim with a source.")
        }
        Lang::Ja => format!("Incident Explorer、データ {version}。値はすべて出典のある主張。"),
    }
}

/// The address names an entry that is not there.
pub fn no_entry(lang: Lang, id: &str) -> String {
    match lang {
        Lang::En => format!(
            "No entry is called {id} here. The page around this one may name an older or newer one."
        ),
        Lang::Ja => format!(
            "{id}という項目はここにない。埋め込み元が古い、または新しい項目を指している可能性がある。"
        ),
    }
}

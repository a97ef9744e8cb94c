//! The words that only a card without script says.

use super::words::words;
use incidents::model::Lang;

words! {
    note: "Wording is ours. Nothing is averaged, and an overtaken claim stays. A number in brackets leads to the source.", "文は当方による。平均はせず、更新された主張も残す。角括弧の番号は出典へのリンク。";
    who: "Who says so", "述べている者";
    says: "What is said", "述べていること";
    licence: "Our wording: CC BY 4.0", "当方の文: CC BY 4.0";
    facts: "Facts belong to nobody; each names the source it stands in.", "事実は誰のものでもなく、それぞれに出典を示す。";
    no_language: "language not stated", "言語の記載なし";
    list: "Incident Explorer: cards without script", "Incident Explorer: スクリプトなしのカード";
    list_note: "A fragment of HTML for each entry, for places that take no script and no frame. Open the source of a fragment, copy all of it, and paste it where your wiki takes HTML; the form for MediaWiki is wikitext. Each card says which data it was made from.", "項目ごとのHTML断片。スクリプトも枠も使えない場所に貼り付ける。断片のソースをすべて複写し、HTMLを受け付ける欄に貼る。MediaWiki用はウィキテキスト。どのデータから作ったかは各カードに示す。";
    entries: "Entries", "項目一覧";
    look: "Entry", "項目";
    fragment: "HTML fragment", "HTML断片";
    wikitext: "MediaWiki", "MediaWiki";
}

/// What the card was made from: `Incident Explorer 0.1.0, data 1a2b.`
pub fn made_from(lang: Lang, release: &str, version: &str) -> String {
    match lang {
        Lang::En => format!("Incident Explorer {release}, data {version}."),
        Lang::Ja => format!("Incident Explorer {release}、データ {version}。"),
    }
}

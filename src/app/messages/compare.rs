//! The words of the comparison and of the tray that fills it.

use super::format;
use super::words::words;
use incidents::model::Lang;

words! {
    title: "Side by side", "並べて比較";
    lede: "Dates on one calendar, claims by question. Nothing is averaged, and nobody is taken to have answered who has not.", "日付は1つの暦に、主張は問いごとに示す。平均はせず、述べていない者の答えを補うこともない。";
    compare: "Compare", "比較";
    tray: "Laid aside for comparison", "比較のための候補";
    clear: "Clear", "すべて外す";
    add: "Add an entry", "項目を追加";
    choose: "Choose…", "選択…";
    dates: "Dates on one calendar", "1つの暦に示した日付";
    figures: "Figures", "数値";
    claims: "Claims by question", "問いごとの主張";
    ways: "Ways in", "侵入経路";
    rungs: "Attribution, rung by rung", "帰属、段ごと";
    common: "Sources in common", "共通の出典";
    none_common: "No publication is cited by two of them.", "2件以上に引用された出典はない。";
    claims_common: "Statements that stand with more than one of them", "2件以上にかかわる主張";
    held_by: "Cited by", "引用する項目";
    full: "Four entries are compared at most.", "比較できるのは4件まで。";
    none: "Nothing is laid aside yet. Add an entry here, or press Compare on a card, a row of the table or a related entry.", "候補はまだない。ここで追加するか、カード、表の行、関連項目の「比較」を押す。";
    one: "Add at least one more entry to compare it with.", "比べる項目をもう1件以上追加する。";
}

/// `Compare (2)`.
pub fn compare_n(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("Compare ({n})"),
        Lang::Ja => format!("比較（{n}）"),
    }
}

/// What a button that adds an entry or takes it away is called.
pub fn toggle(lang: Lang, entry: &str) -> String {
    match lang {
        Lang::En => format!("Compare {entry}"),
        Lang::Ja => format!("{entry}を比較"),
    }
}

/// What a button that takes an entry away is called.
pub fn remove(lang: Lang, entry: &str) -> String {
    match lang {
        Lang::En => format!("Remove {entry}"),
        Lang::Ja => format!("{entry}を外す"),
    }
}

/// Parts of an address that are no entry.
pub fn unknown(lang: Lang, ids: &[&str]) -> String {
    let list = format::list(lang, ids);
    match lang {
        Lang::En => {
            format!("The address also names what is no entry here: {list}. It is left out.")
        }
        Lang::Ja => format!("番地には、ここにない項目も含まれる: {list}。除いて示す。"),
    }
}

/// Entries that find no room.
pub fn left_out(lang: Lang, entries: &[&str]) -> String {
    let list = format::list(lang, entries);
    match lang {
        Lang::En => format!("Four entries are compared at most. Left out: {list}."),
        Lang::Ja => format!("比較できるのは4件まで。除いた項目: {list}。"),
    }
}

//! The words of the pages about what entries share: groups, organisations, vulnerabilities.

use super::words::words;
use incidents::model::Lang;
use incidents::search::about::ToldBy;

words! {
    actor_lede: "A group as others describe it. Names are kept apart and never merged.", "他者が記述する集団。呼称は分けて示し、統合しない。";
    nobody_known: "There is no record with this address", "この番地の記録はない";
    name_lede: "Nothing is merged until you choose.", "選ばれるまで何も統合しない。";
    one_record: "One record bears this name.", "この呼称を持つ記録は1件。";
    no_record: "No record bears this name.", "この呼称を持つ記録はない。";
    both_apart: "Both, kept apart", "両方を分けたまま表示";
    sponsor: "Suspected sponsor, as claimed", "背後にいるとされる国(主張)";
    sponsor_note: "An opinion of the source named, about the group and not about any entry.", "挙げた出典の見解であり、個々の項目についてではない。";
    no_sponsor: "No source of this record links it to a country.", "この記録の出典に国との結び付けはない。";
    by_rung: "Entries that name it, by rung", "名指しする項目(段別)";
    by_rung_note: "A rung is who speaks, not how sure it is. One entry may stand on several.", "段は誰が述べているかであり、確からしさではない。1項目が複数の段に立つことがある。";
    no_entry_names: "No entry here names it.", "これを名指しする項目はここにない。";
    years: "Years active, as claimed", "活動したとされる年";
    no_year: "No year claimed", "年の主張なし";
    techniques: "Techniques", "手口";
    attack_lists: "ATT&CK lists these for the group. That says nothing about any entry here.", "ATT&CKがこの集団について挙げるもので、ここの個々の項目についてではない。";
    attack_none: "ATT&CK lists none for it, or has no record of it.", "ATT&CKに記載がないか、記録そのものがない。";
    seen_in_entries: "Stated for an entry that names it", "名指しする項目で述べられたもの";
    none_stated: "None stated.", "記載なし。";
    vulnerabilities: "Vulnerabilities in entries that name it", "名指しする項目の脆弱性";
    homes: "Victims by country", "国別の被害組織";
    named_together: "Named together with", "ともに名指しされる集団";
    named_together_note: "Named for the same entry by somebody. It does not make them one.", "同じ項目について誰かが名指しした集団。同一という意味ではない。";
    shares_name: "Shares a name with", "呼称が共通する記録";
    befell: "Entries in which it is a victim", "被害組織となった項目";
    offices: "Offices named in entries", "項目に現れる拠点";
    offices_note: "An office is where access passed through, never an attacker.", "拠点は通過点であり、攻撃者ではない。";
    country_only: "known by country only", "国のみ判明";
    said_over_time: "What it said, over time", "述べてきたこと(時系列)";
    belongs_to: "Belongs to", "所属";
    supplies: "Supplies", "納入先";
    sectors: "Makes or does", "業種";
    head_office: "Head office in", "本社";
    vendor: "Vendor", "開発元";
    product: "Product", "製品";
    cisa: "Added to CISA's catalogue of known exploited vulnerabilities", "CISAの既知悪用脆弱性一覧への追加日";
    cisa_not: "not listed in the copy held", "手元の写しに記載なし";
    named_in: "Who names it, and for which entry", "誰がどの項目について挙げているか";
    stated_for: "Entries for which a source states it", "出典が述べている項目";
    no_technique: "No source states it for any entry here.", "ここの項目についてこれを述べる出典はない。";
    listed_for: "Groups for which ATT&CK lists it", "ATT&CKがこれを挙げる集団";
    listed_for_note: "About the group, not about an entry.", "集団についてであり、項目についてではない。";
    on_attack: "On the ATT&CK site", "ATT&CKの頁";
    victims_here: "Entries with a victim here", "ここに被害組織がある項目";
    offices_here: "Offices here that entries pass through", "ここにあり経由された拠点";
    said_of_groups: "Groups that a source links to this country", "出典がこの国と結び付ける集団";
    said_of_groups_note: "Each is the opinion of the source named; no entry rests on it.", "いずれも挙げた出典の見解で、項目の根拠ではない。";
    organisations_here: "Organisations with their head office here", "本社がここにある組織";
    publisher_lede: "A publisher, as it writes itself. How each page was seen stands beside it.", "発行者。自らの表記による。各頁の確認方法を併記する。";
    cited_for: "Cited for", "引用する項目";
    in_links: "Show in links", "関係で見る";
    in_cards: "Show as cards", "カードで見る";
    names_in: "Under the name", "名指しの呼称";
    not_stated_country: "No country stated", "国の記載なし";
    group_words: "Group", "集団";
    organisation_words: "Organisation", "組織";
    vulnerability_words: "Vulnerability", "脆弱性";
    technique_words: "ATT&CK technique", "ATT&CKの手口";
    country_words: "Country", "国";
    source_words: "Publisher of sources", "出典の発行者";
    name_words: "Name", "呼称";
}

/// `“TEMP.Tick” is used for 2 records`.
pub fn used_for(lang: Lang, name: &str, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => format!("“{name}” is used for one record"),
        (Lang::En, _) => format!("“{name}” is used for {n} records"),
        (Lang::Ja, _) => format!("「{name}」は{n}件の記録に使われている"),
    }
}

/// What the years are counted by.
pub fn years_note(lang: Lang, told: &[(ToldBy, usize)]) -> String {
    let word = |by: ToldBy| match (lang, by) {
        (Lang::En, ToldBy::Began) => "beginning",
        (Lang::En, ToldBy::Detected) => "detection, for want of a beginning",
        (Lang::En, ToldBy::Disclosed) => "disclosure, for want of both",
        (Lang::Ja, ToldBy::Began) => "開始",
        (Lang::Ja, ToldBy::Detected) => "検知(開始の主張なし)",
        (Lang::Ja, ToldBy::Disclosed) => "公表(いずれもなし)",
    };
    let parts: Vec<String> = told
        .iter()
        .map(|(by, n)| match lang {
            Lang::En => format!("{n} by {}", word(*by)),
            Lang::Ja => format!("{}による{n}件", word(*by)),
        })
        .collect();
    match lang {
        Lang::En => format!(
            "Entries by the year they are told to begin: {}. A date that may lie in two years counts in both.",
            parts.join(", ")
        ),
        Lang::Ja => format!(
            "始まったとされる年ごとの項目数。{}。2年にまたがりうる日付は両方に数える。",
            parts.join("、")
        ),
    }
}

/// `for BRONZE BUTLER (G0060)`.
pub fn by_attack(lang: Lang, n: usize, id: &str) -> String {
    match lang {
        Lang::En => format!("{n} listed by ATT&CK ({id})"),
        Lang::Ja => format!("ATT&CKによる{n}件({id})"),
    }
}

/// How many statements follow the ones shown.
pub fn more_statements(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("{n} more"),
        Lang::Ja => format!("ほか{n}件"),
    }
}

//! The fixed words and sentences of the page.

use incidents::model::Lang;

macro_rules! words {
    ($($key:ident: $en:literal, $ja:literal;)+) => {$(
        #[doc = $en]
        pub fn $key(lang: Lang) -> &'static str {
            match lang {
                Lang::En => $en,
                Lang::Ja => $ja,
            }
        }
    )+};
}
pub(super) use words;

words! {
    tagline: "What is claimed about cyber incidents in the defence industry, and by whom", "防衛産業のサイバー事案について、誰が何を述べているか";
    offline: "Works offline, nothing is sent", "オフラインで動作、送信なし";
    language: "Language", "言語";
    theme: "Theme", "配色";
    auto: "Auto", "自動";
    light: "Light", "明";
    dark: "Dark", "暗";
    search: "Search", "検索";
    examples: "Try:", "例:";
    view: "View", "表示";
    cards: "Cards", "カード";
    map: "Map", "地図";
    links: "Links", "関係";
    timeline: "Timeline", "年表";
    insights: "Insights", "傾向";
    table: "Table", "表";
    clear_all: "Clear all", "すべて解除";
    remove_filter: "Remove filter:", "絞り込みを解除:";
    sort_by: "Order", "並び順";
    filters: "Filters", "絞り込み";
    results: "Results", "結果";
    began: "Began", "開始";
    detected: "Detected", "検知";
    disclosed: "Disclosed", "公表";
    not_published: "Not published", "非公表";
    not_stated: "Not stated", "記載なし";
    silence_unknown: "Silence unknown: no detection date published", "沈黙期間は不明: 検知日が公表されていない";
    no_entry_office: "No entry office named", "入口の拠点は公表されていない";
    no_contradiction: "No contradiction noted", "食い違いの記録なし";
    facet_rung_note: "Rungs are counted apart and never added up.", "根拠の段は別々に数え、合算しない。";
    facet_office_note: "Offices of the victim, where access passed through.", "被害組織の拠点。通過点であり攻撃者ではない。";
    footer: "Every value here is a claim with a source. Offices are entry points, not attackers. An attribution is shown with its rung, never as a fact.", "値はすべて出典のある主張である。拠点は入口であり攻撃者ではない。帰属は根拠の段とともに示し、事実とはしない。";
    keys: "Single-key shortcuts", "1文字のショートカット";
    keys_hint: "/ search, 1 cards, 2 map, 3 links, 4 timeline, 5 insights, 6 table", "/ 検索、1 カード、2 地図、3 関係、4 年表、5 傾向、6 表";
    no_match: "No entry matches", "一致する項目がない";
    no_match_help: "Drop one of these and there are entries again:", "次のいずれかを外すと項目が現れる:";
    no_match_none: "No single word or filter is the cause; start again with all entries.", "1つ外すだけでは現れない。全件表示に戻す。";
    drop: "Drop", "外す";
    dismiss: "Dismiss", "閉じる";
    back_to_all: "All entries", "全件";
    unknown_incident: "There is no entry with this address", "この番地の項目はない";
    broken_dataset: "The data of this page could not be read", "このページのデータを読み取れない";
    broken_help: "Nothing is shown rather than something wrong. Put a sound dataset into the page, or open another copy.", "誤った内容を示さないため何も表示しない。正しいデータを入れるか、別の版を開く。";
    three_dates: "Three dates", "3つの日付";
    ledger: "What is claimed, and by whom", "何が誰によって述べられているか";
    ledger_lede: "Wording is ours. Shaded cells contradict each other. Nothing is averaged, and an overtaken claim stays.", "文は当方による。色の付いた欄は互いに食い違う。平均はせず、更新された主張も残す。";
    no_statement: "No statement held", "記録なし";
    not_matched: "source not matched", "出典は特定できず";
    ladder: "Attribution ladder", "帰属の段";
    no_claim_held: "No claim held", "主張なし";
    beside_ladder: "Beside it", "段の外";
    not_attributed_note: "No claim on the ladder names anyone.", "段の上に名指しする主張はない。";
    way_in: "The way in", "侵入経路";
    way_in_note: "An office is where access passed through. It is not where an attacker sits.", "拠点は通過点であり、攻撃者の所在ではない。";
    responses: "Responses", "対応";
    open_questions: "Still open", "未解明の点";
    sources: "Sources", "出典";
    related: "Related entries", "関連する項目";
    cite: "Cite this entry", "この項目を引用";
    no_title: "no title in our copy", "手元の写しに題名なし";
    no_date_in_copy: "no date in our copy", "手元の写しに日付なし";
    not_dated: "Not dated", "日付なし";
    silence_measure: "Silence, detection to disclosure", "沈黙期間(検知から公表まで)";
    rungs_held: "Attribution, rungs held", "帰属、根拠の段";
    entry: "Entry", "入口";
    claims_on_record: "Claims on record", "記録された主張";
    disagree_on: "Points in dispute", "食い違う論点";
    silence_is_measure: "Silence is a measure, not a finding of fault.", "沈黙期間は尺度であり、責任の認定ではない。";
    victims_by_country: "Victims by country", "国別の被害組織";
    way_in_legend: "Way in", "侵入経路";
    none: "none", "なし";
    ring_legend: "office, known by country only", "拠点(国のみ判明)";
    reached_legend: "office reached", "到達先";
    map_note: "A ring is an office of the victim through which access passed. It says nothing about who or where an attacker is. Outlines follow Natural Earth and imply no position on borders.", "輪は接続が通過した被害組織の拠点を示し、攻撃者の正体や所在を示すものではない。輪郭はNatural Earthによるもので、国境に関する立場を示さない。";
    in_words: "The same in words", "文字で見る";
    office_in: "Office in", "拠点";
    to: "To", "到達先";
    claim: "Claim", "主張";
    entries: "Entries", "件数";
    links_title: "Who is linked to what, and on which rung", "誰が何と、どの段で結び付けられているか";
    group: "Group, as named by others", "集団(他者による呼称)";
    entry_column: "Entry", "項目";
    victim: "Victim", "被害組織";
    links_table: "The links as a table", "関係の表";
    who_says: "Who says so", "述べている者";
    when: "When", "時期";
    rung: "Rung", "段";
    name: "Name", "呼称";
    used_by: "Used by", "使用者";
    treated_as: "Treated as", "扱い";
    line: "Line", "線";
    named_victim: "named as victim", "被害組織";
    silence_chart: "Days between detection and disclosure", "検知から公表までの日数";
    map_empty: "No entry of this selection names an entry office.", "この選択には入口の拠点が示された項目がない。";
    remarks_note: "Remarks are opinions; they climb no rung.", "所見は意見であり、段には数えない。";
    point_self: "Address of this claim", "この主張の番地";
}

/// What stands before and behind the one who relays: `AFP via Slashdot`, `AFP、Slashdot経由`.
pub fn via(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => [" via ", ""],
        Lang::Ja => ["、", "経由"],
    }
}

/// `3 sources`.
pub fn n_sources(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "1 source".to_owned(),
        (Lang::En, _) => format!("{n} sources"),
        (Lang::Ja, _) => format!("出典{n}件"),
    }
}

/// `3 points in dispute`.
pub fn n_disputes(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "1 point in dispute".to_owned(),
        (Lang::En, _) => format!("{n} points in dispute"),
        (Lang::Ja, _) => format!("食い違い{n}点"),
    }
}

/// `57 claims, 11 sources`.
pub fn n_claims(lang: Lang, claims: usize, sources: usize) -> String {
    match lang {
        Lang::En => format!("{claims} claims, {}", n_sources(lang, sources)),
        Lang::Ja => format!("主張{claims}件、{}", n_sources(lang, sources)),
    }
}

/// Parts of an address that mean nothing here, named.
pub fn not_understood(lang: Lang, parts: &[String]) -> String {
    let list = parts.join(", ");
    match lang {
        Lang::En => format!("Parts of this link were not understood: {list}. Shown without them."),
        Lang::Ja => format!("このリンクには解釈できない部分があった: {list}。除いて表示している。"),
    }
}

/// `5 of 129 entries`, without the first number, which is set in bold.
pub fn of_total(lang: Lang, total: usize) -> String {
    match lang {
        Lang::En => format!(" of {total} entries"),
        Lang::Ja => format!("件／全{total}件"),
    }
}

/// `with 9 entries`.
pub fn gives(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "1 entry".to_owned(),
        (Lang::En, _) => format!("{n} entries"),
        (Lang::Ja, _) => format!("{n}件"),
    }
}

/// The page's totals.
pub fn totals(lang: Lang, entries: usize, citations: usize, disputes: usize) -> String {
    match lang {
        Lang::En => {
            format!("{entries} entries, {citations} source citations, {disputes} points in dispute")
        }
        Lang::Ja => format!("{entries}項目、出典{citations}件、食い違い{disputes}点"),
    }
}

/// The window from a further detection.
pub fn from_label(lang: Lang, days: &str, label: &str) -> String {
    match lang {
        Lang::En => format!("{days} days from the {label}"),
        Lang::Ja => format!("{label}からは{days}日"),
    }
}

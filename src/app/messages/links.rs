//! The words of the links.

use super::words::words;
use incidents::model::Lang;

words! {
    picture_note: "A line is a claim, drawn by the rung it stands on. Groups are as others name them.", "線は主張を表し、線種は根拠の段を示す。集団は他者による呼称。";
    not_attributed_box: "no claim names anyone", "名指しする主張なし";
    own_record: "own record, no entry here", "独立した記録、ここに項目なし";
    listed: "listed", "掲載";
    not_listed: "not listed", "掲載なし";
    not_seen: "A dash means not seen there.", "「–」は掲載を確認していないことを示す。";
    asked: "Same name, or not?", "同じ名か、別か";
    nobody: "nobody named", "名指しなし";
    is_asked: "asked", "要確認";
    entries_under: "Entries here", "項目数";
    vulnerability: "Vulnerability", "脆弱性";
    technique: "Technique", "手口";
    office_country: "Office's country", "拠点の国";
    source: "Publisher", "出典の発行者";
    none_far: "None stated", "記載なし";
    last_column: "Last column", "右の列";
    form: "Form", "形";
    as_columns: "Columns", "列";
    as_network: "Network", "網";
    rungs_shown: "Rungs shown", "示す段";
    size: "Size", "大きさ";
    larger: "Larger", "拡大";
    smaller: "Smaller", "縮小";
    whole: "All of it", "全体";
    neighbours_of: "Neighbours of", "隣を示す項目";
    path_to: "path to", "経路の終点";
    not_here: "What the link names is not in this selection.", "リンクが指す項目はこの選択にない。";
    no_path: "No path in this selection.", "この選択に経路はない。";
    keys_note: "Arrow keys walk from box to box along the lines, Page Down and Page Up through all; Enter opens. Plus and minus zoom, 0 shows all of it, Shift with an arrow moves it. In the network, boxes can be dragged and stay where they are put.", "矢印キーで線に沿って隣の項目へ、Page DownとPage Upで順に移り、Enterで開く。プラスとマイナスで拡大・縮小、0で全体、Shift+矢印で動かす。網では項目を動かせ、置いた場所に残る。";
    linked_by: "says", "出典:";
    linked_to: "Linked to", "結び付けられた国";
    no_line: "No line in this selection:", "この選択に線なし:";
    unnamed: "group not named", "集団名なし";
    person: "person, by role", "人物(役割のみ)";
}

/// `+9 further names`.
pub fn further_names(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 0) => "no further name".to_owned(),
        (Lang::En, 1) => "1 further name".to_owned(),
        (Lang::En, _) => format!("{n} further names"),
        (Lang::Ja, 0) => "ほかの呼称なし".to_owned(),
        (Lang::Ja, _) => format!("ほかの呼称{n}件"),
    }
}

/// The heading over an actor's names.
pub fn names_of(lang: Lang, actor: &str) -> String {
    match lang {
        Lang::En => format!("Names of {actor}, and who uses them"),
        Lang::Ja => format!("{actor}の呼称とその使用者"),
    }
}

/// What the picture shows, for those who do not see it.
pub fn finding(lang: Lang, groups: usize, entries: usize, without: usize) -> String {
    match lang {
        Lang::En => format!(
            "Links between {groups} groups and {entries} entries, {without} of them not attributed; the table below holds the same"
        ),
        Lang::Ja => format!(
            "{groups}集団と{entries}項目の関係。うち{without}項目は帰属なし。下の表に同じ内容がある"
        ),
    }
}

/// What the network shows, for those who do not see it.
pub fn network_finding(lang: Lang, boxes: usize, lines: usize) -> String {
    match lang {
        Lang::En => format!("Network of {boxes} boxes and {lines} links; the table holds the same"),
        Lang::Ja => format!("{boxes}項目と{lines}本の関係の網。表に同じ内容がある"),
    }
}

/// When an entry was disclosed, under its name.
pub fn disclosed_on(lang: Lang, date: &str) -> String {
    match lang {
        Lang::En => format!("disclosed {date}"),
        Lang::Ja => format!("{date}公表"),
    }
}

/// Why the names of the groups are not listed.
pub fn too_many_names(lang: Lang, groups: usize, most: usize) -> String {
    match lang {
        Lang::En => format!(
            "The results link {groups} groups. Narrow them to {most} or fewer, and their names and who uses them are listed here."
        ),
        Lang::Ja => format!(
            "この結果には{groups}の集団が関わる。{most}以下に絞り込むと、呼称とその使用者をここに示す。"
        ),
    }
}

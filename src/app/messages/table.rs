//! The words of the table of results.

use super::words::words;
use super::{timeline, vocabulary, words as page};
use incidents::dataset::grid::Column;
use incidents::model::Lang;
use incidents::search::Field;

words! {
    title: "The results as a table", "結果の表";
    columns: "Columns", "列";
    what: "What happened", "概要";
    dwell: "Days undetected", "検知までの日数";
    id: "Id", "番地";
    copy: "Copy for a spreadsheet", "表計算用に複写";
    text: "The rows as tab-separated text", "行をタブ区切りにした文";
    hint: "A heading sorts; unknown stays last. Arrow keys go from row to row, Enter opens.", "見出しで並べ替え、不明は常に最後。矢印キーで行を移り、Enterで開く。";
    disagree: "≠ sources disagree", "≠ 出典が食い違う";
}

/// The head of a column.
pub fn column(lang: Lang, column: Column) -> &'static str {
    match column {
        Column::Entry => page::entry_column(lang),
        Column::What => what(lang),
        Column::Country => timeline::country(lang),
        Column::Sector => vocabulary::field(lang, Field::Sector),
        Column::Began => page::began(lang),
        Column::Detected => page::detected(lang),
        Column::Disclosed => page::disclosed(lang),
        Column::Silence => timeline::silence(lang),
        Column::Dwell => dwell(lang),
        Column::Office => vocabulary::field(lang, Field::Office),
        Column::Rungs => vocabulary::field(lang, Field::Rung),
        Column::Groups => vocabulary::field(lang, Field::Actor),
        Column::Sources => vocabulary::field(lang, Field::Sources),
        Column::Claims => vocabulary::field(lang, Field::Claims),
        Column::Disputes => vocabulary::field(lang, Field::Contradictions),
        Column::Id => id(lang),
    }
}

/// A further occurrence, such as a second intrusion's detection.
pub fn again(lang: Lang, date: &str) -> String {
    match lang {
        Lang::En => format!("again {date}"),
        Lang::Ja => format!("再度 {date}"),
    }
}

/// Dates that are given and not counted.
pub fn also_given(lang: Lang, dates: &str) -> String {
    match lang {
        Lang::En => format!("also given: {dates}"),
        Lang::Ja => format!("ほかに {dates} とする出典"),
    }
}

/// After copying.
pub fn copied(lang: Lang, rows: usize) -> String {
    match lang {
        Lang::En => format!("Copied, {rows} rows"),
        Lang::Ja => format!("{rows}行を複写した"),
    }
}

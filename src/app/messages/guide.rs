//! The words of the guide for those who keep the page somewhere.

use super::words::words;
use incidents::model::Lang;

words! {
    title: "Guide for maintainers", "設置の手引き";
    workshop: "Export this page with other data", "別のデータでページを書き出す";
    beside: "where `workshop.html` of the same release lies beside this page. It applies every rule of the build and sends nothing.", "（同じ版の `workshop.html` がこのページの隣にある場合）。ビルドと同じ規則で検査し、何も送らない。";
}

/// The guide itself: a heading `## `, a list `* `, a snippet of four spaces, code in backticks.
pub fn text(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../views/guide/guide.md"),
        Lang::Ja => include_str!("../views/guide/guide.ja.md"),
    }
}

//! The words of an entry's story: who spoke first, how accounts changed, how long a flaw was known,
//! how to cite it, and how to move about on its page.

use super::format;
use super::words::words;
use incidents::dataset::exposure::Gap;
use incidents::dataset::voices::{Basis, Order};
use incidents::model::{DayRange, Lang, Stance};

words! {
    spoke_first: "Who spoke first", "最初に述べたのは誰か";
    spoke_lede: "The first dated statement of each kind of speaker that is on record. Dates come from the statement, else from the earliest source that holds it.", "発言者の種類ごとに、記録のうち日付のある最初の発言を示す。日付は発言のもの、なければそれを載せた最も早い出典のもの。";
    first_of_all: "first on record", "記録上の最初";
    same_day: "on the same day", "同じ日";
    order_open: "order not certain", "前後は不明";
    none_dated: "none of them dated", "日付なし";
    no_statement: "No statement held", "記録なし";
    about_order: "What is said about the silence and its end", "沈黙とその終わりについて述べられていること";
    changed: "How the story changed", "説明はどう変わったか";
    changed_lede: "Answers to one question that overtake or contradict one another, in the order they were given.", "同じ問いへの答えのうち、更新または食い違いのあるものを、述べられた順に示す。";
    undated_answers: "Undated answers, so before or after is not known:", "日付がなく前後が分からない答え:";
    other_unit: "counts something else", "数える対象が異なる";
    exposure: "How long the flaw was known", "弱点はいつから知られていたか";
    exposure_lede: "From its detection here to the day CISA's catalogue of known exploited vulnerabilities listed it. Who names the flaw is a claim like any other.", "この事案での検知から、CISAの既知の悪用された脆弱性カタログに載った日まで。弱点の名指しも主張の一つである。";
    listed: "Listed by CISA", "CISAが掲載";
    not_listed: "not in our copy of the catalogue", "手元のカタログに記載なし";
    flaw: "Flaw", "弱点";
    named_by: "Named by", "名指しした者";
    also_in: "Also named in", "ほかに挙げる項目";
    from_detected: "From detection", "検知から";
    from_disclosed: "From disclosure", "公表から";
    not_known: "not known", "不明";
    contents: "Contents", "目次";
    previous: "Previous", "前へ";
    next: "Next", "次へ";
    on_page: "On this page", "このページ";
    keys_hint: "p previous, n next, Esc results", "p 前へ、n 次へ、Esc 結果";
    in_dispute: "≠ In dispute", "≠ 食い違い";
    beside_it: "Without conflict", "食い違いなし";
    cite: "Cite", "引用";
    permalink: "Permalink", "固定リンク";
    cite_plain: "Plain text", "文";
    copy: "Copy", "複写";
    copied: "Copied", "複写した";
    selected: "Selected: press Ctrl+C or ⌘C", "選択した。Ctrl+Cか⌘Cで複写";
    cite_entry: "The whole entry.", "項目全体。";
    cite_claim: "The claim named in the address.", "番地にある主張。";
    cite_this: "Cite this claim", "この主張を引用";
    cite_whole: "Cite the entry instead", "項目全体を引用";
    cite_note: "The data version is a fingerprint: the same figures mean the same record. To cite one claim, open its # first.", "データ版は指紋であり、同じ値なら同じ記録である。主張を引用するには、先にその#を開く。";
    map_legend: "A ring stands for a whole country, a square for a published place.", "輪は国全体、四角は公表された所在地。";
}

/// `11 days later`, as far as the dates let it be said.
pub fn lag(lang: Lang, days: &DayRange) -> String {
    let days = match Order::of(*days) {
        Order::Open => return order_open(lang).to_owned(),
        Order::Together => return same_day(lang).to_owned(),
        Order::Later(days) => days,
    };
    let figure = format::days(lang, &days);
    match (lang, days.most) {
        (Lang::En, 1) => "1 day later".to_owned(),
        (Lang::En, _) => format!("{figure} days later"),
        (Lang::Ja, _) => format!("{figure}日後"),
    }
}

/// `23 days after the first answer`.
pub fn since_first(lang: Lang, days: &DayRange) -> String {
    let figure = format::days(lang, days);
    match (lang, days.most) {
        (_, 0) => same_day(lang).to_owned(),
        (Lang::En, 1) => format!("{figure} day after the first answer"),
        (Lang::En, _) => format!("{figure} days after the first answer"),
        (Lang::Ja, _) => format!("最初の答えから{figure}日"),
    }
}

/// A date with how it is known: `by 7 Feb 2020` where only a source is dated.
pub fn said_on(lang: Lang, date: &str, basis: Basis) -> String {
    match (basis, lang) {
        (Basis::Stated, _) => date.to_owned(),
        (Basis::Source, Lang::En) => format!("by {date}"),
        (Basis::Source, Lang::Ja) => format!("{date}まで"),
    }
}

/// `21 statements held`.
pub fn statements(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "1 statement held".to_owned(),
        (Lang::En, _) => format!("{n} statements held"),
        (Lang::Ja, _) => format!("発言{n}件"),
    }
}

/// `5 answers, 2 of them overtake an earlier one`.
pub fn answers(lang: Lang, n: usize, overtaking: usize) -> String {
    match (lang, overtaking) {
        (Lang::En, 0) => format!("{n} answers; none overtakes another, they differ"),
        (Lang::En, 1) => format!("{n} answers; 1 overtakes an earlier one"),
        (Lang::En, _) => format!("{n} answers; {overtaking} overtake an earlier one"),
        (Lang::Ja, 0) => format!("答え{n}件。更新はなく、互いに異なる"),
        (Lang::Ja, _) => format!("答え{n}件、うち{overtaking}件が以前の答えを更新"),
    }
}

/// What is said of an earlier answer: overtaken, or only other than it.
pub fn against(lang: Lang, overtakes: bool, same_party: bool) -> &'static str {
    match (lang, overtakes, same_party) {
        (Lang::En, true, true) => "overtakes its own answer:",
        (Lang::En, true, false) => "overtakes:",
        (Lang::En, false, true) => "beside its own answer:",
        (Lang::En, false, false) => "against:",
        (Lang::Ja, true, true) => "自らの答えを更新:",
        (Lang::Ja, true, false) => "更新した答え:",
        (Lang::Ja, false, true) => "自らの別の答え:",
        (Lang::Ja, false, false) => "異なる相手:",
    }
}

/// How something is said, a plain statement too.
pub fn stance(lang: Lang, stance: Stance) -> &'static str {
    match (stance, lang) {
        (Stance::Asserts, Lang::En) => "says",
        (Stance::Asserts, Lang::Ja) => "断定",
        _ => super::vocabulary::stance(lang, stance),
    }
}

/// From a date here to the listing: `859 days later`, `9 days before`.
pub fn gap(lang: Lang, gap: &Gap) -> String {
    match (gap, lang) {
        (Gap::After(days), _) => lag(lang, days),
        (Gap::Before(days), Lang::En) => format!("{} days before", format::days(lang, days)),
        (Gap::Before(days), Lang::Ja) => format!("{}日前", format::days(lang, days)),
        (Gap::Either(..), _) => order_open(lang).to_owned(),
    }
}

/// The name of a way in on its map, in a sentence.
pub fn way(lang: Lang, steps: &[String]) -> String {
    let joined = steps.join("; ");
    match lang {
        Lang::En => format!("Map. {joined}"),
        Lang::Ja => format!("地図。{joined}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lag_is_a_figure_only_where_the_order_is_certain() {
        let range = |least, most, clipped| DayRange {
            least,
            most,
            approximate: false,
            clipped,
        };
        assert_eq!(lag(Lang::En, &range(0, 0, false)), "on the same day");
        assert_eq!(lag(Lang::En, &range(0, 30, true)), "order not certain");
        assert_eq!(lag(Lang::En, &range(1, 1, false)), "1 day later");
        assert_eq!(lag(Lang::Ja, &range(91, 150, false)), "91〜150日後");
    }
}

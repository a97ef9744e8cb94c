//! Dates and counts for a reader.

use incidents::model::date::Single;
use incidents::model::{Date, Day, DayRange, Lang, Precision};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A date as wide as it is known: `28 Jun 2019`, `Jun or Jul 2017`, `2019年6月28日`. What two
/// parts share is said once, last in English and first in Japanese.
pub fn date(lang: Lang, date: &Date) -> String {
    let parts = date.parts();
    let (first, last) = (parts.first().copied(), parts.last().copied());
    let said = |(i, part): (usize, &Single)| {
        let shared = match lang {
            Lang::En if i + 1 < parts.len() => last.and_then(|last| shared(part, &last)),
            Lang::Ja if i > 0 => first.and_then(|first| shared(part, &first)),
            _ => None,
        };
        match (shared, lang, part.month, part.day) {
            (Some(true), Lang::En, _, Some(day)) => day.to_string(),
            (Some(true), Lang::Ja, _, Some(day)) => format!("{day}日"),
            (Some(_), Lang::En, Some(month), Some(day)) => format!("{day} {}", month_name(month)),
            (Some(_), Lang::Ja, Some(month), Some(day)) => format!("{month}月{day}日"),
            (Some(_), Lang::En, Some(month), None) => month_name(month).to_owned(),
            (Some(_), Lang::Ja, Some(month), None) => format!("{month}月"),
            _ => single(lang, part),
        }
    };
    let said: Vec<String> = parts.iter().enumerate().map(said).collect();
    let between = match (date.is_interval(), lang) {
        (true, Lang::En) => "–",
        (true, Lang::Ja) => "〜",
        (false, Lang::En) => " or ",
        (false, Lang::Ja) => "または",
    };
    said.join(between)
}

/// Whether two plain dates of one width share their month, or only their year; `None` where they
/// share nothing.
fn shared(a: &Single, b: &Single) -> Option<bool> {
    let plain = |d: &Single| !d.approximate && !d.uncertain;
    let alike = a.year == b.year && a.precision() == b.precision();
    (alike && plain(a) && plain(b) && a.month.is_some())
        .then(|| a.month == b.month && a.day.is_some())
}

/// `Jun`; empty for a month there is none of.
pub fn month_name(month: u8) -> &'static str {
    let place = usize::from(month).checked_sub(1);
    place.and_then(|m| MONTHS.get(m)).copied().unwrap_or("")
}

/// A day: `28 Jun 2019`, `2019年6月28日`.
pub fn day(lang: Lang, day: Day) -> String {
    let (year, month, of_month) = day.civil();
    let part = Single {
        year: u16::try_from(year).unwrap_or(0),
        month: Some(month),
        day: Some(of_month),
        approximate: false,
        uncertain: false,
    };
    single(lang, &part)
}

/// A month: `Jun 2019`, `2019年6月`.
pub fn month(lang: Lang, year: i32, month: u8) -> String {
    match lang {
        Lang::En => format!("{} {year}", month_name(month)),
        Lang::Ja => format!("{year}年{month}月"),
    }
}

fn single(lang: Lang, part: &Single) -> String {
    let year = part.year;
    let month = part.month.map(usize::from);
    let name = part.month.map_or("", month_name);
    let plain = match (lang, month, part.day) {
        (Lang::En, None, _) => year.to_string(),
        (Lang::En, Some(_), None) => format!("{name} {year}"),
        (Lang::En, Some(_), Some(day)) => format!("{day} {name} {year}"),
        (Lang::Ja, None, _) => format!("{year}年"),
        (Lang::Ja, Some(m), None) => format!("{year}年{m}月"),
        (Lang::Ja, Some(m), Some(day)) => format!("{year}年{m}月{day}日"),
    };
    let about = match (part.approximate, lang) {
        (true, Lang::En) => format!("about {plain}"),
        (true, Lang::Ja) => format!("{plain}ごろ"),
        (false, _) => plain,
    };
    match (part.uncertain, lang) {
        (true, Lang::En) => format!("{about} (uncertain)"),
        (true, Lang::Ja) => format!("{about}(不確か)"),
        (false, _) => about,
    }
}

/// How wide a date is: `day`, `month`, `year`, and whether several are given.
pub fn precision(lang: Lang, date: &Date) -> &'static str {
    let parts = date.parts();
    let widest = parts.iter().map(Single::precision).max();
    let several = parts.len() > 1 && !date.is_interval();
    let pick = |en, ja| match lang {
        Lang::En => en,
        Lang::Ja => ja,
    };
    match (date.is_interval(), several, widest) {
        (true, ..) => pick("period", "期間"),
        (_, true, Some(Precision::Day)) => pick("day, disputed", "日・諸説あり"),
        (_, true, Some(Precision::Month)) => pick("month, disputed", "月まで・諸説あり"),
        (_, true, _) => pick("year, disputed", "年まで・諸説あり"),
        (_, _, Some(Precision::Day)) => pick("day", "日"),
        (_, _, Some(Precision::Month)) => pick("month", "月まで"),
        _ => pick("year", "年まで"),
    }
}

/// A count with thousands apart.
pub fn count(n: i32) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `206`, or `914–974` where a date is not known to the day.
pub fn days(lang: Lang, range: &DayRange) -> String {
    let (least, most) = (count(range.least), count(range.most));
    let dash = match lang {
        Lang::En => "–",
        Lang::Ja => "〜",
    };
    let plain = match range.least == range.most {
        true => least,
        false => format!("{least}{dash}{most}"),
    };
    match (range.approximate, lang) {
        (true, Lang::En) => format!("about {plain}"),
        (true, Lang::Ja) => format!("約{plain}"),
        (false, _) => plain,
    }
}

/// `206 days silent`.
pub fn days_silent(lang: Lang, range: &DayRange) -> String {
    let days = days(lang, range);
    match lang {
        Lang::En => format!("{days} days silent"),
        Lang::Ja => format!("公表まで{days}日"),
    }
}

/// `206 days`.
pub fn days_long(lang: Lang, range: &DayRange) -> String {
    let days = days(lang, range);
    match lang {
        Lang::En if range.most == 1 => days + " day",
        Lang::En => days + " days",
        Lang::Ja => days + "日",
    }
}

/// A list in words: `Thailand, Indonesia`.
pub fn list(lang: Lang, items: &[&str]) -> String {
    items.join(comma(lang))
}

/// What stands between two things of a list.
pub fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Ja => "、",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> (String, String) {
        let parsed: Date = text.parse().unwrap();
        (date(Lang::En, &parsed), date(Lang::Ja, &parsed))
    }

    #[test]
    fn a_date_is_never_shown_finer_than_it_is_known() {
        let both = |en: &str, ja: &str| (en.to_owned(), ja.to_owned());
        assert_eq!(shown("2019"), both("2019", "2019年"));
        assert_eq!(shown("2019-06"), both("Jun 2019", "2019年6月"));
        assert_eq!(shown("2019-06-28"), both("28 Jun 2019", "2019年6月28日"));
        assert_eq!(shown("2020-07~"), both("about Jul 2020", "2020年7月ごろ"));
        assert_eq!(
            shown("[2017-06,2017-07]"),
            both("Jun or Jul 2017", "2017年6月または7月")
        );
        assert_eq!(
            shown("2019-06-28/2019-06-30"),
            both("28–30 Jun 2019", "2019年6月28日〜30日")
        );
        assert_eq!(
            shown("2019-06-28/2019-07-02"),
            both("28 Jun–2 Jul 2019", "2019年6月28日〜7月2日")
        );
        assert_eq!(
            shown("[2018-12,2019-01]"),
            both("Dec 2018 or Jan 2019", "2018年12月または2019年1月")
        );
        assert_eq!(
            shown("2019-06~/2019-07"),
            both("about Jun 2019–Jul 2019", "2019年6月ごろ〜2019年7月")
        );
        assert_eq!(shown("2016/2018"), both("2016–2018", "2016年〜2018年"));
    }

    #[test]
    fn thousands_stand_apart() {
        let parse = |t: &str| t.parse::<Date>().unwrap();
        let range = parse("2016-08").days_until(&parse("2020-02-06"));
        assert_eq!(days_silent(Lang::En, &range), "1,254–1,284 days silent");
        assert_eq!(days_silent(Lang::Ja, &range), "公表まで1,254〜1,284日");
    }
}

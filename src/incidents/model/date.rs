//! Dates as wide as they are known.
//!
//! The notation is EDTF (ISO 8601-2:2019, Annex A), level 1, in the part the field needs: day,
//! month, year, `~` approximate, `?` uncertain, `%` both, an interval `a/b`, and from level 2
//! "one of" `[a,b]`. See <https://www.loc.gov/standards/datetime/>.

use super::day::{Day, days_in_month};
use crate::table::sort_by_key;
use std::fmt;
use std::str::FromStr;

/// A point or stretch of the calendar, never finer than its source.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date(Form);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Form {
    Single(Single),
    Interval(Single, Single),
    OneOf(Vec<Single>),
}

/// A day, month or year with its qualifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Single {
    /// Year of the Gregorian calendar, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12, where known.
    pub month: Option<u8>,
    /// Day of the month, where known; only beside a month.
    pub day: Option<u8>,
    /// `~`: about.
    pub approximate: bool,
    /// `?`: the source is not sure.
    pub uncertain: bool,
}

/// How wide a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One calendar day.
    Day,
    /// One calendar month, or several possible days.
    Month,
    /// One calendar year.
    Year,
    /// A stretch between two dates, or several possible months or years.
    Range,
}

/// How many days lie between two dates: from `least` to `most`, both counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayRange {
    /// The fewest days that fit both dates; never below 0.
    pub least: i32,
    /// The most days that fit both dates; never below 0.
    pub most: i32,
    /// One of the dates is approximate or uncertain: the bounds are not hard.
    pub approximate: bool,
    /// The arithmetic went below zero and was clipped.
    pub clipped: bool,
}

impl DayRange {
    /// True where both dates are known to the day.
    pub fn is_exact(&self) -> bool {
        self.least == self.most && !self.approximate
    }

    /// Twice the middle of the range, an integer, for sorting.
    pub fn twice_middle(&self) -> i32 {
        self.least.saturating_add(self.most)
    }
}

impl Single {
    /// The first day it can mean.
    pub fn earliest(&self) -> Day {
        self.civil(self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day it can mean.
    pub fn latest(&self) -> Day {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or(days_in_month(self.year, month));
        self.civil(month, day)
    }

    fn civil(&self, month: u8, day: u8) -> Day {
        Day::from_civil(self.year, month, day).unwrap_or(Day(0))
    }

    /// Day, month or year.
    pub fn precision(&self) -> Precision {
        match (self.month, self.day) {
            (_, Some(_)) => Precision::Day,
            (Some(_), None) => Precision::Month,
            (None, None) => Precision::Year,
        }
    }
}

impl Date {
    /// The first day the date can mean.
    pub fn earliest(&self) -> Day {
        let days = self.parts().into_iter().map(|p| p.earliest());
        days.min().unwrap_or(Day(0))
    }

    /// The last day the date can mean.
    pub fn latest(&self) -> Day {
        let days = self.parts().into_iter().map(|p| p.latest());
        days.max().unwrap_or(Day(0))
    }

    /// The dates it is made of: one, the two ends of an interval, or the alternatives.
    pub fn parts(&self) -> Vec<Single> {
        match &self.0 {
            Form::Single(one) => vec![*one],
            Form::Interval(from, to) => vec![*from, *to],
            Form::OneOf(all) => all.clone(),
        }
    }

    /// True for `a/b`.
    pub fn is_interval(&self) -> bool {
        matches!(self.0, Form::Interval(..))
    }

    /// True where any part is marked `~`, `?` or `%`.
    pub fn is_approximate(&self) -> bool {
        self.parts().iter().any(|p| p.approximate || p.uncertain)
    }

    /// How wide it is.
    pub fn precision(&self) -> Precision {
        match &self.0 {
            Form::Single(one) => one.precision(),
            Form::OneOf(all) if all.iter().all(|p| p.day.is_some()) => Precision::Month,
            Form::Interval(..) | Form::OneOf(_) => Precision::Range,
        }
    }

    /// How many days from `self` to `later`: the fewest and the most that fit both.
    pub fn days_until(&self, later: &Date) -> DayRange {
        let least = later.earliest().0 - self.latest().0;
        let most = later.latest().0 - self.earliest().0;
        DayRange {
            least: least.max(0),
            most: most.max(0),
            approximate: self.is_approximate() || later.is_approximate(),
            clipped: least < 0,
        }
    }

    /// One date that spans several: equal dates stay one, others become "one of".
    pub fn one_of(dates: &[Date]) -> Option<Date> {
        let mut parts: Vec<Single> = Vec::new();
        for part in dates.iter().flat_map(Date::parts) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        match (dates, parts.as_slice()) {
            ([only], _) => Some(only.clone()),
            (_, []) => None,
            (_, [one]) => Some(Date(Form::Single(*one))),
            _ => {
                sort_by_key(&mut parts, |p| (p.earliest(), p.latest()));
                Some(Date(Form::OneOf(parts)))
            }
        }
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(list) = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
            let parts: Vec<Single> = list
                .split(',')
                .map(parse_single)
                .collect::<Result<_, _>>()?;
            if parts.len() < 2 {
                return Err(format!(
                    "`{text}` names one date: write it without brackets"
                ));
            }
            return Ok(Self(Form::OneOf(parts)));
        }
        if let Some((from, to)) = text.split_once('/') {
            let (from, to) = (parse_single(from)?, parse_single(to)?);
            if from.earliest() > to.latest() {
                return Err(format!(
                    "`{text}` ends before it begins: swap its two dates"
                ));
            }
            return Ok(Self(Form::Interval(from, to)));
        }
        parse_single(text).map(|one| Self(Form::Single(one)))
    }
}

fn parse_single(text: &str) -> Result<Single, String> {
    let wrong = || {
        format!(
            "`{text}` is not a date: write 2019, 2019-06 or 2019-06-28, with ~ for about and ? for uncertain"
        )
    };
    let (bare, approximate, uncertain) = match text.char_indices().last() {
        Some((at, '~')) => (text.get(..at), true, false),
        Some((at, '?')) => (text.get(..at), false, true),
        Some((at, '%')) => (text.get(..at), true, true),
        _ => (Some(text), false, false),
    };
    let mut fields = bare.ok_or_else(wrong)?.split('-');
    let year: u16 = number(fields.next(), 4).ok_or_else(wrong)?;
    let month = fields.next().map(|f| number(Some(f), 2).ok_or_else(wrong));
    let day = fields.next().map(|f| number(Some(f), 2).ok_or_else(wrong));
    if fields.next().is_some() {
        return Err(wrong());
    }
    let (month, day) = (month.transpose()?, day.transpose()?);
    let month: Option<u8> = month.map(|m| m as u8);
    let day: Option<u8> = day.map(|d| d as u8);
    let exists = Day::from_civil(year, month.unwrap_or(1), day.unwrap_or(1)).is_some();
    if year == 0 || !exists {
        return Err(format!(
            "`{text}` is not in the calendar: check its year, month and day"
        ));
    }
    Ok(Single {
        year,
        month,
        day,
        approximate,
        uncertain,
    })
}

fn number(field: Option<&str>, digits: usize) -> Option<u16> {
    let field = field?;
    let plain = field.len() == digits && field.bytes().all(|b| b.is_ascii_digit());
    if plain { field.parse().ok() } else { None }
}

impl fmt::Display for Single {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        f.write_str(match (self.approximate, self.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::Single(one) => one.fmt(f),
            Form::Interval(from, to) => write!(f, "{from}/{to}"),
            Form::OneOf(all) => {
                let all: Vec<String> = all.iter().map(Single::to_string).collect();
                write!(f, "[{}]", all.join(","))
            }
        }
    }
}

super::parsed!(
    Date: "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?)?|\\[.*,.*\\])$"
);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn days(from: &str, to: &str) -> (i32, i32) {
        let range = date(from).days_until(&date(to));
        (range.least, range.most)
    }

    #[test]
    fn silence_is_as_wide_as_its_dates() {
        assert_eq!(days("2020-06-11", "2020-12-28"), (200, 200));
        assert_eq!(days("2019-06-28", "2020-01-20"), (206, 206));
        assert_eq!(days("[2017-06,2017-07]", "2020-01-31"), (914, 974));
        assert_eq!(days("2016-08", "2020-02-06"), (1254, 1284));
        assert_eq!(days("2017-06", "2020-02-06"), (951, 980));
        assert_eq!(days("2018-05", "2020-02-06"), (616, 646));
    }

    #[test]
    fn a_range_below_zero_is_clipped_and_says_so() {
        let range = date("2020-03").days_until(&date("2020-03-10"));
        assert_eq!((range.least, range.most, range.clipped), (0, 9, true));
    }

    #[test]
    fn impossible_and_reversed_dates_are_refused_with_a_remedy() {
        for (text, word) in [
            ("2019-02-30", "calendar"),
            ("0000", "calendar"),
            ("2019-13", "calendar"),
            ("2020/2019", "swap"),
            ("[2019]", "brackets"),
            ("2019-6", "not a date"),
            ("", "not a date"),
            ("2019-06-28-01", "not a date"),
            ("２０１９", "not a date"),
            ("~", "not a date"),
        ] {
            let error = text.parse::<Date>().unwrap_err();
            assert!(error.contains(word), "{text}: {error}");
        }
    }

    #[test]
    fn competing_dates_span_one_range() {
        let both = Date::one_of(&[date("2017-07"), date("2017-06")]).unwrap();
        assert_eq!(both.to_string(), "[2017-06,2017-07]");
        assert_eq!(
            Date::one_of(&[date("2017"), date("2017")]),
            Some(date("2017"))
        );
    }

    fn single() -> impl Strategy<Value = String> {
        (
            1u16..=9999,
            proptest::option::of((1u8..=12, proptest::option::of(1u8..=28))),
            0usize..4,
        )
            .prop_map(|(y, md, q)| {
                let rest = md.map_or(String::new(), |(m, d)| {
                    format!("-{m:02}{}", d.map_or(String::new(), |d| format!("-{d:02}")))
                });
                format!("{y:04}{rest}{}", ["", "~", "?", "%"][q])
            })
    }

    proptest! {
        #[test]
        fn printing_and_parsing_are_inverse(a in single(), b in single()) {
            for text in [a.clone(), format!("[{a},{b}]"), format!("{a}/{b}")] {
                if let Ok(parsed) = text.parse::<Date>() {
                    prop_assert_eq!(parsed.to_string(), text);
                    prop_assert!(parsed.earliest() <= parsed.latest());
                }
            }
        }

        #[test]
        fn any_text_is_answered(text in ".{0,40}") {
            let _ = text.parse::<Date>();
        }
    }
}

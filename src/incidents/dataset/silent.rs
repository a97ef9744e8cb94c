//! Who was silent on a day: had detected an incident and not yet told the public.
//!
//! A date is as wide as it is known, so a day may lie where the silence is certain (the last day
//! of detection has come, the first day of disclosure has not) or only possible. A date marked
//! `~` or `?` counts as written; what is derived from it says "about".

use super::Dataset;
use crate::model::{CountryCode, Date, Day, DayRange, Incident, Lang};
use crate::table::sort_by_key;

/// From detection to first disclosure; both ends as wide as they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// The first and last day that detection can mean.
    pub detected: (Day, Day),
    /// The first and last day that disclosure can mean.
    pub disclosed: (Day, Day),
    /// One of the dates is approximate or uncertain.
    pub approximate: bool,
}

/// How sure it is that somebody was silent on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Whatever the open dates mean.
    Certain,
    /// For some of what the open dates can mean.
    Possible,
}

impl Window {
    /// The window between two dates.
    pub fn between(detected: &Date, disclosed: &Date) -> Self {
        Self {
            detected: (detected.earliest(), detected.latest()),
            disclosed: (disclosed.earliest(), disclosed.latest()),
            approximate: detected.is_approximate() || disclosed.is_approximate(),
        }
    }

    /// Whether there was silence on a day. The day of detection counts, that of disclosure does
    /// not.
    pub fn on(&self, day: Day) -> Option<Standing> {
        let possible = self.detected.0 <= day && day < self.disclosed.1;
        let certain = self.detected.1 <= day && day < self.disclosed.0;
        match (certain, possible) {
            (true, _) => Some(Standing::Certain),
            (false, true) => Some(Standing::Possible),
            (false, false) => None,
        }
    }

    /// Days from detection to a day of the silence.
    pub fn so_far(&self, day: Day) -> DayRange {
        self.range(day.0 - self.detected.1.0, day.0 - self.detected.0.0, 0)
    }

    /// Days from a day of the silence to disclosure, at least one.
    pub fn until_told(&self, day: Day) -> DayRange {
        self.range(self.disclosed.0.0 - day.0, self.disclosed.1.0 - day.0, 1)
    }

    fn range(&self, least: i32, most: i32, floor: i32) -> DayRange {
        DayRange {
            least: least.max(floor),
            most: most.max(floor),
            approximate: self.approximate,
            clipped: least < floor,
        }
    }
}

/// How many were silent from a day on, until the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The first day it holds.
    pub from: Day,
    /// How many certainly.
    pub certain: i32,
    /// How many only possibly.
    pub possible: i32,
}

impl Step {
    /// Certain and possible together.
    pub fn both(&self) -> i32 {
        self.certain + self.possible
    }
}

/// How many were silent, from the first detection to the last disclosure; the last step is zero.
pub fn steps(windows: &[Window]) -> Vec<Step> {
    let mut changes: Vec<(Day, i32, i32)> = Vec::with_capacity(4 * windows.len());
    for window in windows {
        let ends = [
            (window.detected.0, window.disclosed.1, 0, 1),
            (window.detected.1, window.disclosed.0, 1, -1),
        ];
        for (from, to, certain, possible) in ends {
            if from < to {
                changes.push((from, certain, possible));
                changes.push((to, -certain, -possible));
            }
        }
    }
    sort_by_key(&mut changes, |change| change.0);
    let mut steps: Vec<Step> = Vec::new();
    let (mut certain, mut possible) = (0, 0);
    for (from, more_certain, more_possible) in changes {
        certain += more_certain;
        possible += more_possible;
        let step = Step {
            from,
            certain,
            possible,
        };
        match steps.last_mut() {
            Some(last) if last.from == from => *last = step,
            _ => steps.push(step),
        }
    }
    steps.dedup_by(|later, before| {
        (later.certain, later.possible) == (before.certain, before.possible)
    });
    steps
}

/// The counts of a day.
pub fn counts(windows: &[Window], day: Day) -> Step {
    let of = |standing| {
        let there = windows.iter().filter(|w| w.on(day) == Some(standing));
        i32::try_from(there.count()).unwrap_or(i32::MAX)
    };
    Step {
        from: day,
        certain: of(Standing::Certain),
        possible: of(Standing::Possible),
    }
}

/// The last day of the stretch in which most were certainly silent, the latest such stretch; where
/// nobody certainly was, the same of those who possibly were.
pub fn busiest(steps: &[Step]) -> Option<Day> {
    let certain = steps.iter().any(|s| s.certain > 0);
    let height = |s: &Step| if certain { s.certain } else { s.both() };
    let most = steps.iter().map(height).max().filter(|most| *most > 0)?;
    let at = steps.iter().rposition(|s| height(s) == most)?;
    let next = steps.get(at + 1)?;
    Some(Day(next.from.0 - 1))
}

/// How many entries can be in a picture of silence, and why the others cannot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Both dates to the day.
    pub to_the_day: usize,
    /// Both dates, one of them wider than a day or approximate.
    pub wider: usize,
    /// Disclosed, but no detection date.
    pub no_detection: usize,
    /// Detected, but no disclosure date.
    pub no_disclosure: usize,
    /// Neither date.
    pub neither: usize,
}

impl Known {
    /// Entries with both dates.
    pub fn both(&self) -> usize {
        self.to_the_day + self.wider
    }

    /// All entries.
    pub fn all(&self) -> usize {
        self.both() + self.no_detection + self.no_disclosure + self.neither
    }
}

/// In which order lanes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LaneOrder {
    /// Earliest detection first, unknown last.
    #[default]
    Detected,
    /// Earliest disclosure first, unknown last.
    Disclosed,
    /// Longest silence first, unknown last.
    Silence,
    /// By the first victim's country, then by detection.
    Country,
}

impl LaneOrder {
    /// Every order, as offered.
    pub const ALL: [LaneOrder; 4] = [
        LaneOrder::Detected,
        LaneOrder::Disclosed,
        LaneOrder::Silence,
        LaneOrder::Country,
    ];

    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
            LaneOrder::Detected => "detected",
            LaneOrder::Disclosed => "disclosed",
            LaneOrder::Silence => "silence",
            LaneOrder::Country => "country",
        }
    }
}

impl Dataset {
    /// The window of silence of an entry that has both dates.
    pub fn window(&self, incident: &Incident) -> Option<Window> {
        let detected = self.detected(incident)?;
        Some(Window::between(&detected, &self.disclosed(incident)?))
    }

    /// How many of some entries have which dates.
    pub fn dates_known<'a>(&self, incidents: impl Iterator<Item = &'a Incident>) -> Known {
        let mut known = Known::default();
        for incident in incidents {
            let (detected, disclosed) = (self.detected(incident), self.disclosed(incident));
            let count = match (detected, disclosed) {
                (Some(from), Some(to)) => match from.days_until(&to).is_exact() {
                    true => &mut known.to_the_day,
                    false => &mut known.wider,
                },
                (None, Some(_)) => &mut known.no_detection,
                (Some(_), None) => &mut known.no_disclosure,
                (None, None) => &mut known.neither,
            };
            *count += 1;
        }
        known
    }

    /// Puts entries in the order of lanes; what is equal stands by its address.
    pub fn arrange(&self, incidents: &mut Vec<&Incident>, order: LaneOrder, lang: Lang) {
        type Rank = (bool, i32, String, i32, String);
        let days = |date: Option<Date>| date.map(|d| (d.earliest().0, d.latest().0));
        let rank = |incident: &&Incident| -> Rank {
            let id = incident.id.to_string();
            let detected = days(self.detected(incident));
            let of = |days: Option<(i32, i32)>| match days {
                Some((first, last)) => (false, first, String::new(), last, id.clone()),
                None => (true, 0, String::new(), 0, id.clone()),
            };
            match order {
                LaneOrder::Detected => of(detected),
                LaneOrder::Disclosed => of(days(self.disclosed(incident))),
                LaneOrder::Silence => {
                    let twice = self.silence(incident).map(|s| s.twice_middle());
                    of(twice.map(|twice| (-twice, 0)))
                }
                LaneOrder::Country => {
                    let code: Option<CountryCode> =
                        self.victim_countries(incident).into_iter().next();
                    let name = code.map(|c| self.country_name(&c, lang).to_owned());
                    let first = detected.map_or(i32::MAX, |d| d.0);
                    (name.is_none(), 0, name.unwrap_or_default(), first, id)
                }
            }
        };
        sort_by_key(incidents, rank);
    }
}

#[cfg(test)]
#[path = "silent_tests.rs"]
mod tests;

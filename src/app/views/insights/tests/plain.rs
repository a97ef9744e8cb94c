//! The files of `data/` read as plain JSON, and everything the Insights view shows worked out from
//! them anew: no type, parser or arithmetic of the page is used.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A first and a last day, counted from 1 January 1970.
pub type Ends = (i32, i32);

/// What a file says that a chart shows.
pub struct Entry {
    pub id: String,
    pub detected: Option<Ends>,
    pub disclosed: Option<Ends>,
    pub silence: Option<Days>,
    pub dwell: Option<Days>,
    pub countries: BTreeSet<String>,
    pub sectors: BTreeSet<String>,
    /// Countries where the way in begins.
    pub offices: BTreeSet<String>,
    pub rungs: BTreeSet<String>,
    /// Who says how it was found, and what.
    pub finders: BTreeMap<String, Vec<String>>,
    /// Who spoke first: a role, `together` or `open`.
    pub first: Option<String>,
}

/// The days between two dates.
#[derive(Clone, Copy)]
pub struct Days {
    pub ends: Ends,
    pub about: bool,
    pub cut: bool,
}

/// A date as written.
struct Written {
    ends: Ends,
    about: bool,
}

fn files(folder: &str) -> Vec<Value> {
    let folder = format!("{}/data/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let read = |path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    paths.into_iter().map(read).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Days from 1 January 1970, counted year by year and month by month.
pub fn day(year: i32, month: i32, day: i32) -> i32 {
    let leap = |y: i32| (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    let length = |m: i32| match m {
        2 => 28 + i32::from(leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let years: i32 = (1970..year).map(|y| 365 + i32::from(leap(y))).sum();
    years + (1..month).map(length).sum::<i32>() + day - 1
}

/// The year a day lies in.
pub fn year_of(at: i32) -> i32 {
    (1970..2100).find(|y| day(y + 1, 1, 1) > at).unwrap()
}

fn part(text: &str) -> Ends {
    let bare = text.trim_end_matches(['~', '?', '%']);
    let fields: Vec<i32> = bare.split('-').map(|f| f.parse().unwrap()).collect();
    match fields.as_slice() {
        [y] => (day(*y, 1, 1), day(*y, 12, 31)),
        [y, 12] => (day(*y, 12, 1), day(*y, 12, 31)),
        [y, m] => (day(*y, *m, 1), day(*y, m + 1, 1) - 1),
        [y, m, d] => (day(*y, *m, *d), day(*y, *m, *d)),
        _ => panic!("{text} is no date"),
    }
}

/// All dates together: from the first day any can mean to the last.
fn written(texts: &[String]) -> Option<Written> {
    let parts = || {
        texts
            .iter()
            .flat_map(|t| t.trim_matches(['[', ']']).split([',', '/']))
    };
    Some(Written {
        ends: (
            parts().map(|p| part(p).0).min()?,
            parts().map(|p| part(p).1).max()?,
        ),
        about: parts().any(|p| p.ends_with(['~', '?', '%'])),
    })
}

fn between(from: &Option<Written>, to: &Option<Written>) -> Option<Days> {
    let (from, to) = (from.as_ref()?, to.as_ref()?);
    let (least, most) = (to.ends.0 - from.ends.1, to.ends.1 - from.ends.0);
    Some(Days {
        ends: (least.max(0), most.max(0)),
        about: from.about || to.about,
        cut: least < 0,
    })
}

/// Every entry of the record.
pub fn entries() -> Vec<Entry> {
    let incidents = files("incidents");
    let organisations = files("organisations");
    let organisation = |id: &str| organisations.iter().find(|o| o["id"] == *id).unwrap();
    incidents
        .iter()
        .map(|file| {
            let milestone = |name: &str| {
                let claims = list(&file[name][0]["claims"]).iter();
                let dates: Vec<String> = claims
                    .filter_map(|c| date_of(&incidents, file, c))
                    .collect();
                written(&dates)
            };
            let (began, detected, disclosed) = (
                milestone("began"),
                milestone("detected"),
                milestone("disclosed"),
            );
            let mut entry = Entry {
                id: text(&file["id"]),
                silence: between(&detected, &disclosed),
                dwell: between(&began, &detected),
                detected: detected.map(|d| d.ends),
                disclosed: disclosed.map(|d| d.ends),
                countries: BTreeSet::new(),
                sectors: BTreeSet::new(),
                offices: BTreeSet::new(),
                rungs: list(&file["attributions"])
                    .iter()
                    .map(|a| text(&a["rung"]))
                    .collect(),
                finders: BTreeMap::new(),
                first: None,
            };
            for victim in list(&file["victims"]) {
                if let Some(id) = victim["organisation"].as_str() {
                    let record = organisation(id);
                    entry
                        .countries
                        .extend(record["country"].as_str().map(str::to_owned));
                    entry
                        .sectors
                        .extend(list(&record["sectors"]).iter().map(text));
                } else {
                    entry
                        .countries
                        .extend(list(&victim["unnamed"]["countries"]).iter().map(text));
                }
            }
            for pivot in list(&file["pivots"]) {
                entry
                    .offices
                    .insert(match pivot["from"]["office"].as_str() {
                        Some(office) => {
                            let (id, office) = office.split_once('/').unwrap();
                            let offices = list(&organisation(id)["offices"]);
                            text(&offices.iter().find(|o| o["id"] == *office).unwrap()["country"])
                        }
                        None => text(&pivot["from"]["place"]["country"]),
                    });
            }
            voices(&incidents, file, &mut entry);
            entry
        })
        .collect()
}

fn date_of(incidents: &[Value], home: &Value, reference: &Value) -> Option<String> {
    let reference = reference.as_str().unwrap();
    let (file, id) = match reference.split_once('#') {
        Some((file, id)) => (incidents.iter().find(|f| f["id"] == *file).unwrap(), id),
        None => (home, reference),
    };
    let claim = list(&file["claims"])
        .iter()
        .find(|c| c["id"] == *id)
        .unwrap();
    claim["value"]["date"].as_str().map(str::to_owned)
}

/// Who says how it was found, and who spoke first: for each role the statement that was certainly
/// made by the earliest day; then the role whose day that is, and how the others stand to it.
fn voices(incidents: &[Value], file: &Value, entry: &mut Entry) {
    let names = |claim: &Value| list(&claim["about"]["incidents"]).contains(&file["id"]);
    // The last day, the first day negated, whether a source dates it: the least of these leads.
    let mut firsts: BTreeMap<String, (i32, i32, bool)> = BTreeMap::new();
    for home in incidents {
        let own = home["id"] == file["id"];
        for claim in list(&home["claims"]).iter().filter(|c| own || names(c)) {
            let role = text(&claim["role"]);
            if claim["question"] == "how-found" {
                let said = entry.finders.entry(role.clone()).or_default();
                said.push(text(&claim["text"]["en"]));
            }
            if claim["question"] == "profile" || role == "dataset" {
                continue;
            }
            let stated = claim["date"]
                .as_str()
                .map(|d| (written(&[d.to_owned()]).unwrap().ends, false));
            let sources = list(&claim["sources"]).iter().filter_map(|id| {
                let source = list(&home["sources"]).iter().find(|s| s["id"] == *id)?;
                Some(
                    written(&[source["date"].as_str()?.to_owned()])
                        .unwrap()
                        .ends,
                )
            });
            let earliest = sources.min_by_key(|(first, last)| (*last, *first));
            let Some(((first, last), by_source)) = stated.or(earliest.map(|ends| (ends, true)))
            else {
                continue;
            };
            let new = (last, -first, by_source);
            let known = firsts.entry(role).or_insert(new);
            *known = new.min(*known);
        }
    }
    let Some((leader, (last, first, _))) = firsts.iter().min_by_key(|(_, by)| **by) else {
        return;
    };
    let (mut open, mut together) = (false, false);
    for (_, (other_last, other_first, _)) in firsts.iter().filter(|(role, _)| *role != leader) {
        let (least, most) = (-other_first - last, other_last + first);
        open |= least < 0 || (least == 0 && most > 0);
        together |= least == 0 && most == 0;
    }
    entry.first = Some(match (open, together) {
        (true, _) => "open".to_owned(),
        (_, true) => "together".to_owned(),
        _ => leader.clone(),
    });
}

/// The median of some middles, to the whole day, halves up.
pub fn median(days: &[Ends]) -> Option<i32> {
    let mut middles: Vec<f64> = days.iter().map(|(a, b)| f64::from(a + b) / 2.0).collect();
    middles.sort_by(f64::total_cmp);
    let n = middles.len();
    let middle = match n {
        0 => return None,
        n if n % 2 == 1 => middles[n / 2],
        n => (middles[n / 2 - 1] + middles[n / 2]) / 2.0,
    };
    Some((middle + 0.5).floor() as i32)
}

/// A number with thousands apart.
pub fn figure(n: i32) -> String {
    match n {
        0..1000 => n.to_string(),
        _ => format!("{},{:03}", n / 1000, n % 1000),
    }
}

/// Days as the page says them: `about 1,254–1,284 days`.
pub fn told(days: &Days) -> String {
    let (least, most) = (figure(days.ends.0), figure(days.ends.1));
    let about = if days.about { "about " } else { "" };
    let range = if least == most {
        least
    } else {
        format!("{least}–{most}")
    };
    let cut = if days.cut { ", cut off at 0" } else { "" };
    let unit = if days.ends.1 == 1 { "day" } else { "days" };
    format!("{about}{range} {unit}{cut}")
}

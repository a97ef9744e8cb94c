//! The story of an entry, told from the record itself.

use super::exposure::Gap;
use super::record::record;
use super::voices::{Basis, FirstWord};
use super::*;
use crate::model::{DayRange, Question, Role, Stance};

fn entry(id: &str) -> &'static Incident {
    record().incidents.get(&id.parse().unwrap()).unwrap()
}

fn bounds(range: DayRange) -> (i32, i32) {
    (range.least, range.most)
}

#[test]
fn mitsubishi_electric_and_the_press_spoke_on_one_day_the_ministry_eleven_later() {
    let voices = record().first_words(entry("mitsubishi-electric-2019"));
    let told: Vec<_> = voices
        .iter()
        .map(|v| {
            let (held, spoken) = v.first.as_ref().unwrap();
            let lag = bounds(v.lag.unwrap());
            (
                v.role,
                held.claim.id.as_str(),
                spoken.date.to_string(),
                spoken.basis,
                lag,
            )
        })
        .collect();
    let date = |text: &str| text.to_owned();
    assert_eq!(
        told,
        [
            (
                Role::Company,
                "no-defence-information",
                date("2020-01-20"),
                Basis::Stated,
                (0, 0)
            ),
            (
                Role::Press,
                "ministry-mail",
                date("2020-01-20"),
                Basis::Source,
                (0, 0)
            ),
            (
                Role::Ministry,
                "kono-range",
                date("2020-01-31"),
                Basis::Stated,
                (11, 11)
            ),
        ]
    );
}

#[test]
fn who_said_nothing_is_asked_for_and_a_coding_is_no_voice() {
    let voices = record().first_words(entry("khi-2020"));
    let ministry = voices.iter().find(|v| v.role == Role::Ministry).unwrap();
    assert_eq!((ministry.statements, ministry.first.is_none()), (0, true));
    assert!(record().incidents.values().all(|i| {
        let voices = record().first_words(i);
        voices.iter().all(|v| v.role != Role::Dataset) && voices.len() >= 3
    }));
}

#[test]
fn a_month_leaves_the_order_open() {
    let voices = record().first_words(entry("korea-didc-2016"));
    let lag = voices.first().unwrap().lag.unwrap();
    assert_eq!(
        (bounds(lag), lag.clipped),
        ((0, 30), true),
        "the same month"
    );
    let second = voices.get(1).unwrap().lag.unwrap();
    assert_eq!((bounds(second), second.clipped), ((91, 150), false));
}

#[test]
fn who_spoke_first_is_told_only_where_the_dates_tell() {
    let first = |id: &str| record().spoke_first(entry(id));
    let several = Some(FirstWord::Together);
    assert_eq!(
        first("mitsubishi-electric-2019"),
        several,
        "company and press on one day"
    );
    let ministry = Some(FirstWord::One(Role::Ministry));
    assert_eq!(
        first("korea-didc-2016"),
        ministry,
        "a month, and the next voice months later"
    );
    let open = record()
        .incidents
        .values()
        .filter(|i| first(i.id.as_str()) == Some(FirstWord::Open));
    assert!(open.count() > 0, "months that overlap leave it open");
    for incident in record().incidents.values() {
        let voices = record().first_words(incident);
        let dated: Vec<_> = voices.iter().filter(|v| v.first.is_some()).collect();
        match record().spoke_first(incident) {
            None => assert!(dated.is_empty(), "{}", incident.id),
            Some(FirstWord::One(role)) => {
                assert_eq!(dated[0].role, role, "{}", incident.id);
                let later = |v: &&voices::Voice<'_>| v.lag.unwrap().least > 0;
                assert!(dated[1..].iter().all(later), "{}", incident.id);
            }
            Some(_) => assert!(dated.len() > 1, "{}", incident.id),
        }
    }
}

#[test]
fn mitsubishi_electric_denied_then_could_not_exclude_and_the_ministry_corrected() {
    let accounts = record().accounts(entry("mitsubishi-electric-2019"));
    let account = accounts.first().unwrap();
    assert_eq!(
        (account.question, account.overtaken()),
        (Question::Taken, 2)
    );
    let steps: Vec<_> = account
        .steps
        .iter()
        .map(|s| s.held.claim.id.as_str())
        .collect();
    assert_eq!(
        steps,
        [
            "no-defence-information",
            "no-defence-contracts",
            "caution-marked",
            "missile-bid",
            "files-59"
        ]
    );
    let since: Vec<_> = account
        .steps
        .iter()
        .map(|s| s.since_first.map(bounds))
        .collect();
    assert_eq!(
        since,
        [
            None,
            Some((0, 11)),
            Some((23, 23)),
            Some((121, 121)),
            Some((704, 704))
        ]
    );
    let [.., own, press, ministry] = account.steps.as_slice() else {
        panic!("five steps");
    };
    let own = own.change.as_ref().unwrap();
    assert!(own.same_party && own.overtakes);
    assert_eq!(own.stance, Some((Stance::Denies, Stance::CannotExclude)));
    let press = press.change.as_ref().unwrap();
    assert!(!press.same_party && !press.overtakes);
    assert_eq!(press.from.claim.id.as_str(), "no-defence-information");
    let ministry = ministry.change.as_ref().unwrap();
    assert!(
        ministry.same_party,
        "it stood behind the February statement too"
    );
    assert_eq!(ministry.from.claim.id.as_str(), "caution-marked");
    assert!(
        accounts.iter().all(|a| a.question != Question::Disclosed),
        "almost eight months is no other account of the two dates"
    );
}

#[test]
fn nec_s_undated_denial_is_put_before_or_after_nothing() {
    let accounts = record().accounts(entry("nec-2016"));
    let taken = accounts
        .iter()
        .find(|a| a.question == Question::Taken)
        .unwrap();
    assert_eq!(
        (taken.overtaken(), taken.dated(), taken.steps.len()),
        (0, 2, 5)
    );
    let undated = taken.steps.iter().filter(|s| s.spoken.is_none());
    for step in undated {
        assert!(
            step.since_first.is_none() && step.change.is_none(),
            "{step:?}"
        );
    }
}

#[test]
fn every_account_is_linked_and_holds_no_coding() {
    for incident in record().incidents.values() {
        for account in record().accounts(incident) {
            assert!(account.steps.len() > 1);
            assert!(
                account
                    .steps
                    .iter()
                    .all(|s| s.held.claim.role != Role::Dataset)
            );
            let linked = account.steps.iter().all(|step| {
                let here = step.held.address();
                let others = account.steps.iter().filter(|s| s.held.address() != here);
                let names = |from: &Held<'_>, to: &ClaimRef| {
                    let named = from.claim.contradicts.iter().chain(&from.claim.supersedes);
                    let mut named = named.filter_map(|r| record().claim(from.home, r));
                    named.any(|h| h.address() == *to)
                };
                others
                    .into_iter()
                    .any(|o| names(&o.held, &here) || names(&step.held, &o.held.address()))
            });
            assert!(linked, "{}", incident.id);
        }
    }
}

#[test]
fn the_office_scan_flaw_was_listed_859_days_after_its_use_was_noticed() {
    let exposures = record().exposures(entry("mitsubishi-electric-2019"));
    let [one] = exposures.as_slice() else {
        panic!("one vulnerability");
    };
    assert_eq!(one.cve.as_str(), "CVE-2019-18187");
    assert!(matches!(one.since_detected, Some(Gap::After(d)) if bounds(d) == (859, 859)));
    assert!(matches!(one.since_disclosed, Some(Gap::After(d)) if bounds(d) == (653, 653)));
    let company = one.claims.iter().any(|h| h.claim.role == Role::Company);
    assert!(!company, "the company never named the product");
}

#[test]
fn a_listing_may_come_first_or_leave_the_order_open() {
    let gap = |from: &str, to: &str| Gap::between(&from.parse().unwrap(), &to.parse().unwrap());
    assert!(matches!(gap("2023-10-27", "2023-10-18"), Gap::Before(d) if bounds(d) == (9, 9)));
    assert!(matches!(gap("2021-03-03", "2021-03-03"), Gap::After(d) if bounds(d) == (0, 0)));
    assert_eq!(gap("2021-11", "2021-11-03"), Gap::Either(27, 2));
    let boeing = record().exposures(entry("boeing-lockbit-2023"));
    let told = boeing.first().unwrap().since_disclosed;
    assert!(matches!(told, Some(Gap::Before(_))), "{told:?}");
}

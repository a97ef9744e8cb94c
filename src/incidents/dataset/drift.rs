//! How the story changed: answers to one question that overtake or contradict one another, in the
//! order they were given, each with what sets it apart from the one before.

use super::voices::Spoken;
use super::{Dataset, Held};
use crate::model::{
    ClaimRef, Claimant, DayRange, Incident, OrganisationId, Question, Role, Stance, Value,
};
use crate::table::sort_by_key;

/// One question and its linked answers, oldest first, undated last.
#[derive(Clone, Debug, PartialEq)]
pub struct Account<'a> {
    /// What was asked.
    pub question: Question,
    /// What was answered.
    pub steps: Vec<Step<'a>>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<'a> {
    /// Who says what.
    pub held: Held<'a>,
    /// When it was said, where that is known.
    pub spoken: Option<Spoken>,
    /// Days since the first answer.
    pub since_first: Option<DayRange>,
    /// Against which earlier answer it is held, and what differs.
    pub change: Option<Change<'a>>,
}

/// What sets an answer apart from an earlier one.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<'a> {
    /// The earlier answer: the one it overtakes, else the party's own last one, else the one it
    /// contradicts.
    pub from: Held<'a>,
    /// Whether the same party gave both.
    pub same_party: bool,
    /// Whether it overtakes the earlier one.
    pub overtakes: bool,
    /// How each is said, where that differs.
    pub stance: Option<(Stance, Stance)>,
    /// What each gives, where both give a value and these differ.
    pub value: Option<(&'a Value, &'a Value)>,
}

/// Questions whose answers are no account of what happened.
const NOT_TOLD: [Question; 3] = [Question::Response, Question::Remark, Question::Profile];

impl Account<'_> {
    /// How many answers overtake an earlier one.
    pub fn overtaken(&self) -> usize {
        let overtakes = |s: &&Step<'_>| s.change.as_ref().is_some_and(|c| c.overtakes);
        self.steps.iter().filter(overtakes).count()
    }

    /// How many answers are dated.
    pub fn dated(&self) -> usize {
        self.steps.iter().filter(|s| s.spoken.is_some()).count()
    }
}

impl Dataset {
    /// The accounts of an incident that changed, or that differ between parties and dates: linked
    /// by what overtakes or contradicts what. Those that somebody changed come first. A dataset's
    /// coding is no account.
    pub fn accounts<'a>(&'a self, incident: &'a Incident) -> Vec<Account<'a>> {
        let mut held = self.claims_about(incident);
        held.retain(|h| h.claim.role != Role::Dataset && !NOT_TOLD.contains(&h.claim.question));
        let links = self.links_among(&held);
        let groups = super::disputes::grouped(&held, &links);
        let accounts = groups.into_iter().map(|group| self.account(group));
        let mut accounts: Vec<Account<'a>> = accounts.filter(tells).collect();
        sort_by_key(&mut accounts, |a| {
            (a.overtaken() == 0, usize::MAX - a.dated(), a.question)
        });
        accounts
    }

    /// What overtakes what, and what contradicts what in answer to the same question: a length
    /// that does not fit two dates is no other account of them.
    fn links_among(&self, held: &[Held<'_>]) -> Vec<(ClaimRef, ClaimRef)> {
        let mut links = Vec::new();
        for one in held {
            let overtaken = self.claims(one.home, &one.claim.supersedes);
            let mut others = self.claims(one.home, &one.claim.contradicts);
            others.retain(|other| other.claim.question == one.claim.question);
            let all = overtaken.iter().chain(&others);
            links.extend(all.map(|other| (one.address(), other.address())));
        }
        links
    }

    fn account<'a>(&'a self, mut group: Vec<Held<'a>>) -> Account<'a> {
        sort_by_key(&mut group, |h| {
            let date = self.spoken(h).map(|s| (s.date.latest(), s.date.earliest()));
            (date.is_none(), date, h.claim.date.is_none())
        });
        let first = group.first().and_then(|h| self.spoken(h));
        let step = |(i, held): (usize, &Held<'a>)| {
            let spoken = self.spoken(held);
            let since = first.as_ref().zip(spoken.as_ref()).filter(|_| i > 0);
            Step {
                held: *held,
                since_first: since.map(|(first, own)| first.date.days_until(&own.date)),
                change: self.change(group.get(..i).unwrap_or_default(), held),
                spoken,
            }
        };
        Account {
            question: group.first().map_or(Question::Taken, |h| h.claim.question),
            steps: group.iter().enumerate().map(step).collect(),
        }
    }

    /// What sets an answer apart from those before it.
    fn change<'a>(&self, earlier: &[Held<'a>], held: &Held<'a>) -> Option<Change<'a>> {
        let overtaken = self.claims(held.home, &held.claim.supersedes);
        let against = self.conflicts_with(held);
        let among =
            |list: &[Held<'_>], h: &Held<'_>| list.iter().any(|o| o.address() == h.address());
        let last = |fits: &dyn Fn(&Held<'a>) -> bool| earlier.iter().rev().find(|h| fits(h));
        // Without a date only what it overtakes is known to be earlier.
        let dated = self.spoken(held).is_some();
        let from = last(&|h| among(&overtaken, h))
            .or_else(|| last(&|h| dated && same_party(h, held)))
            .or_else(|| earlier.iter().find(|h| dated && among(&against, h)))?;
        let (was, is) = (from.claim, held.claim);
        let values = was.value.as_ref().zip(is.value.as_ref());
        Some(Change {
            from: *from,
            same_party: same_party(from, held),
            overtakes: among(&overtaken, from),
            stance: (was.stance != is.stance).then_some((was.stance, is.stance)),
            value: values.filter(|(was, is)| was != is),
        })
    }
}

/// Somebody overtook an answer, or two answers are known to be of different dates.
fn tells(account: &Account<'_>) -> bool {
    let dates: Vec<_> = account
        .steps
        .iter()
        .filter_map(|s| s.spoken.as_ref())
        .collect();
    let differ = |pair: &[&Spoken]| matches!(pair, [a, b] if a.date != b.date);
    account.steps.len() > 1 && (account.overtaken() > 0 || dates.windows(2).any(differ))
}

/// Whether some organisation stands behind both, or the same person or unnamed people do.
fn same_party(a: &Held<'_>, b: &Held<'_>) -> bool {
    let (own, other) = (organisations(a), organisations(b));
    own.iter().any(|id| other.contains(id)) || a.claim.by == b.claim.by
}

fn organisations<'a>(held: &Held<'a>) -> Vec<&'a OrganisationId> {
    let by = match &held.claim.by {
        Claimant::Organisation(id) => Some(id),
        Claimant::Person(person) => person.affiliation.as_ref(),
        Claimant::Unnamed(_) => None,
    };
    by.into_iter().chain(&held.claim.with).collect()
}

//! Holds the search to the golden queries: which entries must come first, which must be there, and
//! which must not. They were written down before the ranking was tuned, and say why.

use crate::blocks;
use incidents::search::{Index, Query, Sort};
use serde::Deserialize;

#[derive(Deserialize)]
struct Golden {
    query: String,
    kind: String,
    /// The leading hits, in any order.
    first: Vec<String>,
    /// Others that must be among the hits.
    also: Vec<String>,
    /// What must not be found.
    never: Vec<String>,
    /// What only may match, for comparisons.
    #[serde(default)]
    possible: Vec<String>,
    /// The groups that must be offered for a name that several bear.
    #[serde(default)]
    asked: Vec<String>,
    /// How many hits, sure and possible together, where the data tell.
    total: Option<usize>,
    why: String,
}

impl Golden {
    /// What of it does not hold.
    fn misses(&self, index: &Index) -> Vec<String> {
        let query = index.understood(Query::parse(&self.query));
        let results = index.search(&query, Sort::Match);
        let hits: Vec<String> = results.hits.iter().map(ToString::to_string).collect();
        // Without leaders no order is asked for.
        let mut lead: Vec<&String> = hits.iter().take(self.first.len()).collect();
        let mut first: Vec<&String> = self.first.iter().collect();
        lead.sort();
        first.sort();
        let mut misses = Vec::new();
        if lead != first {
            misses.push(format!("leads with {lead:?}, not {first:?}"));
        }
        let absent = |id: &&String| !hits.contains(id);
        let also = self.also.iter().chain(&self.possible);
        misses.extend(also.filter(absent).map(|id| format!("lacks {id}")));
        let found = self.never.iter().filter(|id| hits.contains(id));
        misses.extend(found.map(|id| format!("finds {id}")));
        let choices = results.ambiguities.iter().flat_map(|a| &a.choices);
        let offered: Vec<String> = choices.map(|c| c.actor.to_string()).collect();
        let unasked = self.asked.iter().filter(|id| !offered.contains(id));
        misses.extend(unasked.map(|id| format!("does not offer {id}")));
        let possible: Vec<String> = results.possible.iter().map(ToString::to_string).collect();
        let sure = self.possible.iter().filter(|id| !possible.contains(id));
        misses.extend(sure.map(|id| format!("takes {id} for sure")));
        if let Some(total) = self.total.filter(|total| *total != hits.len()) {
            misses.push(format!("finds {} entries, not {total}", hits.len()));
        }
        misses
    }
}

#[test]
fn the_golden_queries_find_what_a_reader_expects() {
    let golden: Vec<Golden> =
        serde_json::from_str(include_str!("../incidents/testdata/golden.json")).unwrap();
    assert!(golden.len() >= 120);
    let mut dataset = blocks::read().unwrap();
    dataset.remember();
    let index = Index::build(&dataset);
    let mut report = String::new();
    for case in &golden {
        for miss in case.misses(&index) {
            report.push_str(&format!(
                "{} `{}` {miss}\n    ({})\n",
                case.kind, case.query, case.why
            ));
        }
    }
    assert_eq!(report.lines().count() / 2, 0, "\n{report}");
}

//! The index over a dataset: what every entry can be asked about, and the answer to a query.
//!
//! Columns are read when they are first asked, texts when the first word is typed or when the page
//! is at rest, so that opening waits for neither.

use super::bounds::Truth;
use super::columns::{Column, Meant};
use super::facets;
use super::query::{Expr, Query, Value};
use super::results::{Ambiguity, Asked, Choice, Relief, Results, Sort, Unheard};
use super::text::Texts;
use super::{Field, Kind};
use crate::Dataset;
use crate::model::IncidentId;
use crate::table::sort_by_key;
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::rc::Rc;

/// Everything a query is matched against.
#[derive(Clone, Debug, Default)]
pub struct Index {
    dataset: Rc<Dataset>,
    ids: Vec<IncidentId>,
    columns: Vec<OnceCell<Column>>,
    texts: OnceCell<Texts>,
}

/// What every entry answers to each part of a query.
pub(super) struct Answers {
    /// For each part that must hold, how every entry stands to it.
    pub(super) truths: Vec<Vec<Truth>>,
    scores: Vec<f32>,
    slips: Vec<bool>,
    words: Vec<Asked>,
}

impl Index {
    /// An index over a copy of a dataset; for tests and tools.
    pub fn build(dataset: &Dataset) -> Self {
        Self::over(Rc::new(dataset.clone()))
    }

    /// An index over a dataset.
    pub fn over(dataset: Rc<Dataset>) -> Self {
        Self {
            ids: dataset.incidents.values().map(|i| i.id.clone()).collect(),
            columns: Field::ALL.iter().map(|_| OnceCell::new()).collect(),
            texts: OnceCell::new(),
            dataset,
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// What every entry has for a field.
    pub(super) fn column(&self, field: Field) -> Option<&Column> {
        let cell = self.columns.get(field as usize)?;
        Some(cell.get_or_init(|| Column::of(&self.dataset, field)))
    }

    /// The texts; folds them, where nobody has asked yet.
    pub fn texts(&self) -> &Texts {
        self.texts.get_or_init(|| Texts::of(&self.dataset))
    }

    /// Whether the texts are read.
    pub fn has_texts(&self) -> bool {
        self.texts.get().is_some()
    }

    /// Takes texts that were read at rest; those read in the meantime stay.
    pub fn take_texts(&self, texts: Texts) {
        let _ = self.texts.set(texts);
    }

    /// The dataset it is over.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Answers a query.
    pub fn search(&self, query: &Query, sort: Sort) -> Results {
        let answers = self.answers(query);
        Results {
            facets: facets::facets(self, query, &answers),
            ..self.listed(query, sort, &answers)
        }
    }

    /// The same without facets, for a page that opens.
    pub fn first(&self, query: &Query, sort: Sort) -> Results {
        self.listed(query, sort, &self.answers(query))
    }

    fn listed(&self, query: &Query, sort: Sort, answers: &Answers) -> Results {
        let stand = answers.all_but(self.len(), |_| false);
        let mut hits: Vec<usize> = (0..self.len())
            .filter(|at| stand.get(*at).is_some_and(|t| *t != Truth::No))
            .collect();
        self.arrange(&mut hits, query, sort, &stand, answers);
        let ids = |keep: &dyn Fn(usize) -> bool| -> Vec<IncidentId> {
            let kept = hits.iter().filter(|at| keep(**at));
            kept.filter_map(|at| self.ids.get(*at).cloned()).collect()
        };
        Results {
            possible: ids(&|at| stand.get(at) == Some(&Truth::Possible)),
            slips: ids(&|at| answers.slip(at)),
            hits: ids(&|_| true),
            words: answers.words.clone(),
            total: self.len(),
            facets: Vec::new(),
            ambiguities: self.ambiguities(query),
            unheard: self.unheard(query),
            reliefs: match hits.is_empty() {
                true => self.reliefs(query, answers),
                false => Vec::new(),
            },
        }
    }

    /// A query as the record understands it: a country by its code, whatever it is called.
    pub fn understood(&self, query: Query) -> Query {
        query.renamed(|field, text| {
            let country = matches!(field, Field::VictimCountry | Field::Office);
            let column = self.column(field).filter(|_| country)?;
            match column.meant(field, text) {
                Meant::These(places) => {
                    let [place] = places.as_slice() else {
                        return None;
                    };
                    column.values.get(*place).map(|named| named.word.clone())
                }
                Meant::Ambiguous(_) => None,
            }
        })
    }

    /// How many entries answer a query, surely or possibly.
    pub fn count(&self, query: &Query) -> usize {
        let stand = self.answers(query).all_but(self.len(), |_| false);
        stand.iter().filter(|t| **t != Truth::No).count()
    }

    pub(super) fn answers(&self, query: &Query) -> Answers {
        let mut answers = Answers {
            truths: Vec::new(),
            scores: vec![0.0; self.len()],
            slips: vec![false; self.len()],
            words: Vec::new(),
        };
        let last = query.last_word();
        for expr in query.exprs() {
            let truths = self.truths(expr, last, true, &mut answers);
            answers.truths.push(truths);
        }
        answers
    }

    /// How every entry stands to an expression; words that count towards it add to the scores.
    fn truths(
        &self,
        expr: &Expr,
        last: Option<&str>,
        counts: bool,
        answers: &mut Answers,
    ) -> Vec<Truth> {
        let mut each = |parts: &[Expr], start: Truth, with: fn(Truth, Truth) -> Truth| {
            let mut all = vec![start; self.len()];
            for part in parts {
                let truths = self.truths(part, last, counts, answers);
                for (known, truth) in all.iter_mut().zip(truths) {
                    *known = with(*known, truth);
                }
            }
            all
        };
        match expr {
            Expr::All(parts) => each(parts, Truth::Yes, Truth::min),
            Expr::Any(parts) => each(parts, Truth::No, Truth::max),
            Expr::Not(part) => {
                let mut truths = self.truths(part, last, false, answers);
                truths.iter_mut().for_each(|truth| *truth = !*truth);
                truths
            }
            Expr::Is(field, values) => match self.column(*field) {
                Some(column) => column.truths(*field, values),
                None => vec![Truth::No; self.len()],
            },
            Expr::Word(word) | Expr::Phrase(word) => {
                let quoted = matches!(expr, Expr::Phrase(_));
                // The very word: another of the same letters may stand before it.
                let begun = last.is_some_and(|last| std::ptr::eq(last, word.as_str()));
                let found = self.texts().find(word, begun, quoted);
                let mut truths = vec![Truth::No; self.len()];
                for hit in found.hits {
                    let entry = hit.document as usize;
                    if let Some(truth) = truths.get_mut(entry) {
                        *truth = Truth::Yes;
                    }
                    if counts {
                        answers.add(entry, hit.score, hit.slip);
                    }
                }
                if counts {
                    answers.words.push(Asked {
                        typed: word.clone(),
                        spelled: found.terms,
                        begun,
                    });
                }
                truths
            }
        }
    }

    /// Sure before possible, written so before a slip, then the order asked for.
    fn arrange(
        &self,
        hits: &mut Vec<usize>,
        query: &Query,
        sort: Sort,
        stand: &[Truth],
        answers: &Answers,
    ) {
        let sort = match sort {
            Sort::Match if !query.has_words() => Sort::Silence,
            _ => sort,
        };
        sort_by_key(hits, |at| {
            let possible = stand.get(*at) == Some(&Truth::Possible);
            let rank = self.rank(*at, sort, answers);
            (possible, answers.slip(*at), rank)
        });
    }

    /// Smaller stands first; unknown stands last; ties by disclosure, then by id.
    fn rank(&self, at: usize, sort: Sort, answers: &Answers) -> (i32, String, i32, usize) {
        let Some(incident) = self.dataset.incidents.value_at(at) else {
            return (i32::MAX, String::new(), 0, at);
        };
        let descending = |n: Option<i32>| n.map_or(i32::MAX, |n| -n);
        let dataset = &self.dataset;
        let disclosed = descending(dataset.disclosed(incident).map(|d| d.earliest().0));
        let mut name = String::new();
        let first = match sort {
            Sort::Match => {
                let score = answers.scores.get(at).copied().unwrap_or(0.0);
                // Scores are compared to three digits: beyond them they are noise.
                -((score * 1000.0) as i32)
            }
            Sort::Silence => descending(dataset.silence(incident).map(|s| s.twice_middle())),
            Sort::Disclosed => disclosed,
            Sort::Detected => descending(dataset.detected(incident).map(|d| d.earliest().0)),
            Sort::Victim => {
                let victim = dataset.victim_names(incident).into_iter().next();
                name = super::text::fold(&victim.unwrap_or_default());
                0
            }
        };
        let tie = if sort == Sort::Match { disclosed } else { 0 };
        (first, name, tie, at)
    }

    /// What could be dropped from a query that finds nothing, and what that would give.
    fn reliefs(&self, query: &Query, answers: &Answers) -> Vec<Relief> {
        let parts = query.conjuncts().iter().enumerate();
        let mut reliefs: Vec<Relief> = parts
            .map(|(n, part)| {
                let stand = answers.all_but(self.len(), |other| other == n);
                Relief {
                    dropped: query.text().get(part.span.clone()).unwrap_or("").to_owned(),
                    query: query.without(&part.span),
                    count: stand.iter().filter(|t| **t != Truth::No).count(),
                }
            })
            .filter(|relief| relief.count > 0)
            .collect();
        sort_by_key(&mut reliefs, |relief| Reverse(relief.count));
        reliefs
    }

    /// Names in the query that several groups bear, with what each choice would give.
    fn ambiguities(&self, query: &Query) -> Vec<Ambiguity> {
        let mut all = Vec::new();
        for part in query.conjuncts() {
            let (name, mut others) = match &part.expr {
                Expr::Word(name) | Expr::Phrase(name) => (name, Vec::new()),
                Expr::Is(Field::Actor, values) => {
                    let texts = values.iter().enumerate().find_map(|(n, v)| match v {
                        Value::Text(name) if self.bearers(name).len() > 1 => Some((n, name)),
                        _ => None,
                    });
                    let Some((n, name)) = texts else { continue };
                    let mut others = values.clone();
                    others.remove(n);
                    (name, others)
                }
                _ => continue,
            };
            let bearers = self.bearers(name);
            if bearers.len() < 2 {
                continue;
            }
            let choices = bearers.into_iter().map(|actor| {
                let mut values = vec![Value::Text(actor.to_string())];
                values.append(&mut others.clone());
                let chosen = Expr::Is(Field::Actor, values).to_string();
                let query = query.with(&part.span, &chosen);
                let count = self.count(&query);
                Choice {
                    actor,
                    query,
                    count,
                }
            });
            let choices = choices.collect();
            others.clear();
            let name = name.clone();
            all.push(Ambiguity { name, choices });
        }
        all
    }

    /// The groups that bear a name, where it is nobody's id.
    fn bearers(&self, name: &str) -> Vec<crate::model::ActorId> {
        use super::columns::squash;
        let asked = squash(&super::text::fold(name));
        let actors = &self.dataset.actors;
        if asked.len() < 3 || actors.values().any(|a| a.id.as_str() == name) {
            return Vec::new();
        }
        let bears = |a: &&crate::model::Actor| {
            let mut names = a.names.iter();
            names.any(|n| squash(&super::text::fold(&n.name)) == asked)
        };
        actors
            .values()
            .filter(bears)
            .map(|a| a.id.clone())
            .collect()
    }

    /// Filters that name something the record does not hold.
    fn unheard(&self, query: &Query) -> Vec<Unheard> {
        let mut all = Vec::new();
        for expr in query.exprs() {
            let Expr::Is(field, values) = expr else {
                continue;
            };
            let open = matches!(field.kind(), Kind::Name | Kind::WholeName)
                || matches!(field, Field::VictimCountry | Field::Office);
            for value in values {
                let Value::Text(text) = value else { continue };
                let meant = self.column(*field).map(|c| c.meant(*field, text));
                if open && matches!(meant, Some(Meant::These(places)) if places.is_empty()) {
                    let (field, value) = (*field, text.clone());
                    all.push(Unheard { field, value });
                }
            }
        }
        all
    }
}

impl Answers {
    fn add(&mut self, entry: usize, score: f32, slip: bool) {
        if let Some(sum) = self.scores.get_mut(entry) {
            *sum += score;
        }
        if let Some(known) = self.slips.get_mut(entry) {
            *known |= slip;
        }
    }

    fn slip(&self, entry: usize) -> bool {
        self.slips.get(entry).copied().unwrap_or(false)
    }

    /// How every entry stands to all parts but those left out.
    pub(super) fn all_but(&self, len: usize, left_out: impl Fn(usize) -> bool) -> Vec<Truth> {
        let mut all = vec![Truth::Yes; len];
        for (n, truths) in self.truths.iter().enumerate() {
            if !left_out(n) {
                for (known, truth) in all.iter_mut().zip(truths) {
                    *known = (*known).min(*truth);
                }
            }
        }
        all
    }
}

//! What a search answers: hits in order, facets, what must be asked, and the way out of an empty
//! list.

use super::{Field, Query};
use crate::model::{ActorId, IncidentId};

/// In which order hits stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best match first; where no words are asked, longest silence first.
    #[default]
    Match,
    /// Longest silence first, unknown last.
    Silence,
    /// Latest disclosure first.
    Disclosed,
    /// Latest detection first, unknown last.
    Detected,
    /// By the victim's name in its own form.
    Victim,
}

impl Sort {
    /// Every order, as offered.
    pub const ALL: [Sort; 5] = [
        Sort::Match,
        Sort::Silence,
        Sort::Disclosed,
        Sort::Detected,
        Sort::Victim,
    ];

    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
            Sort::Match => "match",
            Sort::Silence => "silence",
            Sort::Disclosed => "disclosed",
            Sort::Detected => "detected",
            Sort::Victim => "victim",
        }
    }
}

/// One facet with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// The field it filters.
    pub field: Field,
    /// Its values in the order shown.
    pub values: Vec<FacetValue>,
    /// The query asks the field in a way that no box can show; a click adds to it.
    pub custom: bool,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value as a query writes it.
    pub value: String,
    /// How many entries have it under all other filters; zero is kept.
    pub count: usize,
    /// Whether it is chosen.
    pub on: bool,
}

/// A way out of an empty list: drop something, and this many entries come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relief {
    /// What would be dropped, as typed.
    pub dropped: String,
    /// The query without it.
    pub query: Query,
    /// How many entries that would give.
    pub count: usize,
}

impl Eq for Query {}

/// A name that several records bear: which is meant is asked, never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguity {
    /// The name as typed.
    pub name: String,
    /// The records that bear it.
    pub choices: Vec<Choice>,
}

/// One of the records that bear a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The record.
    pub actor: ActorId,
    /// The query that asks for it alone.
    pub query: Query,
    /// How many entries that gives.
    pub count: usize,
}

/// A filter's value that nothing in the record bears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unheard {
    /// The field.
    pub field: Field,
    /// The value as typed.
    pub value: String,
}

/// A word of the query, and the spellings it was found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// As typed.
    pub typed: String,
    /// As the record spells it, folded; several where a slip of it was found.
    pub spelled: Vec<String>,
    /// Whether words that only begin so count.
    pub begun: bool,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The entries, in order.
    pub hits: Vec<IncidentId>,
    /// Those of them that only may answer: what is known of them straddles a bound.
    pub possible: Vec<IncidentId>,
    /// Those of them that only match by a slip of the pen.
    pub slips: Vec<IncidentId>,
    /// The words asked for, without those that must not stand.
    pub words: Vec<Asked>,
    /// How many entries there are in all.
    pub total: usize,
    /// The facets with their counts.
    pub facets: Vec<Facet>,
    /// Names that must be asked about.
    pub ambiguities: Vec<Ambiguity>,
    /// Values that nothing bears.
    pub unheard: Vec<Unheard>,
    /// Ways out, most entries first; filled only where nothing was found.
    pub reliefs: Vec<Relief>,
}

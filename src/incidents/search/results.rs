//! What a search answers: hits in order, facets, and the way out of an empty list.

use super::{Field, Query};
use crate::model::IncidentId;

/// In which order hits stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Longest silence first, unknown last.
    #[default]
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
    pub const ALL: [Sort; 4] = [Sort::Silence, Sort::Disclosed, Sort::Detected, Sort::Victim];

    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
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

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The entries, in order.
    pub hits: Vec<IncidentId>,
    /// How many entries there are in all.
    pub total: usize,
    /// The facets with their counts.
    pub facets: Vec<Facet>,
    /// Ways out, most entries first; filled only where nothing was found.
    pub reliefs: Vec<Relief>,
}

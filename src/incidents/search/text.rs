//! The words of every entry, and how a word of a query finds them.

use super::passages::{Place, passages};
use crate::Dataset;
use crate::model::Incident;
use retrieval::{Found, Index, Typos, Word};

pub use retrieval::edits::is_slip;
pub use retrieval::{fold, marks};

/// The texts of all entries, as they are searched.
#[derive(Clone, Debug)]
pub struct Texts(Index);

impl Texts {
    /// Reads a dataset's texts.
    pub fn of(dataset: &Dataset) -> Self {
        let mut reading = Reading::default();
        while reading.step(dataset) {}
        reading.done()
    }

    /// The entries that hold a word. The last word may be half typed; in quotation marks nothing
    /// is forgiven. Slips count where nothing is spelt as typed: a reader who spells a name right
    /// has no use for what is spelt like it.
    pub fn find(&self, text: &str, begun: bool, quoted: bool) -> Found {
        let typos = match quoted {
            true => Typos::Never,
            false => Typos::WhereUnknown,
        };
        self.0.find(&Word { text, begun, typos })
    }
}

/// Reads the texts entry by entry, so that no key waits for all of them.
#[derive(Clone, Debug)]
pub struct Reading {
    index: Index,
    next: usize,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            index: Index::new(&Place::WEIGHTS),
            next: 0,
        }
    }
}

impl Reading {
    /// Reads one entry more; whether there are others.
    pub fn step(&mut self, dataset: &Dataset) -> bool {
        let Some(incident) = dataset.incidents.value_at(self.next) else {
            return false;
        };
        self.read(dataset, incident);
        self.next += 1;
        true
    }

    fn read(&mut self, dataset: &Dataset, incident: &Incident) {
        for passage in passages(dataset, incident) {
            self.index.add(passage.place as usize, passage.text);
        }
        self.index.end_document();
    }

    /// The texts read.
    pub fn done(mut self) -> Texts {
        self.index.make_ready();
        Texts(self.index)
    }
}

/// Whether a folded name holds the words of a folded question in their order: whole words, the
/// last one also begun. Scripts without spaces hold them anywhere.
pub(super) fn names_it(name: &str, asked: &str, begun: bool) -> bool {
    !marks(name, asked, begun).is_empty()
}

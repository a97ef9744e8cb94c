//! The index: documents go in one by one, are made ready, and are asked for.

use crate::fold_into;
use crate::initials::Initials;
use crate::lexicon::Lexicon;
use crate::postings::{Held, Postings};
use crate::tokens::tokens;

/// Terms, their documents, and what ranking needs.
#[derive(Clone, Debug)]
pub struct Index {
    pub(crate) lexicon: Lexicon,
    pub(crate) postings: Vec<Postings>,
    /// What a term weighs in some fields, by the fields as bits.
    pub(crate) weights: [f32; 256],
    /// What a single letter is the beginning of.
    pub(crate) initials: Initials,
    /// How many documents there are.
    documents: u32,
    /// What the document that is being read holds more than once.
    again: Vec<Held>,
    next_position: u32,
    folded: String,
}

impl Index {
    /// An index over documents with up to eight fields, given by their weights.
    pub fn new(fields: &[f32]) -> Self {
        let weight = |bits: usize| {
            let held = fields.iter().take(8).enumerate();
            held.filter(|(n, _)| bits >> n & 1 == 1)
                .map(|(_, w)| w)
                .sum()
        };
        Self {
            lexicon: Lexicon::default(),
            postings: Vec::new(),
            weights: std::array::from_fn(weight),
            initials: Initials::new(),
            documents: 0,
            again: Vec::new(),
            next_position: 0,
            folded: String::new(),
        }
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.documents as usize
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// Adds a text to a field of the document that is being read; the eighth is the last.
    pub fn add(&mut self, field: usize, text: &str) {
        self.folded.clear();
        let plain = fold_into(&mut self.folded, text);
        // No term stands here; the last one can be read eight bytes at a time.
        self.folded.push_str("\0\0\0\0\0\0\0\0");
        let field = u8::try_from(field.min(7)).unwrap_or(7);
        let Self {
            lexicon,
            postings,
            again,
            initials,
            folded,
            ..
        } = self;
        let (document, from) = (self.documents, self.next_position);
        let count = tokens(folded, plain, |range, at| {
            let text = folded.as_bytes().get(range.start..).unwrap_or_default();
            let number = lexicon.add(text, range.len());
            let held = Held::new(number, from + at, field);
            if number as usize == postings.len() {
                extend(postings);
            }
            let postings = postings.get_mut(number as usize);
            if postings.is_some_and(|postings| !postings.push(document, held)) {
                again.push(held);
            }
            initials.add(text.first().copied().unwrap_or(0), field);
        });
        // One place between texts, so that no phrase reaches from one into the next.
        self.next_position += count + 1;
    }

    /// Ends the document that is being read; the next text begins the next one.
    pub fn end_document(&mut self) {
        self.documents += 1;
        self.again.sort_unstable();
        for same in self.again.chunk_by(|a, b| a.term() == b.term()) {
            let term = same.first().map_or(0, |held| held.term() as usize);
            if let Some(postings) = self.postings.get_mut(term) {
                postings.push_more(same);
            }
        }
        self.initials.end_document();
        self.again.clear();
        self.next_position = 0;
    }

    /// Makes what was read ready to be asked; more may be read afterwards.
    pub fn make_ready(&mut self) {
        self.lexicon.sort();
    }

    /// What a term that few documents hold says more than one that many hold (Robertson and
    /// Spärck Jones).
    pub(crate) fn rarity(&self, documents: u32) -> f32 {
        let (all, held) = (self.documents as f32, documents as f32);
        (1.0 + (all - held + 0.5) / (held + 0.5)).ln()
    }
}

/// One term more, without documents.
#[cold]
fn extend(postings: &mut Vec<Postings>) {
    if postings.capacity() == postings.len() {
        // By an eighth, not by double, as the postings themselves.
        postings.reserve_exact(64 + postings.len() / 8);
    }
    postings.push(Postings::default());
}

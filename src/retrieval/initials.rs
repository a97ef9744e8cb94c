//! For each letter, the fields in which a document has a word that begins with it.
//!
//! A single letter begins a thirtieth of all words there are: reading their postings would take
//! ten times as long as any other question. A byte a document and letter answers it at once.

/// `a` to `z`.
const LETTERS: usize = 26;
/// So many documents stand together, letter after letter, so that those of one letter are read
/// without a look at the others.
pub const TOGETHER: usize = 64;

/// Fields as bits, for each letter and document.
#[derive(Clone, Debug, Default)]
pub struct Initials {
    fields: Vec<u8>,
    documents: usize,
}

impl Initials {
    /// The document that is being read has a word.
    #[inline]
    pub fn add(&mut self, term: &str, field: u8) {
        let Some(letter) = letter(term) else {
            return;
        };
        let block = self.documents / TOGETHER * TOGETHER * LETTERS;
        if block == self.fields.len() {
            self.next_block();
        }
        let at = block + letter * TOGETHER + self.documents % TOGETHER;
        if let Some(fields) = self.fields.get_mut(at) {
            *fields |= 1 << field;
        }
    }

    fn next_block(&mut self) {
        let size = TOGETHER * LETTERS;
        if self.fields.capacity() - self.fields.len() < size {
            self.fields.reserve_exact(size + self.fields.len() / 8);
        }
        self.fields.resize(self.fields.len() + size, 0);
    }

    /// Ends the document that is being read.
    pub fn end_document(&mut self) {
        // A document without words has its place too.
        let documents = self.documents + 1;
        if self.fields.len() < documents.div_ceil(TOGETHER) * TOGETHER * LETTERS {
            self.next_block();
        }
        self.documents = documents;
    }

    /// The fields of each document that have a word with an initial, [`TOGETHER`] documents at
    /// a time; `None` where `text` is no single letter.
    pub fn of(&self, text: &str) -> Option<impl Iterator<Item = &[u8]>> {
        let start = letter(text).filter(|_| text.len() == 1)? * TOGETHER;
        let blocks = self.fields.chunks_exact(TOGETHER * LETTERS);
        Some(blocks.filter_map(move |block| block.get(start..start + TOGETHER)))
    }
}

fn letter(term: &str) -> Option<usize> {
    match term.bytes().next()? {
        byte @ b'a'..=b'z' => Some(usize::from(byte - b'a')),
        _ => None,
    }
}

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
#[derive(Clone, Debug)]
pub struct Initials {
    fields: Vec<u8>,
    documents: usize,
    /// Where the document that is being read has its fields for the first letter.
    open: usize,
}

impl Initials {
    /// With room for the first documents.
    pub fn new() -> Self {
        Self {
            fields: vec![0; TOGETHER * LETTERS],
            documents: 0,
            open: 0,
        }
    }

    /// The document that is being read has a word, known by its first byte.
    #[inline]
    pub fn add(&mut self, first: u8, field: u8) {
        if let Some(letter) = letter(first)
            && let Some(fields) = self.fields.get_mut(self.open + letter * TOGETHER)
        {
            *fields |= 1 << field;
        }
    }

    /// Ends the document that is being read.
    pub fn end_document(&mut self) {
        self.documents += 1;
        self.open += 1;
        if self.documents.is_multiple_of(TOGETHER) {
            self.open = self.fields.len();
            let size = TOGETHER * LETTERS;
            if self.fields.capacity() - self.fields.len() < size {
                self.fields.reserve_exact(size + self.fields.len() / 8);
            }
            self.fields.resize(self.fields.len() + size, 0);
        }
    }

    /// The fields of each document that have a word with an initial, [`TOGETHER`] documents at
    /// a time; `None` where `text` is no single letter.
    pub fn of(&self, text: &str) -> Option<impl Iterator<Item = &[u8]>> {
        let [only] = text.as_bytes() else {
            return None;
        };
        let start = letter(*only)? * TOGETHER;
        let blocks = self.fields.chunks_exact(TOGETHER * LETTERS);
        Some(blocks.filter_map(move |block| block.get(start..start + TOGETHER)))
    }
}

fn letter(byte: u8) -> Option<usize> {
    byte.is_ascii_lowercase()
        .then(|| usize::from(byte.wrapping_sub(b'a')))
}

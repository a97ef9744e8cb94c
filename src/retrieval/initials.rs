//! For each letter, the fields in which a document has a word that begins with it.
//!
//! A single letter begins a thirtieth of all words there are: reading their postings would take
//! ten times as long as any other question. A byte a document and letter answers it at once.

/// `a` to `z`.
const LETTERS: usize = 26;

/// Fields as bits, for each letter and document.
#[derive(Clone, Debug, Default)]
pub struct Initials {
    fields: Vec<u8>,
    open: [u8; LETTERS],
}

impl Initials {
    /// The document that is being read has a word.
    #[inline]
    pub fn add(&mut self, term: &str, field: u8) {
        if let Some(fields) = letter(term).and_then(|letter| self.open.get_mut(letter)) {
            *fields |= 1 << field;
        }
    }

    /// Ends the document that is being read.
    pub fn end_document(&mut self) {
        if self.fields.capacity() - self.fields.len() < LETTERS {
            self.fields
                .reserve_exact(LETTERS * 64 + self.fields.len() / 8);
        }
        self.fields.extend_from_slice(&self.open);
        self.open.fill(0);
    }

    /// The fields of each document that have a word with an initial; `None` where `text` is no
    /// single letter.
    pub fn of(&self, text: &str) -> Option<impl Iterator<Item = u8>> {
        let letter = letter(text).filter(|_| text.len() == 1)?;
        Some(self.fields.iter().copied().skip(letter).step_by(LETTERS))
    }
}

fn letter(term: &str) -> Option<usize> {
    match term.bytes().next()? {
        byte @ b'a'..=b'z' => Some(usize::from(byte - b'a')),
        _ => None,
    }
}

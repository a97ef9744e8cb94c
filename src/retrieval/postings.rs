//! The documents of one term: distances in base 128, fields as bits, positions.

/// One term in one document.
#[derive(Clone, Copy, Debug)]
pub struct Posting<'a> {
    /// The document.
    pub document: u32,
    /// The fields that hold the term, as bits.
    pub fields: u8,
    positions: &'a [u8],
}

/// All documents of one term, packed, in order.
#[derive(Clone, Debug, Default)]
pub struct Postings {
    bytes: Vec<u8>,
    /// The next document's distance counts from here.
    from: u32,
    /// How many documents.
    pub documents: u32,
}

impl Postings {
    /// Adds a document, later than those before, with its positions in order.
    pub fn push(&mut self, document: u32, fields: u8, positions: impl Iterator<Item = u32>) {
        if self.bytes.capacity() - self.bytes.len() < 6 {
            // By a quarter, not by double: most of an index is these bytes.
            self.bytes.reserve_exact(8 + self.bytes.len() / 4);
        }
        write(&mut self.bytes, document - self.from);
        self.bytes.push(fields);
        self.from = document;
        self.documents += 1;
        // Mostly one position of one or two bytes: its length stands before it.
        let length = self.bytes.len();
        self.bytes.push(0);
        let mut last = 0;
        for position in positions {
            // What no longer fits is not found in phrases; a document would need 100 of a term.
            if self.bytes.len() - length > 250 {
                break;
            }
            write(&mut self.bytes, position - last);
            last = position;
        }
        let written = self.bytes.len() - length - 1;
        if let Some(place) = self.bytes.get_mut(length) {
            *place = u8::try_from(written).unwrap_or(u8::MAX);
        }
    }

    /// The documents in order.
    pub fn iter(&self) -> Reader<'_> {
        Reader {
            bytes: &self.bytes,
            document: 0,
        }
    }
}

/// Reads postings one after the other.
pub struct Reader<'a> {
    bytes: &'a [u8],
    document: u32,
}

impl<'a> Iterator for Reader<'a> {
    type Item = Posting<'a>;

    #[inline]
    fn next(&mut self) -> Option<Posting<'a>> {
        let (distance, rest) = read(self.bytes)?;
        let [fields, length, rest @ ..] = rest else {
            return None;
        };
        let (positions, rest) = rest.split_at_checked(usize::from(*length))?;
        self.document += distance;
        self.bytes = rest;
        Some(Posting {
            document: self.document,
            fields: *fields,
            positions,
        })
    }
}

impl Posting<'_> {
    /// Calls with every position, in order.
    pub fn positions(&self, mut each: impl FnMut(u32)) {
        let (mut bytes, mut at) = (self.positions, 0);
        while let Some((distance, rest)) = read(bytes) {
            at += distance;
            bytes = rest;
            each(at);
        }
    }
}

fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 128 {
        bytes.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[inline]
fn read(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (first, mut rest) = bytes.split_first()?;
    let mut number = u32::from(first & 127);
    let (mut byte, mut shift) = (*first, 7);
    while byte >= 128 {
        let (next, after) = rest.split_first()?;
        number |= u32::from(next & 127).checked_shl(shift).unwrap_or(0);
        (byte, rest, shift) = (*next, after, shift + 7);
    }
    Some((number, rest))
}

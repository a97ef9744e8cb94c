//! The documents of one term: distances in base 128, then a field and a position; or, where the
//! term stands there more than once, fields as bits and positions as distances.

/// Stands where a field would, before fields, a length in bytes, and positions.
const SEVERAL: u8 = 8;

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
    /// Adds a document, later than those before: positions in order, each with its field's bit.
    pub fn push(&mut self, document: u32, held: &[(u32, u32, u8)]) {
        if self.bytes.capacity() - self.bytes.len() < 6 {
            // By a quarter, not by double: most of an index is these bytes.
            self.bytes.reserve_exact(6 + self.bytes.len() / 4);
        }
        write(&mut self.bytes, document - self.from);
        self.from = document;
        self.documents += 1;
        if let [(_, at, bit)] = held {
            self.bytes.push(bit.trailing_zeros() as u8);
            write(&mut self.bytes, *at);
            return;
        }
        let fields = held.iter().fold(0, |bits, (_, _, bit)| bits | bit);
        self.bytes.extend([SEVERAL, fields, 0]);
        let start = self.bytes.len();
        let mut last = 0;
        for (_, at, _) in held {
            // What no longer fits is not found in phrases; a document would need 100 of a term.
            if self.bytes.len() - start > 250 {
                break;
            }
            write(&mut self.bytes, at - last);
            last = *at;
        }
        let written = self.bytes.len() - start;
        if let Some(length) = self.bytes.get_mut(start - 1) {
            *length = u8::try_from(written).unwrap_or(u8::MAX);
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
        self.document += distance;
        let document = self.document;
        let (head, rest) = rest.split_first()?;
        if *head != SEVERAL {
            let (_, after) = read(rest)?;
            let positions = rest.get(..rest.len() - after.len()).unwrap_or_default();
            self.bytes = after;
            let fields = 1 << (head & 7);
            return Some(Posting {
                document,
                fields,
                positions,
            });
        }
        let [fields, length, rest @ ..] = rest else {
            return None;
        };
        let (positions, rest) = rest.split_at_checked(usize::from(*length))?;
        self.bytes = rest;
        Some(Posting {
            document,
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

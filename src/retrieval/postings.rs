//! The documents of one term: distances in base 128, then a field and a position; or, where the
//! term stands there more than once, fields as bits and positions as distances.

/// Stands where a field would, before fields, a length in bytes, and positions.
const SEVERAL: u8 = 8;

/// A term at a place of a document: one number, so that sorting is quick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held(u64);

impl Held {
    /// A term's number, its position and its field, below 8.
    pub fn new(term: u32, position: u32, field: u8) -> Self {
        let position = u64::from(position.min((1 << 29) - 1));
        Self(u64::from(term) << 32 | position << 3 | u64::from(field & 7))
    }

    /// The term's number.
    pub fn term(self) -> u32 {
        (self.0 >> 32) as u32
    }

    fn position(self) -> u32 {
        (self.0 as u32) >> 3
    }

    fn field(self) -> u8 {
        (self.0 & 7) as u8
    }
}

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
    /// Adds a document, no earlier than those before, with the first place of the term; `false`
    /// where it was added already, and further places are to follow by [`Postings::push_more`].
    #[inline]
    pub fn push(&mut self, document: u32, held: Held) -> bool {
        if self.from == document && self.documents > 0 {
            return false;
        }
        let distance = document - self.from;
        self.from = document;
        self.documents += 1;
        let position = held.position();
        if self.bytes.capacity() - self.bytes.len() < 6 {
            self.reserve(6);
        }
        if (distance | position) < 128 {
            let most = [distance as u8, held.field(), position as u8];
            self.bytes.extend_from_slice(&most);
        } else {
            self.push_far(distance, held);
        }
        true
    }

    #[inline(never)]
    fn push_far(&mut self, distance: u32, held: Held) {
        write(&mut self.bytes, distance);
        self.bytes.push(held.field());
        write(&mut self.bytes, held.position());
    }

    #[cold]
    #[inline(never)]
    fn reserve(&mut self, more: usize) {
        // By an eighth, not by double: most of an index is these bytes. Allocators give four
        // more than a multiple of eight at least, which is taken up.
        let wanted = self.bytes.len() + (self.bytes.len() / 8 + 8).max(more);
        let rounded = wanted.next_multiple_of(8) + 4;
        self.bytes.reserve_exact(rounded - self.bytes.len());
    }

    /// Adds further places, in order, to the document that was added last.
    pub fn push_more(&mut self, more: &[Held]) {
        // The first place is taken back: a field, and a number that ends behind it.
        let digits = self.bytes.iter().rev().skip(1);
        let length = 1 + digits.take_while(|byte| **byte >= 128).count();
        let at = self.bytes.len().saturating_sub(length);
        let first = self.bytes.get(at..).and_then(read).map_or(0, |(n, _)| n);
        self.bytes.truncate(at);
        let field = self.bytes.pop().unwrap_or(0);
        let fields = |bits, held: &Held| bits | 1 << held.field();
        let fields = more.iter().fold(1 << field, fields);
        let distances = || {
            let positions = more.iter().map(|held| held.position());
            let before = std::iter::once(first).chain(positions.clone());
            let distances = positions.zip(before).map(|(here, before)| here - before);
            std::iter::once(first).chain(distances)
        };
        let length: u32 = distances().map(size).sum();
        let whole = 2 + (size(length) + length) as usize;
        if self.bytes.capacity() - self.bytes.len() < whole {
            self.reserve(whole);
        }
        self.bytes.extend([SEVERAL, fields]);
        write(&mut self.bytes, length);
        distances().for_each(|distance| write(&mut self.bytes, distance));
    }

    /// Calls with every document, in order, and the fields that hold the term there, as bits.
    ///
    /// What a question with a short beginning costs is this loop over ten thousand postings. Near
    /// documents follow a frequent term and far ones a rare one, so that its branches are foreseen
    /// and several postings are read at once.
    #[inline]
    pub fn each(&self, mut each: impl FnMut(u32, u8)) {
        let mut reader = self.iter();
        loop {
            let head = load(reader.bytes);
            let (distance, field, length) = match () {
                // A distance of one byte, a field, a place near the beginning.
                () if head & 0x0080_f880 == 0 => (head & 0x7f, head >> 8, 3),
                // A distance of two bytes.
                () if head & 0x80f8_8080 == 0x80 => {
                    (head & 0x7f | head >> 1 & 0x3f80, head >> 16, 4)
                }
                () => match reader.next() {
                    Some(posting) => {
                        each(posting.document, posting.fields);
                        continue;
                    }
                    None => return,
                },
            };
            let Some(rest) = reader.bytes.get(length..) else {
                return;
            };
            reader.bytes = rest;
            reader.document += distance;
            each(reader.document, 1 << (field & 7));
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

/// The first four bytes as a number, with ones where there are fewer.
#[inline]
fn load(bytes: &[u8]) -> u32 {
    match bytes {
        [a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]),
        // Most terms stand in few documents, so that ends are met often.
        [a, b, c] => u32::from_le_bytes([*a, *b, *c, u8::MAX]),
        _ => u32::MAX,
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
        // Most are three bytes: a short distance, a field, a place near the beginning.
        if let Some(head) = self.bytes.first_chunk::<4>() {
            let head = u32::from_le_bytes(*head);
            if head & 0x0080_f880 == 0 {
                let (here, rest) = self.bytes.split_at(3);
                self.document += head & 0x7f;
                self.bytes = rest;
                return Some(Posting {
                    document: self.document,
                    fields: 1 << (head >> 8 & 7),
                    positions: here.get(2..).unwrap_or_default(),
                });
            }
        }
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
        let (fields, rest) = rest.split_first()?;
        let (length, rest) = read(rest)?;
        let (positions, rest) = rest.split_at_checked(length as usize)?;
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

/// How many bytes [`write()`] takes.
fn size(number: u32) -> u32 {
    (number | 1).ilog2() / 7 + 1
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

//! Slips of the pen: a letter too many, too few, another, or two neighbours exchanged.
//!
//! F. J. Damerau, *A technique for computer detection and correction of spelling errors*,
//! Communications of the ACM 7 (1964), 171–176; in the restricted form, in which no letter takes
//! part in two edits.

/// How many edits a word of some letters may be away.
pub fn tolerance(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The edits between two words, where they are at most `most`.
pub fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let far = most + 1;
    let mut before: Vec<usize> = vec![far; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row: Vec<usize> = vec![far; b.len() + 1];
    let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(far);
    for (i, x) in a.iter().enumerate() {
        row.fill(far);
        let mut least = i + 1;
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
        // Further from the diagonal than the tolerance nothing can be near.
        let from = i.saturating_sub(most);
        for (j, y) in b.iter().enumerate().take(i + most + 1).skip(from) {
            let mut edits = (cell(&last, j) + usize::from(x != y))
                .min(cell(&last, j + 1) + 1)
                .min(cell(&row, j) + 1);
            let crossed = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if crossed {
                edits = edits.min(cell(&before, j - 1) + 1);
            }
            least = least.min(edits);
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = edits;
            }
        }
        if least > most {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last.last().copied().filter(|edits| *edits <= most)
}

/// A word made ready to be compared with many: Hyyrö's bit-parallel form of the same distance
/// (H. Hyyrö, *A bit-vector algorithm for computing Levenshtein and Damerau edit distances*,
/// Nordic Journal of Computing 10 (2003), 29–39). A few steps a letter, whatever the tolerance.
pub struct Pattern {
    /// For each letter or digit, the places where the word has it.
    places: [u64; 128],
    letters: u32,
}

impl Pattern {
    /// A word of ASCII with at most 64 letters; others take [`distance`].
    pub fn new(word: &str) -> Option<Self> {
        if !word.is_ascii() || word.len() > 64 || word.is_empty() {
            return None;
        }
        let mut places = [0; 128];
        for (at, byte) in word.bytes().enumerate() {
            if let Some(bits) = places.get_mut(usize::from(byte)) {
                *bits |= 1u64 << at;
            }
        }
        let letters = u32::try_from(word.len()).ok()?;
        Some(Self { places, letters })
    }

    /// The edits to another word, where they are at most `most`.
    pub fn distance(&self, other: &[u8], most: u32) -> Option<u32> {
        let last = 1u64 << (self.letters - 1);
        let (mut more, mut fewer, mut same, mut before) = (u64::MAX, 0u64, 0u64, 0u64);
        let mut edits = self.letters;
        let mut bound = u32::try_from(other.len()).ok()?.saturating_add(most);
        for byte in other {
            let here = self.places.get(usize::from(*byte)).copied().unwrap_or(0);
            let crossed = ((!same & here) << 1) & before;
            same = ((here & more).wrapping_add(more) ^ more) | here | fewer | crossed;
            let up = fewer | !(same | more);
            let down = same & more;
            edits += u32::from(up & last != 0);
            edits -= u32::from(down & last != 0);
            // A letter takes back one edit at most.
            bound -= 1;
            if edits > bound {
                return None;
            }
            let up = up << 1 | 1;
            more = down << 1 | !(same | up);
            fewer = up & same;
            before = here;
        }
        Some(edits).filter(|edits| *edits <= most)
    }
}

/// Whether one folded word is the other with a slip.
pub fn is_slip(typed: &str, word: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let most = tolerance(a.len());
    distance(&a, &b, most).is_some_and(|edits| edits > 0)
}

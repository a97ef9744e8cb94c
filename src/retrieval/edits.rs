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

/// The letters of a word as bits: words two edits apart differ in four bits at most.
pub fn signature(word: &str) -> u32 {
    word.chars().fold(0, |bits, c| bits | 1 << (c as u32 % 32))
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

/// Whether one folded word is the other with a slip.
pub fn is_slip(typed: &str, word: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let most = tolerance(a.len());
    distance(&a, &b, most).is_some_and(|edits| edits > 0)
}

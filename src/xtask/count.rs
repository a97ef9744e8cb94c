//! Counts tests from what runners print.

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Passed.
    pub passed: usize,
    /// Failed.
    pub failed: usize,
}

impl Count {
    /// One step without tests of its own.
    pub fn of(passed: bool) -> Self {
        Self {
            passed: usize::from(passed),
            failed: usize::from(!passed),
        }
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

/// Sums cargo's `test result:` lines and node's `# pass` and `# fail` lines.
pub fn count(output: &str) -> Count {
    let mut sum = Count::default();
    for line in output.lines() {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("test result:") {
            sum.passed += before(rest, " passed");
            sum.failed += before(rest, " failed");
        }
        for (mark, slot) in [("pass ", &mut sum.passed), ("fail ", &mut sum.failed)] {
            let bare = line.trim_start_matches(['#', 'ℹ', ' ']);
            if bare.len() < line.len()
                && let Some(n) = bare.strip_prefix(mark)
            {
                *slot += n.trim().parse().unwrap_or(0);
            }
        }
    }
    sum
}

fn before(text: &str, word: &str) -> usize {
    let number = text
        .split(word)
        .next()
        .and_then(|t| t.split_whitespace().last());
    number.and_then(|n| n.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_and_node_are_counted() {
        let output = "test result: ok. 30 passed; 0 failed; 0 ignored\n\
            noise pass 9\ntest result: FAILED. 2 passed; 1 failed; 0 ignored\n\
            ℹ tests 9\nℹ pass 7\n# fail 2\n";
        assert_eq!(
            count(output),
            Count {
                passed: 39,
                failed: 3
            }
        );
    }
}

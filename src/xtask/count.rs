//! Runs test runners and counts the tests from what they print.

use crate::tools;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

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

    /// A runner that stopped without naming a failure, or ran nothing, has failed.
    fn ended(self, well: bool) -> Self {
        match self {
            Self { failed: 0, passed } if !well || passed == 0 => Self { passed, failed: 1 },
            counted => counted,
        }
    }
}

/// Runs a command that is one check.
pub fn step(command: &mut Command, what: &str) -> Count {
    let outcome = tools::run(command, what);
    if let Err(message) = &outcome {
        eprintln!("{message}");
    }
    Count::of(outcome.is_ok())
}

/// Runs a test runner, shows what it prints, and counts it.
pub fn counted(command: &mut Command) -> Count {
    let mut output = String::new();
    let child = command.stdout(Stdio::piped()).spawn();
    let ended = child.and_then(|mut child| {
        for line in child
            .stdout
            .take()
            .into_iter()
            .flat_map(|out| BufReader::new(out).split(b'\n'))
        {
            let line = line.unwrap_or_default();
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            output.push_str(&line);
            output.push('\n');
        }
        child.wait()
    });
    count(&output).ended(ended.is_ok_and(|status| status.success()))
}

/// Sums cargo's `test result:` lines and node's `# pass` and `# fail` lines.
fn count(output: &str) -> Count {
    output
        .lines()
        .map(line_count)
        .fold(Count::default(), Count::plus)
}

fn line_count(line: &str) -> Count {
    let line = line.trim();
    if let Some(rest) = line.strip_prefix("test result:") {
        return Count {
            passed: before(rest, " passed"),
            failed: before(rest, " failed"),
        };
    }
    let node = line
        .strip_prefix(['#', 'ℹ'])
        .unwrap_or_default()
        .trim_start();
    let number = |mark| {
        node.strip_prefix(mark)
            .and_then(|n| n.trim().parse().ok())
            .unwrap_or(0)
    };
    Count {
        passed: number("pass "),
        failed: number("fail ") + number("cancelled "),
    }
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

    fn of(passed: usize, failed: usize) -> Count {
        Count { passed, failed }
    }

    #[test]
    fn cargo_and_node_are_counted() {
        let output = "test result: ok. 30 passed; 0 failed; 0 ignored\n\
            noise pass 9\ntest result: FAILED. 2 passed; 1 failed; 0 ignored\n\
            ℹ tests 9\nℹ pass 7\n# fail 2\nℹ cancelled 1\n";
        assert_eq!(count(output), of(39, 4));
        assert_eq!(count(""), of(0, 0));
    }

    #[test]
    fn a_runner_that_breaks_off_or_runs_nothing_has_failed() {
        assert_eq!(of(3, 0).ended(true), of(3, 0));
        assert_eq!(of(3, 0).ended(false), of(3, 1));
        assert_eq!(of(0, 0).ended(true), of(0, 1));
        assert_eq!(of(3, 2).ended(false), of(3, 2));
    }
}

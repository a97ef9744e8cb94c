//! `cargo xtask test`: every test there is, each part run even where one before it failed.

use crate::count::{Count, counted, step};
use crate::{Outcome, blocks, dist, e2e, hosts, offline, reproducible, tools};
use std::process::ExitCode;
use std::time::Instant;

type Part = (&'static str, fn() -> Count);

const PARTS: &[Part] = &[
    ("fmt", fmt),
    ("clippy", clippy),
    ("data", data),
    ("unit", unit),
    ("docs", docs),
    ("deny", deny),
    ("dist", build),
    ("offline", offline::proof),
    ("e2e", e2e::run),
    ("hosts", hosts::few),
];

/// What is done where a part is asked for by its name, and takes too long for every day.
const AT_LENGTH: &[Part] = &[("offline", offline::run), ("hosts", hosts::all)];

/// What is done only where it is asked for by its name: minutes for what seldom changes.
const ASKED_FOR: &[Part] = &[("reproducible", reproducible::run)];

/// Runs all parts, or those named. The last line is the count, alone.
pub fn run(named: &[String]) -> ExitCode {
    let known = PARTS.iter().chain(ASKED_FOR).map(|(name, _)| *name);
    let known: Vec<&str> = known.collect();
    if let Some(unknown) = named.iter().find(|n| !known.contains(&n.as_str())) {
        eprintln!("`{unknown}` is not a part: use {}", known.join(", "));
        return ExitCode::FAILURE;
    }
    if let Err(message) = tools::prepare() {
        eprintln!("{message}");
        return ExitCode::FAILURE;
    }
    let chosen = |name: &str| named.is_empty() || named.iter().any(|n| n == name);
    let asked_for = ASKED_FOR.iter().filter(|_| !named.is_empty());
    let parts = PARTS.iter().chain(asked_for);
    let chosen = parts.filter(|(name, _)| chosen(name));
    let chosen = chosen.map(|part| {
        let longer = AT_LENGTH.iter().find(|(name, _)| *name == part.0);
        longer.filter(|_| !named.is_empty()).unwrap_or(part)
    });
    let rows: Vec<Row> = chosen.map(Row::run).collect();
    let sum = rows
        .iter()
        .fold(Count::default(), |sum, row| sum.plus(row.count));
    println!();
    for Row {
        name,
        count,
        seconds,
    } in &rows
    {
        let Count { passed, failed } = count;
        println!("{name:<12}{passed:>5} passed {failed:>4} failed {seconds:>5} s");
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    match sum {
        Count {
            failed: 0,
            passed: 1..,
        } => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

struct Row {
    name: &'static str,
    count: Count,
    seconds: u64,
}

impl Row {
    fn run((name, part): &Part) -> Self {
        println!("── {name}");
        let start = Instant::now();
        let count = part();
        let seconds = start.elapsed().as_secs();
        Self {
            name,
            count,
            seconds,
        }
    }
}

/// One check without tests of its own; what it has to say is printed.
fn told(outcome: Outcome) -> Count {
    if let Err(message) = &outcome {
        eprintln!("{message}");
    }
    Count::of(outcome.is_ok())
}

fn fmt() -> Count {
    let arguments = ["fmt", "--all", "--check"];
    step(tools::cargo().args(arguments), "cargo fmt --check")
}

fn clippy() -> Count {
    let lint = |arguments: &[&str], what| {
        let mut command = tools::cargo();
        command
            .args(["clippy", "--locked", "--quiet"])
            .args(arguments);
        command.arg("--").args(tools::strictness());
        step(&mut command, what)
    };
    let native = lint(&["--workspace", "--all-targets"], "clippy");
    let wasm = "wasm32-unknown-unknown";
    let page = ["--package", "incident-explorer", "--target", wasm];
    native.plus(lint(&page, "clippy for wasm"))
}

fn data() -> Count {
    told(blocks::dataset().map(|_| ()))
}

fn unit() -> Count {
    counted(tools::cargo().args(["test", "--workspace", "--locked", "--no-fail-fast"]))
}

/// Asks the search the hostile questions of its tests, many times; optimised, as the page is.
///
/// # Errors
/// A sentence; proptest has printed the shortest question that fails.
pub fn fuzz(arguments: &[String]) -> Outcome {
    let cases = match arguments {
        [] => Ok(200_000),
        [number] => number
            .parse::<u32>()
            .map_err(|error| format!("`{number}`: {error}")),
        _ => Err("one number: how many questions".to_owned()),
    }?;
    let mut command = tools::cargo();
    command.args([
        "test",
        "--locked",
        "--profile",
        "fuzz",
        "--package",
        "incidents",
    ]);
    command.args(["--lib", "search::hostile"]);
    tools::run(
        command.env("PROPTEST_CASES", cases.to_string()),
        "the search",
    )
}

fn docs() -> Count {
    let what = ["--no-deps", "--workspace", "--document-private-items"];
    let mut command = tools::cargo();
    command.args(["doc", "--locked", "--quiet"]).args(what);
    command.env("RUSTDOCFLAGS", tools::strictness().join(" "));
    step(&mut command, "cargo doc")
}

/// Where cargo-deny is installed; it is a maintainer's tool, not a test of the page.
fn deny() -> Count {
    if !tools::answers("cargo-deny") {
        println!("cargo-deny is not installed: licences and sources were not checked");
        return Count::default();
    }
    let arguments = [
        "check",
        "--config",
        ".deny.toml",
        "bans",
        "licenses",
        "sources",
    ];
    step(tools::command("cargo-deny").args(arguments), "cargo-deny")
}

fn build() -> Count {
    told(dist::run().map(|sizes| println!("{sizes}")))
}

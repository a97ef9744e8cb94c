//! `cargo xtask test`: every test there is, each part run even where one before it failed.

use crate::count::{Count, count};
use crate::{Outcome, browsers, dist, tools};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
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
    ("e2e", e2e),
];

/// Runs all parts, or those named.
pub fn run(named: &[String]) -> Outcome {
    if let Some(unknown) = named.iter().find(|n| !PARTS.iter().any(|(p, _)| p == n)) {
        let known: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
        return Err(format!(
            "`{unknown}` is not a part: use {}",
            known.join(", ")
        ));
    }
    let chosen = |name: &str| named.is_empty() || named.iter().any(|n| n == name);
    let mut rows = Vec::new();
    for (name, part) in PARTS.iter().filter(|(name, _)| chosen(name)) {
        println!("── {name}");
        let start = Instant::now();
        let counted = part();
        rows.push((*name, counted, start.elapsed().as_secs()));
    }
    let sum = rows
        .iter()
        .fold(Count::default(), |sum, (_, c, _)| sum.plus(*c));
    for (name, Count { passed, failed }, seconds) in rows {
        println!("{name:<8}{passed:>5} passed {failed:>4} failed {seconds:>5} s");
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    match sum.failed {
        0 => Ok(()),
        _ => Err("some tests failed: their messages stand above".to_owned()),
    }
}

fn step(command: &mut Command, what: &str) -> Count {
    let outcome = tools::run(command, what);
    if let Err(message) = &outcome {
        eprintln!("{message}");
    }
    Count::of(outcome.is_ok())
}

fn fmt() -> Count {
    step(
        tools::cargo().args(["fmt", "--all", "--check"]),
        "cargo fmt --check",
    )
}

fn clippy() -> Count {
    let lint = |arguments: &[&str], what| {
        let mut command = tools::cargo();
        command
            .arg("clippy")
            .arg("--locked")
            .args(arguments)
            .arg("--quiet");
        let strict = tools::strictness();
        if !strict.is_empty() {
            command.args(["--", strict]);
        }
        step(&mut command, what)
    };
    let native = lint(&["--workspace", "--all-targets"], "clippy");
    let page = [
        "--package",
        "incident-explorer",
        "--target",
        "wasm32-unknown-unknown",
    ];
    native.plus(lint(&page, "clippy for wasm"))
}

fn data() -> Count {
    let outcome = dist::check_data();
    if let Err(message) = &outcome {
        eprintln!("{message}");
    }
    Count::of(outcome.is_ok())
}

fn unit() -> Count {
    counted(tools::cargo().args(["test", "--workspace", "--locked", "--no-fail-fast"]))
}

fn docs() -> Count {
    let arguments = [
        "doc",
        "--no-deps",
        "--workspace",
        "--document-private-items",
        "--locked",
    ];
    let mut command = tools::cargo();
    command
        .args(arguments)
        .arg("--quiet")
        .env("RUSTDOCFLAGS", tools::strictness());
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
    match dist::run() {
        Ok(built) => {
            println!("{built}");
            Count::of(true)
        }
        Err(message) => {
            eprintln!("{message}");
            Count::of(false)
        }
    }
}

fn e2e() -> Count {
    let browsers = match browsers::find() {
        Ok(browsers) => browsers,
        Err(message) => {
            eprintln!("{message}");
            return Count::of(false);
        }
    };
    let folder = tools::root().join("src/e2e");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let install = ["ci", "--no-audit", "--no-fund", "--silent"];
    let installed = step(
        Command::new(npm).current_dir(&folder).args(install),
        "npm ci",
    );
    if installed.failed > 0 {
        return installed;
    }
    let mut command = Command::new("node");
    command
        .current_dir(&folder)
        .args([
            "--test",
            "--test-concurrency=1",
            "--test-reporter=spec",
            "tests/",
        ])
        .env("EXPLORER_CHROMIUM", browsers.chromium)
        .env("EXPLORER_FIREFOX", browsers.firefox)
        .env("EXPLORER_DIST", tools::root().join("dist"));
    counted(&mut command)
}

/// Runs a test runner, shows what it prints, and counts it; none counted is a failure.
fn counted(command: &mut Command) -> Count {
    let mut output = String::new();
    let child = command.stdout(Stdio::piped()).spawn();
    let ended = child.and_then(|mut child| {
        for line in child
            .stdout
            .take()
            .into_iter()
            .flat_map(|o| BufReader::new(o).lines())
        {
            let line = line.unwrap_or_default();
            println!("{line}");
            output.push_str(&line);
            output.push('\n');
        }
        child.wait()
    });
    let counted = count(&output);
    let sound = ended.is_ok_and(|status| status.success());
    match counted {
        Count { failed: 0, passed } if !sound || passed == 0 => Count { passed, failed: 1 },
        counted => counted,
    }
}

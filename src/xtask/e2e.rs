//! Hands the built page to the end-to-end tests in `src/e2e`, which drive two real browsers.

use crate::count::{Count, counted, step};
use crate::{Outcome, browsers, offline, tools};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser of ours talks to this machine only: no proxy is passed on.
const PROXIES: [&str; 4] = ["http_proxy", "https_proxy", "all_proxy", "ftp_proxy"];

/// Runs every `*.test.mjs`, without a network where there is such a place.
pub fn run() -> Count {
    let mut tests = Vec::new();
    collect(&folder(), &mut tests);
    tests.sort();
    tested(|node| node.args(tests))
}

/// Runs tests of Node, without a network where there is such a place.
pub fn tested(with: impl FnOnce(&mut Command) -> &mut Command) -> Count {
    let node = ready().and_then(|()| {
        let node = offline::command("node").or_else(|message| {
            println!("{message}");
            Ok::<_, String>(Command::new("node"))
        })?;
        dressed(node)
    });
    match node {
        Ok(mut node) => {
            node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]);
            counted(with(&mut node))
        }
        Err(message) => {
            eprintln!("{message}");
            Count::of(false)
        }
    }
}

/// Photographs the built page into a folder, or both wikis with the page in them.
///
/// # Errors
/// A sentence that says what is missing.
pub fn shots(arguments: &[String]) -> Outcome {
    let (script, into) = match arguments {
        [into] => ("shots.mjs", into),
        [wikis, into] if wikis == "wikis" => ("hosts/shots.mjs", into),
        _ => return Err("name one folder: `cargo xtask shots [wikis] DIR`".to_owned()),
    };
    let into = std::path::absolute(into).map_err(|error| format!("`{into}`: {error}"))?;
    tools::run(prepare()?.arg(script).arg(into), script)
}

/// The folder of a bench, with the packages it measures against installed.
///
/// # Errors
/// A sentence where npm could not install them.
pub fn bench_packages(name: &str) -> Result<PathBuf, String> {
    let folder = folder().join("bench").join(name);
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut install = Command::new(npm);
    install.current_dir(&folder).args([
        "ci",
        "--ignore-scripts",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
        "--silent",
    ]);
    tools::run(&mut install, "npm ci")?;
    Ok(folder)
}

/// Where the end-to-end tests lie.
pub fn folder() -> PathBuf {
    tools::root().join("src/e2e")
}

/// Node with the packages installed, the browsers found and the built page named.
///
/// # Errors
/// A sentence that says what is missing.
pub fn prepare() -> Result<Command, String> {
    ready()?;
    dressed(Command::new("node"))
}

fn ready() -> Outcome {
    if !tools::answers("node") {
        return Err("Node was not found: install Node 20 or later with npm".to_owned());
    }
    install("src/e2e")
}

/// A command that starts Node, told of the browsers and the built page.
fn dressed(mut node: Command) -> Result<Command, String> {
    let browsers = browsers::find()?;
    node.current_dir(folder())
        .env("EXPLORER_CHROMIUM", browsers.chromium)
        .env("EXPLORER_FIREFOX", browsers.firefox)
        .env("EXPLORER_DIST", tools::root().join("dist"));
    for name in PROXIES {
        node.env_remove(name).env_remove(name.to_uppercase());
    }
    Ok(node)
}

/// Installs the packages that a folder's lock file names.
///
/// # Errors
/// A sentence that names the folder.
pub fn install(folder: &str) -> Outcome {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let quiet = [
        "ci",
        "--ignore-scripts",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
        "--silent",
    ];
    let mut command = Command::new(npm);
    command.current_dir(tools::root().join(folder)).args(quiet);
    match step(&mut command, "npm ci").failed {
        0 => Ok(()),
        _ => Err(format!("the packages of {folder} could not be installed")),
    }
}

/// Named one by one: what `node --test` makes of a folder differs between its versions.
fn collect(folder: &Path, tests: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() && name != "node_modules" {
            collect(&path, tests);
        } else if name.ends_with(".test.mjs") {
            tests.push(path);
        }
    }
}

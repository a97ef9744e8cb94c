//! Finds the two browsers the end-to-end tests need; a missing one is a failure, never a skip.

use crate::tools;
use std::path::{Path, PathBuf};

/// Paths of the two browsers.
pub struct Browsers {
    /// Chromium, Chrome or Edge.
    pub chromium: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
}

const CHROMIUM: &[&str] = &[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const FIREFOX: &[&str] = &[
    "/usr/bin/firefox",
    "/usr/bin/firefox-esr",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/// Finds both, installing Debian's where that is allowed.
///
/// # Errors
/// A sentence that names what to install.
pub fn find() -> Result<Browsers, String> {
    if (first(CHROMIUM).is_none() || first(FIREFOX).is_none()) && may_install() {
        install();
    }
    let missing = |what: &str| format!("{what} was not found: install it, then run this again");
    Ok(Browsers {
        chromium: first(CHROMIUM).ok_or_else(|| missing("Chromium, Chrome or Edge"))?,
        firefox: first(FIREFOX).ok_or_else(|| missing("Firefox"))?,
    })
}

fn first(places: &[&str]) -> Option<PathBuf> {
    places.iter().map(PathBuf::from).find(|path| path.exists())
}

/// Debian, and we are root.
fn may_install() -> bool {
    let root = tools::output(tools::command("id").arg("-u")).trim() == "0";
    root && Path::new("/usr/bin/apt-get").exists()
}

fn install() {
    let _ = tools::run(
        tools::command("apt-get").args(["update", "-qq"]),
        "apt-get update",
    );
    let packages = [
        "install",
        "-y",
        "-qq",
        "chromium",
        "firefox-esr",
        "fonts-noto-cjk",
    ];
    let mut command = tools::command("apt-get");
    let command = command
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    let _ = tools::run(command, "apt-get install");
}

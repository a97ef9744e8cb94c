//! Finds the two browsers the end-to-end tests need; a missing one is a failure, never a skip.

use crate::debian;
use std::path::{Path, PathBuf};

/// Paths of the two browsers.
pub struct Browsers {
    /// Chromium, Chrome or Edge.
    pub chromium: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
}

/// Where a kind of browser may lie.
struct Kind {
    /// What to install, for a person.
    name: &'static str,
    /// Programs on the search path, without `.exe`.
    programs: &'static [&'static str],
    /// Fixed places on macOS, below `/` or the home folder.
    mac: &'static [&'static str],
    /// Places on Windows, below each of its folders for programs.
    windows: &'static [&'static str],
}

const CHROMIUM: Kind = Kind {
    name: "Chromium, Chrome or Edge",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "microsoft-edge-stable",
        "chrome",
        "msedge",
    ],
    mac: &[
        "Applications/Chromium.app/Contents/MacOS/Chromium",
        "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ],
    windows: &[
        "Chromium/Application/chrome.exe",
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ],
};

const FIREFOX: Kind = Kind {
    name: "Firefox",
    programs: &["firefox-esr", "firefox"],
    mac: &["Applications/Firefox.app/Contents/MacOS/firefox"],
    windows: &["Mozilla Firefox/firefox.exe"],
};

/// Finds both, installing Debian's where that is allowed.
///
/// # Errors
/// A sentence that names what to install.
pub fn find() -> Result<Browsers, String> {
    let both = || (first(&CHROMIUM), first(&FIREFOX));
    let found = match both() {
        (Some(chromium), Some(firefox)) => (Some(chromium), Some(firefox)),
        _ if debian::may_install() => {
            println!("installing Debian's Chromium and Firefox for the browser tests");
            debian::install(&["chromium", "firefox-esr", "fonts-noto-cjk"]);
            both()
        }
        missing => missing,
    };
    match found {
        (Some(chromium), Some(firefox)) => Ok(Browsers { chromium, firefox }),
        (None, Some(_)) => Err(missing(&[CHROMIUM.name])),
        (Some(_), None) => Err(missing(&[FIREFOX.name])),
        (None, None) => Err(missing(&[CHROMIUM.name, FIREFOX.name])),
    }
}

fn missing(names: &[&str]) -> String {
    let names = names.join(", and ");
    format!("the browser tests did not run: install {names}, then run this again")
}

fn first(kind: &Kind) -> Option<PathBuf> {
    candidates(kind).into_iter().find(|path| path.is_file())
}

/// Every place to look at, in order.
fn candidates(kind: &Kind) -> Vec<PathBuf> {
    let folder = |name| std::env::var_os(name).map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut searched: Vec<PathBuf> = std::env::split_paths(&path).collect();
    searched.extend(["/usr/bin", "/usr/local/bin", "/snap/bin"].map(PathBuf::from));
    let homes = [Some(PathBuf::from("/")), folder("HOME")];
    let programs = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map(folder);

    let suffix = std::env::consts::EXE_SUFFIX;
    let names: Vec<String> = kind
        .programs
        .iter()
        .map(|name| format!("{name}{suffix}"))
        .collect();
    let mut places = below(&searched, &names);
    places.extend(below(
        &homes.into_iter().flatten().collect::<Vec<_>>(),
        kind.mac,
    ));
    places.extend(below(
        &programs.into_iter().flatten().collect::<Vec<_>>(),
        kind.windows,
    ));
    places
}

/// Each name in each folder: the first name everywhere, then the second.
fn below(folders: &[PathBuf], names: &[impl AsRef<Path>]) -> Vec<PathBuf> {
    let all = |name| folders.iter().map(move |folder| folder.join(name));
    names.iter().flat_map(all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_name_is_looked_for_everywhere_before_the_second() {
        let folders = ["/a", "/b"].map(PathBuf::from);
        let found = below(&folders, &["x", "y"]);
        assert_eq!(found, ["/a/x", "/b/x", "/a/y", "/b/y"].map(PathBuf::from));
    }

    #[test]
    fn what_is_missing_is_named() {
        let told = missing(&[CHROMIUM.name, FIREFOX.name]);
        assert!(told.contains("install Chromium, Chrome or Edge, and Firefox"));
    }
}

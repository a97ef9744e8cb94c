//! The page at its hosts: real web servers and wikis, from Debian's packages, in
//! `src/e2e/hosts/matrix.mjs`. A host that cannot be had is a failure of its rows, never a skip.

use crate::count::Count;
use crate::{debian, e2e, tools};
use std::path::Path;

/// What must be there, the package that brings it, and the service which that would start.
struct Host {
    path: &'static str,
    package: &'static str,
    service: Option<&'static str>,
}

const fn host(path: &'static str, package: &'static str) -> Host {
    Host {
        path,
        package,
        service: None,
    }
}

const fn served(path: &'static str, package: &'static str) -> Host {
    Host {
        path,
        package,
        service: Some(package),
    }
}

/// For every day: about a minute.
const FEW: &[Host] = &[
    served("/usr/sbin/nginx", "nginx"),
    host("/usr/bin/python3", "python3"),
    host("/usr/bin/php", "php-cli"),
    host("/usr/share/dokuwiki/doku.php", "dokuwiki"),
];

/// The others.
const MORE: &[Host] = &[
    served("/usr/bin/caddy", "caddy"),
    served("/usr/sbin/lighttpd", "lighttpd"),
    host("/usr/sbin/apache2", "apache2-bin"),
    host("/usr/share/doc/php-sqlite3", "php-sqlite3"),
    host("/usr/share/doc/php-mbstring", "php-mbstring"),
    host("/usr/share/doc/php-intl", "php-intl"),
    host("/usr/share/mediawiki/index.php", "mediawiki"),
];

/// nginx, Python and one wiki.
pub fn few() -> Count {
    matrix(FEW.iter().collect(), "small")
}

/// Every place, shape and browser.
pub fn all() -> Count {
    matrix(FEW.iter().chain(MORE).collect(), "full")
}

fn matrix(hosts: Vec<&Host>, size: &str) -> Count {
    obtain(&hosts);
    e2e::tested(|node| node.arg("hosts/matrix.mjs").env("EXPLORER_MATRIX", size))
}

/// Installs what is missing, where we may; what stays missing its rows will say.
fn obtain(hosts: &[&Host]) {
    let missing: Vec<&&Host> = hosts
        .iter()
        .filter(|h| !Path::new(h.path).exists())
        .collect();
    if missing.is_empty() {
        return;
    }
    let names: Vec<&str> = missing.iter().map(|host| host.package).collect();
    if !debian::may_install() {
        eprintln!(
            "these hosts are missing, and only root on Debian installs them: {}",
            names.join(" ")
        );
        return;
    }
    println!("installing the hosts of the matrix: {}", names.join(" "));
    let quiet = ["--no-install-recommends"];
    debian::install(&[quiet.as_slice(), &names].concat());
    // Nothing was started; nothing shall start with the machine either.
    if Path::new("/run/systemd/system").exists() {
        for service in missing.iter().filter_map(|host| host.service) {
            let _ = tools::run(
                tools::command("systemctl").args(["disable", service]),
                service,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOWN: [&str; 9] = [
        "nginx/explorer.conf",
        "caddy/explorer.caddy",
        "lighttpd/explorer.conf",
        "apache/htaccess",
        "mediawiki/IncidentExplorer.php",
        "dokuwiki/incidents/syntax.php",
        "dokuwiki/incidents/plugin.info.txt",
        "pages/github.yml",
        "pages/gitlab.yml",
    ];

    /// The guide with the block below a file's name holding that file.
    fn with(guide: &str, name: &str, file: &str) -> Option<String> {
        let (before, rest) = guide.split_once(&format!("`src/e2e/hosts/{name}`\n\n```"))?;
        let (lang, rest) = rest.split_once('\n')?;
        let (_, after) = rest.split_once("\n```\n")?;
        Some(format!(
            "{before}`src/e2e/hosts/{name}`\n\n```{lang}\n{file}```\n{after}"
        ))
    }

    /// What the guide shows is what the matrix runs, to the letter. `UPDATE_EXPECT=1` writes it.
    #[test]
    fn the_guide_shows_the_configurations_that_are_tested() {
        let path = tools::root().join("src/HOSTING.md");
        let guide = tools::read(&path).unwrap();
        let wanted = SHOWN.iter().fold(guide.clone(), |guide, name| {
            let file = tools::read(&e2e::folder().join("hosts").join(name)).unwrap();
            let shown = with(&guide, name, &file);
            shown.unwrap_or_else(|| panic!("{name} is not shown in the guide"))
        });
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            tools::write(&path, wanted.as_bytes()).unwrap();
        } else {
            let differs = guide.lines().zip(wanted.lines()).find(|(a, b)| a != b);
            assert!(
                guide == wanted,
                "the guide and a file differ: UPDATE_EXPECT=1 writes the guide; {differs:?}"
            );
        }
    }
}

//! Installs Debian's packages, where we may: on Debian, as root. Services are not started.

use crate::tools;
use std::path::Path;

/// What Debian's maintainer scripts ask before they start a service.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// Whether this is Debian and we are root.
pub fn may_install() -> bool {
    let root = tools::output(tools::command("id").arg("-u")).trim() == "0";
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    root && system.lines().any(|line| line == "ID=debian") && Path::new("/usr/bin/apt-get").exists()
}

/// Installs packages; options of `apt-get install` may stand among them. Failures are printed by
/// apt itself; what counts is whether the programs are there afterwards.
pub fn install(packages: &[&str]) {
    let quiet = Quiet::begin();
    for arguments in [["update", "-qq"].as_slice(), &["install", "-y", "-qq"]] {
        let mut command = tools::command("apt-get");
        command.args(arguments);
        if arguments.contains(&"install") {
            command.args(packages);
        }
        let _ = tools::run(command.env("DEBIAN_FRONTEND", "noninteractive"), "apt-get");
    }
    drop(quiet);
}

/// While this lives, no package starts its service; what the machine says itself stays.
struct Quiet {
    ours: bool,
}

impl Quiet {
    fn begin() -> Self {
        let ours = !Path::new(POLICY).exists()
            && std::fs::write(POLICY, "#!/bin/sh\nexit 101\n").is_ok()
            && tools::run(tools::command("chmod").args(["755", POLICY]), "chmod").is_ok();
        Self { ours }
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        if self.ours {
            let _ = std::fs::remove_file(POLICY);
        }
    }
}

//! What lets a reader check a release: the parts it is made of (`sbom.cdx.json`, CycloneDX 1.5),
//! and the SHA-256 of each of its files (`SHA256SUMS`, for `sha256sum --check`).

use crate::tools::{self, write};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The crates whose wasm is delivered.
const ROOTS: [&str; 2] = ["incident-explorer", "workshop"];

/// Writes both into `dist/`, the sums last, for they count the other.
///
/// # Errors
/// What could not be asked or written.
pub fn write_into(dist: &Path) -> Result<(), String> {
    let arguments = ["metadata", "--format-version", "1", "--locked"];
    let platform = ["--filter-platform", "wasm32-unknown-unknown"];
    let told = tools::output(tools::cargo().args(arguments).args(platform));
    let metadata: Value = serde_json::from_str(&told)
        .map_err(|error| format!("cargo metadata cannot be read: {error}"))?;
    let lock = tools::read(&tools::root().join("Cargo.lock"))?;
    let sbom = sbom(&metadata, &checksums(&lock))?;
    let text = serde_json::to_string_pretty(&sbom).map_err(|error| format!("SBOM: {error}"))?;
    write(&dist.join("sbom.cdx.json"), (text + "\n").as_bytes())?;
    write(&dist.join("SHA256SUMS"), sums(dist)?.as_bytes())
}

/// The SHA-256 that Cargo.lock holds, by name and version.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let field = |package: &str, name: &str| {
        let start = format!("{name} = \"");
        let line = package.lines().find_map(|line| line.strip_prefix(&start))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let packages = lock.split("[[package]]");
    let known = packages.filter_map(|package| {
        let key = (field(package, "name")?, field(package, "version")?);
        Some((key, field(package, "checksum")?))
    });
    known.collect()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(value: &'a Value, pointer: &str) -> &'a [Value] {
    let found = value.pointer(pointer).and_then(Value::as_array);
    found.map_or(&[], Vec::as_slice)
}

fn purl(package: &Value) -> String {
    format!(
        "pkg:cargo/{}@{}",
        text(package, "name"),
        text(package, "version")
    )
}

/// The bill of materials of what the browser runs: without serial number and time, so that the
/// same sources give the same bytes.
fn sbom(metadata: &Value, checksums: &BTreeMap<(String, String), String>) -> Result<Value, String> {
    let packages: BTreeMap<&str, &Value> = list(metadata, "/packages")
        .iter()
        .map(|package| (text(package, "id"), package))
        .collect();
    let needs: BTreeMap<&str, Vec<&str>> = list(metadata, "/resolve/nodes")
        .iter()
        .map(|node| (text(node, "id"), linked(node)))
        .collect();
    let is_root = |package: &&&Value| ROOTS.contains(&text(package, "name"));
    let mut waiting: Vec<&str> = packages
        .values()
        .filter(is_root)
        .map(|p| text(p, "id"))
        .collect();
    if waiting.len() != ROOTS.len() {
        return Err("cargo metadata does not name the page and the workshop".to_owned());
    }
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if reached.insert(id) {
            waiting.extend(needs.get(id).into_iter().flatten());
        }
    }
    let named = |id: &&str| packages.get(id).map(|package| purl(package));
    let mut components = BTreeMap::new();
    let mut dependencies = BTreeMap::new();
    for id in &reached {
        let package = packages
            .get(id)
            .ok_or_else(|| format!("`{id}` is not described"))?;
        let mut on: Vec<String> = needs
            .get(id)
            .into_iter()
            .flatten()
            .filter_map(named)
            .collect();
        on.sort();
        on.dedup();
        dependencies.insert(
            purl(package),
            json!({ "ref": purl(package), "dependsOn": on }),
        );
        components.insert(purl(package), component(package, checksums));
    }
    let page = format!("pkg:cargo/{}@{}", ROOTS[0], env!("CARGO_PKG_VERSION"));
    let main = components
        .remove(&page)
        .ok_or("the page has no component")?;
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": main },
        "components": components.into_values().collect::<Vec<_>>(),
        "dependencies": dependencies.into_values().collect::<Vec<_>>(),
    }))
}

/// What a package links, without what only builds or tests it.
fn linked(node: &Value) -> Vec<&str> {
    let is_linked = |dependency: &&Value| {
        let kinds = list(dependency, "/dep_kinds");
        kinds
            .iter()
            .any(|kind| kind.get("kind").is_some_and(Value::is_null))
    };
    let deps = list(node, "/deps").iter().filter(is_linked);
    deps.map(|dependency| text(dependency, "pkg")).collect()
}

fn component(package: &Value, checksums: &BTreeMap<(String, String), String>) -> Value {
    let (name, version) = (text(package, "name"), text(package, "version"));
    let ours = package.get("source").is_none_or(Value::is_null);
    let kind = match ours && name == ROOTS[0] {
        true => "application",
        false => "library",
    };
    let mut told = json!({
        "type": kind, "bom-ref": purl(package), "name": name, "version": version, "purl": purl(package),
    });
    let Some(fields) = told.as_object_mut() else {
        return told;
    };
    let licence = text(package, "license").replace('/', " OR ");
    if !licence.is_empty() {
        fields.insert("licenses".to_owned(), json!([{ "expression": licence }]));
    }
    if let Some(sum) = checksums.get(&(name.to_owned(), version.to_owned())) {
        let hash = json!([{ "alg": "SHA-256", "content": sum }]);
        fields.insert("hashes".to_owned(), hash);
    }
    let builds = |target: &Value| list(target, "/kind").iter().any(|k| k == "proc-macro");
    if list(package, "/targets").iter().any(builds) {
        // It runs in the compiler; nothing of it is in the page.
        fields.insert("scope".to_owned(), json!("excluded"));
    }
    told
}

/// A line for each file below a folder, sorted, as `sha256sum` writes and checks them.
fn sums(dist: &Path) -> Result<String, String> {
    let mut paths = Vec::new();
    // Only what this build wrote: other things may lie in `dist/`.
    for name in [
        "site",
        "cards",
        "incident-explorer.html",
        "incident-explorer.js",
        "workshop.html",
        "sbom.cdx.json",
    ] {
        collect(&dist.join(name), &mut paths);
    }
    let line = |path: &std::path::PathBuf| {
        let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.strip_prefix(dist).unwrap_or(path).to_string_lossy();
        Ok((name.replace('\\', "/"), hex(&bytes)))
    };
    let mut lines: Vec<(String, String)> = paths.iter().map(line).collect::<Result<_, String>>()?;
    lines.sort();
    Ok(lines
        .iter()
        .map(|(name, sum)| format!("{sum}  {name}\n"))
        .collect())
}

fn hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn collect(path: &Path, into: &mut Vec<std::path::PathBuf>) {
    if path.is_file() {
        into.push(path.to_owned());
        return;
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    entries.for_each(|entry| collect(&entry.path(), into));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata() -> Value {
        let package = |name: &str, source: Option<&str>, kind: &str| {
            json!({ "id": name, "name": name, "version": "0.1.0", "source": source,
                "license": "MIT/Apache-2.0", "targets": [{ "kind": [kind] }] })
        };
        let on =
            |pkg: &str, kind: Option<&str>| json!({ "pkg": pkg, "dep_kinds": [{ "kind": kind }] });
        json!({
            "packages": [
                package("workshop", None, "cdylib"), package("incident-explorer", None, "bin"),
                package("yew", Some("r"), "lib"), package("macro", Some("r"), "proc-macro"),
                package("builder", Some("r"), "lib"), package("tester", Some("r"), "lib"),
            ],
            "resolve": { "nodes": [
                { "id": "incident-explorer", "deps": [on("yew", None), on("builder", Some("build")), on("tester", Some("dev"))] },
                { "id": "yew", "deps": [on("macro", None)] },
            ] },
        })
    }

    #[test]
    fn the_bill_names_what_is_linked_with_its_sum_and_licence() {
        let lock = "[[package]]\nname = \"yew\"\nversion = \"0.1.0\"\nchecksum = \"ab12\"\n";
        let bill = sbom(&metadata(), &checksums(lock)).unwrap();
        assert_eq!(text(&bill, "bomFormat"), "CycloneDX");
        assert_eq!(
            bill.pointer("/metadata/component/type"),
            Some(&json!("application"))
        );
        let names: Vec<&str> = list(&bill, "/components")
            .iter()
            .map(|c| text(c, "name"))
            .collect();
        assert_eq!(names, ["macro", "workshop", "yew"]);
        assert_eq!(
            bill.pointer("/components/0/scope"),
            Some(&json!("excluded"))
        );
        assert_eq!(
            bill.pointer("/components/2/hashes/0/content"),
            Some(&json!("ab12"))
        );
        let licence = bill.pointer("/components/2/licenses/0/expression");
        assert_eq!(licence, Some(&json!("MIT OR Apache-2.0")));
        assert_eq!(
            bill.pointer("/dependencies/0/dependsOn"),
            Some(&json!(["pkg:cargo/yew@0.1.0"]))
        );
    }

    /// CycloneDX 1.5: a `bom-ref` is unique, and `dependencies` refer to nothing else.
    #[test]
    fn every_reference_of_the_bill_resolves() {
        let bill = sbom(&metadata(), &BTreeMap::new()).unwrap();
        let mut known: Vec<&str> = list(&bill, "/components")
            .iter()
            .map(|c| text(c, "bom-ref"))
            .collect();
        known.extend(
            bill.pointer("/metadata/component/bom-ref")
                .and_then(Value::as_str),
        );
        assert_eq!(known.iter().collect::<BTreeSet<_>>().len(), known.len());
        for one in list(&bill, "/dependencies") {
            assert!(known.contains(&text(one, "ref")));
            assert!(
                list(one, "/dependsOn")
                    .iter()
                    .all(|on| known.contains(&on.as_str().unwrap()))
            );
        }
    }

    #[test]
    fn metadata_without_the_page_is_refused() {
        assert!(sbom(&json!({}), &BTreeMap::new()).is_err());
    }

    #[test]
    fn sums_are_those_sha256sum_checks() {
        let folder = std::env::temp_dir().join(format!("release-{}", std::process::id()));
        write(&folder.join("site/a"), b"abc").unwrap();
        write(&folder.join("not ours"), b"").unwrap();
        let told = sums(&folder).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        // FIPS 180-4, example of SHA-256 for `abc`.
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(told, format!("{sum}  site/a\n"));
    }
}

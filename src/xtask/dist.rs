//! Builds what is delivered: `dist/site/` for hosts, `dist/incident-explorer.html` for disk.

use crate::page::{Parts, fill, fill_blocks, hash, inline, stylesheets};
use crate::{Outcome, data_files, tools};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use geometry::Basemap;
use incidents::dataset::block;
use std::io::Write;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// What a reader of the hosted form transfers at most, in bytes of gzip over all files.
const HOSTED_BUDGET: usize = 240 * 1024;
/// How large the one file may be, in bytes as mailed.
const ONE_FILE_BUDGET: usize = 360 * 1024;
/// The meridian in the middle of the map: no arc over the Pacific is cut.
const CENTRE_LON_DEG: f64 = 153.0;
const MAP_WIDTH_PX: f64 = 960.0;

/// Reads `data/` and packs it.
///
/// # Errors
/// Everything that is wrong with it, a line each.
pub fn check_data() -> Result<String, String> {
    let (files, mut findings) = data_files::read(&tools::root().join("data"));
    findings.extend(block::compile(&files).findings);
    if findings.is_empty() {
        return Ok(block::pack(&files));
    }
    let lines: Vec<String> = findings.iter().map(|f| format!("data/{f}")).collect();
    Err(format!(
        "{}\n{} faults in data/",
        lines.join("\n"),
        lines.len()
    ))
}

fn basemap() -> Result<String, String> {
    let data = tools::root().join("data");
    let topology = read(&data.join("basemap/countries-110m.json"))?;
    let countries = read(&data.join("countries.json"))?;
    let map = Basemap::prepare(&topology, &countries, CENTRE_LON_DEG, MAP_WIDTH_PX)?;
    serde_json::to_string(&map).map_err(|error| format!("the map cannot be written: {error}"))
}

/// The compiled page: its glue and its wasm.
struct Core {
    glue: String,
    wasm: Vec<u8>,
}

fn compile() -> Result<Core, String> {
    let target = "wasm32-unknown-unknown";
    let arguments = ["build", "--release", "--locked", "--target", target];
    let package = ["--package", "incident-explorer"];
    tools::run(tools::cargo().args(arguments).args(package), "cargo build")?;
    let wasm = tools::target_dir()
        .join(target)
        .join("release/incident-explorer.wasm");
    let told = |error| format!("wasm-bindgen: {error:#}");
    let mut output = Bindgen::new()
        .input_path(&wasm)
        .no_modules(true)
        .map_err(told)?
        .typescript(false)
        .remove_producers_section(true)
        .generate_output()
        .map_err(told)?;
    Ok(Core {
        glue: output.js().to_owned(),
        wasm: output.wasm_mut().emit_wasm(),
    })
}

/// What was built, for the terminal.
pub struct Built {
    hosted_gzip: usize,
    one_file: usize,
}

impl std::fmt::Display for Built {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kb = |bytes: usize| bytes.div_ceil(1024);
        let (hosted, one) = (kb(self.hosted_gzip), kb(self.one_file));
        writeln!(
            f,
            "dist/site/                   {hosted} KB gzip in all, of 240"
        )?;
        write!(f, "dist/incident-explorer.html  {one} KB as mailed, of 360")
    }
}

/// Builds both forms.
///
/// # Errors
/// What failed, or which form is over its budget.
pub fn run() -> Result<Built, String> {
    let root = tools::root();
    let template = read(&root.join("index.html"))?;
    let (dataset, basemap) = (check_data()?, basemap()?);
    let sheets: Vec<String> = stylesheets(&template)
        .into_iter()
        .map(|sheet| read(&root.join(sheet)))
        .collect::<Result<_, _>>()?;
    let styles = sheets.join("\n");
    let guard = read(&root.join("src/app/bootstrap/guard.js"))?;
    let start = read(&root.join("src/app/bootstrap/start.js"))?;
    let core = compile()?;

    let site = Site {
        template: &template,
        dataset: &dataset,
        basemap: &basemap,
    };
    let index = site.hosted()?;
    let one_file = site.one_file(&styles, &[&guard, &core.glue, &start], &core.wasm)?;
    let dist = root.join("dist");
    let folder = dist.join("site");
    let _ = std::fs::remove_dir_all(&folder);
    let files: [(&str, &[u8]); 6] = [
        ("index.html", index.as_bytes()),
        ("style.css", styles.as_bytes()),
        ("guard.js", guard.as_bytes()),
        ("core.js", core.glue.as_bytes()),
        ("start.js", start.as_bytes()),
        ("core.wasm", &core.wasm),
    ];
    for (name, bytes) in files {
        write(&folder.join(name), bytes)?;
    }
    write(&dist.join("incident-explorer.html"), one_file.as_bytes())?;
    let built = Built {
        hosted_gzip: files.iter().map(|(_, bytes)| gzip(bytes).len()).sum(),
        one_file: one_file.len(),
    };
    let within = built.hosted_gzip <= HOSTED_BUDGET && built.one_file <= ONE_FILE_BUDGET;
    if within {
        Ok(built)
    } else {
        Err(format!("over budget:\n{built}"))
    }
}

struct Site<'a> {
    template: &'a str,
    dataset: &'a str,
    basemap: &'a str,
}

impl Site<'_> {
    fn hosted(&self) -> Result<String, String> {
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
            style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; \
            form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        let script = |name: &str| format!("<script src=\"{name}\"></script>");
        fill(
            self.template,
            &Parts {
                policy,
                styles: "<link rel=\"stylesheet\" href=\"style.css\">",
                dataset: self.dataset,
                basemap: self.basemap,
                scripts: &["guard.js", "core.js", "start.js"].map(script).join("\n"),
            },
        )
    }

    fn one_file(&self, styles: &str, scripts: &[&str], wasm: &[u8]) -> Result<String, String> {
        let hashes: Vec<String> = scripts.iter().map(|text| hash(text)).collect();
        let policy = format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; \
            img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; \
            require-trusted-types-for 'script'; trusted-types 'none'",
            hashes.join(" "),
            hash(styles)
        );
        let core = STANDARD.encode(gzip(wasm));
        let mut end = vec![format!(
            "<script type=\"text/plain\" id=\"core\">{core}</script>"
        )];
        for script in scripts {
            end.push(inline("script", script)?);
        }
        fill(
            self.template,
            &Parts {
                policy: &policy,
                styles: &inline("style", styles)?,
                dataset: self.dataset,
                basemap: self.basemap,
                scripts: &end.join("\n"),
            },
        )
    }
}

/// Fills the blocks of the page that Trunk has staged.
pub fn stage() -> Outcome {
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .ok_or("`cargo xtask stage` is called by Trunk, which sets TRUNK_STAGING_DIR")?;
    let path = Path::new(&folder).join("index.html");
    let page = fill_blocks(&read(&path)?, &check_data()?, &basemap()?)?;
    write(&path, page.as_bytes())
}

/// Gzip at its best, without a time stamp: same bytes from the same input.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.unwrap_or_default()
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|error| format!("{}: {error}", path.display()))
}

//! Builds what is delivered: `dist/site/` for hosts, `dist/incident-explorer.html` for disk,
//! `dist/incident-explorer.js` for pages of others, `dist/cards/` for places that take neither script
//! nor frame.

use crate::budget::{self, Sizes, Weight, brotli, gzip};
use crate::core::{self, Core};
use crate::element::{Carried, Element};
use crate::page::{
    Parts, carried, fill, fill_blocks, hash, inline, stamp, stylesheets, with_sizes,
    without_comments,
};
use crate::tools::{self, read, write};
use crate::{Outcome, blocks, release, workshop};
use incidents::dataset::block;
use incidents::model::Lang;
use std::path::Path;

/// Everything the forms are made of.
struct Made {
    template: String,
    version: String,
    dataset: Vec<u8>,
    basemap: Vec<u8>,
    styles: String,
    guard: String,
    start: String,
    /// The script of the element, but for what it carries.
    element: Element,
    core: Core,
}

/// Builds every form and holds them to their budgets.
///
/// # Errors
/// What failed, or which form is over its budget.
pub fn run() -> Result<Sizes, String> {
    build()?.check()
}

/// Builds every form, of whatever size. What an earlier run left is taken away first, so that nothing old is
/// tested or sent where a build fails.
///
/// # Errors
/// What failed.
pub fn build() -> Result<Sizes, String> {
    let dist = tools::root().join("dist");
    let (site, one_file) = (dist.join("site"), dist.join("incident-explorer.html"));
    let script = dist.join("incident-explorer.js");
    let _ = std::fs::remove_dir_all(&site);
    let _ = std::fs::remove_dir_all(dist.join("cards"));
    for old in [&one_file, &script] {
        let _ = std::fs::remove_file(old);
    }

    let made = Made::now()?;
    let text = made.element()?;
    write(&script, text.as_bytes())?;
    let element = gzip(text.as_bytes())?.len();
    let text = made.one_file()?;
    let packed = |(name, bytes): (_, Vec<u8>)| Ok((name, gzip(&bytes)?, bytes));
    let files: Result<Vec<_>, String> = made.hosted()?.into_iter().map(packed).collect();
    let files = files?;
    let transfer: usize = files.iter().map(|(_, packed, _)| packed.len()).sum();
    let sizes = [transfer, text.len(), element].map(budget::kb);
    let mut hosted = Vec::new();
    for (name, packed, bytes) in files {
        hosted.push(match name {
            "index.html" => {
                let index = with_sizes(&String::from_utf8_lossy(&bytes), sizes)?.into_bytes();
                host(&site, name, &index, &gzip(&index)?)?
            }
            _ => host(&site, name, &bytes, &packed)?,
        });
    }
    let text = with_sizes(&text, sizes)?;
    write(&one_file, text.as_bytes())?;
    let one_file = text.len();
    write(&dist.join("workshop.html"), workshop::page()?.as_bytes())?;
    write_cards(&made.dataset, &dist.join("cards"))?;
    release::write_into(&dist)?;
    Ok(Sizes {
        hosted,
        one_file,
        element,
    })
}

/// Writes a file of the hosted form with its packed forms beside it, which hosts such as nginx
/// (`gzip_static`) and caddy (`precompressed`) send as they are.
fn host(site: &Path, name: &'static str, bytes: &[u8], packed: &[u8]) -> Result<Weight, String> {
    let smallest = brotli(bytes)?;
    write(&site.join(name), bytes)?;
    write(&site.join(format!("{name}.gz")), packed)?;
    write(&site.join(format!("{name}.br")), &smallest)?;
    Ok(Weight {
        name,
        gzip: packed.len(),
        brotli: smallest.len(),
    })
}

/// A card for each entry and language, from the block that the page carries.
fn write_cards(dataset: &[u8], folder: &Path) -> Outcome {
    let dataset = block::decode(dataset)?;
    for lang in [Lang::En, Lang::Ja] {
        let tag = lang.tag();
        for incident in dataset.incidents.values() {
            let named = |kind| folder.join(format!("{}.{tag}.{kind}", incident.id));
            let html = cards::html(&dataset, incident, lang);
            write(&named("html"), html.as_bytes())?;
            let wikitext = cards::wikitext(&dataset, incident, lang);
            write(&named("wiki"), wikitext.as_bytes())?;
        }
        let list = match lang {
            Lang::En => "index.html",
            Lang::Ja => "index.ja.html",
        };
        write(&folder.join(list), cards::index(&dataset, lang).as_bytes())?;
        let all = cards::all(&dataset, lang);
        write(&folder.join(format!("all.{tag}.html")), all.as_bytes())?;
    }
    Ok(())
}

impl Made {
    fn now() -> Result<Self, String> {
        let root = tools::root();
        let template = read(&root.join("index.html"))?;
        let sheets: Result<Vec<String>, String> = stylesheets(&template)
            .into_iter()
            .map(|name| sheet(&root, name))
            .collect();
        let styles = minifier::css::minify(&sheets?.join("\n"))
            .map_err(|error| format!("the stylesheets: {error}"))?
            .to_string();
        let script = |name: &str| -> Result<String, String> {
            let path = root.join("src/app/bootstrap").join(name);
            Ok(without_comments(&read(&path)?))
        };
        let (common, defines) = (script("common.js")?, script("element.js")?);
        let (dataset, basemap) = (blocks::dataset()?, blocks::basemap()?);
        let core = core::compile()?;
        let content = stamp(&[&core.wasm, &dataset, &basemap]);
        Ok(Self {
            template,
            version: format!("{} ({content})", env!("CARGO_PKG_VERSION")),
            dataset,
            basemap,
            styles,
            guard: format!("{common}{}", script("guard.js")?),
            start: format!("{defines}{}", script("start.js")?),
            element: Element {
                common,
                defines,
                end: script("alone.js")?,
            },
            core,
        })
    }

    /// The files of the hosted form. Each is asked for with a stamp of its content, so that no
    /// cache puts a new page on an old core.
    fn hosted(&self) -> Result<Vec<(&'static str, Vec<u8>)>, String> {
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
            style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; \
            form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        let at = |name, text: &[u8]| format!("{name}?{}", stamp(&[text]));
        let (guard, core) = (at("guard.js", self.guard.as_bytes()), &self.core);
        let (glue, start) = (at("core.js", core.glue.as_bytes()), self.start.as_bytes());
        let (start, wasm) = (at("start.js", start), at("core.wasm", &core.wasm));
        let styles = at("style.css", self.styles.as_bytes());
        let scripts = format!(
            "<script src=\"{glue}\"></script>\n\
            <script src=\"{start}\"></script>"
        );
        // What is needed last is asked for first: nothing of it waits for the data to be read.
        let early = [
            ("fetch\" crossorigin=\"anonymous", &wasm),
            ("script", &glue),
            ("script", &start),
        ];
        let early = early.map(|(kind, address)| {
            format!("<link rel=\"preload\" as=\"{kind}\" href=\"{address}\">\n")
        });
        let styles = format!(
            "{}<link rel=\"stylesheet\" href=\"{styles}\">",
            early.concat()
        );
        let guard = format!("<script src=\"{guard}\" data-core=\"{wasm}\"></script>");
        let index = self.fill(policy, [&styles, &guard, &scripts])?;
        Ok(vec![
            ("index.html", index.into_bytes()),
            ("style.css", self.styles.clone().into_bytes()),
            ("guard.js", self.guard.clone().into_bytes()),
            ("core.js", self.core.glue.clone().into_bytes()),
            ("start.js", self.start.clone().into_bytes()),
            ("core.wasm", self.core.wasm.clone()),
        ])
    }

    fn element(&self) -> Result<String, String> {
        self.element.script(&Carried {
            glue: &self.core.glue,
            wasm: &self.core.wasm,
            styles: &self.styles,
            dataset: &self.dataset,
            basemap: &self.basemap,
        })
    }

    fn one_file(&self) -> Result<String, String> {
        let scripts = [&self.guard, &self.core.glue, &self.start];
        let hashes: Vec<String> = scripts.iter().map(|text| hash(text)).collect();
        let policy = format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; \
            img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; \
            require-trusted-types-for 'script'; trusted-types 'none'",
            hashes.join(" ")
        );
        let core = carried(&self.core.wasm)?;
        let styles = carried(self.styles.as_bytes())?;
        let carrier = |id, text| format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>");
        let mut end = vec![carrier("styles", styles), carrier("core", core)];
        for script in [&self.core.glue, &self.start] {
            end.push(inline("script", script)?);
        }
        let guard = inline("script", &self.guard)?;
        self.fill(&policy, ["", &guard, &end.join("\n")])
    }

    fn fill(&self, policy: &str, [styles, guard, scripts]: [&str; 3]) -> Result<String, String> {
        let parts = Parts {
            version: &self.version,
            policy,
            styles,
            guard,
            dataset: &self.dataset,
            basemap: &self.basemap,
            scripts,
        };
        fill(&self.template, &parts)
    }
}

fn sheet(root: &Path, name: &str) -> Result<String, String> {
    let told = |error| format!("index.html names the stylesheet `{name}`: {error}");
    read(&root.join(name)).map_err(told)
}

/// Fills the blocks of the page that Trunk has staged.
///
/// # Errors
/// What is wrong with `data/`, or with the page.
pub fn stage() -> Outcome {
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .ok_or("`cargo xtask stage` is called by Trunk, which sets TRUNK_STAGING_DIR")?;
    let path = Path::new(&folder).join("index.html");
    let page = fill_blocks(&read(&path)?, &blocks::dataset()?, &blocks::basemap()?)?;
    write(&path, page.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_gets_its_cards_in_both_languages_and_forms() {
        let folder = std::env::temp_dir().join(format!("cards-{}", std::process::id()));
        let entries = blocks::read().unwrap().incidents.len();
        write_cards(&blocks::dataset().unwrap(), &folder).unwrap();
        let files = std::fs::read_dir(&folder).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        std::fs::remove_dir_all(&folder).unwrap();
        names.sort();
        let pages = ["all.en.html", "all.ja.html", "index.html", "index.ja.html"];
        names.retain(|name| !pages.contains(&name.as_str()));
        for kind in [".en.html", ".ja.html", ".en.wiki", ".ja.wiki"] {
            let of = names.iter().filter(|name| name.ends_with(kind)).count();
            assert_eq!(of, entries, "{kind}");
        }
        assert_eq!(names.len(), entries * 4);
    }
}

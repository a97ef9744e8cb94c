//! `dist/workshop.html`: one file that puts other data into a page, without a toolchain.

use crate::page::{carried, hash, inline, replace, without_comments};
use crate::{core, tools};

const POLICY: &str = "<!-- policy: the build writes the content security policy here -->";
const STYLE: &str = "<!-- style: the build writes it here -->";
const CORE: &str = "<!-- core: the build writes the wasm here -->";
const SCRIPTS: &str = "<!-- scripts: the build writes them here -->";

/// Builds it.
///
/// # Errors
/// What failed.
pub fn page() -> Result<String, String> {
    let root = tools::root();
    let read = |path: &str| tools::read(&root.join(path));
    let sheets = read("src/app/styles/tokens.css")? + &read("src/workshop/workshop.css")?;
    let style = minifier::css::minify(&sheets).map_err(|error| format!("workshop.css: {error}"))?;
    let script = without_comments(&read("src/workshop/workshop.js")?);
    let made = core::workshop()?;
    let template = read("src/workshop/workshop.html")?;
    filled(&template, &style.to_string(), &made, &script)
}

fn filled(template: &str, style: &str, made: &core::Core, script: &str) -> Result<String, String> {
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
        connect-src 'none'; base-uri 'none'; form-action 'none'; \
        require-trusted-types-for 'script'; trusted-types 'none'",
        hash(&made.glue),
        hash(script),
        hash(style)
    );
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let core = carried(&made.wasm)?;
    let core = format!("<script type=\"text/plain\" id=\"core\">{core}</script>");
    let scripts = inline("script", &made.glue)? + &inline("script", script)?;
    let page = replace(template, POLICY, &policy)?;
    let page = replace(&page, STYLE, &inline("style", style)?)?;
    let page = replace(&page, CORE, &core)?;
    replace(&page, SCRIPTS, &scripts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_its_scripts_and_may_ask_for_nothing() {
        let made = core::Core {
            glue: "glue()".to_owned(),
            wasm: b"wasm".to_vec(),
        };
        let template = include_str!("../workshop/workshop.html");
        let page = filled(template, "a{}", &made, "start()").unwrap();
        for part in [
            "connect-src 'none'",
            &hash("glue()"),
            &hash("start()"),
            &hash("a{}"),
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert!(page.contains("<script>glue()</script><script>start()</script>"));
        assert!(!page.contains("<!--"));
    }
}

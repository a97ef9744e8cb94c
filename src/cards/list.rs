//! All cards on one page, and the list that leads to them: whole pages that ask for nothing.

use crate::card::{card, id};
use crate::mark::{html, said, text};
use crate::messages::{card as own, names};
use incidents::Dataset;
use incidents::model::{Incident, Lang};

/// Every card of a language on one page, to look at; `cards/all.en.html`.
pub fn all(dataset: &Dataset, lang: Lang) -> String {
    let entries = dataset.incidents.values();
    let cards: Vec<String> = entries
        .map(|incident| html(&[card(dataset, incident, lang)]))
        .collect();
    let heading = html(&[said("h1", own::list(lang)), said("h2", own::entries(lang))]);
    page(lang, &format!("{heading}\n{}", cards.join("<hr>\n")))
}

/// The list of all cards in a language; `cards/index.html` and `cards/index.ja.html`.
pub fn index(dataset: &Dataset, lang: Lang) -> String {
    let row = |incident: &Incident| {
        let (card, id) = (id(incident, lang), &incident.id);
        let tag = lang.tag();
        let name = html(&[text(names::entry(dataset, lang, incident))]);
        let link = |to: String, word: &str| format!("<a href=\"{to}\">{word}</a>");
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
            link(format!("all.{tag}.html#{card}"), &name),
            link(format!("{id}.{tag}.html"), own::fragment(lang)),
            link(format!("{id}.{tag}.wiki"), own::wikitext(lang)),
        )
    };
    let rows: String = dataset.incidents.values().map(row).collect();
    let marks = html(&[said("h1", own::list(lang)), said("p", own::list_note(lang))]);
    let (other, name) = match lang {
        Lang::En => ("index.ja.html", "日本語"),
        Lang::Ja => ("index.html", "English"),
    };
    let switch = format!(
        "<p><a href=\"{other}\" lang=\"{}\">{name}</a></p>",
        lang.other().tag()
    );
    let heads = [own::look(lang), own::fragment(lang), own::wikitext(lang)];
    let heads = heads
        .map(|word| format!("<th scope=\"col\">{word}</th>"))
        .concat();
    page(
        lang,
        &format!(
            "{marks}\n{switch}\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"
        ),
    )
}

/// A page that may ask for nothing and runs nothing.
fn page(lang: Lang, main: &str) -> String {
    let (tag, title) = (lang.tag(), own::list(lang));
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
        <meta name=\"referrer\" content=\"no-referrer\">\n\
        <meta name=\"color-scheme\" content=\"light dark\">\n\
        <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n</head>\n\
        <body>\n<main>\n{main}\n</main>\n</body>\n</html>\n"
    )
}

//! What was read, as one text with marks and a list of slots.

use crate::marks::{
    CHECKED, CHILD, CLOSE, FIXED, FLAG, GIVEN, HEAD_ENDS, KEY, LISTENER, OPEN, TEXT, VALUE,
};
use crate::node::{Attribute, Element, Node, Nodes, Value};
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};

/// Attributes that are there or not (HTML, "boolean attribute"), as Yew's macro knows them; only
/// those that pages are made of.
const BOOLEAN: [&str; 12] = [
    "autofocus",
    "controls",
    "disabled",
    "hidden",
    "inert",
    "loop",
    "multiple",
    "open",
    "readonly",
    "required",
    "reversed",
    "selected",
];

/// One `html!`, ready to be written.
#[derive(Default)]
pub struct Template {
    shape: String,
    /// The names of the attributes of each element.
    names: Vec<Vec<String>>,
    /// What is given when the page is drawn, in the order of the marks.
    slots: Vec<TokenStream>,
}

impl Template {
    /// Some nodes as a template.
    pub fn of(nodes: &Nodes) -> Self {
        let mut template = Self::default();
        template.nodes(nodes);
        template
    }

    fn nodes(&mut self, nodes: &Nodes) {
        for node in &nodes.0 {
            match node {
                Node::Element(element) => self.element(element),
                Node::Fragment(nodes) => self.nodes(nodes),
                Node::Text(text) => {
                    self.mark(TEXT);
                    self.shape.push_str(text);
                }
                Node::Block(rust) => {
                    self.mark(CHILD);
                    self.slots.push(quote!(crate::markup::Child::slot(#rust)));
                }
                Node::Each(rust) => {
                    self.mark(CHILD);
                    self.slots.push(quote!(crate::markup::each(#rust)));
                }
            }
        }
    }

    fn mark(&mut self, mark: u8) {
        self.shape.push(char::from(mark));
    }

    fn element(&mut self, element: &Element) {
        self.mark(OPEN);
        self.shape.push_str(&element.tag);
        let mut names = Vec::new();
        let is_input = matches!(&*element.tag, "input" | "textarea");
        let (special, ordinary): (Vec<_>, Vec<_>) = element.attributes.iter().partition(|one| {
            one.name.starts_with("on")
                || one.name == "key"
                || is_input && matches!(&*one.name, "value" | "checked")
        });
        let (flags, ordinary): (Vec<_>, Vec<_>) = ordinary
            .into_iter()
            .partition(|one| BOOLEAN.contains(&&*one.name));
        let (class, ordinary): (Vec<_>, Vec<_>) =
            ordinary.into_iter().partition(|one| one.name == "class");
        // In the order of Yew's macro, so that what is rendered to a text stays the same.
        for one in ordinary.into_iter().chain(flags).chain(class) {
            self.attribute(one, &mut names);
        }
        for one in special {
            self.special(one);
        }
        self.mark(HEAD_ENDS);
        self.names.push(names);
        self.nodes(&element.children);
        self.mark(CLOSE);
    }

    fn attribute(&mut self, one: &Attribute, names: &mut Vec<String>) {
        let is_flag = BOOLEAN.contains(&&*one.name);
        match &one.value {
            Value::Switch(false) if is_flag => return,
            Value::Fixed(text) if text.is_empty() && one.name == "class" => return,
            Value::Switch(true) if is_flag => self.fixed(&one.name),
            Value::Switch(switch) => self.fixed(&switch.to_string()),
            Value::Fixed(text) => self.fixed(text),
            Value::Given(rust) if is_flag => {
                self.mark(FLAG);
                self.slots
                    .push(quote_spanned!(one.span=> crate::markup::flag(#rust)));
            }
            Value::Given(rust) => {
                self.mark(GIVEN);
                self.slots
                    .push(quote_spanned!(one.span=> crate::markup::value(#rust)));
            }
        }
        names.push(one.name.clone());
    }

    fn fixed(&mut self, text: &str) {
        self.mark(FIXED);
        self.shape.push_str(text);
    }

    fn special(&mut self, one: &Attribute) {
        let rust = match &one.value {
            Value::Given(rust) => rust.clone(),
            Value::Fixed(text) => text.to_token_stream(),
            Value::Switch(switch) => switch.to_token_stream(),
        };
        let (mark, slot) = match &*one.name {
            "key" => (KEY, quote_spanned!(one.span=> crate::markup::key(#rust))),
            "value" => (
                VALUE,
                quote_spanned!(one.span=> crate::markup::value(#rust)),
            ),
            "checked" => (
                CHECKED,
                quote_spanned!(one.span=> crate::markup::flag(#rust)),
            ),
            event => {
                let event = format_ident!("{event}", span = one.span);
                let listener = quote!(::yew::html::#event::Wrapper::__macro_new(#rust));
                (LISTENER, quote!(crate::markup::Slot::Listener(#listener)))
            }
        };
        self.mark(mark);
        self.slots.push(slot);
    }
}

impl ToTokens for Template {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self {
            shape,
            names,
            slots,
        } = self;
        if shape.is_empty() {
            return tokens.extend(quote!(::yew::Html::default()));
        }
        let names = names.iter().map(|names| quote!(&[#(#names),*]));
        let build = match slots.is_empty() {
            true => quote!(crate::markup::build(TEMPLATE, &mut [])),
            false => quote! {
                let mut slots = [#(#slots),*];
                let nodes = crate::markup::build(TEMPLATE, &mut slots);
                // They are used up: nothing is left to drop, and no code to do it.
                ::std::mem::forget(slots);
                nodes
            },
        };
        tokens.extend(quote! {{
            const TEMPLATE: &crate::markup::Template = &crate::markup::Template {
                shape: #shape,
                names: &[#(#names),*],
            };
            #build
        }});
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_str;

    fn template(written: &str) -> Template {
        Template::of(&parse_str(written).unwrap())
    }

    #[test]
    fn what_is_fixed_is_one_text_and_the_rest_are_slots() {
        let made = template(r#"<p id="a" {class}>{"b"}{ c() }</p>"#);
        let shape = "\u{1}p\u{3}a\u{4}\u{2}\u{10}b\u{f}\u{e}";
        assert_eq!((&*made.shape, made.slots.len()), (shape, 2));
        assert_eq!(made.names, [["id", "class"]]);
    }

    #[test]
    fn what_is_switched_off_is_not_there() {
        let made = template(r#"<p hidden=false open=true class="" />"#);
        assert_eq!(
            (&*made.shape, made.slots.len()),
            ("\u{1}p\u{3}open\u{2}\u{e}", 0)
        );
        assert_eq!(made.names, [["open"]]);
    }

    #[test]
    fn a_mark_in_a_text_is_refused() {
        let told = |written: &str| parse_str::<Nodes>(written).err().map(|e| e.to_string());
        assert!(told("<p>{\"a\\u{1}b\"}</p>").is_some_and(|told| told.contains("control")));
        assert_eq!(told("<p>{\"a\\nb\"}</p>"), None);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (written, wanted) in [
            ("<p><b></p>", "here <b> is closed"),
            ("<p>", "unexpected end of input, <p> is not closed"),
            ("<Card page={page}></Card>", "a component ends with />"),
            ("<p a={1.5f64} b=1.5 />", "a text is expected here"),
        ] {
            let told = parse_str::<Nodes>(written)
                .err()
                .map(|error| error.to_string());
            assert_eq!(told.as_deref(), Some(wanted), "{written}");
        }
    }
}

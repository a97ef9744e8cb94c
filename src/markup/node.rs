//! What stands in `html!`, as it is read.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, Ident, Lit, Pat, Result, Token, braced, token};

/// Nodes beside each other.
pub struct Nodes(pub Vec<Node>);

/// One of them.
pub enum Node {
    /// An element that HTML or SVG knows.
    Element(Element),
    /// Nodes without an element round them.
    Fragment(Nodes),
    /// A text that does not change.
    Text(String),
    /// Rust that gives a node, a text, or none.
    Block(TokenStream),
    /// Rust that gives a node each time.
    Each(TokenStream),
}

/// An element with its attributes and what is in it.
pub struct Element {
    /// Its name.
    pub tag: String,
    /// Its attributes as they stand.
    pub attributes: Vec<Attribute>,
    /// What is in it.
    pub children: Nodes,
}

/// `name="fixed"`, `name={rust}` or `{name}`.
pub struct Attribute {
    /// Its name, with hyphens.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What an attribute is.
pub enum Value {
    /// A literal.
    Fixed(String),
    /// `true` or `false`.
    Switch(bool),
    /// Rust.
    Given(TokenStream),
}

impl Parse for Nodes {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut nodes = Vec::new();
        while !input.is_empty() {
            nodes.push(input.parse()?);
        }
        Ok(Self(nodes))
    }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Token![<]) {
            return tag(input);
        }
        if input.peek(Token![if]) {
            return Ok(Self::Block(choice(input)?));
        }
        if input.peek(Token![for]) {
            return repeated(input);
        }
        if input.peek(Lit) {
            return Ok(Self::Text(written(&input.parse()?)?));
        }
        let content;
        braced!(content in input);
        if content.peek(Token![for]) {
            let _: Token![for] = content.parse()?;
            return Ok(Self::Each(content.parse()?));
        }
        let rust: TokenStream = content.parse()?;
        match syn::parse2::<Lit>(rust.clone()) {
            Ok(literal) => Ok(Self::Text(written(&literal)?)),
            Err(_) => Ok(Self::Block(quote!({ #rust }))),
        }
    }
}

fn tag(input: ParseStream) -> Result<Node> {
    let ahead = input.fork();
    let _: Token![<] = ahead.parse()?;
    if ahead.peek(Token![>]) {
        let _: (Token![<], Token![>]) = (input.parse()?, input.parse()?);
        let children = until_closed(input, "")?;
        return Ok(Node::Fragment(children));
    }
    let name = ahead.call(Ident::parse_any)?;
    if ahead.peek(Token![::]) || name.to_string().starts_with(char::is_uppercase) {
        return component(input);
    }
    let _: Token![<] = input.parse()?;
    let (tag, _) = dashed(input)?;
    let mut attributes = Vec::new();
    while !input.peek(Token![>]) && !input.peek(Token![/]) {
        attributes.push(input.parse()?);
    }
    let children = if input.peek(Token![/]) {
        let _: (Token![/], Token![>]) = (input.parse()?, input.parse()?);
        Nodes(Vec::new())
    } else {
        let _: Token![>] = input.parse()?;
        until_closed(input, &tag)?
    };
    Ok(Node::Element(Element {
        tag,
        attributes,
        children,
    }))
}

/// The nodes up to the closing tag of a name, and that tag.
fn until_closed(input: ParseStream, name: &str) -> Result<Nodes> {
    let mut children = Vec::new();
    loop {
        if input.is_empty() {
            return Err(input.error(format!("<{name}> is not closed")));
        }
        if input.peek(Token![<]) && input.peek2(Token![/]) {
            let _: (Token![<], Token![/]) = (input.parse()?, input.parse()?);
            let span = input.span();
            let closed = match input.peek(Token![>]) {
                true => String::new(),
                false => dashed(input)?.0,
            };
            let _: Token![>] = input.parse()?;
            return match closed == name {
                true => Ok(Nodes(children)),
                false => Err(Error::new(span, format!("here <{name}> is closed"))),
            };
        }
        children.push(input.parse()?);
    }
}

/// A component is Yew's to make: its tokens up to `/>` are handed on.
fn component(input: ParseStream) -> Result<Node> {
    let mut tokens = Vec::new();
    loop {
        let ends = input.peek(Token![/]) && input.peek2(Token![>]);
        if input.is_empty() || input.peek(Token![>]) {
            return Err(input.error("a component ends with />"));
        }
        tokens.push(input.parse::<TokenTree>()?);
        if ends {
            tokens.push(input.parse::<TokenTree>()?);
            let tokens: TokenStream = tokens.into_iter().collect();
            return Ok(Node::Block(quote!(::yew::html! { #tokens })));
        }
    }
}

/// `if` with its branches, as Rust; none is a node without content.
fn choice(input: ParseStream) -> Result<TokenStream> {
    let token: Token![if] = input.parse()?;
    let condition = input.call(Expr::parse_without_eager_brace)?;
    let then = branch(input)?;
    let other = match input.parse::<Option<Token![else]>>()? {
        None => quote!(::yew::Html::default()),
        Some(_) if input.peek(Token![if]) => choice(input)?,
        Some(_) => branch(input)?,
    };
    Ok(quote_spanned!(token.span=> if #condition { #then } else { #other }))
}

fn branch(input: ParseStream) -> Result<TokenStream> {
    let content;
    braced!(content in input);
    let nodes: Nodes = content.parse()?;
    Ok(crate::template::Template::of(&nodes).into_token_stream())
}

fn repeated(input: ParseStream) -> Result<Node> {
    let _: Token![for] = input.parse()?;
    let pattern = Pat::parse_multi_with_leading_vert(input)?;
    let _: Token![in] = input.parse()?;
    let list = input.call(Expr::parse_without_eager_brace)?;
    let each = branch(input)?;
    Ok(Node::Each(quote!({
        let mut nodes = ::std::vec::Vec::<::yew::Html>::new();
        for #pattern in #list { nodes.push(#each); }
        nodes
    })))
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let name = content.call(Ident::parse_any)?;
            return Ok(Self {
                name: name.unraw().to_string(),
                span: name.span(),
                value: Value::Given(name.into_token_stream()),
            });
        }
        let (name, span) = dashed(input)?;
        let _: Token![=] = input.parse()?;
        let value = if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let rust: TokenStream = content.parse()?;
            match syn::parse2::<Lit>(rust.clone()) {
                Ok(literal) => fixed(&literal)?,
                Err(_) => Value::Given(quote!({ #rust })),
            }
        } else {
            fixed(&input.parse()?)?
        };
        Ok(Self { name, span, value })
    }
}

fn fixed(literal: &Lit) -> Result<Value> {
    match literal {
        Lit::Bool(switch) => Ok(Value::Switch(switch.value)),
        _ => Ok(Value::Fixed(written(literal)?)),
    }
}

/// A literal as it is shown.
fn written(literal: &Lit) -> Result<String> {
    match literal {
        Lit::Str(text) if text.value().chars().any(is_mark) => Err(Error::new_spanned(
            literal,
            "a text without control characters is expected here",
        )),
        Lit::Str(text) => Ok(text.value()),
        Lit::Char(letter) => Ok(letter.value().to_string()),
        Lit::Int(number) => Ok(number.base10_digits().to_owned()),
        _ => Err(Error::new_spanned(literal, "a text is expected here")),
    }
}

/// Whether a character would be read as a mark of a template.
fn is_mark(c: char) -> bool {
    c < ' ' && c != '\n'
}

/// A name with hyphens, and where it begins.
fn dashed(input: ParseStream) -> Result<(String, Span)> {
    let first = input.call(Ident::parse_any)?;
    let mut name = first.unraw().to_string();
    while input.peek(Token![-]) {
        let _: Token![-] = input.parse()?;
        name.push('-');
        name.push_str(&input.call(Ident::parse_any)?.to_string());
    }
    Ok((name, first.span()))
}

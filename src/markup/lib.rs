//! `html!` as Yew has it, in a form that weighs less.
//!
//! Yew's own macro makes code of every element: some 300 bytes of wasm each, and there are fifteen
//! hundred. Here what does not change (tags, names, fixed values and texts) is one text for each
//! `html!`, and what does is a list of slots; `app::markup` puts both together. Written the same way,
//! with the same meaning; components, which Yew must make, are handed on to its macro.

mod marks;
mod node;
mod template;

use proc_macro::TokenStream;
use quote::ToTokens;

/// Elements, texts, blocks, `if` and `for`, as in Yew's `html!`.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    match syn::parse::<node::Nodes>(input) {
        Ok(nodes) => template::Template::of(&nodes).into_token_stream().into(),
        Err(error) => error.into_compile_error().into(),
    }
}

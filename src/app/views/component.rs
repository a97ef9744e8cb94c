//! Views with hooks of their own, as one Yew component for all of them.
//!
//! Yew compiles scope, life cycle and reconciliation anew for each type of component: for twenty-five
//! types that was 55 KB of wasm, 9 KB gzip. Here all are one type, and what tells them apart, what they
//! are given and the hook that draws them, stands behind a `dyn`.

use std::any::Any;
use yew::functional::{Hook, HookContext};
use yew::virtual_dom::{Key, VChild};
use yew::{Html, Properties, component as yew_component};

/// A view that is drawn again only when what it is given has changed, or when a hook of it says so.
/// `draw` runs a hook that returns what is seen:
///
/// ```ignore
/// pub fn guide(lang: Lang) -> Html {
///     component(lang, |lang, hooks| use_guide(*lang).run(hooks))
/// }
/// ```
///
/// Yew keeps hooks where the type of a component and its key stay the same. The type no longer tells
/// views apart, so the key begins with the address of `draw`: what other hooks draw has another key,
/// and finds no state that is not its own.
pub fn component<P: PartialEq + 'static>(given: P, draw: Draw<P>) -> Html {
    mounted(String::new(), draw as usize, Component::new(given, draw))
}

/// The same, with a key that tells it from its neighbours in a row.
pub fn keyed<P: PartialEq + 'static>(key: usize, given: P, draw: Draw<P>) -> Html {
    mounted(key.to_string(), draw as usize, Component::new(given, draw))
}

/// What draws a view: a function, for it has an address.
pub type Draw<P> = fn(&P, &mut HookContext) -> Html;

fn mounted(key: String, draw: usize, given: Component) -> Html {
    let key = Key::from(format!("{draw}-{key}"));
    VChild::<Mounted>::new(given, Some(key)).into()
}

/// What a view is given and what draws it, of whatever type.
#[derive(Properties)]
pub struct Component {
    drawn: Box<dyn Drawn>,
}

impl Component {
    /// See [`component`].
    pub fn new<P: PartialEq + 'static>(given: P, draw: Draw<P>) -> Self {
        let drawn = Box::new(Given { given, draw });
        Self { drawn }
    }
}

impl PartialEq for Component {
    fn eq(&self, other: &Self) -> bool {
        self.drawn.is_same(other.drawn.as_any())
    }
}

trait Drawn {
    fn as_any(&self) -> &dyn Any;
    fn is_same(&self, other: &dyn Any) -> bool;
    fn draw(&self, hooks: &mut HookContext) -> Html;
}

struct Given<P> {
    given: P,
    draw: Draw<P>,
}

impl<P: PartialEq + 'static> Drawn for Given<P> {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        let other = other.downcast_ref::<Self>();
        other.is_some_and(|other| self.given == other.given)
    }

    fn draw(&self, hooks: &mut HookContext) -> Html {
        (self.draw)(&self.given, hooks)
    }
}

impl Hook for &Component {
    type Output = Html;

    fn run(self, hooks: &mut HookContext) -> Html {
        self.drawn.draw(hooks)
    }
}

/// What a view is given is itself the hook that draws it; Yew runs as one what is called `use_…`.
fn use_given(component: &Component) -> &Component {
    component
}

/// The one type. The page itself is rendered as such.
#[yew_component]
pub fn Mounted(given: &Component) -> Html {
    use_given(given)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::html;

    #[test]
    fn another_function_has_another_key_and_the_same_one_the_same() {
        let one = |text: &'static str| component(text, |text, _| html! { <b>{*text}</b> });
        let other = component("a", |text, _| html! { <i>{*text}</i> });
        assert_eq!(one("a").key(), one("b").key());
        assert_ne!(one("a").key(), other.key());
        let row = |key| keyed(key, "a", |text, _| html! { <u>{*text}</u> });
        assert_ne!(row(1).key(), row(11).key());
    }

    #[test]
    fn equal_values_of_one_type_are_the_same_and_no_others() {
        let text = |text: &'static str| Component::new(text, |_, _| Html::default());
        let number = Component::new(1, |_, _| Html::default());
        assert!(text("a") == text("a") && text("a") != text("b") && text("a") != number);
    }
}

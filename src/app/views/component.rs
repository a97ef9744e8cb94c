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
///
/// Its key tells it from whatever else may stand in its place, so each view has its name for one, and
/// each in a row its own. `draw` runs a hook that returns what is seen:
///
/// ```ignore
/// pub fn guide(lang: Lang) -> Html {
///     component("guide", lang, |lang, hooks| use_guide(*lang).run(hooks))
/// }
/// ```
pub fn component<P: PartialEq + 'static>(
    key: impl Into<Key>,
    given: P,
    draw: fn(&P, &mut HookContext) -> Html,
) -> Html {
    fn mounted(key: Key, given: Component) -> Html {
        VChild::<Mounted>::new(given, Some(key)).into()
    }
    mounted(key.into(), Component::new(given, draw))
}

/// What a view is given and what draws it, of whatever type.
#[derive(Properties)]
pub struct Component {
    drawn: Box<dyn Drawn>,
}

impl Component {
    /// See [`component`].
    pub fn new<P: PartialEq + 'static>(given: P, draw: fn(&P, &mut HookContext) -> Html) -> Self {
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
    draw: fn(&P, &mut HookContext) -> Html,
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

fn use_given(component: &Component) -> &Component {
    component
}

/// The one type. The page itself is rendered as such.
#[yew_component]
pub fn Mounted(given: &Component) -> Html {
    use_given(given)
}

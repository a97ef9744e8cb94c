//! Puts elements together from what `html!` wrote of them: a text of what never changes, and slots.
//!
//! One piece of code for all elements, where Yew's macro makes one for each. The text is a list of
//! marks below U+0020, each with what belongs to it behind it; `src/markup/template.rs` writes it.

#[path = "../markup/marks.rs"]
mod marks;

use std::rc::Rc;
use yew::html::IntoPropValue;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Html};

pub use ::markup::html;

/// What an `html!` says of its elements.
#[derive(Debug)]
pub struct Template {
    /// Marks, each with its text.
    pub shape: &'static str,
    /// The names of the attributes, for one element after the other.
    pub names: &'static [&'static [&'static str]],
}

/// What is known when a page is drawn.
#[derive(Default)]
pub enum Slot {
    /// Used up.
    #[default]
    Nothing,
    /// A node.
    Node(VNode),
    /// Nodes, as many as there are.
    Nodes(Vec<VNode>),
    /// What an attribute is, if it is there.
    Value(Option<AttrValue>),
    /// Whether an attribute is there.
    Flag(bool),
    /// What tells an element from its neighbours.
    Key(Key),
    /// What listens to an event.
    Listener(Option<Rc<dyn Listener>>),
}

/// What may stand in braces between elements.
pub trait Child {
    /// As it fills a slot.
    fn slot(self) -> Slot;
}

impl Child for VNode {
    #[inline]
    fn slot(self) -> Slot {
        Slot::Node(self)
    }
}

impl Child for Vec<VNode> {
    #[inline]
    fn slot(self) -> Slot {
        Slot::Nodes(self)
    }
}

impl Child for Option<VNode> {
    #[inline(never)]
    fn slot(self) -> Slot {
        Slot::Nodes(self.into_iter().collect())
    }
}

impl Child for AttrValue {
    #[inline(never)]
    fn slot(self) -> Slot {
        Slot::Node(VNode::VText(VText::new(self)))
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn slot(self) -> Slot {
        AttrValue::Static(self).slot()
    }
}

impl Child for String {
    #[inline(never)]
    fn slot(self) -> Slot {
        AttrValue::from(self).slot()
    }
}

impl Child for usize {
    #[inline(never)]
    fn slot(self) -> Slot {
        self.to_string().slot()
    }
}

/// What an attribute is.
#[inline(never)]
pub fn value(value: impl IntoPropValue<Option<AttrValue>>) -> Slot {
    Slot::Value(value.into_prop_value())
}

/// Whether an attribute is there.
#[inline]
pub fn flag(is: bool) -> Slot {
    Slot::Flag(is)
}

/// What tells an element from its neighbours.
#[inline(never)]
pub fn key(key: impl Into<Key>) -> Slot {
    Slot::Key(key.into())
}

/// A node each.
pub fn each(nodes: impl IntoIterator<Item = VNode>) -> Slot {
    Slot::Nodes(nodes.into_iter().collect())
}

/// The nodes of a template with its slots filled.
#[inline(never)]
pub fn build(template: &'static Template, slots: &mut [Slot]) -> Html {
    let mut names = template.names.iter();
    let mut slots = slots.iter_mut();
    Builder {
        marks: Marks(template.shape),
        names: &mut names,
        slots: &mut slots,
    }
    .children()
}

struct Builder<'a> {
    marks: Marks,
    names: &'a mut std::slice::Iter<'static, &'static [&'static str]>,
    slots: &'a mut std::slice::IterMut<'a, Slot>,
}

/// What is left of a template's text.
#[derive(Clone, Copy)]
struct Marks(&'static str);

impl Marks {
    /// The next mark and its text.
    fn next(&mut self) -> Option<(u8, &'static str)> {
        let (mark, rest) = self.0.split_at_checked(1)?;
        let is_mark = |byte: &u8| *byte < b' ' && *byte != b'\n';
        let end = rest.bytes().position(|byte| is_mark(&byte));
        let (text, rest) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        self.0 = rest;
        Some((*mark.as_bytes().first()?, text))
    }
}

impl Builder<'_> {
    fn slot(&mut self) -> Slot {
        self.slots.next().map(std::mem::take).unwrap_or_default()
    }

    /// The nodes up to the end of the element they stand in: one by itself, or a list.
    fn children(&mut self) -> VNode {
        let mut nodes = Vec::new();
        // Whether it is a list does not depend on how many there are: Yew would make them anew.
        let (mut parts, mut is_list) = (0, false);
        while let Some((mark, text)) = self.marks.next() {
            match mark {
                marks::OPEN => nodes.push(self.element(text)),
                marks::TEXT => nodes.push(VNode::VText(VText::new(text))),
                marks::CHILD => match self.slot() {
                    Slot::Node(node) => nodes.push(node),
                    Slot::Nodes(more) => {
                        is_list = true;
                        nodes.extend(more);
                    }
                    _ => {}
                },
                marks::CLOSE => break,
                _ => continue,
            }
            parts += 1;
        }
        match nodes.pop() {
            Some(only) if parts == 1 && !is_list => only,
            last => {
                nodes.extend(last);
                VNode::VList(Rc::new(VList::with_children(nodes, None)))
            }
        }
    }

    fn element(&mut self, tag: &'static str) -> VNode {
        let keys = self.names.next().copied().unwrap_or_default();
        let mut values = Vec::with_capacity(keys.len());
        let mut listeners = Vec::new();
        let (mut own_key, mut own_value, mut checked) = (None, None, None);
        while let Some((mark, text)) = self.marks.next() {
            // Not `Static`, which a server's rendering leaves out where others vary.
            let fixed = |text| Some(AttributeOrProperty::Attribute(AttrValue::Static(text)));
            match (mark, text) {
                (marks::HEAD_ENDS, _) => break,
                (marks::FIXED, text) => values.push(fixed(text)),
                _ => match (mark, self.slot()) {
                    (marks::VALUE, Slot::Value(value)) => own_value = value,
                    (marks::GIVEN, Slot::Value(value)) => {
                        values.push(value.map(AttributeOrProperty::Attribute))
                    }
                    (marks::CHECKED, Slot::Flag(is)) => checked = Some(is),
                    (marks::FLAG, Slot::Flag(is)) => {
                        let name = keys.get(values.len()).copied().unwrap_or_default();
                        values.push(is.then_some(name).and_then(fixed));
                    }
                    (marks::KEY, Slot::Key(key)) => own_key = Some(key),
                    (marks::LISTENER, Slot::Listener(listener)) => listeners.push(listener),
                    _ => {}
                },
            }
        }
        let mut element = VTag::new(tag);
        element.attributes = Attributes::Dynamic {
            keys,
            values: values.into_boxed_slice(),
        };
        element.key = own_key;
        if !listeners.is_empty() {
            element.set_listeners(listeners.into_boxed_slice());
        }
        element.set_value(own_value);
        if let Some(checked) = checked {
            element.set_checked(checked);
        }
        let inside = self.children();
        if let Some(children) = element.children_mut() {
            *children = inside;
        }
        VNode::VTag(Rc::new(element))
    }
}

#[cfg(test)]
mod tests {
    use crate::views::tests::markup;
    use yew::{AttrValue, Callback, Html, MouseEvent};

    /// Both macros make the same of it.
    macro_rules! same {
        ($($written:tt)*) => {
            assert_eq!(
                markup(super::html! { $($written)* }),
                markup(yew::html! { $($written)* }),
            )
        };
    }

    #[test]
    fn elements_are_those_of_yew() {
        same! { <p>{"a"}</p> }
        same! { <br /> }
        same! { <svg viewBox="0 0 1 1"><linearGradient id="g" /><text text-anchor="end">{"b"}</text></svg> }
        same! { <><i>{"one"}</i>{"two"}<><b /></></> }
        same! { <p class="">{"<&\u{5d0}三"}{'c'}</p> }
    }

    #[test]
    fn attributes_are_those_of_yew() {
        let (class, id) = ("a b", String::from("i"));
        let missing: Option<&'static str> = None;
        for on in [true, false] {
            same! { <button type="button" {class} id={id.clone()} disabled={on} hidden=true open=false /> }
            same! { <input type="checkbox" checked={on} value={id.clone()} data-x={missing} /> }
            same! { <option value="v" selected={on}>{id.clone()}</option> }
            same! { <a href={AttrValue::from("#/")} aria-current={on.then_some("page")} key={7}>{7}</a> }
        }
        same! { <textarea readonly={true} rows="5" value={id.clone()} /> }
    }

    #[test]
    fn what_varies_is_as_in_yew() {
        let item = |n: &usize| yew::html! { <li>{*n}</li> };
        for count in 0..3usize {
            let all: Vec<usize> = (0..count).collect();
            let one: Option<Html> = all.first().map(item);
            same! { <ul><li />{ for all.iter().map(item) }{one.clone()}</ul> }
            same! { <ul>{ for all.iter().map(item) }</ul> }
            same! { <ul>for n in &all { <li>{*n}</li> }</ul> }
            same! { if count == 1 { <b /> } else if let Some(n) = all.get(1) { {*n}{"!"} } else { {"none"} } }
            same! { <p>if count > 0 { <i />{"more"} }</p> }
        }
        same! { <p>{Html::default()}{Vec::<Html>::new()}</p> }
    }

    #[test]
    fn what_listens_is_kept_in_its_place() {
        let onclick = Callback::from(|_: MouseEvent| {});
        let node = super::html! { <button class="x" {onclick}>{"press"}</button> };
        assert_eq!(markup(node), "<button class=\"x\">press</button>");
    }
}

//! Yew's hooks, but compiled once.
//!
//! Yew compiles an effect anew for each closure it is given, and a state for each closure that begins it,
//! with all that a reducer can do. Here what effects run and depend on stands behind a `dyn`, and a
//! state is begun by a function: 36 KB of wasm less, 10 KB gzip.

use std::any::Any;
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;
use yew::functional::{Hook, TearDown, UseForceUpdateHandle, hook};
use yew::{use_force_update, use_mut_ref};

/// A value of any type that can be compared with another.
pub trait Same: Any {
    /// Whether the other is of this type, and equal.
    fn is_same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + 'static> Same for T {
    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(self)
    }
}

/// What an effect depends on.
struct Deps(Rc<dyn Same>);

impl PartialEq for Deps {
    fn eq(&self, other: &Self) -> bool {
        let other: &dyn Any = &*other.0;
        self.0.is_same(other)
    }
}

type End = Box<dyn FnOnce()>;

/// As in Yew: runs after drawing where `deps` have changed; what it returns runs before the next time.
pub fn use_effect_with<D: PartialEq + 'static, E: TearDown>(
    deps: D,
    run: impl FnOnce(&D) -> E + 'static,
) -> impl Hook<Output = ()> {
    let deps = Rc::new(deps);
    let begin = {
        let deps = deps.clone();
        move || {
            let end = run(&deps);
            Box::new(move || end.tear_down()) as End
        }
    };
    use_erased(Deps(deps), Box::new(begin))
}

#[hook]
fn use_erased(deps: Deps, begin: Box<dyn FnOnce() -> End>) {
    yew::use_effect_with(deps, move |_| begin());
}

/// A value that outlives the drawing, as it was when the view was drawn.
pub struct UseStateHandle<T> {
    shown: Rc<T>,
    setter: UseStateSetter<T>,
}

impl<T> UseStateHandle<T> {
    /// Another value; the view is drawn again.
    pub fn set(&self, value: T) {
        self.setter.set(value);
    }

    /// What sets it.
    pub fn setter(&self) -> UseStateSetter<T> {
        self.setter.clone()
    }
}

impl<T> Clone for UseStateHandle<T> {
    fn clone(&self) -> Self {
        Self {
            shown: self.shown.clone(),
            setter: self.setter.clone(),
        }
    }
}

impl<T> Deref for UseStateHandle<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.shown
    }
}

/// What sets a value that a view is drawn with.
pub struct UseStateSetter<T> {
    now: Rc<RefCell<Rc<T>>>,
    is_same: fn(&T, &T) -> bool,
    redraw: UseForceUpdateHandle,
}

impl<T> UseStateSetter<T> {
    /// What it is now. Yew pauses after 16 ms, so that an event may come before the view is drawn
    /// anew: who makes the next value of the last one asks here.
    pub fn now(&self) -> Rc<T> {
        self.now.borrow().clone()
    }

    /// Another value; the view is drawn again, unless it is the same and was asked not to be.
    pub fn set(&self, value: T) {
        let before = self.now.replace(Rc::new(value));
        if !(self.is_same)(&before, &self.now.borrow()) {
            self.redraw.force_update();
        }
    }
}

impl<T> Clone for UseStateSetter<T> {
    fn clone(&self) -> Self {
        Self {
            now: self.now.clone(),
            is_same: self.is_same,
            redraw: self.redraw.clone(),
        }
    }
}

/// As in Yew: a value that outlives the drawing.
#[hook]
pub fn use_state<T: 'static>(first: fn() -> T) -> UseStateHandle<T> {
    use_value(first, |_, _| false)
}

/// The same, where an equal value draws nothing anew.
#[hook]
pub fn use_state_eq<T: PartialEq + 'static>(first: fn() -> T) -> UseStateHandle<T> {
    use_value(first, T::eq)
}

#[hook]
fn use_value<T: 'static>(first: fn() -> T, is_same: fn(&T, &T) -> bool) -> UseStateHandle<T> {
    let now = use_mut_ref(|| Rc::new(first()));
    let redraw = use_force_update();
    let shown = now.borrow().clone();
    let setter = UseStateSetter {
        now,
        is_same,
        redraw,
    };
    UseStateHandle { shown, setter }
}

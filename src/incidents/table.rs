//! Maps and sorting that weigh little in wasm: a `BTreeMap` costs 4 KB for each pair of types, a
//! `sort_by` for each comparison. Here everything goes through one search and one sort.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A map as a list in the order of its keys. Adding at the end is as fast as a list; adding in
/// the middle moves what comes after it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table<K, V>(Vec<(K, V)>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Table<K, V> {
    fn place(&self, key: &K) -> Result<usize, usize> {
        place(self.0.len(), &|at| {
            self.0.get(at).map_or(Ordering::Equal, |(k, _)| k.cmp(key))
        })
    }

    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        let at = self.place(key).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// Whether a key is there.
    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// Sets the value of a key.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(at) => {
                if let Some(entry) = self.0.get_mut(at) {
                    entry.1 = value;
                }
            }
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Changes the value of a key, which starts as `first` gives it.
    pub fn update(&mut self, key: K, first: impl FnOnce() -> V, change: impl FnOnce(&mut V)) {
        let at = match self.place(&key) {
            Ok(at) => at,
            Err(at) => {
                self.0.insert(at, (key, first()));
                at
            }
        };
        if let Some((_, value)) = self.0.get_mut(at) {
            change(value);
        }
    }

    /// Changes the value of a key that is there.
    pub fn change(&mut self, key: &K, change: impl FnOnce(&mut V)) {
        let at = self.place(key).ok();
        if let Some((_, value)) = at.and_then(|at| self.0.get_mut(at)) {
            change(value);
        }
    }

    /// The value at a place in the order of the keys.
    pub fn value_at(&self, place: usize) -> Option<&V> {
        self.0.get(place).map(|(_, value)| value)
    }

    /// Keys and values, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The values, by key.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.0.iter().map(|(_, value)| value)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes all away.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<K, V> IntoIterator for Table<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut table = Self::default();
        for (key, value) in pairs {
            table.insert(key, value);
        }
        table
    }
}

/// Binary search over `len` places; `Err` holds where it would stand.
fn place(len: usize, compare: &dyn Fn(usize) -> Ordering) -> Result<usize, usize> {
    let (mut from, mut to) = (0, len);
    while from < to {
        let middle = from.midpoint(to);
        match compare(middle) {
            Ordering::Less => from = middle + 1,
            Ordering::Equal => return Ok(middle),
            Ordering::Greater => to = middle,
        }
    }
    Err(from)
}

/// Sorts by a key; what is equal keeps its order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let compare = |a: usize, b: usize| keys.get(a).cmp(&keys.get(b));
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    let order = order(slots.len(), &compare);
    items.extend(order.into_iter().filter_map(|at| slots.get_mut(at)?.take()));
}

/// The places 0 to `len` in the order a comparison gives; what is equal keeps its order.
pub fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn a_table_is_a_map(pairs in proptest::collection::vec((0u8..20, any::<u8>()), 0..40)) {
            let table: Table<u8, u8> = pairs.iter().copied().collect();
            let map: BTreeMap<u8, u8> = pairs.iter().copied().collect();
            prop_assert!(table.iter().eq(map.iter()));
            prop_assert!((0..20).all(|key| table.get(&key) == map.get(&key)));
        }

        #[test]
        fn sorting_keeps_the_order_of_equals(items in proptest::collection::vec((0u8..5, any::<u8>()), 0..40)) {
            let (mut ours, mut std) = (items.clone(), items);
            sort_by_key(&mut ours, |(key, _)| *key);
            std.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ours, std);
        }
    }

    #[test]
    fn updating_starts_and_goes_on() {
        let mut counts: Table<&str, usize> = Table::default();
        for word in ["b", "a", "b"] {
            counts.update(word, || 0, |n| *n += 1);
        }
        let all: Vec<(&str, usize)> = counts.into_iter().collect();
        assert_eq!(all, [("a", 1), ("b", 2)]);
    }
}

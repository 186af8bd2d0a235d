//! Things that are numbered in the order in which they come, each found by its number.

use std::collections::BTreeMap;
use std::collections::btree_map::Values;

/// A number of one kind of thing. Numbers are counted from the first and never given again.
pub trait Id: Copy + Ord {
    /// The number of the first thing.
    const FIRST: Self;

    /// The number after this one.
    #[must_use]
    fn next(self) -> Self;
}

/// All things of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger<I, T>(BTreeMap<I, T>);

impl<I, T> Default for Ledger<I, T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<I: Id, T> Ledger<I, T> {
    /// The number that the next thing will have.
    pub fn next(&self) -> I {
        self.0.last_key_value().map_or(I::FIRST, |(id, _)| id.next())
    }

    /// Enters a thing under its number.
    pub(crate) fn enter(&mut self, id: I, thing: T) {
        self.0.insert(id, thing);
    }

    /// Changes the thing with this number, if there is one.
    pub(crate) fn change(&mut self, id: I, change: impl FnOnce(&mut T)) {
        self.0.get_mut(&id).map(change);
    }

    /// Everything in order, to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.values_mut()
    }

    /// The thing with this number.
    pub fn get(&self, id: I) -> Option<&T> {
        self.0.get(&id)
    }

    /// The first thing.
    pub fn first(&self) -> Option<&T> {
        self.0.first_key_value().map(|(_, thing)| thing)
    }

    /// The last thing.
    pub fn last(&self) -> Option<&T> {
        self.0.last_key_value().map(|(_, thing)| thing)
    }

    /// Everything in order.
    pub fn iter(&self) -> Values<'_, I, T> {
        self.0.values()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'l, I, T> IntoIterator for &'l Ledger<I, T> {
    type Item = &'l T;
    type IntoIter = Values<'l, I, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.values()
    }
}

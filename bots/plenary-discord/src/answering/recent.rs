//! What was incoming just now: Discord may send an interaction twice, and one person may send many.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many interactions are remembered. Those of a reconnection fit in many times.
const REMEMBERED_MAX: usize = 4_096;
/// How many lines of one person are answered at the same time.
const AT_ONCE_MAX: usize = 32;

/// The interactions of the last while.
#[derive(Debug, Default)]
pub(super) struct Recent(Mutex<(HashSet<u64>, VecDeque<u64>)>);

impl Recent {
    /// Whether this interaction is incoming for the first time.
    pub(super) fn is_new(&self, id: u64) -> bool {
        let mut recent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, order) = &mut *recent;
        if !known.insert(id) {
            return false;
        }
        order.push_back(id);
        if order.len() > REMEMBERED_MAX
            && let Some(oldest) = order.pop_front()
        {
            known.remove(&oldest);
        }
        true
    }
}

/// Whose lines are being answered.
#[derive(Debug, Default)]
pub(super) struct Crowd(Mutex<HashMap<u64, usize>>);

/// One line being answered; the place is free again when it goes.
#[derive(Debug)]
pub(super) struct Entered<'c> {
    crowd: &'c Crowd,
    user: u64,
}

impl Crowd {
    /// Room for one more line of this person, if there is some.
    pub(super) fn enter(&self, user: u64) -> Option<Entered<'_>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = all.entry(user).or_default();
        if *count >= AT_ONCE_MAX {
            return None;
        }
        *count += 1;
        Some(Entered { crowd: self, user })
    }
}

impl Drop for Entered<'_> {
    fn drop(&mut self) {
        let mut all = self.crowd.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = all.get_mut(&self.user) {
            *count -= 1;
            if *count == 0 {
                all.remove(&self.user);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interaction_is_new_once_and_little_is_remembered() {
        let recent = Recent::default();
        assert!(recent.is_new(7));
        assert!(!recent.is_new(7));
        for id in 10..10_000 {
            assert!(recent.is_new(id));
        }
        assert_eq!(recent.0.lock().expect("a lock").0.len(), REMEMBERED_MAX);
    }

    #[test]
    fn one_person_cannot_take_every_place() {
        let crowd = Crowd::default();
        let entered: Vec<_> = (0..AT_ONCE_MAX).filter_map(|_| crowd.enter(1)).collect();
        assert!(crowd.enter(1).is_none());
        assert!(crowd.enter(2).is_some());
        drop(entered);
        assert!(crowd.enter(1).is_some());
        assert!(crowd.0.lock().expect("a lock").is_empty());
    }
}

//! The words of which an argument is one, each with what it means: one table, so that no word is
//! without a meaning.

use super::arg::{Arg, ArgKind};
use super::args::Args;
use super::row::ParseError;

/// An argument that is one of `N` words.
pub(super) struct OneOf<T: 'static, const N: usize> {
    arg: &'static str,
    words: [&'static str; N],
    meanings: [T; N],
}

impl<T: Copy, const N: usize> OneOf<T, N> {
    /// The words of an argument, as they are typed.
    pub(super) const fn new(arg: &'static str, table: [(&'static str, T); N]) -> Self {
        let (mut words, mut meanings) = ([""; N], [table[0].1; N]);
        let mut index = 0;
        while index < N {
            (words[index], meanings[index]) = table[index];
            index += 1;
        }
        Self { arg, words, meanings }
    }

    /// The argument by its place.
    pub(super) const fn positional(&'static self) -> Arg {
        Arg::positional(self.arg, ArgKind::Choice(&self.words))
    }

    /// The argument by its name.
    pub(super) const fn named(&'static self) -> Arg {
        Arg::named(self.arg, ArgKind::Choice(&self.words))
    }

    /// The argument as a line of a form.
    pub(super) const fn line(&'static self) -> Arg {
        Arg::line(self.arg).of(ArgKind::Choice(&self.words))
    }

    /// What this word means; `None` when it is none of the words.
    pub(super) fn meaning(&'static self, word: &str) -> Option<T> {
        let known = self.words.iter().zip(&self.meanings);
        known.filter(|(known, _)| **known == word).map(|(_, meaning)| *meaning).next()
    }

    /// The first word that means this.
    pub(super) fn word(&'static self, is_meant: impl Fn(T) -> bool) -> Option<&'static str> {
        let mut known = self.words.iter().zip(&self.meanings);
        known.find(|(_, meaning)| is_meant(**meaning)).map(|(word, _)| *word)
    }

    /// What the word means that was said; `None` when none was.
    pub(super) fn said(&'static self, args: &Args) -> Result<Option<T>, ParseError> {
        let Some(given) = args.get(self.arg) else { return Ok(None) };
        let (arg, choices) = (self.arg, self.words.as_slice());
        let none = || ParseError::NotAChoice { arg, given: given.to_owned(), choices };
        self.meaning(given).ok_or_else(none).map(Some)
    }
}

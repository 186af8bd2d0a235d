//! What helps while a line is typed: completion, what to say next in grey, and forms of several
//! lines.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use anstyle::{AnsiColor, Style};
use rustyline::completion::Completer;
use rustyline::highlight::Highlighter;
use rustyline::hint::{Hint, Hinter};
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Context, Helper};
use tokio::runtime::Handle;

use super::Ask;
use crate::wrap::width;
use crate::{DeskPort, Look, form, words};
use plenary_chat::clean::clean_line;

/// How many completions are shown at most.
const COMPLETIONS_MAX: usize = 100;

pub(super) struct Assistant {
    desk: Arc<dyn DeskPort>,
    handle: Handle,
    look: Look,
    next: Option<Next>,
    typed: RefCell<String>,
}

/// What is suggested while nothing is typed; the key → takes the first of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Next {
    shown: String,
    first: String,
}

impl Hint for Next {
    fn display(&self) -> &str {
        &self.shown
    }

    fn completion(&self) -> Option<&str> {
        Some(&self.first)
    }
}

impl Assistant {
    pub(super) fn new(desk: Arc<dyn DeskPort>, handle: Handle, look: Look) -> Self {
        Self { desk, handle, look, next: None, typed: RefCell::default() }
    }

    /// Makes ready for the next line.
    pub(super) fn prepare(&mut self, ask: &Ask, columns: Option<usize>) {
        let columns = columns.unwrap_or(self.look.columns);
        let room = columns.saturating_sub(width(&ask.prompt) + 1);
        let gap = self.look.mark(" · ", ", ");
        self.next = suggest(&ask.next, gap, room);
        self.typed.borrow_mut().clear();
    }

    /// What was typed when the line was last drawn.
    pub(super) fn typed(&self) -> String {
        self.typed.borrow().clone()
    }
}

/// As many suggestions as there is room for. They begin with a word, because a screen without
/// colours would show them like something typed.
fn suggest(next: &[String], gap: &str, room: usize) -> Option<Next> {
    let first = next.first()?.clone();
    let shown = |count: usize| {
        let taken: Vec<&str> = next.iter().take(count).map(String::as_str).collect();
        format!("{}{}", words::TRY, taken.join(gap))
    };
    let fits = (1..=next.len()).rev().map(shown).find(|shown| width(shown) <= room)?;
    Some(Next { shown: fits, first })
}

impl Helper for Assistant {}

impl Hinter for Assistant {
    type Hint = Next;

    /// The editor asks for this whenever it draws the line, so this also sees what is typed.
    fn hint(&self, line: &str, _: usize, _: &Context<'_>) -> Option<Next> {
        line.clone_into(&mut self.typed.borrow_mut());
        if line.is_empty() { self.next.clone() } else { None }
    }
}

impl Completer for Assistant {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let typed = line.get(..pos).unwrap_or_default();
        let mut lines = self.handle.block_on(self.desk.suggestions(typed));
        lines.truncate(COMPLETIONS_MAX);
        Ok((0, lines.iter().map(|line| clean_line(line)).collect()))
    }
}

impl Validator for Assistant {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        if form::is_unfinished(context.input()) {
            Ok(ValidationResult::Incomplete)
        } else {
            Ok(ValidationResult::Valid(None))
        }
    }
}

impl Highlighter for Assistant {
    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _: bool) -> Cow<'b, str> {
        Cow::Owned(self.look.paint(Style::new().bold(), prompt))
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Owned(self.look.paint(AnsiColor::BrightBlack.on_default(), hint))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> Vec<String> {
        ["agenda show", "reply show", "help"].map(str::to_owned).to_vec()
    }

    #[test]
    fn as_many_suggestions_are_shown_as_there_is_room_for() {
        let shown = |room: usize| suggest(&lines(), " · ", room).map(|next| next.shown);
        assert_eq!(shown(80).as_deref(), Some("Try: agenda show · reply show · help"));
        assert_eq!(shown(35).as_deref(), Some("Try: agenda show · reply show"));
        assert_eq!(shown(16).as_deref(), Some("Try: agenda show"));
        assert_eq!(shown(15), None);
        assert_eq!(suggest(&[], " · ", 80), None);
    }
}

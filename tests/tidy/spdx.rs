//! Licence expressions as SPDX writes them: `OR`, `AND`, `WITH` and parentheses, and the older
//! `MIT/Apache-2.0`, in which the stroke means `OR`.

/// What an expression asks of the one who uses the crate.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Licence {
    /// One licence, with its exception if it has one: `Apache-2.0 WITH LLVM-exception`.
    Named(String),
    /// All of these bind.
    All(Vec<Licence>),
    /// One of these may be chosen.
    Any(Vec<Licence>),
}

impl Licence {
    /// Reads an expression; an error says what was not understood.
    pub(crate) fn parse(expression: &str) -> Result<Self, String> {
        let mut words = words(expression);
        words.reverse();
        let licence = any(&mut words)?;
        match words.pop() {
            None => Ok(licence),
            Some(word) => Err(format!("`{word}` comes too late in `{expression}`")),
        }
    }

    /// Whether one can use the crate under allowed licences alone.
    pub(crate) fn is_satisfied(&self, is_allowed: &dyn Fn(&str) -> bool) -> bool {
        match self {
            Self::Named(name) => is_allowed(name),
            Self::All(parts) => parts.iter().all(|part| part.is_satisfied(is_allowed)),
            Self::Any(parts) => parts.iter().any(|part| part.is_satisfied(is_allowed)),
        }
    }
}

fn words(expression: &str) -> Vec<String> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// The words wait in reverse, so that the next one is the last.
fn next_is(words: &mut Vec<String>, word: &str) -> bool {
    let is_next = words.last().is_some_and(|next| next == word);
    if is_next {
        words.pop();
    }
    is_next
}

fn any(words: &mut Vec<String>) -> Result<Licence, String> {
    let first = all(words)?;
    let mut parts = vec![first];
    while next_is(words, "OR") {
        parts.push(all(words)?);
    }
    Ok(if parts.len() > 1 { Licence::Any(parts) } else { parts.remove(0) })
}

fn all(words: &mut Vec<String>) -> Result<Licence, String> {
    let first = one(words)?;
    let mut parts = vec![first];
    while next_is(words, "AND") {
        parts.push(one(words)?);
    }
    Ok(if parts.len() > 1 { Licence::All(parts) } else { parts.remove(0) })
}

fn one(words: &mut Vec<String>) -> Result<Licence, String> {
    if next_is(words, "(") {
        let inside = any(words)?;
        let is_closed = next_is(words, ")");
        return if is_closed { Ok(inside) } else { Err("a parenthesis stays open".to_owned()) };
    }
    let name = name(words)?;
    if next_is(words, "WITH") {
        let exception = self::name(words)?;
        return Ok(Licence::Named(format!("{name} WITH {exception}")));
    }
    Ok(Licence::Named(name))
}

fn name(words: &mut Vec<String>) -> Result<String, String> {
    match words.pop() {
        Some(word) if !["OR", "AND", "WITH", "(", ")"].contains(&word.as_str()) => Ok(word),
        Some(word) => Err(format!("`{word}` stands where a licence should")),
        None => Err("a licence is missing".to_owned()),
    }
}

#[test]
fn and_binds_more_tightly_than_or_and_parentheses_more_than_both() {
    let satisfied = |expression: &str| {
        let is_allowed = |name: &str| ["A", "B", "C WITH x"].contains(&name);
        Licence::parse(expression).map(|licence| licence.is_satisfied(&is_allowed))
    };
    let good = ["A", "A OR No", "No OR A AND B", "(No OR A) AND B", "C WITH x", "No/A", "((A))"];
    for expression in good {
        assert_eq!(satisfied(expression), Ok(true), "{expression}");
    }
    for expression in ["No", "A AND No", "(A OR B) AND No", "A AND (No)", "C", "A WITH x"] {
        assert_eq!(satisfied(expression), Ok(false), "{expression}");
    }
}

#[test]
fn a_broken_expression_is_an_error_and_never_a_permission() {
    for expression in ["", "A OR", "AND A", "(A", "A)", "A B", "A WITH", "()"] {
        assert!(Licence::parse(expression).is_err(), "{expression}");
    }
}

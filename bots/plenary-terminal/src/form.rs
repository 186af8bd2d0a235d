//! How several typed lines are one thing said: a line that ends with `\` goes on, and so does one
//! that starts with `|`.

/// What was typed, with the marks of going on taken away.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Form {
    /// Whether its first line goes on with the line said before.
    pub(crate) continues: bool,
    /// Its lines.
    pub(crate) text: String,
}

/// Whether more lines follow what is typed so far.
pub(crate) fn is_unfinished(typed: &str) -> bool {
    let last = typed.rsplit('\n').next().unwrap_or_default().trim();
    last.ends_with('\\') || last.strip_prefix('|').is_some_and(|field| !field.trim().is_empty())
}

/// Reads what was typed.
pub(crate) fn read(typed: &str) -> Form {
    let lines = typed.trim().split('\n').map(|line| {
        let line = line.trim().trim_end_matches('\\').trim_end();
        field(line).unwrap_or(line)
    });
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    Form { continues: field(typed.trim_start()).is_some(), text: lines.join("\n") }
}

/// What [`read`] would read, as it is typed.
pub(crate) fn typed(text: &str) -> String {
    text.replace('\n', "\n| ")
}

/// What a line that starts with `|` holds.
pub(crate) fn field(line: &str) -> Option<&str> {
    line.strip_prefix('|').map(str::trim)
}

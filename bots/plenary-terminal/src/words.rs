//! The few English sentences that are the terminal's own; everything else is said by the desk.

/// Before up to three things to say, when nothing is typed yet.
pub(crate) const TRY: &str = "Try: ";
/// What ends a session.
pub(crate) const QUIT: [&str; 2] = ["quit", "exit"];
/// An answer without any words.
pub(crate) const DONE: &str = "Done.";
/// A number was typed and nothing can be pressed.
pub(crate) const NOTHING_OPEN: &str = "There is no button to press at the moment.";
/// Ctrl-C on an empty line.
pub(crate) const ONCE_MORE: &str = "Press Ctrl-C once more to leave, or type quit.";
/// A key sent bytes that are no UTF-8 text.
pub(crate) const KEYS_NOT_TEXT: &str = "The last key did not send UTF-8 text, so it was left out: \
    check the line below. If this happens again, set this terminal to UTF-8.";
/// The line below has the words that stand now.
pub(crate) const AS_IT_STANDS: &str = "The words as they stand are in the line below. Change them \
    and press Enter, or Ctrl-C to leave them.";
/// The process was told to end while an answer was on its way.
pub(crate) const CUT_SHORT: &str = "Stopped before the reply came. Your last line may have \
    been carried out: check before you repeat it.";
/// A line that starts with `|` has no line before it.
pub(crate) const NOTHING_TO_CONTINUE: &str = "A line that starts with | continues the line \
    before it, and there is no such line.";

/// A number was typed that no button has.
pub(crate) fn no_such_number(number: usize, open: &str) -> String {
    format!("There is no button {number}. You can press: {open}")
}

/// A label was typed that no button has.
pub(crate) fn no_such_label(label: &str, open: &str) -> String {
    format!("There is no button “{label}”. You can press: {open}")
}

/// A line of a file is not text.
pub(crate) fn not_text(line: usize) -> String {
    format!("Line {line} is not UTF-8 text, so it was skipped.")
}

/// A line of a file is too long.
pub(crate) fn too_long(line: usize, bytes_max: usize) -> String {
    format!("Line {line} is longer than {bytes_max} bytes, so it was skipped.")
}

/// A line of a file cannot be said; why follows.
pub(crate) fn at_line(line: usize, why: &str) -> String {
    format!("Line {line}: {why}")
}

//! What is a secret by its looks: a bot's token, a password in an address, a one-time code. What
//! the program says of its settings and of a command line goes through here, so that a secret that
//! was put in the wrong place stays unsaid.

use data_encoding::BASE64URL_NOPAD;

/// What stands in the place of a secret.
const MASK: &str = "****";
/// The shortest number of a bot that is taken for one.
const NUMBER_DIGITS_MIN: usize = 6;

/// The text without what looks like a secret.
pub(crate) fn masked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for word in text.split_inclusive(is_between) {
        let (word, rest) = match word.char_indices().next_back() {
            Some((at, last)) if is_between(last) => word.split_at(at),
            _ => (word, ""),
        };
        shown.push_str(&word_masked(word));
        shown.push_str(rest);
    }
    shown
}

/// What cannot stand inside a secret.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '“' | '”' | ',' | ';' | '(' | ')')
}

fn word_masked(word: &str) -> String {
    if let Some((before, host)) = word.rsplit_once('@')
        && let Some(at) = password_in(before)
    {
        return format!("{}{MASK}@{host}", before.get(..at).unwrap_or_default());
    }
    if is_code(word.trim_matches(['[', ']', '.', ':'])) {
        return MASK.to_owned();
    }
    // A token may stand behind a name: `sqlite:TOKEN`, `token=TOKEN`, a path.
    let begin = word.rfind(['/', ':', '=']).map_or(0, |at| at + 1);
    let (name, last) = word.split_at(begin);
    if is_token(last) { format!("{name}{MASK}") } else { word.to_owned() }
}

/// Where the password begins in what stands before a host: `esdb://user:` or `user:`.
fn password_in(before: &str) -> Option<usize> {
    let user = before.find("//").map_or(0, |at| at + 2);
    let colon = before.get(user..)?.find(':')?;
    let begin = user + colon + 1;
    // What was masked already stays as it is.
    before.get(begin..).is_some_and(|rest| !matches!(rest, "" | "…")).then_some(begin)
}

/// A one-time code as it is shown: four groups of four letters or digits.
fn is_code(word: &str) -> bool {
    let is_group = |group: &str| {
        group.len() == 4 && group.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    word.split('-').count() == 4 && word.split('-').all(is_group)
}

/// A bot's token: three parts, of which the first is the bot's number in Base64
/// (https://discord.com/developers/docs/reference, Authentication).
fn is_token(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ':']);
    let parts: Vec<&str> = word.split('.').collect();
    let [number, time, signature] = parts[..] else { return false };
    let number = BASE64URL_NOPAD.decode(number.as_bytes()).unwrap_or_default();
    let is_number = number.len() >= NUMBER_DIGITS_MIN && number.iter().all(u8::is_ascii_digit);
    is_number && !time.is_empty() && !signature.is_empty()
}

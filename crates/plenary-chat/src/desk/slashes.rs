//! Where people pick verbs from a list that a slash opens, a sentence that names a verb shows it
//! with its slash. Only what the catalogue itself quotes is touched, never the words of people.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::line::Line;
use crate::response::{Part, Response, Tone};
use crate::{say, verb};

/// The response as it is shown where this line was said.
pub(super) fn shown(line: &Line, response: Response) -> Response {
    if line.channel.is_some() { all(response) } else { response }
}

/// The response with a slash before each verb that it names.
pub(super) fn all(mut response: Response) -> Response {
    // What is shown in points are people's words: comments, titles, names.
    let has_points = response.tone != Tone::Shown;
    for part in &mut response.parts {
        match part {
            Part::Text(text) | Part::Secret(text) => *text = slashed(text),
            Part::List(points) if has_points => {
                points.iter_mut().for_each(|point| *point = slashed(point));
            }
            Part::Heading(_)
            | Part::Quote(_)
            | Part::List(_)
            | Part::Numbered(_)
            | Part::Pointer { .. }
            | Part::Paper(_) => {}
        }
    }
    response
}

fn slashed(text: &str) -> String {
    let mut text = text.to_owned();
    for phrase in phrases() {
        text = text.replace(&format!("“{phrase}”"), &format!("“/{phrase}”"));
    }
    text
}

/// What the catalogue quotes and begins with a verb, such as `comment ITEM …`.
fn phrases() -> &'static BTreeSet<String> {
    static PHRASES: OnceLock<BTreeSet<String>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let quoted = say::ENGLISH.iter().flat_map(|(_, source)| source.split('“').skip(1));
        let phrases = quoted.filter_map(|rest| rest.split_once('”').map(|(phrase, _)| phrase));
        phrases.filter(|phrase| is_said(phrase)).map(str::to_owned).collect()
    })
}

fn is_said(phrase: &str) -> bool {
    let words: Vec<&str> = phrase.split(' ').take(2).collect();
    !phrase.contains('{')
        && (verb::find(&words.join(" ")).is_some()
            || words.first().is_some_and(|word| verb::find(word).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_that_the_catalogue_names_gets_its_slash_and_nothing_else_does() {
        assert_eq!(slashed("With a code: “join CODE”."), "With a code: “/join CODE”.");
        assert_eq!(slashed("“help” tells. “helpless”"), "“/help” tells. “helpless”");
        let said = Response::default().with(Part::Quote("“help”".into()));
        assert_eq!(all(said.clone()), said);
    }
}

//! The words of papers, by topic: every sentence that a paper says by itself, in the four languages
//! side by side; dates and names are built from them here.
//!
//! A sentence that lacks one of the languages does not compile.

/// The words of a topic. Each has a name and four languages, in this order; `{names}` in them stand
/// for what a renderer fills in.
macro_rules! topic {
    ($($name:ident: en $en:literal es $es:literal fr $fr:literal pt $pt:literal;)+) => {
        /// The topic's words in one language.
        pub(crate) struct Words {
            $(pub(crate) $name: &'static str,)+
        }

        impl Words {
            pub(super) const fn of(lang: plenary_domain::Language) -> &'static Self {
                match lang {
                    plenary_domain::Language::En => &Self { $($name: $en),+ },
                    plenary_domain::Language::Es => &Self { $($name: $es),+ },
                    plenary_domain::Language::Fr => &Self { $($name: $fr),+ },
                    plenary_domain::Language::Pt => &Self { $($name: $pt),+ },
                }
            }
        }
    };
}

mod agenda;
mod comment;
mod comparison;
mod coverage;
mod dates;
mod decision;
mod history;
mod meeting;
mod names;
mod page;
mod paper;
mod people;
mod record;
mod reply;
mod roster;
mod session;

use plenary_domain::Language;

pub use dates::{day_range, local_time, masthead_date, ordinal, running_date, running_moment};
pub use names::{
    actor_name, actor_office, capacity_name, delegation_name, language_name, person_name,
    role_name, tag_name,
};

/// All topics by name.
macro_rules! topics {
    ($($topic:ident),+ $(,)?) => {
        /// The words of every topic in one language.
        #[derive(Clone, Copy)]
        pub(crate) struct Words {
            $(pub(crate) $topic: &'static $topic::Words,)+
        }

        /// The words of a language.
        pub(crate) fn words(lang: Language) -> Words {
            Words { $($topic: $topic::Words::of(lang),)+ }
        }
    };
}

topics! {
    agenda, comment, comparison, coverage, dates, decision, history, meeting, page, paper, people,
    record, reply, roster, session,
}

/// A sentence with words in the places of its `{names}`.
pub(crate) fn fill(sentence: &str, pieces: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        filled.push_str(before);
        match pieces.iter().find(|(known, _)| *known == name) {
            Some((_, words)) => filled.push_str(words),
            None => filled.push_str(name),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// What every page of an example's papers says.
pub fn fictional_mark(lang: Language) -> &'static str {
    words(lang).page.fictional
}

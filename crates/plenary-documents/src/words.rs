//! The words of papers, by topic: every sentence that a paper says by itself, in the four languages
//! side by side; dates and names are built from them here.
//!
//! A sentence that lacks one of the languages does not compile.

/// The words of a topic, each in four languages, in this order. One with `(places)` is a sentence
/// with something in each of them, in whatever order a language has it; a place that is not filled,
/// or one that a language leaves out, does not compile.
macro_rules! topic {
    ($($name:ident $(($($place:ident),+))?:
        en $en:literal es $es:literal fr $fr:literal pt $pt:literal;)+) => {
        /// The topic's words in one language.
        #[derive(Clone, Copy)]
        pub(crate) struct Words(pub(super) plenary_domain::Language);

        impl Words {
            $(topic! { @ $name ($($($place),+)?) $en $es $fr $pt })+
        }
    };
    (@ $name:ident () $en:literal $es:literal $fr:literal $pt:literal) => {
        pub(crate) const fn $name(self) -> &'static str {
            match self.0 {
                plenary_domain::Language::En => $en,
                plenary_domain::Language::Es => $es,
                plenary_domain::Language::Fr => $fr,
                plenary_domain::Language::Pt => $pt,
            }
        }
    };
    (@ $name:ident ($($place:ident),+) $en:literal $es:literal $fr:literal $pt:literal) => {
        #[allow(clippy::too_many_arguments)]
        pub(crate) fn $name(self, $($place: impl std::fmt::Display),+) -> String {
            match self.0 {
                plenary_domain::Language::En => format!($en, $($place = $place),+),
                plenary_domain::Language::Es => format!($es, $($place = $place),+),
                plenary_domain::Language::Fr => format!($fr, $($place = $place),+),
                plenary_domain::Language::Pt => format!($pt, $($place = $place),+),
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

pub use dates::{
    day_range, local_time, masthead_date, ordinal, running_date, running_days, running_moment,
};
pub use names::{
    actor_name, capacity_name, delegation_name, language_name, person_name, role_name, tag_name,
};

/// All topics by name.
macro_rules! topics {
    ($($topic:ident),+ $(,)?) => {
        /// The words of every topic in one language.
        #[derive(Clone, Copy)]
        pub(crate) struct Words {
            $(pub(crate) $topic: $topic::Words,)+
        }

        /// The words of a language.
        pub(crate) fn words(lang: Language) -> Words {
            Words { $($topic: $topic::Words(lang),)+ }
        }
    };
}

topics! {
    agenda, comment, comparison, coverage, dates, decision, history, meeting, page, paper, people,
    record, reply, roster, session,
}

/// What every page of an example's papers says.
pub fn fictional_mark(lang: Language) -> &'static str {
    words(lang).page.fictional()
}

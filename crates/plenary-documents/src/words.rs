//! The words of papers in their four languages: every sentence that a paper says by itself stands
//! in [`en`], [`es`], [`fr`], [`pt`]; dates and names are built from them here.
//!
//! A language is complete because its table is a struct: a missing sentence does not compile.

mod dates;
mod en;
mod es;
mod fr;
mod names;
mod pt;

use plenary_domain::Language;

pub use dates::{day_range, local_time, masthead_date, ordinal, running_date};
pub use names::{
    actor_name, actor_office, capacity_name, delegation_name, language_name, person_name, role_name,
};

/// Writes the table: its fields, and all of them by name for the test of completeness.
macro_rules! table {
    ($($name:ident),+ $(,)?) => {
        /// One language's words. `{names}` stand for what a renderer fills in.
        pub(crate) struct Words {
            /// The months from January, as they stand in a date.
            pub(crate) months: [&'static str; 12],
            /// First to twelfth, as they stand before "session".
            pub(crate) ordinals: [&'static str; 12],
            $(pub(crate) $name: &'static str,)+
        }

        #[cfg(test)]
        impl Words {
            fn all(&self) -> Vec<(&'static str, &'static str)> {
                let mut all = vec![$((stringify!($name), self.$name),)+];
                all.extend(self.months.map(|month| ("months", month)));
                all.extend(self.ordinals.map(|ordinal| ("ordinals", ordinal)));
                all
            }
        }
    };
}

table! {
    // Dates.
    ordinal_beyond, date_masthead, date_running, day_month, days_two, days_range, days_two_far,
    days_range_far, moment,
    // Every paper.
    fictional, lang_en, lang_es, lang_fr, lang_pt, name_withheld, name_missing, withheld,
    printed, none,
    // People.
    operator, chair, secretariat, mission, expert, observer, reader, plenary, head, alternate,
    adviser, actor_office, actor_name, entered_for, received, received_reference,
    standing_member, standing_observer, standing_organization,
    // The agenda.
    draft_agenda, agenda, explanatory_note, original, untranslated, adopted_stamp,
    // The comparison.
    mark_added, mark_deleted, changes_title, compared, first_edition, changes_none, changes_one,
    changes_many, change_added, change_removed, change_reworded, change_moved, change_footnote,
    change_note, change_deadline, renumbered, renumbered_item, marked_agenda, moved_from,
    // Coverage.
    coverage_title, paragraph, covered_by, source_symbol, source_inferred, uncovered, all_covered,
    without_mandate, all_with_mandate, no_sources, undescribed,
    // The roster.
    roster_title, provisional, roll_heading, roll_source, no_roll, delegation, standing, named,
    answered, silent, silent_none, participants_heading, members_heading, observers_heading,
    organizations_heading, offices_heading, late_heading, late, late_admitted, names_hidden,
    nobody_named, person_line, marks,
    // The record.
    record_title, opening, convened, mandates, held, chair_was, secretariat_is, sitting_opened,
    sitting_closed, agenda_adopted, agenda_not_adopted, whole_heading, item_heading, gone_heading,
    no_comments, comment_line, comment_reply, comment_withdrawn, written_on, decisions_heading,
    decided, decision_text, decision_adopted, decision_open, decision_withdrawn,
    consensus, vote, objected,
    objected_why,
    editions_heading, edition_issued, nominations_heading, nominations_counts,
    corrections_heading, not_open,
    // The history.
    history_title, entry, time, who, fact, digest, times_in, head_of_history, empty_history,
    digests_heading,
    was_convened, was_roll, was_source, was_invited, was_joined, was_appointed, was_seat_ended,
    was_nominated, was_replaced, was_corrected, was_withdrawn, was_admitted, was_item_added,
    was_item_reworded, was_item_moved, was_item_removed, was_footnote_set, was_note_written,
    was_comment, was_comment_on, was_comment_withdrawn, was_prepared, was_returned, was_approved,
    was_issued, was_opened, was_closed, was_put, was_objected, was_adopted,
    was_taken_back, with_reason,
}

/// The words of a language.
pub(crate) fn words(lang: Language) -> &'static Words {
    match lang {
        Language::En => &en::WORDS,
        Language::Es => &es::WORDS,
        Language::Fr => &fr::WORDS,
        Language::Pt => &pt::WORDS,
    }
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
    words(lang).fictional
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The `{names}` of a sentence, sorted.
    fn places(sentence: &str) -> Vec<&str> {
        let mut places: Vec<&str> =
            sentence.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect();
        places.sort_unstable();
        places
    }

    #[test]
    fn no_language_has_an_empty_word_and_all_have_the_same_places_to_fill() {
        let english = words(Language::En).all();
        for lang in Language::ALL {
            for ((name, here), (_, there)) in words(lang).all().into_iter().zip(&english) {
                assert!(!here.trim().is_empty(), "{name} in {} is empty", lang.code());
                assert_eq!(places(here), places(there), "{name} in {}", lang.code());
            }
        }
    }

    /// Words that two languages spell alike, and what holds places and marks only.
    const ALIKE: &[&str] = &[
        "actor_name",
        "actor_office",
        "comment_line",
        "date_running",
        "decision_text",
        "digest",
        "expert",
        "marks",
        "mission",
        "moment",
        "original",
        "person_line",
        "plenary",
        "source_symbol",
        "with_reason",
    ];

    #[test]
    fn no_sentence_of_another_language_is_left_in_english() {
        let english = words(Language::En).all();
        let left = [Language::Es, Language::Fr, Language::Pt].map(|lang| {
            let pairs = words(lang).all().into_iter().zip(&english);
            let left =
                pairs.filter(|((name, here), (_, there))| here == there && !ALIKE.contains(name));
            left.map(|((name, _), _)| name).collect::<Vec<_>>()
        });
        assert_eq!(left, [const { Vec::<&str>::new() }; 3]);
    }
}

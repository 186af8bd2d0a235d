//! The catalogue against the table of verbs. That each sentence is given what it needs, and that
//! each is said, the compiler sees.

use plenary_chat::verb::{self, Arg, ArgKind, ArgPosition};
use plenary_domain::decide::{comment, decision, reply};
use plenary_domain::{Capacity, Decide};

#[test]
fn every_argument_that_is_shown_has_a_label_and_no_label_is_left_over() {
    for verb in verb::all() {
        // The lines of a form are told by the help; a choice there tells its words.
        let is_line = |arg: &Arg| {
            arg.position == ArgPosition::Lines && !matches!(arg.kind, ArgKind::Choice(_))
        };
        let is_shown = |arg: &&Arg| match arg.position {
            ArgPosition::Lines => is_line(arg),
            _ => verb.is_for_platforms(),
        };
        let mut shown: Vec<&str> = verb.args.iter().filter(is_shown).map(|arg| arg.name).collect();
        shown.sort_unstable();
        let labels: Vec<&str> = verb.help.labels.iter().map(|(name, _)| *name).collect();
        assert_eq!(labels, shown, "{verb:?}");
    }
}

#[test]
fn every_verb_that_a_platform_shows_has_a_title_and_every_verb_of_a_menu_a_name() {
    for verb in verb::all() {
        let remedy = "give its help a .title, unless only the operator says it";
        assert_eq!(verb.help.title.is_some(), verb.is_for_platforms(), "{verb:?}: {remedy}");
        let is_in_menu = verb.args.iter().any(|arg| arg.of_message);
        assert_eq!(verb.help.menu.is_some(), is_in_menu, "{verb:?}");
    }
}

#[test]
fn every_group_of_verbs_says_what_it_is_about() {
    for verb in verb::all() {
        assert_eq!(verb::about_group(verb).is_some(), !verb.name().is_empty(), "{verb:?}");
    }
}

#[test]
fn whoever_may_do_something_may_say_the_verb_that_does_it() {
    let may_say = |said: &str| verb::find(said).map(|verb| verb.who).unwrap_or_default();
    for (said, does) in [
        ("withdraw", comment::Withdraw::BY),
        ("withdraw", decision::Withdraw::BY),
        ("withdraw", reply::Withdraw::BY),
        ("reply admit", reply::Admit::BY),
        ("reply admit", reply::AdmitPresentation::BY),
    ] {
        assert!(does.iter().all(|capacity| may_say(said).contains(capacity)), "{said}: {does:?}");
    }
    assert!(!may_say("reply admit").contains(&Capacity::Observer));
}

//! Convening.

use jiff::civil::date;

use plenary_domain::Rejection;
use plenary_domain::decide::meeting::{self, MeetingFault};
use plenary_domain::event::meeting::Convened;

use crate::commands::convene;
use crate::room::{self, convened, operator};
use crate::scenario::given;

#[test]
fn the_operator_convenes_a_meeting_with_its_roll_and_the_sources_of_its_mandates() {
    given([]).when(operator(), convene(convened())).then(room::convocation());
}

#[test]
fn convening_the_same_meeting_again_changes_nothing() {
    let meeting = given(room::convocation());
    meeting.when(operator(), convene(convened())).then_already_so();
}

#[test]
fn another_convocation_of_a_convened_meeting_is_refused() {
    let later = Convened { last_day: date(2007, 11, 21), ..convened() };
    given(room::convocation())
        .when(operator(), convene(later))
        .then_rejected(Rejection::Meeting(MeetingFault::AlreadyConvened));
}

#[test]
fn the_same_convocation_with_other_sources_is_not_taken_for_already_so() {
    let (meeting, roll) = (Box::new(convened()), room::roll());
    let command = meeting::Convene { meeting, roll, sources: Vec::new() };
    given(room::convocation())
        .when(operator(), command)
        .then_rejected(Rejection::Meeting(MeetingFault::AlreadyConvened));
}

#[test]
fn a_meeting_may_last_one_day_and_not_less() {
    let one_day = Convened { last_day: convened().first_day, ..convened() };
    given([]).when(operator(), convene(one_day)).then_done();
    let none = Convened { last_day: date(2007, 11, 18), ..convened() };
    given([]).when(operator(), convene(none)).then_rejected(Rejection::Meeting(MeetingFault::Days));
}

#[test]
fn a_style_in_which_no_revision_could_ever_be_read_is_refused() {
    for (base, revision) in [
        ("LIGHT-V/doc.{n}/{yy}", "-{n}"),
        ("LIGHT-V/doc.{n}/{year}", " rev. {n}"),
        ("LIGHT-V/doc.1/{yy}", " rev. {n}"),
        ("LIGHT-V/doc.{n}", " rev."),
    ] {
        let mut meeting = convened();
        (meeting.symbols.base, meeting.symbols.revision) = (base.into(), revision.into());
        given([])
            .when(operator(), convene(meeting))
            .then_rejected(Rejection::Meeting(MeetingFault::SymbolStyle));
    }
}

//! Who may do what, written out as a table and tried for every command in every capacity.

use plenary_domain::capacity::Capacity;
use plenary_domain::capacity::SeatKind::{Chair, Expert, Mission, Observer, Secretariat};
use plenary_domain::decide::Decide;
use plenary_domain::decide::agenda::AgendaCommand;
use plenary_domain::decide::comment::CommentCommand;
use plenary_domain::decide::decision::DecisionCommand;
use plenary_domain::decide::meeting::MeetingCommand;
use plenary_domain::decide::paper::PaperCommand;
use plenary_domain::decide::people::{Invite, PeopleCommand};
use plenary_domain::decide::reply::ReplyCommand;
use plenary_domain::decide::session::SessionCommand;
use plenary_domain::event::reply::PresentAs;
use plenary_domain::{Actor, Command, Readers, Rejection};

use crate::commands::{
    add, admit, admit_presentation, adopt, appoint, approve, close_sitting, comment,
    confirm_presentation, convene, correct, decline_presentations, invite, invite_again, join,
    move_item, nominate, not_me, note, object, open_sitting, prepare, present, put, remove_item,
    remove_person, return_edition, vote, withdraw_comment, withdraw_decision, withdraw_edition,
    withdraw_nomination, withdraw_objection, word,
};
use crate::room::{
    self, LENA, NEXT_PERSON, PAULO, RUTH, argentina, brazil, chair, code, convened, expert, hash,
    meeting_in_session, named, observer, operator, reader, secretariat,
};
use crate::scenario::Scenario;

/// Operator, chair, secretariat, mission, expert, observer, reader, Plenary itself.
const COLUMNS: &str = "OCSMEBRP";

/// Each command with the columns of those who may give it.
fn table() -> Vec<(&'static str, Command, &'static str)> {
    vec![
        ("convene", convene(convened()), "O"),
        ("invite chair", invite(Chair, None), "OCS"),
        ("invite secretariat", invite(Secretariat, None), "OCS"),
        ("invite mission", invite(Mission, Some("BRA")), "SM"),
        ("invite expert", invite(Expert, Some("BRA")), "SM"),
        ("invite observer", invite(Observer, Some("COE")), "SM"),
        ("join", join(hash(1)), "RCSMEB"),
        ("appoint", appoint(Chair, PAULO), "CS"),
        ("remove person", remove_person(LENA), "SM"),
        ("not me", not_me(1), "RCSMEB"),
        ("nominate", nominate("Iris Coy", None), "SM"),
        ("correct", correct(1, named("Iris Coye")), "SM"),
        ("withdraw nomination", withdraw_nomination(1), "SM"),
        ("admit", admit(1), "S"),
        ("add", add("Fog", None, None), "SC"),
        ("word", word(1, Some("Start"), None, 99), "SC"),
        ("move", move_item(1, None, None), "SC"),
        ("remove item", remove_item(1), "SC"),
        ("note", note(vec![room::paragraph("Hello.")], 99), "SC"),
        ("comment", comment(None, Readers::Public), "MEBCS"),
        ("withdraw comment", withdraw_comment(1), "MEBCS"),
        ("prepare", prepare(room::REV_1), "S"),
        ("return", return_edition(1), "C"),
        ("approve", approve(1), "C"),
        ("open", open_sitting(), "C"),
        ("close", close_sitting(), "C"),
        ("put", put("To rise.", None), "C"),
        ("object", object(None), "M"),
        ("adopt", adopt(None), "C"),
        ("withdraw decision", withdraw_decision(1), "C"),
        ("present", present(&["i"], PresentAs::Talk, None), "SME"),
        ("confirm presentation", confirm_presentation(1), "M"),
        ("admit presentation", admit_presentation(1), "SC"),
        ("decline presentations", decline_presentations(), "SM"),
        ("renew mission", invite_again(Mission, PAULO), "SM"),
        ("vote", vote(3, 1), "C"),
        ("withdraw objection", withdraw_objection(1), "M"),
        ("withdraw edition", withdraw_edition(1), "S"),
    ]
}

/// Which command it is; a new one stops compilation here until it stands in the table.
fn kind(command: &Command) -> usize {
    match command {
        Command::Meeting(MeetingCommand::Convene(_)) => 0,
        Command::People(PeopleCommand::Invite(Invite { seat: Chair, .. })) => 1,
        Command::People(PeopleCommand::Invite(Invite { seat: Secretariat, .. })) => 2,
        Command::People(PeopleCommand::Invite(Invite { seat: Mission, .. })) => 3,
        Command::People(PeopleCommand::Invite(Invite { seat: Expert, .. })) => 4,
        Command::People(PeopleCommand::Invite(Invite { seat: Observer, .. })) => 5,
        Command::People(PeopleCommand::Join(_)) => 6,
        Command::People(PeopleCommand::Appoint(_)) => 7,
        Command::People(PeopleCommand::Remove(_)) => 8,
        Command::People(PeopleCommand::NotMe(_)) => 9,
        Command::Reply(ReplyCommand::Nominate(_)) => 10,
        Command::Reply(ReplyCommand::Correct(_)) => 11,
        Command::Reply(ReplyCommand::Withdraw(_)) => 12,
        Command::Reply(ReplyCommand::Admit(_)) => 13,
        Command::Agenda(AgendaCommand::Add(_)) => 14,
        Command::Agenda(AgendaCommand::Word(_)) => 15,
        Command::Agenda(AgendaCommand::Move(_)) => 16,
        Command::Agenda(AgendaCommand::Remove(_)) => 17,
        Command::Agenda(AgendaCommand::Note(_)) => 18,
        Command::Comment(CommentCommand::Make(_)) => 19,
        Command::Comment(CommentCommand::Withdraw(_)) => 20,
        Command::Paper(PaperCommand::Prepare(_)) => 21,
        Command::Paper(PaperCommand::Return(_)) => 22,
        Command::Paper(PaperCommand::Approve(_)) => 23,
        Command::Session(SessionCommand::Open(_)) => 24,
        Command::Session(SessionCommand::Close(_)) => 25,
        Command::Decision(DecisionCommand::Put(_)) => 26,
        Command::Decision(DecisionCommand::Object(_)) => 27,
        Command::Decision(DecisionCommand::Adopt(_)) => 28,
        Command::Decision(DecisionCommand::Withdraw(_)) => 29,
        Command::Reply(ReplyCommand::Present(_)) => 30,
        Command::Reply(ReplyCommand::ConfirmPresentation(_)) => 31,
        Command::Reply(ReplyCommand::AdmitPresentation(_)) => 32,
        Command::Reply(ReplyCommand::DeclinePresentations(_)) => 33,
        Command::People(PeopleCommand::Renew(_)) => 34,
        Command::Decision(DecisionCommand::Vote(_)) => 35,
        Command::Decision(DecisionCommand::WithdrawObjection(_)) => 36,
        Command::Paper(PaperCommand::Withdraw(_)) => 37,
    }
}

/// The column of a capacity; a new one stops compilation here.
fn column(capacity: Capacity) -> char {
    match capacity {
        Capacity::Operator => 'O',
        Capacity::Chair => 'C',
        Capacity::Secretariat => 'S',
        Capacity::Mission => 'M',
        Capacity::Expert => 'E',
        Capacity::Observer => 'B',
        Capacity::Reader => 'R',
        Capacity::Plenary => 'P',
    }
}

/// Somebody for each column, who holds the seat that it needs.
fn seated() -> [Actor; 8] {
    let plenary = Actor::nobody(Capacity::Plenary);
    [operator(), chair(), secretariat(), brazil(), expert(), observer(), reader(), plenary]
}

/// A room in which every command of the table finds what it is about.
fn room() -> Scenario {
    meeting_in_session()
        .when(brazil(), nominate("Iris Coy", None))
        .then_done()
        .when(brazil(), comment(None, Readers::Public))
        .then_done()
        .when(chair(), put("To thank the host.", None))
        .then_done()
}

fn is_about_authority(rejection: &Rejection) -> bool {
    matches!(
        rejection,
        Rejection::NotAllowed { .. } | Rejection::NotHeld(_) | Rejection::MembersOnly
    )
}

fn columns_of(capacities: &[Capacity]) -> String {
    let named = |letter: &char| capacities.iter().any(|c| column(*c) == *letter);
    COLUMNS.chars().filter(named).collect()
}

#[test]
fn the_table_has_every_command_and_every_capacity() {
    let kinds: Vec<usize> = table().iter().map(|(_, command, _)| kind(command)).collect();
    assert_eq!(kinds, (0..38).collect::<Vec<_>>());
    let columns: String = seated().iter().map(|actor| column(actor.capacity)).collect();
    assert_eq!(columns, COLUMNS);
}

#[test]
fn each_capacity_may_do_what_the_table_says_and_nothing_else() {
    let room = room();
    for (name, command, may) in table() {
        for actor in seated() {
            let answer = room.clone().when(actor.clone(), command.clone()).answer();
            let column = column(actor.capacity);
            let refused = answer.err().filter(is_about_authority);
            // A code is given up by the one who took it; Ruth took this one.
            let not_the_taker = matches!(refused, Some(Rejection::NotHeld(_))) && name == "not me";
            if may.contains(column) {
                assert!(refused.is_none() || not_the_taker, "{name}, {column}: {refused:?}");
            } else if matches!(
                (name, column),
                ("object" | "withdraw objection" | "confirm presentation", 'B')
            ) {
                assert_eq!(refused, Some(Rejection::MembersOnly));
            } else {
                let Some(Rejection::NotAllowed { capacity, may: told }) = refused else {
                    panic!("{name}, {column}: {refused:?}");
                };
                assert_eq!(capacity, actor.capacity, "{name}");
                // Whose seat is renewed decides who may; before that, whoever may renew any.
                let any = name == "renew mission" && !"OC".contains(column);
                let may = if any { "OCSM" } else { may };
                let sorted = COLUMNS.chars().filter(|letter| may.contains(*letter));
                assert_eq!(columns_of(told), sorted.collect::<String>(), "{name}");
            }
        }
    }
}

#[test]
fn whoever_may_give_one_command_is_among_those_for_whom_it_is_made() {
    let all = [Chair, Secretariat, Mission, Expert, Observer].map(|seat| {
        let Command::People(PeopleCommand::Invite(invite)) = invite(seat, None) else {
            panic!("not an invitation");
        };
        invite.by()
    });
    let all = all.concat();
    for capacity in Invite::BY.iter().chain(&all) {
        assert!(Invite::BY.contains(capacity) && all.contains(capacity), "{capacity:?}");
    }
}

#[test]
fn who_does_not_hold_the_seat_may_do_nothing_in_its_capacity() {
    let room = room();
    for (name, command, may) in table() {
        let needs_seat = |actor: &Actor| "CSMEB".contains(column(actor.capacity));
        for actor in seated().into_iter().filter(needs_seat) {
            if !may.contains(column(actor.capacity)) {
                continue;
            }
            let nobody = Actor { person: None, ..actor.clone() };
            let stranger = Actor { person: Some(NEXT_PERSON), ..actor.clone() };
            let someone_else = if actor.person == Some(RUTH) { PAULO } else { RUTH };
            let other_seat = Actor { person: Some(someone_else), ..actor.clone() };
            let other_delegation = Actor { delegation: Some(code("CHL")), ..actor.clone() };
            for wrong in [nobody, stranger, other_seat, other_delegation] {
                let answer = room.clone().when(wrong, command.clone()).answer();
                assert_eq!(answer, Err(Rejection::NotHeld(actor.capacity)), "{name}");
            }
        }
    }
}

#[test]
fn only_the_secretariat_acts_for_a_delegation() {
    let room = room();
    for (name, command, may) in table() {
        for actor in seated() {
            if !may.contains(column(actor.capacity)) {
                continue;
            }
            let capacity = actor.capacity;
            let acting = actor.acting_for(Some(code("BRA")));
            let answer = room.clone().when(acting, command.clone()).answer();
            if capacity == Capacity::Secretariat {
                let refused = answer.err().filter(is_about_authority);
                let not_the_taker = name == "not me";
                assert!(refused.is_none() || not_the_taker, "{name}: {refused:?}");
            } else {
                let may = &[Capacity::Secretariat];
                assert_eq!(answer, Err(Rejection::NotAllowed { capacity, may }), "{name}");
            }
        }
    }
}

#[test]
fn nothing_is_done_for_a_delegation_that_is_not_on_the_roll() {
    let acting = secretariat().acting_for(Some(code("ZZZ")));
    room()
        .when(acting, comment(None, Readers::Public))
        .then_rejected(Rejection::UnknownDelegation(code("ZZZ")));
}

#[test]
fn before_the_meeting_is_convened_nobody_does_anything_but_convene() {
    for (name, command, _) in table().into_iter().skip(1) {
        for actor in seated() {
            let answer = crate::scenario::given([]).when(actor, command.clone()).answer();
            assert_eq!(answer, Err(Rejection::NotConvened), "{name}");
        }
    }
}

#[test]
fn a_seat_that_was_ended_gives_no_power_any_more() {
    let removed = room().when(secretariat(), remove_person(PAULO)).then_done();
    for command in [nominate("Olga Lind", None), object(None), withdraw_comment(1)] {
        let refused = Rejection::NotHeld(Capacity::Mission);
        removed.clone().when(brazil(), command).then_rejected(refused);
    }
    removed.when(argentina(), object(None)).then_done();
}

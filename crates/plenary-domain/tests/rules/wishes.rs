//! Short forms of the wishes that the tests give.

use plenary_domain::capacity::SeatKind;
use plenary_domain::command::{
    AgendaCommand, CommentCommand, DecisionCommand, FootnoteText, MeetingCommand, PaperCommand,
    PeopleCommand, ReplyCommand, SessionCommand, VoteCount,
};
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::event::decision::Manner;
use plenary_domain::event::meeting::Convened;
use plenary_domain::event::people::CodeHash;
use plenary_domain::event::reply::DelegationRole;
use plenary_domain::note::Block;
use plenary_domain::{
    CodeId, Command, CommentId, DecisionId, EditionId, ItemId, NominationId, PersonId,
    PersonalData, Readers, Received,
};

use crate::room;

pub(crate) fn convene(meeting: Convened) -> Command {
    let (meeting, roll, sources) = (Box::new(meeting), room::roll(), room::sources());
    Command::Meeting(MeetingCommand::Convene { meeting, roll, sources })
}

pub(crate) fn invite(seat: SeatKind, delegation: Option<&str>) -> Command {
    let (delegation, who) = (delegation.map(room::code), PersonalData::default());
    Command::People(PeopleCommand::Invite { seat, delegation, person: None, who })
}

pub(crate) fn invite_again(seat: SeatKind, person: PersonId) -> Command {
    let (person, who) = (Some(person), PersonalData::default());
    Command::People(PeopleCommand::Invite { seat, delegation: None, person, who })
}

pub(crate) fn join(hash: CodeHash) -> Command {
    Command::People(PeopleCommand::Join { hash, who: PersonalData::default() })
}

pub(crate) fn appoint(office: SeatKind, person: PersonId) -> Command {
    Command::People(PeopleCommand::Appoint { office, person, delegation: None })
}

pub(crate) fn remove_person(person: PersonId) -> Command {
    Command::People(PeopleCommand::Remove { person, reason: "Left the service.".into() })
}

pub(crate) fn not_me(code: u32) -> Command {
    Command::People(PeopleCommand::NotMe { code: CodeId(code) })
}

pub(crate) fn nominate(name: &str, received: Option<Received>) -> Command {
    nominate_instead(name, None, received)
}

pub(crate) fn nominate_instead(
    name: &str,
    instead_of: Option<u32>,
    received: Option<Received>,
) -> Command {
    let (instead_of, who) = (instead_of.map(NominationId), room::named(name));
    let role = DelegationRole::Expert;
    Command::Reply(ReplyCommand::Nominate { role, instead_of, received, who })
}

pub(crate) fn correct(nomination: u32, who: PersonalData) -> Command {
    let nomination = NominationId(nomination);
    Command::Reply(ReplyCommand::Correct { nomination, who, reason: None })
}

pub(crate) fn withdraw_nomination(nomination: u32) -> Command {
    let nomination = NominationId(nomination);
    Command::Reply(ReplyCommand::Withdraw { nomination, reason: None })
}

pub(crate) fn admit(nomination: u32) -> Command {
    let (nomination, reason) = (NominationId(nomination), "Not printed yet.".into());
    Command::Reply(ReplyCommand::Admit { nomination, reason })
}

pub(crate) fn footnote(text: &str) -> FootnoteText {
    FootnoteText { text: text.into(), cites: None }
}

pub(crate) fn add(title: &str, parent: Option<u32>, before: Option<u32>) -> Command {
    let (parent, before) = (parent.map(ItemId), before.map(ItemId));
    Command::Agenda(AgendaCommand::Add { parent, before, title: title.into(), footnote: None })
}

pub(crate) fn word(
    item: u32,
    title: Option<&str>,
    footnote: Option<FootnoteText>,
    seen: u64,
) -> Command {
    let (item, title) = (ItemId(item), title.map(str::to_owned));
    Command::Agenda(AgendaCommand::Word { item, title, footnote, seen })
}

pub(crate) fn move_item(item: u32, parent: Option<u32>, before: Option<u32>) -> Command {
    let (item, parent, before) = (ItemId(item), parent.map(ItemId), before.map(ItemId));
    Command::Agenda(AgendaCommand::Move { item, parent, before })
}

pub(crate) fn remove_item(item: u32) -> Command {
    Command::Agenda(AgendaCommand::Remove { item: ItemId(item), reason: None })
}

pub(crate) fn note(blocks: Vec<Block>, seen: u64) -> Command {
    let deadline = Some(room::deadline());
    Command::Agenda(AgendaCommand::Note { blocks, deadline, seen })
}

pub(crate) fn on(item: u32, edition: Option<u32>) -> ItemNamed {
    let (item, edition) = (ItemId(item), edition.map(EditionId));
    ItemNamed { item, edition, typed: "II".into() }
}

pub(crate) fn comment(item: Option<ItemNamed>, readers: Readers) -> Command {
    let text = "Ten minutes each?".into();
    let (on, reply_to, received) = (item, None, None);
    Command::Comment(CommentCommand::Make { on, reply_to, readers, text, received })
}

pub(crate) fn reply(to: u32, readers: Readers) -> Command {
    let (on, reply_to, received) = (None, Some(CommentId(to)), None);
    let text = "Yes.".into();
    Command::Comment(CommentCommand::Make { on, reply_to, readers, text, received })
}

pub(crate) fn withdraw_comment(comment: u32) -> Command {
    let comment = CommentId(comment);
    Command::Comment(CommentCommand::Withdraw { comment, reason: None })
}

pub(crate) fn prepare(symbol: &str) -> Command {
    prepare_with(symbol, true)
}

pub(crate) fn prepare_with(symbol: &str, with_note: bool) -> Command {
    let (symbol, dated, authentic) = (symbol.into(), None, None);
    Command::Paper(PaperCommand::Prepare { symbol, with_note, dated, authentic })
}

pub(crate) fn return_edition(edition: u32) -> Command {
    let edition = EditionId(edition);
    Command::Paper(PaperCommand::Return { edition, reason: "Say item 2.".into() })
}

pub(crate) fn approve(edition: u32) -> Command {
    approve_text(edition, room::text_sha256())
}

pub(crate) fn approve_text(edition: u32, text_sha256: String) -> Command {
    let edition = EditionId(edition);
    Command::Paper(PaperCommand::Approve { edition, text_form: 1, text_sha256 })
}

pub(crate) fn open_sitting() -> Command {
    Command::Session(SessionCommand::Open)
}

pub(crate) fn close_sitting() -> Command {
    Command::Session(SessionCommand::Close)
}

pub(crate) fn put(text: &str, adopts: Option<u32>) -> Command {
    let adopts = adopts.map(EditionId);
    Command::Decision(DecisionCommand::Put { text: text.into(), adopts })
}

pub(crate) fn object(decision: Option<u32>) -> Command {
    let decision = decision.map(DecisionId);
    Command::Decision(DecisionCommand::Object { decision, reason: None })
}

pub(crate) fn withdraw_decision(decision: u32) -> Command {
    let (decision, reason) = (DecisionId(decision), Some("Not ready yet.".into()));
    Command::Decision(DecisionCommand::Withdraw { decision, reason })
}

pub(crate) fn adopt(decision: Option<u32>) -> Command {
    let (decision, manner) = (decision.map(DecisionId), Manner::Consensus);
    Command::Decision(DecisionCommand::Adopt { decision, manner, count: None })
}

pub(crate) fn adopt_by_vote(votes_for: u32, votes_against: u32) -> Command {
    let count = Some(VoteCount { votes_for, votes_against, abstentions: 0 });
    let (decision, manner) = (None, Manner::Vote);
    Command::Decision(DecisionCommand::Adopt { decision, manner, count })
}

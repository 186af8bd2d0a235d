//! Short forms of the commands that the tests give.

use plenary_domain::capacity::SeatKind;
use plenary_domain::decide::agenda::FootnoteText;
use plenary_domain::decide::decision::VoteCount;
use plenary_domain::decide::{
    agenda, comment as comments, decision, meeting, paper, people, reply as replies, session,
};
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::event::meeting::Convened;
use plenary_domain::event::people::CodeHash;
use plenary_domain::event::reply::{DelegationRole, PresentAs};
use plenary_domain::ids::PresentationId;
use plenary_domain::note::Block;
use plenary_domain::{
    CodeId, Command, CommentId, DecisionId, EditionId, ItemId, NominationId, PersonId,
    PersonalData, Readers, Received,
};

use crate::room;

pub(crate) fn convene(meeting: Convened) -> Command {
    let (meeting, roll, sources) = (Box::new(meeting), room::roll(), room::sources());
    meeting::Convene { meeting, roll, sources }.into()
}

pub(crate) fn invite(seat: SeatKind, delegation: Option<&str>) -> Command {
    let (delegation, who) = (delegation.map(room::code), PersonalData::default());
    people::Invite { seat, delegation, who }.into()
}

pub(crate) fn invite_again(seat: SeatKind, person: PersonId) -> Command {
    let (seat, who) = (Some(seat), PersonalData::default());
    people::Renew { person, seat, delegation: None, who }.into()
}

pub(crate) fn renew(person: PersonId) -> Command {
    let (seat, delegation, who) = (None, None, PersonalData::default());
    people::Renew { person, seat, delegation, who }.into()
}

pub(crate) fn join(hash: CodeHash) -> Command {
    people::Join { hash, who: PersonalData::default() }.into()
}

pub(crate) fn appoint(office: SeatKind, person: PersonId) -> Command {
    people::Appoint { office, person, delegation: None }.into()
}

pub(crate) fn remove_person(person: PersonId) -> Command {
    people::Remove { person, reason: "Left the service.".into() }.into()
}

pub(crate) fn not_me(code: u32) -> Command {
    people::NotMe { code: CodeId(code) }.into()
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
    replies::Nominate { role, instead_of, received, who }.into()
}

pub(crate) fn correct(nomination: u32, who: PersonalData) -> Command {
    let nomination = NominationId(nomination);
    replies::Correct { nomination, who, reason: None }.into()
}

pub(crate) fn withdraw_nomination(nomination: u32) -> Command {
    let nomination = NominationId(nomination);
    replies::Withdraw { nomination, reason: None }.into()
}

pub(crate) fn admit(nomination: u32) -> Command {
    let (nomination, reason) = (NominationId(nomination), "Not printed yet.".into());
    replies::Admit { nomination, reason }.into()
}

pub(crate) fn present(topics: &[&str], by: PresentAs, text: Option<&str>) -> Command {
    let topics = topics.iter().map(|label| (*label).to_owned()).collect();
    let (on, text) = (on(2, Some(1)), text.map(str::to_owned));
    replies::Present { on, topics, by, text, received: None }.into()
}

pub(crate) fn confirm_presentation(presentation: u32) -> Command {
    replies::ConfirmPresentation { presentation: PresentationId(presentation) }.into()
}

pub(crate) fn admit_presentation(presentation: u32) -> Command {
    let (presentation, reason) = (PresentationId(presentation), "There is time.".into());
    replies::AdmitPresentation { presentation, reason }.into()
}

pub(crate) fn decline_presentations() -> Command {
    replies::DeclinePresentations { received: None }.into()
}

pub(crate) fn footnote(text: &str) -> FootnoteText {
    FootnoteText { text: text.into(), cites: None }
}

pub(crate) fn add(title: &str, parent: Option<u32>, before: Option<u32>) -> Command {
    let (parent, before) = (parent.map(ItemId), before.map(ItemId));
    agenda::Add { parent, before, title: title.into(), footnote: None }.into()
}

pub(crate) fn word(
    item: u32,
    title: Option<&str>,
    footnote: Option<FootnoteText>,
    seen: u64,
) -> Command {
    let (item, title) = (ItemId(item), title.map(str::to_owned));
    agenda::Word { item, title, footnote, seen }.into()
}

pub(crate) fn move_item(item: u32, parent: Option<u32>, before: Option<u32>) -> Command {
    let (item, parent, before) = (ItemId(item), parent.map(ItemId), before.map(ItemId));
    agenda::Move { item, parent, before }.into()
}

pub(crate) fn remove_item(item: u32) -> Command {
    agenda::Remove { item: ItemId(item), reason: None }.into()
}

pub(crate) fn note(blocks: Vec<Block>, seen: u64) -> Command {
    let deadline = Some(room::deadline());
    agenda::Note { blocks, deadline, seen }.into()
}

pub(crate) fn on(item: u32, edition: Option<u32>) -> ItemNamed {
    let (item, edition) = (ItemId(item), edition.map(EditionId));
    ItemNamed { item, edition, typed: "II".into() }
}

pub(crate) fn comment(item: Option<ItemNamed>, readers: Readers) -> Command {
    let text = "Ten minutes each?".into();
    let (on, reply_to, received) = (item, None, None);
    comments::Make { on, reply_to, readers, text, received }.into()
}

pub(crate) fn reply(to: u32, readers: Readers) -> Command {
    let (on, reply_to, received) = (None, Some(CommentId(to)), None);
    let text = "Yes.".into();
    comments::Make { on, reply_to, readers, text, received }.into()
}

pub(crate) fn withdraw_comment(comment: u32) -> Command {
    let comment = CommentId(comment);
    comments::Withdraw { comment, reason: None }.into()
}

pub(crate) fn prepare(symbol: &str) -> Command {
    prepare_with(symbol, true)
}

pub(crate) fn prepare_with(symbol: &str, with_note: bool) -> Command {
    let (symbol, dated, authentic) = (symbol.into(), None, None);
    paper::Prepare { symbol, with_note, dated, authentic }.into()
}

pub(crate) fn return_edition(edition: u32) -> Command {
    let edition = EditionId(edition);
    paper::Return { edition, reason: "Say item 2.".into() }.into()
}

pub(crate) fn approve(edition: u32) -> Command {
    approve_text(edition, room::text_sha256())
}

pub(crate) fn approve_text(edition: u32, text_sha256: String) -> Command {
    let edition = EditionId(edition);
    paper::Approve { edition, text_form: 1, text_sha256 }.into()
}

pub(crate) fn open_sitting() -> Command {
    session::Open.into()
}

pub(crate) fn close_sitting() -> Command {
    session::Close.into()
}

pub(crate) fn put(text: &str, adopts: Option<u32>) -> Command {
    let adopts = adopts.map(EditionId);
    decision::Put { text: text.into(), adopts, amends: None }.into()
}

pub(crate) fn put_to_amend(text: &str, edition: u32) -> Command {
    let amends = Some(EditionId(edition));
    decision::Put { text: text.into(), adopts: None, amends }.into()
}

pub(crate) fn object(decision: Option<u32>) -> Command {
    let decision = decision.map(DecisionId);
    decision::Object { decision, reason: None }.into()
}

pub(crate) fn withdraw_decision(decision: u32) -> Command {
    let (decision, reason) = (DecisionId(decision), Some("Not ready yet.".into()));
    decision::Withdraw { decision, reason }.into()
}

pub(crate) fn adopt(decision: Option<u32>) -> Command {
    decision::Adopt { decision: decision.map(DecisionId) }.into()
}

pub(crate) fn vote(votes_for: u32, votes_against: u32) -> Command {
    let count = VoteCount { votes_for, votes_against, abstentions: 0 };
    decision::Vote { decision: None, count }.into()
}

pub(crate) fn withdraw_objection(decision: u32) -> Command {
    decision::WithdrawObjection { decision: DecisionId(decision) }.into()
}

pub(crate) fn withdraw_edition(edition: u32) -> Command {
    paper::Withdraw { edition: EditionId(edition), reason: Some("A word is missing.".into()) }
        .into()
}

//! Presses as buttons carry them.

use plenary_domain::{CodeId, CommentId, DecisionId, EditionId, ItemId};
use plenary_service::DraftId;

use plenary_chat::action::Action;
use plenary_chat::action::ItemOfDraft;
use plenary_chat::press::*;
use plenary_chat::utterance::Utterance;

fn said(typed: &str, args: &[(&str, &str)]) -> Utterance {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Utterance::new(typed, args.iter().map(owned).collect())
}

#[test]
fn every_press_reads_back_and_stays_as_it_is_written() {
    let draft = || "4b6bb5d1e6ff5f18".parse::<DraftId>().unwrap();
    let nominate = said("reply nominate", &[("role", "expert"), ("for", "Côte d’Ivoire")]);
    for (action, text) in [
        (Action::CommentSend(draft()), "comment.send|4b6bb5d1e6ff5f18"),
        (Action::CommentSendPrivate(draft()), "comment.send-private|4b6bb5d1e6ff5f18"),
        (Action::CommentDrop(draft()), "comment.drop|4b6bb5d1e6ff5f18"),
        (
            Action::CommentOn(ItemOfDraft { item: ItemId(8), draft: draft() }),
            "comment.on-i8|4b6bb5d1e6ff5f18",
        ),
        (Action::DraftEnter(draft()), "draft.enter|4b6bb5d1e6ff5f18"),
        (Action::CommentWithdraw(CommentId(3)), "comment.withdraw|c3"),
        (Action::PaperRead(EditionId(2)), "paper.read|e2"),
        (Action::PaperApprove(EditionId(2)), "paper.approve|e2"),
        (Action::PaperReturn(EditionId(2)), "paper.return|e2"),
        (Action::DecisionObject(DecisionId(1)), "decision.object|d1"),
        (Action::PeopleNotMe(CodeId(4)), "people.not-me|k4"),
        (Action::ReplyShow(EditionId(1)), "reply.show|e1"),
        (Action::DraftNo(draft()), "draft.no|4b6bb5d1e6ff5f18"),
        (Action::Form(said("agenda note", &[])), "form.agenda-note|"),
        (
            Action::Form(nominate),
            "form.reply-nominate|e9nmop8vcls70pbiegfmcrri3t1s7d3kckg69ok0j54ncrr9e9ig",
        ),
        (Action::Share(said("agenda show", &[("item", "7")])), "share.agenda-show|d5q6ar8v6s"),
    ] {
        let press = Press::new(action, 41);
        assert_eq!(press.to_string(), format!("1|{text}|41"));
        assert_eq!(press.to_string().parse(), Ok(press));
    }
}

#[test]
fn what_is_no_press_of_this_release_is_not_read() {
    for bad in [
        "",
        "2|paper.read|e1|1",
        "1|paper.read|e1",
        "1|paper.read|e1|c",
        "1|paper.read|e1|1|x",
        "1|PAPER.read|e1|1",
        "1|paper.read|E1|1",
        "1|paper.read|c1|1",
        "1|paper.read-all|e1|1",
        "1|paper.burn|e1|1",
        "1|comment.send|x|1",
        "1|comment.on-|4b6bb5d1e6ff5f18|1",
        "1|form.||1",
        "1|form.agenda-note|0|1",
        "1|form.agenda-note|zzzz|1",
        "1|form.agenda-note|c5p6|1",
        "1|form.agenda-note|---|1",
    ] {
        assert_eq!(bad.parse::<Press>(), Err(BadPress), "{bad}");
    }
    let long = format!("1|form.agenda-note|{}|1", "c5p6at3f".repeat(12));
    assert_eq!(long.parse::<Press>(), Err(BadPress));
}

#[test]
fn what_is_too_long_for_a_press_is_not_carried() {
    let with = |length| said("comment add", &[("to", &"x".repeat(length))]);
    assert!(Press::new(Action::Form(with(30)), 1).if_short().is_some());
    assert_eq!(Press::new(Action::Form(with(60)), 1).if_short(), None);
}

//! Comments: the preview with its item and readers, the receipt, the list.

use plenary_domain::ItemId;
use plenary_domain::command::CommentCommand;
use plenary_domain::event::CommentEvent;
use plenary_domain::event::comment::{ItemNamed, Readers};
use plenary_domain::event::meeting::Language;
use plenary_domain::projection::comment::CommentShown;

use super::Room;
use crate::grammar::Choice;
use crate::press::Press;
use crate::reply::{Part, Reply, Tone};
use crate::say::say;

/// The text before it is sent: to which item, for which readers.
pub(crate) fn preview(room: &Room<'_>, comment: &CommentCommand, draft: &str) -> Reply {
    let CommentCommand::Make { on, readers, text, .. } = comment else {
        return Reply::default();
    };
    let to = match on {
        Some(on) => say!(room.lang, "comment-to-item", item = on_item(room, on)),
        None => say!(room.lang, "comment-to-all"),
    };
    let circle = readers_words(room.lang, *readers);
    let seen = room.views.number;
    let reply = Reply::text(Tone::Asked, to)
        .with(Part::Quote(text.clone()))
        .and(say!(room.lang, "comment-readers", readers = circle))
        .button(say!(room.lang, "button-send"), Press::new("comment.send", draft, seen));
    let reply = if *readers == Readers::Secretariat {
        reply
    } else {
        let press = Press::new("comment.send-private", draft, seen);
        reply.button(say!(room.lang, "button-secretariat-only"), press)
    };
    reply.button(say!(room.lang, "button-drop"), Press::new("comment.drop", draft, seen))
}

/// "Which one?": the number means two items since the last edition.
pub(crate) fn which(room: &Room<'_>, choices: &[Choice], draft: &str) -> Reply {
    let mut reply = Reply::text(Tone::Asked, say!(room.lang, "comment-which"));
    for choice in choices {
        let had = room.views.agenda.edition(choice.had_it_in);
        let had = had.map(|edition| edition.symbol.to_string()).unwrap_or_default();
        let item = room.current_item(choice.on.item);
        let typed = &choice.on.typed;
        let label = say!(room.lang, "comment-meaning", item = item, typed = typed, symbol = had);
        let verb = format!("comment.on-{}", choice.on.item);
        reply = reply.button(label, Press::new(&verb, draft, room.views.number));
    }
    reply
}

/// The answer to [Discard].
pub(crate) fn dropped(lang: Language) -> Reply {
    Reply::text(Tone::Done, say!(lang, "comment-dropped"))
}

/// The receipt.
pub(super) fn done(room: &Room<'_>, event: &CommentEvent) -> Reply {
    match event {
        CommentEvent::CommentMade(made) => {
            let number = made.comment.shown();
            let readers = readers_words(room.lang, made.readers);
            let text = match &made.on {
                Some(on) => {
                    let item = on_item(room, on);
                    say!(room.lang, "comment-made", number = number, item = item, readers = readers)
                }
                None => say!(room.lang, "comment-made-all", number = number, readers = readers),
            };
            let press = Press::new("comment.withdraw", made.comment, room.views.number);
            Reply::text(Tone::Done, text).button(say!(room.lang, "button-withdraw"), press)
        }
        CommentEvent::CommentWithdrawn(withdrawn) => {
            let number = withdrawn.comment.shown();
            Reply::text(Tone::Done, say!(room.lang, "comment-withdrawn", number = number))
        }
    }
}

/// The comments that the asker may read, on one item or on all.
pub(super) fn list(room: &Room<'_>, item: Option<ItemId>) -> Reply {
    let lines: Vec<String> = room
        .views
        .comment
        .readable(&room.reader)
        .filter(|comment| item.is_none() || comment.on.as_ref().map(|on| on.item) == item)
        .map(|comment| line(room, comment))
        .collect();
    if lines.is_empty() {
        return Reply::text(Tone::Shown, say!(room.lang, "comment-none"));
    }
    Reply::text(Tone::Shown, say!(room.lang, "comment-head", count = lines.len()))
        .with(Part::List(lines))
}

/// One comment in a list.
pub(super) fn line(room: &Room<'_>, comment: &CommentShown) -> String {
    let number = comment.comment.shown();
    let who = room.who(&comment.stamp.actor);
    let on = match &comment.on {
        Some(on) => room.current_item(on.item),
        None => say!(room.lang, "comment-whole"),
    };
    if comment.withdrawn.is_some() {
        return say!(room.lang, "comment-line-withdrawn", number = number, who = who, on = on);
    }
    let line =
        say!(room.lang, "comment-line", number = number, who = who, on = on, text = &comment.text);
    let answers = comment
        .reply_to
        .map(|answered| say!(room.lang, "comment-line-reply", number = answered.shown()));
    let readers =
        (comment.readers == Readers::Secretariat).then(|| say!(room.lang, "comment-line-private"));
    [Some(line), answers, readers].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn on_item(room: &Room<'_>, on: &ItemNamed) -> String {
    let edition = on.edition.and_then(|id| room.views.agenda.edition(id));
    edition.map_or_else(|| room.current_item(on.item), |e| room.item(&e.agenda, on.item))
}

/// A circle of readers in words.
pub(super) fn readers_words(lang: Language, readers: Readers) -> String {
    say!(lang, &format!("readers-{}", readers.word()))
}

//! The same views as data for other programs: field names do not change, what a reader may not see
//! is not there, and a name that is kept back is `null` beside `"withheld": true`.

mod roster;

use plenary_domain::agenda::Numbered;
use plenary_domain::moment::Received;
use plenary_domain::note;
use plenary_domain::projection::Stamp;
use plenary_domain::projection::agenda::Edition;
use plenary_domain::projection::comment::CommentShown;
use plenary_domain::{Actor, PersonId, Personal, Reader, Views};
use serde_json::{Map, Value, json};

pub use roster::roster;

use crate::agenda::covered;

/// One edition of the agenda with its items, footnotes, note and coverage; `null` when this reader
/// may not see it.
pub fn agenda(views: &Views, reader: &Reader, edition: &Edition) -> Value {
    if !reader.may_see(edition) {
        return Value::Null;
    }
    let mut data = edition_data(views, edition);
    let numbered = edition.agenda.numbered();
    let items = numbered.iter().map(|numbered| item_data(views, reader, numbered));
    data.insert("items".into(), items.collect());
    if edition.with_note {
        data.insert("note".into(), edition.agenda.note.iter().map(note_data).collect());
        if let Some(deadline) = &edition.agenda.deadline {
            let value = json!({
                "date": deadline.date.to_string(),
                "time": deadline.time.map(|time| time.to_string()),
                "zone": deadline.zone,
                "offset": deadline.offset,
                "instant": deadline.instant.to_string(),
                "wording": deadline.wording,
            });
            data.insert("deadline".into(), value);
        }
    }
    data.insert("coverage".into(), coverage_data(views, edition));
    Value::Object(data)
}

/// The editions that this reader may see, in the order in which they were prepared.
pub fn editions(views: &Views, reader: &Reader) -> Value {
    let editions = views.agenda.editions().iter().filter(|edition| reader.may_see(*edition));
    editions.map(|edition| Value::Object(edition_data(views, edition))).collect()
}

/// The comments that this reader may read; withdrawn ones without their text.
pub fn comments(views: &Views, reader: &Reader) -> Value {
    let comments = views.comment.readable(reader);
    comments.map(|comment| comment_data(views, reader, comment)).collect()
}

fn edition_data(views: &Views, edition: &Edition) -> Map<String, Value> {
    let status = if edition.adopted.is_some() {
        "adopted"
    } else if edition.issued.is_some() {
        "issued"
    } else if edition.returned.is_some() {
        "returned"
    } else if edition.withdrawn.is_some() {
        "withdrawn"
    } else {
        "waiting"
    };
    let convened = views.meeting.convened.as_ref();
    let fictional = convened.is_some_and(|convened| convened.fictional);
    let follows = edition.follows.and_then(|id| views.agenda.edition(id));
    let mut data = Map::new();
    let mut put = |name: &str, value: Value| data.insert(name.to_owned(), value);
    put("edition", json!(edition.edition.to_string()));
    put("symbol", json!(edition.symbol.to_string()));
    put("status", json!(status));
    put("in_force", json!(views.agenda.in_force().is_some_and(|e| e.edition == edition.edition)));
    put("dated", json!(edition.dated.to_string()));
    put("original", json!(edition.original.as_given()));
    put("fictional", json!(fictional && edition.authentic.is_none()));
    put("authentic", json!(edition.authentic));
    put("with_note", json!(edition.with_note));
    put("follows", json!(follows.map(|before| before.symbol.to_string())));
    put("changes", json!(views.agenda.changes(edition).len()));
    put("prepared", stamp_data(&edition.prepared));
    put(
        "approved",
        edition.approved.as_ref().map_or(Value::Null, |approval| {
            json!({
                "entry": approval.stamp.entry,
                "at": approval.stamp.at.to_string(),
                "text_form": approval.text_form,
                "text_sha256": approval.text_sha256,
            })
        }),
    );
    put("issued", edition.issued.as_ref().map_or(Value::Null, stamp_data));
    put(
        "adopted",
        edition.adopted.as_ref().map_or(Value::Null, |adoption| {
            json!({
                "entry": adoption.stamp.entry,
                "at": adoption.stamp.at.to_string(),
                "sitting": adoption.sitting.map(|sitting| sitting.0),
                "decision": adoption.decision.shown(),
            })
        }),
    );
    data
}

fn stamp_data(stamp: &Stamp) -> Value {
    json!({ "entry": stamp.entry, "at": stamp.at.to_string() })
}

fn item_data(views: &Views, reader: &Reader, numbered: &Numbered<'_>) -> Value {
    let footnote = numbered.item.footnote.as_ref().map(|footnote| {
        let cites = footnote.cites.as_ref().map(
            |citation| json!({ "source": citation.source, "paragraphs": citation.paragraphs }),
        );
        json!({ "mark": numbered.footnote_mark, "text": footnote.text, "cites": cites })
    });
    json!({
        "number": numbered.number.to_string(),
        "item": numbered.item.id.to_string(),
        "title": numbered.item.title,
        "footnote": footnote,
        "comments": views.comment.count_on(numbered.item.id, reader),
    })
}

fn note_data(block: &note::Block) -> Value {
    match block {
        note::Block::Paragraph(text) => json!({ "paragraph": text }),
        note::Block::Question(asked) => json!({ "question": asked }),
    }
}

fn coverage_data(views: &Views, edition: &Edition) -> Value {
    let covered = covered(views, &edition.agenda);
    let sources = covered.sources.iter().map(|source| {
        let paragraphs = source.paragraphs.iter().map(|(paragraph, items)| {
            let items: Vec<String> = items.iter().map(ToString::to_string).collect();
            json!({ "paragraph": paragraph, "items": items })
        });
        json!({
            "source": source.source,
            "symbol": source.symbol,
            "inferred": source.inferred,
            "paragraphs": paragraphs.collect::<Vec<_>>(),
            "uncovered": source.uncovered(),
        })
    });
    let bare: Vec<String> = covered.without_mandate.iter().map(ToString::to_string).collect();
    json!({
        "sources": sources.collect::<Vec<_>>(),
        "items_without_mandate": bare,
        "undescribed": covered.undescribed,
    })
}

fn comment_data(views: &Views, reader: &Reader, comment: &CommentShown) -> Value {
    let on = comment.on.as_ref().map(|on| {
        let edition = on.edition.and_then(|id| views.agenda.edition(id));
        let number = views.agenda.in_force().and_then(|now| now.agenda.number_of(on.item));
        json!({
            "item": on.item.to_string(),
            "number": number.map(|number| number.to_string()),
            "typed": on.typed,
            "edition": edition.map(|edition| edition.symbol.to_string()),
        })
    });
    let parent = comment.reply_to.and_then(|id| views.comment.find(id));
    let parent = parent.filter(|parent| reader.may_see(*parent));
    let text = comment.withdrawn.is_none().then_some(comment.text.as_str());
    json!({
        "comment": comment.comment.shown(),
        "on": on,
        "reply_to": parent.map(|parent| parent.comment.shown()),
        "readers": comment.readers.word(),
        "by": actor_data(views, reader, &comment.stamp.actor),
        "entry": comment.stamp.entry,
        "at": comment.stamp.at.to_string(),
        "received": comment.received.as_ref().map(received_data),
        "withdrawn": comment.withdrawn.as_ref().map(|(stamp, _)| stamp_data(stamp)),
        "text": text,
    })
}

fn received_data(received: &Received) -> Value {
    json!({
        "date": received.date.to_string(),
        "time": received.time.map(|time| time.to_string()),
        "zone": received.zone,
        "offset": received.offset,
        "way": received.way,
        "reference": received.reference,
    })
}

fn actor_data(views: &Views, reader: &Reader, actor: &Actor) -> Value {
    let mut data = Map::new();
    data.insert("capacity".into(), json!(actor.capacity.word()));
    data.insert("delegation".into(), json!(actor.delegation));
    data.insert("entered_for".into(), json!(actor.acting_for));
    if let Some(person) = actor.person.filter(|_| reader.sees_names()) {
        data.extend(person_data(views, person));
    }
    Value::Object(data)
}

/// A person's id and name; a name that cannot be read is `null` and marked.
fn person_data(views: &Views, person: PersonId) -> Map<String, Value> {
    let personal = views.roster.person(person).map(|participant| &participant.personal);
    let identity = personal.and_then(Personal::known);
    let mut data = Map::new();
    data.insert("person".into(), json!(person.to_string()));
    data.insert("name".into(), json!(identity.and_then(|identity| identity.name.as_ref())));
    data.insert("withheld".into(), json!(identity.is_none()));
    data
}

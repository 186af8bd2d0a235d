//! Invented facts in the bytes in which the service stores them: some 300 bytes of data each.

use plenary_domain::event::agenda::{ItemAdded, ItemReworded};
use plenary_domain::event::comment::{CommentMade, CommentWithdrawn, ItemNamed};
use plenary_domain::event::{AgendaEvent, CommentEvent};
use plenary_domain::{Actor, Capacity, CommentId, Event, ItemId, PersonId, Readers, Timestamp};
use plenary_journal::entry::NewEntry;
use plenary_journal::export::{self, ExportError};
use plenary_journal::{Head, PreparedEntry, StreamName, digest};
use plenary_service::codec::envelope;

/// How many items the invented agenda has.
pub(crate) const ITEMS: u32 = 12;

const TEXT: &str = "The lamps of the northern coast were lit on the evening of the feast, and the \
    keepers report that the new lenses carry further than the old ones in clear weather; in fog \
    nothing carries.";

/// A comment as the entry after `head`.
pub(crate) fn comment(stream: &StreamName, head: &Head, number: usize) -> PreparedEntry {
    entry(stream, head, &made(u32::try_from(number).unwrap_or(u32::MAX), number))
}

fn made(comment: u32, number: usize) -> Event {
    let typed = format!("{}", number % ITEMS as usize + 1);
    let item = ItemId(u32::try_from(number).unwrap_or(u32::MAX) % ITEMS + 1);
    Event::Comment(CommentEvent::CommentMade(CommentMade {
        comment: CommentId(comment),
        on: Some(ItemNamed { item, edition: None, typed }),
        reply_to: None,
        readers: Readers::Public,
        text: format!("{TEXT} ({number})"),
        received: None,
    }))
}

/// The fact at this place of a long history: items first, then comments, some of them taken back,
/// and items reworded.
pub(crate) fn long(number: usize) -> Event {
    let small = u32::try_from(number).unwrap_or(u32::MAX);
    let comment = |number: u32| number / 10 * 7 + number % 10;
    if small <= ITEMS {
        let (item, title) = (ItemId(small), format!("Item {number}"));
        let added = ItemAdded { item, parent: None, before: None, title };
        return Event::Agenda(AgendaEvent::ItemAdded(added));
    }
    match small % 10 {
        0..=6 => made(comment(small), number),
        7 => Event::Comment(CommentEvent::CommentWithdrawn(CommentWithdrawn {
            comment: CommentId(comment(small - 7)),
            reason: Some("Said better elsewhere.".into()),
        })),
        _ => Event::Agenda(AgendaEvent::ItemReworded(ItemReworded {
            item: ItemId(small % ITEMS + 1),
            title: format!("Lamps and lenses, in the wording of entry {number}"),
        })),
    }
}

/// The entry of a fact after `head`. Nothing personal is in it, so no key is needed.
pub(crate) fn entry(stream: &StreamName, head: &Head, event: &Event) -> PreparedEntry {
    let request = format!("bench:{}", head.number);
    let id = digest::entry_id(stream, &request, 0);
    let actor = Actor::person(PersonId(2), Capacity::Secretariat, None);
    let mut data = Vec::with_capacity(320);
    // Writing plain facts into memory cannot fail; a fault would show when they are read back.
    let _ = event.write(&mut serde_json::Serializer::new(&mut data));
    let fact = NewEntry {
        id,
        kind: event.kind().into(),
        envelope: envelope(Timestamp::EARLIEST, &request, &actor),
        salt: digest::salt(&[0x11; 32], &id),
        data: data.into(),
    };
    PreparedEntry::after(head, stream, fact)
}

/// The entry as a raw log keeps it.
pub(crate) fn bytes(entry: &PreparedEntry) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::with_capacity(1_024);
    export::write_line(entry, &mut bytes)?;
    Ok(bytes)
}

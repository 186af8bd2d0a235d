//! The facts of Plenary's own streams: drafts, places, what was told. They are made by the service
//! itself, with a fixed secret, key and random, and frozen like the meeting's.

use std::sync::Arc;

use plenary_chat::Utterance;
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::{Actor, Capacity, ItemId, PersonId};
use plenary_journal::export::{self, ExportedEntry};
use plenary_journal::{
    Head, Journal, Key, KeyName, Keyring, MemoryJournal, MemoryKeyring, Secret, SeededRandom,
};
use plenary_service::draft::Drafts;
use plenary_service::{
    Bound, Deliveries, Draft, DraftId, Places, Ports, RequestName, Service, SetClock, SystemClock,
};
use serde_json::{Value, json};

use crate::{facts, generated, shelf};

const FRONT: &str = "terminal";
const SAVED: &str = "platform.draft-saved.v1";
const CLOSED: &str = "platform.draft-closed.v1";
const BOUND: &str = "platform.place-bound.v1";
const CLAIMED: &str = "delivery.claimed.v1";
const SENT: &str = "delivery.sent.v1";

/// The schemas of the kinds that a platform's stream holds.
pub(crate) fn schemas() -> Vec<(&'static str, Value)> {
    let draft = json!({
        "description": "The draft's id.",
        "type": "string",
        "pattern": "^[0-9a-f]{16}$",
    });
    let schema = |title: &str, description: &str, properties: Value| {
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": title,
            "description": description,
            "type": "object",
            "required": properties.as_object().unwrap().keys().collect::<Vec<_>>(),
            "properties": properties,
            "additionalProperties": false,
        })
    };
    let mut sealed = generated::sealed();
    sealed["description"] =
        json!("What was said, account and item, sealed with a key of the draft's own.");
    let saved = json!({"draft": draft, "sealed": sealed});
    let number = |what: &str| json!({"description": what, "type": "integer", "minimum": 0});
    let text = |what: &str| json!({"description": what, "type": "string"});
    let bound = json!({
        "server": text("The server, by the platform's own number."),
        "channel": text("The channel, by the platform's own number."),
        "meeting": {"description": "The slug.", "type": "string", "pattern": "^[a-z0-9-]{1,48}$"},
        "announce": {"description": "Whether it is told here what happens.", "type": "boolean"},
        "after": number("The meeting's last entry then; what came before is not told."),
    });
    let told = json!({
        "entry": number("The entry that it is about."),
        "to": text("The place, such as discord.4021."),
        "by": {"description": "The process.", "type": "string", "pattern": "^[0-9a-f]{16}$"},
    });
    vec![
        (SAVED, schema(SAVED, "A text waits for its author's press.", saved)),
        (CLOSED, schema(CLOSED, "A draft was sent or dropped.", json!({"draft": draft}))),
        (BOUND, schema(BOUND, "A place of a platform is for a meeting from now on.", bound)),
        (CLAIMED, schema(CLAIMED, "A process is about to send a notice.", told.clone())),
        (SENT, schema(SENT, "A notice was sent.", told)),
    ]
}

fn request() -> RequestName {
    RequestName::new("terminal:sample").unwrap()
}

fn draft() -> Draft<Utterance> {
    let on = Some(ItemNamed { item: ItemId(7), edition: None, typed: "VII".into() });
    let args = [("item", "VII"), ("text", "Example")];
    let args = args.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    let said = Utterance::new("comment add", args);
    Draft { account: "terminal:helena".into(), said, on, asked: None }
}

fn actor() -> Actor {
    Actor::person(PersonId(2), Capacity::Secretariat, None)
}

fn bound() -> Bound {
    let (server, channel) = ("17".to_owned(), "4021".to_owned());
    Bound { server, channel, meeting: facts::SLUG.to_owned(), announce: true, after: 40 }
}

fn service() -> Service {
    let random = Arc::new(SeededRandom::new(1));
    let keyring = Arc::new(MemoryKeyring::new(random.clone()));
    keyring.adopt_secret(&Secret::new(facts::SECRET)).unwrap();
    let name =
        KeyName::new("platform-terminal-sample", &DraftId::of(&request()).to_string()).unwrap();
    keyring.adopt(&name, &Key::new(facts::KEY)).unwrap();
    let clock = Arc::new(SetClock::standing(facts::at().timestamp()));
    let journal = Arc::new(MemoryJournal::new());
    Service::new(Ports { journal, keyring, clock, machine: Arc::new(SystemClock), random }).unwrap()
}

/// What the service stores for a draft that is saved and closed, a place that is bound, a notice
/// that is sent, as exported lines.
async fn written() -> Vec<(String, String)> {
    let service = service();
    let drafts = Drafts::new(&service, FRONT, facts::SLUG).unwrap();
    let id = drafts.save(&request(), &draft()).await.unwrap();
    drafts.close(&id).await.unwrap();
    let places = Places::new(&service, FRONT).unwrap();
    places.bind(&request(), &bound(), &actor()).await.unwrap();
    let deliveries = Deliveries::new(&service, facts::SLUG, "terminal.4021").unwrap();
    assert!(deliveries.claim(41).await.unwrap());
    deliveries.sent(41).await.unwrap();
    let stored = service.ports().journal.read_all(None, 10).await.unwrap();
    let line = |entry| {
        let mut line = Vec::new();
        export::write_line(entry, &mut line).unwrap();
        String::from_utf8(line).unwrap()
    };
    stored.iter().map(|stored| (stored.kind.to_string(), line(&stored.entry))).collect()
}

#[tokio::test]
async fn each_own_fact_is_stored_today_in_the_very_bytes_of_the_frozen_sample() {
    let written = written().await;
    assert_eq!(written.len(), schemas().len());
    for (kind, line) in written {
        shelf::keep_sample(&kind, &line);
        assert_eq!(shelf::sample(&kind), line, "{kind}");
    }
}

#[tokio::test]
async fn the_frozen_draft_is_opened_with_its_key() {
    shelf::keep_sample(SAVED, &written().await[0].1);
    let service = service();
    let ExportedEntry::Full(entry) = export::read_line(&shelf::sample(SAVED)).unwrap() else {
        panic!("a sample is whole");
    };
    let stream = entry.stream.clone();
    let journal: &Arc<dyn Journal> = &service.ports().journal;
    journal.append(&stream, &Head::EMPTY, vec![entry]).await.unwrap();
    let drafts = Drafts::new(&service, FRONT, facts::SLUG).unwrap();
    assert_eq!(drafts.open(&DraftId::of(&request())).await.unwrap(), Some(draft()));
}

//! The gateway: sessions that outlive their connections, the events that they are owed, and what
//! a test can make go wrong with them.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Instant;

use serde_json::{Value, json};
use tokio::sync::{mpsc, watch};

use crate::shared::lock;

pub(crate) mod socket;

/// How many events a session keeps for a client that comes back.
const EVENTS_MAX: usize = 10_000;

/// Guilds, channels, threads, roles.
pub(crate) const GUILDS: u64 = 1 << 0;
pub(crate) const GUILD_MESSAGES: u64 = 1 << 9;
pub(crate) const DIRECT_MESSAGES: u64 = 1 << 12;
pub(crate) const MESSAGE_CONTENT: u64 = 1 << 15;
pub(crate) const PRIVILEGED: u64 = 1 << 1 | 1 << 8 | MESSAGE_CONTENT;

/// What a connection is told to do.
#[derive(Debug)]
pub(crate) enum Order {
    Send(String),
    Close(u16),
    Drop,
}

#[derive(Debug)]
struct Session {
    id: String,
    sequence: u64,
    intents: u64,
    shard: (u64, u64),
    sent: VecDeque<(u64, String)>,
    connection: Option<(u64, mpsc::UnboundedSender<Order>)>,
}

/// What happened on the gateway so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// How often a client identified itself and got READY.
    pub identified: usize,
    /// How often a session was resumed.
    pub resumed: usize,
    /// How many heartbeats came.
    pub heartbeats: usize,
    /// How often a token was wrong.
    pub refused: usize,
    /// How many sessions have a connection now.
    pub connected: usize,
}

#[derive(Debug, Default)]
struct Plan {
    swallows_heartbeats: bool,
    doubled: usize,
    refused_resumes: usize,
}

/// The gateway.
#[derive(Debug)]
pub(crate) struct Hub {
    sessions: Mutex<Vec<Session>>,
    plan: Mutex<Plan>,
    counted: watch::Sender<Counted>,
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            sessions: Mutex::default(),
            plan: Mutex::default(),
            counted: watch::Sender::new(Counted::default()),
        }
    }
}

impl Session {
    fn push(&mut self, name: &str, data: &Value) {
        self.sequence += 1;
        let event = json!({"op": 0, "t": name, "s": self.sequence, "d": data}).to_string();
        self.sent.push_back((self.sequence, event.clone()));
        if self.sent.len() > EVENTS_MAX {
            self.sent.pop_front();
        }
        self.order(Order::Send(event));
    }

    fn order(&self, order: Order) {
        if let Some((_, connection)) = &self.connection {
            // A connection that has ended meanwhile is found out by its own task.
            let _ = connection.send(order);
        }
    }

    fn cares_for(&self, guild: Option<u64>) -> bool {
        let (shard, shards) = self.shard;
        guild.map_or(0, |guild| (guild >> 22) % shards.max(1)) == shard
    }
}

/// A client that wants a session.
pub(crate) struct Client {
    pub(crate) connection: u64,
    pub(crate) orders: mpsc::UnboundedSender<Order>,
}

impl Hub {
    pub(crate) fn counted(&self) -> watch::Receiver<Counted> {
        self.counted.subscribe()
    }

    fn count(&self, count: impl FnOnce(&mut Counted)) {
        let connected = lock(&self.sessions).iter().filter(|of| of.connection.is_some()).count();
        self.counted.send_modify(|counted| {
            count(counted);
            counted.connected = connected;
        });
    }

    /// An event for every session that wants it. Interactions are wanted by all (intents 0).
    pub(crate) fn dispatch(&self, name: &str, guild: Option<u64>, intents: u64, data: &Value) {
        let times = if name == "INTERACTION_CREATE" { self.times() } else { 1 };
        let mut sessions = lock(&self.sessions);
        for session in sessions.iter_mut().filter(|session| session.cares_for(guild)) {
            let wants = intents == 0 || session.intents & intents != 0;
            if !wants {
                continue;
            }
            for _ in 0..times {
                session.push(name, &fitted(name, data, session.intents));
            }
        }
    }

    fn times(&self) -> usize {
        let mut plan = lock(&self.plan);
        let is_doubled = plan.doubled > 0;
        plan.doubled = plan.doubled.saturating_sub(1);
        1 + usize::from(is_doubled)
    }

    pub(crate) fn deliver_twice(&self, count: usize) {
        lock(&self.plan).doubled = count;
    }

    pub(crate) fn swallow_heartbeats(&self, swallows: bool) {
        lock(&self.plan).swallows_heartbeats = swallows;
    }

    pub(crate) fn refuse_resumes(&self, count: usize) {
        lock(&self.plan).refused_resumes = count;
    }

    /// Whether a heartbeat is answered.
    fn heartbeat(&self) -> bool {
        self.count(|counted| counted.heartbeats += 1);
        !lock(&self.plan).swallows_heartbeats
    }

    /// Opens a session; the events that follow READY are pushed by the caller. Another session of
    /// the same shard goes on beside it while it is connected, as when somebody starts the same bot
    /// twice (Discord's documentation, Gateway, Sharding).
    fn identify(&self, client: &Client, intents: u64, shard: (u64, u64), events: &[Event]) {
        let mut sessions = lock(&self.sessions);
        sessions.retain(|known| known.shard != shard || known.connection.is_some());
        let id = format!("{:032x}", u128::from(client.connection) << 64 | 0x5e55_1011);
        let mut session = Session {
            id: id.clone(),
            sequence: 0,
            intents,
            shard,
            sent: VecDeque::new(),
            connection: Some((client.connection, client.orders.clone())),
        };
        for (name, intents, data) in events {
            if *intents == 0 || session.intents & intents != 0 {
                let mut data = data.clone();
                if *name == "READY" {
                    data["session_id"] = json!(id);
                }
                session.push(name, &data);
            }
        }
        sessions.push(session);
        drop(sessions);
        self.count(|counted| counted.identified += 1);
    }

    /// Gives a session its missed events, or says that there is none.
    fn resume(&self, client: &Client, id: &str, sequence: u64) -> bool {
        {
            let mut plan = lock(&self.plan);
            if plan.refused_resumes > 0 {
                plan.refused_resumes -= 1;
                lock(&self.sessions).retain(|session| session.id != id);
                return false;
            }
        }
        let mut sessions = lock(&self.sessions);
        let Some(session) = sessions.iter_mut().find(|session| session.id == id) else {
            return false;
        };
        let has_all = session.sent.front().is_none_or(|(first, _)| *first <= sequence + 1);
        if sequence > session.sequence || !has_all {
            return false;
        }
        session.connection = Some((client.connection, client.orders.clone()));
        for (_, event) in session.sent.iter().filter(|(at, _)| *at > sequence) {
            session.order(Order::Send(event.clone()));
        }
        session.push("RESUMED", &json!({}));
        drop(sessions);
        self.count(|counted| counted.resumed += 1);
        true
    }

    /// The connection has ended; its session waits, unless it is over.
    fn ended(&self, connection: u64, is_over: bool) {
        let mut sessions = lock(&self.sessions);
        let is_its = |session: &Session| {
            session.connection.as_ref().is_some_and(|(known, _)| *known == connection)
        };
        if is_over {
            sessions.retain(|session| !is_its(session));
        }
        for session in sessions.iter_mut().filter(|session| is_its(session)) {
            session.connection = None;
        }
        drop(sessions);
        self.count(|_| {});
    }

    fn order_all(&self, order: impl Fn() -> Order) {
        for session in lock(&self.sessions).iter() {
            session.order(order());
        }
    }

    /// The TCP connections end without a word.
    pub(crate) fn drop_connections(&self) {
        self.order_all(|| Order::Drop);
    }

    /// Op 7: come again and resume.
    pub(crate) fn reconnect(&self) {
        self.order_all(|| Order::Send(json!({"op": 7, "d": null}).to_string()));
    }

    /// Op 9: the session is invalid, perhaps resumable.
    pub(crate) fn invalidate(&self, is_resumable: bool) {
        self.order_all(|| Order::Send(json!({"op": 9, "d": is_resumable}).to_string()));
        if !is_resumable {
            lock(&self.sessions).clear();
        }
    }

    /// Closes the connections with this code; some codes end the session too.
    pub(crate) fn close(&self, code: u16) {
        self.order_all(|| Order::Close(code));
        if matches!(code, 4003..=4007 | 4009..=4014) {
            lock(&self.sessions).clear();
        }
    }

    fn refused(&self) {
        self.count(|counted| counted.refused += 1);
    }

    /// Waits until what was counted is as wanted.
    pub(crate) async fn until(
        &self,
        deadline: Instant,
        mut wanted: impl FnMut(&Counted) -> bool,
    ) -> bool {
        let mut counted = self.counted();
        let found = counted.wait_for(|counted| wanted(counted));
        matches!(tokio::time::timeout_at(deadline.into(), found).await, Ok(Ok(_)))
    }
}

/// An event's name, the intents of which one is wanted, and its data.
type Event = (&'static str, u64, Value);

/// What was said is hidden from a bot without the intent for it, unless it is its own, to it, or
/// in private.
fn fitted(name: &str, data: &Value, intents: u64) -> Value {
    let mut data = data.clone();
    let is_message = matches!(name, "MESSAGE_CREATE" | "MESSAGE_UPDATE");
    let is_open = data["author"]["bot"] == json!(true) || data.get("guild_id").is_none();
    if is_message && !is_open && intents & MESSAGE_CONTENT == 0 {
        data["content"] = json!("");
        for hidden in ["embeds", "attachments", "components"] {
            data[hidden] = json!([]);
        }
    }
    data
}

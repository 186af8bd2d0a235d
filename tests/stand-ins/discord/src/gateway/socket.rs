//! One connection to the gateway: hello, identify or resume, heartbeats, and then events.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use futures::{SinkExt, StreamExt};
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::CloseFrame;

use super::{Client, Event, GUILDS, Order, PRIVILEGED};
use crate::shared::Shared;
use crate::world::objects::text;

static CONNECTIONS: AtomicU64 = AtomicU64::new(1);

/// The bits that name an intent.
const INTENTS: u64 = (1 << 26) - 1;

/// How long a client may take to answer a close.
const CLOSE_WAIT: Duration = Duration::from_secs(2);

type Socket = WebSocketStream<TokioIo<Upgraded>>;

/// How a connection goes on after what a client said.
enum Next {
    On,
    Close(u16, &'static str),
}

struct Connection {
    shared: Arc<Shared>,
    client: Client,
    has_session: bool,
}

/// Serves one connection until it ends.
pub(crate) async fn serve(shared: Arc<Shared>, mut socket: Socket) {
    let (orders, mut ordered) = mpsc::unbounded_channel();
    let client = Client { connection: CONNECTIONS.fetch_add(1, Ordering::Relaxed), orders };
    let mut connection = Connection { shared, client, has_session: false };
    let interval = connection.shared.options.heartbeat.as_millis();
    let hello = json!({"op": 10, "d": {"heartbeat_interval": interval, "_trace": []}});
    if socket.send(Message::Text(hello.to_string())).await.is_err() {
        return;
    }
    let _end = End { shared: Arc::clone(&connection.shared), id: connection.client.connection };
    loop {
        tokio::select! {
            heard = socket.next() => {
                let text = match heard {
                    Some(Ok(Message::Text(text))) => text,
                    Some(Ok(Message::Close(frame))) => {
                        let code = frame.map_or(1000, |frame| frame.code.into());
                        connection.closed_by_client(code);
                        return;
                    }
                    Some(Ok(_)) => continue,
                    Some(Err(_)) | None => return,
                };
                if let Next::Close(code, reason) = connection.hear(&text) {
                    close(&mut socket, code, reason).await;
                    return;
                }
            }
            Some(order) = ordered.recv() => match order {
                Order::Send(event) => {
                    if socket.send(Message::Text(event)).await.is_err() {
                        return;
                    }
                }
                Order::Close(code) => {
                    close(&mut socket, code, "asked for by the test").await;
                    return;
                }
                Order::Drop => return,
            },
        }
    }
}

/// Tells the hub that the connection has ended, also when its task is cut off.
struct End {
    shared: Arc<Shared>,
    id: u64,
}

impl Drop for End {
    fn drop(&mut self) {
        self.shared.hub.ended(self.id, false);
    }
}

async fn close(socket: &mut Socket, code: u16, reason: &'static str) {
    let frame = CloseFrame { code: code.into(), reason: reason.into() };
    if socket.send(Message::Close(Some(frame))).await.is_ok() {
        // The client answers the close, and only then the connection ends.
        let answered = async { while let Some(Ok(_)) = socket.next().await {} };
        let _ = tokio::time::timeout(CLOSE_WAIT, answered).await;
    }
}

impl Connection {
    fn closed_by_client(&self, code: u16) {
        let is_over = code == 1000 || code == 1001;
        self.shared.hub.ended(self.client.connection, is_over);
    }

    fn hear(&mut self, text: &str) -> Next {
        let Ok(said) = serde_json::from_str::<Value>(text) else {
            return Next::Close(4002, "Error while decoding payload.");
        };
        match said["op"].as_u64() {
            Some(1) => {
                if self.shared.hub.heartbeat() {
                    self.send(&json!({"op": 11, "d": null}));
                }
                Next::On
            }
            Some(2) => self.identify(&said["d"]),
            Some(6) => self.resume(&said["d"]),
            // Presence, voice and member lists are heard and not played.
            Some(3 | 4 | 8) if self.has_session => Next::On,
            Some(3 | 4 | 8) => Next::Close(4003, "Not authenticated."),
            _ => Next::Close(4001, "Unknown opcode."),
        }
    }

    fn send(&self, payload: &Value) {
        // The receiving end is in this very task.
        let _ = self.client.orders.send(Order::Send(payload.to_string()));
    }

    fn is_right_token(&self, said: &Value) -> bool {
        let said = said["token"].as_str().unwrap_or_default();
        let is_right = said.trim_start_matches("Bot ") == self.shared.options.token;
        if !is_right {
            self.shared.hub.refused();
        }
        is_right
    }

    fn identify(&mut self, said: &Value) -> Next {
        if self.has_session {
            return Next::Close(4005, "Already authenticated.");
        }
        if !self.is_right_token(said) {
            return Next::Close(4004, "Authentication failed.");
        }
        let Some(intents) = said["intents"].as_u64().filter(|bits| bits & !INTENTS == 0) else {
            return Next::Close(4013, "Invalid intent(s).");
        };
        if intents & PRIVILEGED != 0 && !self.shared.options.has_privileged_intents {
            return Next::Close(4014, "Disallowed intent(s).");
        }
        let shard = |at: usize, other: u64| said["shard"][at].as_u64().unwrap_or(other);
        let shard = (shard(0, 0), shard(1, 1));
        if shard.0 >= shard.1 {
            return Next::Close(4010, "Invalid shard.");
        }
        self.has_session = true;
        let events = self.events_of_start(shard);
        self.shared.hub.identify(&self.client, intents, shard, &events);
        Next::On
    }

    /// READY and a GUILD_CREATE for each guild.
    fn events_of_start(&self, shard: (u64, u64)) -> Vec<Event> {
        let world = self.shared.world();
        let guilds = world.guilds.values().filter(|guild| (guild.id >> 22) % shard.1 == shard.0);
        let guilds: Vec<_> = guilds.collect();
        let unavailable = |id: u64| json!({"id": text(id), "unavailable": true});
        let mut me = world.user_object(world.me);
        me["verified"] = json!(true);
        me["mfa_enabled"] = json!(true);
        let address = world.address.replacen("http", "ws", 1);
        let ready = json!({
            "v": 10, "user": me, "user_settings": {}, "private_channels": [], "presences": [],
            "relationships": [], "guilds":
                guilds.iter().map(|guild| unavailable(guild.id)).collect::<Vec<_>>(),
            "session_id": "", "session_type": "normal", "shard": [shard.0, shard.1],
            "resume_gateway_url": format!("{address}/gateway"), "guild_join_requests": [],
            "geo_ordered_rtc_regions": [], "_trace": [],
            "application": {"id": text(world.application_id), "flags": 0},
        });
        let mut events = vec![("READY", 0, ready)];
        for guild in guilds {
            events.push(("GUILD_CREATE", GUILDS, world.guild_create(guild)));
        }
        events
    }

    fn resume(&mut self, said: &Value) -> Next {
        if self.has_session {
            return Next::Close(4005, "Already authenticated.");
        }
        if !self.is_right_token(said) {
            return Next::Close(4004, "Authentication failed.");
        }
        let (id, sequence) = (said["session_id"].as_str(), said["seq"].as_u64());
        let (Some(id), Some(sequence)) = (id, sequence) else {
            return Next::Close(4002, "Error while decoding payload.");
        };
        self.has_session = self.shared.hub.resume(&self.client, id, sequence);
        if !self.has_session {
            self.send(&json!({"op": 9, "d": false}));
        }
        Next::On
    }
}

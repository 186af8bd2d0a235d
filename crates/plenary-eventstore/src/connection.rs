//! Who leads, and how it is asked: one connection to the leader, found by gossip where the address
//! names several nodes, and found anew when it is lost or another one leads.

use std::fs;
use std::path::Path;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use data_encoding::BASE64;
use plenary_journal::{JournalError, Position};
use rustls::crypto::CryptoProvider;
use tokio::sync::{Mutex, watch};
use tokio::time::{Instant, sleep, timeout};
use tonic::Request;
use tonic::metadata::{Ascii, MetadataValue};
use tonic::transport::{Certificate, Channel, ClientTlsConfig, Identity};

use crate::EventStoreOptions;
use crate::address::{Address, Endpoint};
use crate::failure::{self, Failure};
use crate::protocol::gossip::ClusterInfo;
use crate::protocol::gossip::gossip_client::GossipClient;
use crate::protocol::gossip::member_info::VNodeState;
use crate::protocol::streams::streams_client::StreamsClient;

const MESSAGE_BYTES_MAX: usize = 17 << 20;
const STREAM_WINDOW_BYTES: u32 = 1 << 20;
const CONNECTION_WINDOW_BYTES: u32 = 4 << 20;

/// A node with which there is a connection.
#[derive(Clone)]
pub(crate) struct Node {
    pub(crate) place: Endpoint,
    pub(crate) streams: StreamsClient<Channel>,
    /// Which connection this is, so that a lost one is not forgotten twice.
    generation: u64,
}

pub(crate) struct Connection {
    address: Address,
    options: EventStoreOptions,
    tls: Option<ClientTlsConfig>,
    authorization: Option<MetadataValue<Ascii>>,
    node: Mutex<Current>,
    /// Whether the last search was in vain: then nobody waits for another one.
    is_away: AtomicBool,
    /// Which connection is the current one; changes when another node is asked.
    moved: watch::Sender<u64>,
    /// How far behind an entry of ours there is nothing but what others stored.
    foreign: std::sync::Mutex<Option<Stretch>>,
}

/// A stretch of the log without entries of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    after: Option<Position>,
    until: Position,
}

#[derive(Default)]
struct Current {
    node: Option<Node>,
    generation: u64,
    /// A node that another one named as the leader.
    hint: Option<Endpoint>,
}

impl Connection {
    /// Reads what certificates the address names; the sentence of an error names the setting.
    pub(crate) fn new(address: Address, mut options: EventStoreOptions) -> Result<Self, String> {
        let tls = if address.tls { Some(tls(&address)?) } else { None };
        let authorization = match &address.user {
            None => None,
            Some((name, password)) => {
                let encoded = BASE64.encode(format!("{name}:{password}").as_bytes());
                let mut value = MetadataValue::try_from(format!("Basic {encoded}"))
                    .map_err(|_| "the user in the setting `journal` cannot be sent".to_owned())?;
                value.set_sensitive(true);
                Some(value)
            }
        };
        if let Some(deadline) = address.deadline {
            options.answer = deadline;
        }
        let (node, is_away) = (Mutex::default(), AtomicBool::new(false));
        let (moved, foreign) = (watch::Sender::new(0), std::sync::Mutex::default());
        Ok(Self { address, options, tls, authorization, node, is_away, moved, foreign })
    }

    /// How often a subscriber looks for news of which it was not told.
    pub(crate) fn look_every(&self) -> Duration {
        self.options.look
    }

    /// Changes when another node is asked from now on.
    pub(crate) fn moved(&self) -> watch::Receiver<u64> {
        self.moved.subscribe()
    }

    /// Where a read of everything behind `after` may begin.
    pub(crate) fn begin_of(&self, after: Option<Position>) -> Option<Position> {
        let foreign = self.foreign.lock().unwrap_or_else(PoisonError::into_inner);
        foreign.filter(|known| known.after == after).map(|known| known.until).or(after)
    }

    /// Remembers that there is nothing of ours behind `after` up to `until`.
    pub(crate) fn nothing_until(&self, after: Option<Position>, until: Position) {
        let mut foreign = self.foreign.lock().unwrap_or_else(PoisonError::into_inner);
        let is_further = foreign.is_none_or(|known| known.after != after || known.until < until);
        if is_further {
            *foreign = Some(Stretch { after, until });
        }
    }

    /// How long an answer is waited for.
    pub(crate) fn patience(&self) -> Duration {
        self.options.answer
    }

    /// Until when another node is looked for. After a search in vain each call asks once and does
    /// not wait, until one is answered: a person who goes on typing is told at once.
    pub(crate) fn search_end(&self) -> Instant {
        let is_away = self.is_away.load(Ordering::Relaxed);
        Instant::now() + if is_away { Duration::ZERO } else { self.options.search }
    }

    /// Remembers whether the last call found a node that answers.
    pub(crate) fn found(&self, is_found: bool) {
        self.is_away.store(!is_found, Ordering::Relaxed);
    }

    /// Waits a little before the search goes on.
    pub(crate) async fn pause(&self) {
        sleep(self.address.search_pause).await;
    }

    pub(crate) fn shown(&self) -> String {
        self.address.shown()
    }

    /// A request as the leader wants it.
    pub(crate) fn request<T>(&self, body: T) -> Request<T> {
        let mut request = Request::new(body);
        let metadata = request.metadata_mut();
        metadata.insert("requires-leader", MetadataValue::from_static("true"));
        metadata.insert("connection-name", MetadataValue::from_static("plenary"));
        if let Some(authorization) = &self.authorization {
            metadata.insert("authorization", authorization.clone());
        }
        request
    }

    /// The node that leads, as far as is known.
    pub(crate) async fn node(&self) -> Result<Node, Failure> {
        let mut current = self.node.lock().await;
        if let Some(node) = &current.node {
            return Ok(node.clone());
        }
        let place = match current.hint.take() {
            Some(place) => place,
            None if self.address.discovers => self.discover().await?,
            None => match self.address.places.first() {
                Some(place) => place.clone(),
                None => return Err(Failure::NotSent("the address names no host".to_owned())),
            },
        };
        let channel = self.connect(&place).await?;
        current.generation += 1;
        let generation = current.generation;
        let streams = StreamsClient::new(channel).max_decoding_message_size(MESSAGE_BYTES_MAX);
        let node = Node { place, streams, generation };
        current.node = Some(node.clone());
        self.moved.send_replace(generation);
        Ok(node)
    }

    /// Gives a node up after a failure, so that the next call looks for one that leads.
    pub(crate) async fn leave(&self, node: &Node, failure: &Failure) {
        let mut current = self.node.lock().await;
        let is_same = current.node.as_ref().is_some_and(|one| one.generation == node.generation);
        if !is_same {
            return;
        }
        match failure {
            Failure::Refused(_) => return,
            Failure::NotLeader(leader) => current.hint = Some(leader.clone()),
            Failure::NotSent(_) | Failure::Unknown(_) => {}
        }
        current.node = None;
    }

    async fn connect(&self, place: &Endpoint) -> Result<Channel, Failure> {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        let not_sent = |error: tonic::transport::Error| {
            let why = failure::causes(&error).unwrap_or_else(|| error.to_string());
            match certificate_sentence(&why, place) {
                Some(said) => Failure::Refused(JournalError::unavailable(said)),
                None => Failure::NotSent(why),
            }
        };
        let mut endpoint = tonic::transport::Endpoint::from_shared(format!("{scheme}://{place}"))
            .map_err(not_sent)?
            .tcp_nodelay(true)
            .connect_timeout(self.options.answer)
            .http2_keep_alive_interval(self.address.keep_alive_every)
            .keep_alive_timeout(self.address.keep_alive_patience)
            .keep_alive_while_idle(true)
            .initial_stream_window_size(STREAM_WINDOW_BYTES)
            .initial_connection_window_size(CONNECTION_WINDOW_BYTES);
        if let Some(tls) = &self.tls {
            endpoint = endpoint.tls_config(tls.clone()).map_err(not_sent)?;
        }
        match timeout(self.options.answer, endpoint.connect()).await {
            Ok(channel) => channel.map_err(not_sent),
            Err(_) => {
                Err(Failure::NotSent(format!("{place} did not accept the connection in time")))
            }
        }
    }

    /// Asks the nodes of the address, one after the other, who leads.
    async fn discover(&self) -> Result<Endpoint, Failure> {
        let mut last = Failure::NotSent("the address names no host".to_owned());
        for place in &self.address.places {
            match self.gossip(place).await {
                Ok(cluster) => match leader_of(cluster) {
                    Some(leader) => return Ok(leader),
                    None => {
                        last = Failure::NotSent(format!(
                            "{place} does not know which node is the leader"
                        ))
                    }
                },
                Err(failure) => last = failure,
            }
        }
        Err(last)
    }

    async fn gossip(&self, place: &Endpoint) -> Result<ClusterInfo, Failure> {
        let channel = self.connect(place).await?;
        let mut gossip = GossipClient::new(channel);
        match timeout(self.options.answer, gossip.read(self.request(()))).await {
            Ok(Ok(answer)) => Ok(answer.into_inner()),
            Ok(Err(status)) => match Failure::of(&status, place) {
                Failure::Unknown(why) => Err(Failure::NotSent(why)),
                failure => Err(failure),
            },
            Err(_) => Err(Failure::NotSent(format!("{place} does not answer"))),
        }
    }
}

fn leader_of(cluster: ClusterInfo) -> Option<Endpoint> {
    let leads = |state: i32| state == i32::from(VNodeState::Leader);
    let mut alive = cluster.members.into_iter().filter(|one| one.is_alive && leads(one.state));
    let place = alive.next()?.http_end_point?;
    Some(Endpoint { host: place.address, port: u16::try_from(place.port).ok()? })
}

fn tls(address: &Address) -> Result<ClientTlsConfig, String> {
    let read = |file: &Path| {
        fs::read(file).map_err(|error| {
            format!("the setting journal names {}, which cannot be read: {error}", file.display())
        })
    };
    // Where others bring another implementation into the same program, none would be the default.
    if CryptoProvider::get_default().is_none() {
        // Somebody else may have been quicker, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
    let mut tls = ClientTlsConfig::new();
    tls = match &address.ca_file {
        Some(file) => tls.ca_certificate(Certificate::from_pem(read(file)?)),
        None => tls.with_native_roots(),
    };
    if let Some((certificate, key)) = &address.user_files {
        tls = tls.identity(Identity::from_pem(read(certificate)?, read(key)?));
    }
    Ok(tls)
}

/// What is said of a certificate that does not prove the node.
fn certificate_sentence(why: &str, place: &Endpoint) -> Option<String> {
    let lower = why.to_lowercase();
    if lower.contains("corrupt message") || lower.contains("invalidcontenttype") {
        return Some(format!(
            "{place} does not encrypt its connections: write ?tls=false in the setting `journal`"
        ));
    }
    let is_certificate = lower.contains("certificate") || lower.contains("unknownissuer");
    is_certificate.then(|| {
        format!(
            "the certificate of {place} is not trusted ({why}): give the file of its \
             certificate authority with tlsCaFile=FILE in the setting `journal`"
        )
    })
}

//! A cluster of one or more nodes: each listens on a port of its own and runs on a thread of its
//! own, so that stopping it cuts its connections as a lost machine would.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio_stream::wrappers::TcpListenerStream;
use tonic::transport::{Identity, Server, ServerTlsConfig};

use crate::fault::Faults;
use crate::log::Log;
use crate::node::{Node, Shared};
use crate::protocol::gossip::gossip_server::GossipServer;
use crate::protocol::server_features::server_features_server::ServerFeaturesServer;
use crate::protocol::streams::streams_server::StreamsServer;

/// The largest append of a server that was not told otherwise (up to 24.10; later ones take more).
pub const APPEND_BYTES_MAX: usize = 1 << 20;
/// After how long readers see what is written, if nothing else is said.
pub const LAG: Duration = Duration::from_millis(2);
const MESSAGE_BYTES_MAX: usize = 17 << 20;

/// A certificate with its key, as PEM.
#[derive(Clone, Debug)]
pub struct Tls {
    /// The certificate.
    pub certificate: String,
    /// Its key.
    pub key: String,
}

impl Tls {
    /// A certificate for 127.0.0.1, made for tests, of the authority in `certificates/`.
    pub fn of_tests() -> Self {
        Self {
            certificate: include_str!("../certificates/node.pem").to_owned(),
            key: include_str!("../certificates/node.key").to_owned(),
        }
    }
}

/// How a cluster is made.
#[derive(Clone, Debug)]
pub struct Options {
    /// How many nodes.
    pub nodes: usize,
    /// The first node's port; the others follow. Without it each takes a free one.
    pub port: Option<u16>,
    /// User and password, if they are asked for.
    pub user: Option<(String, String)>,
    /// The certificate, if connections are encrypted.
    pub tls: Option<Tls>,
    /// The largest append, in bytes of data, metadata and type.
    pub append_bytes_max: usize,
    /// The largest event in the same bytes, where there is such a limit (from 25.1 on).
    pub event_bytes_max: Option<usize>,
    /// After how long readers see what is written.
    pub lag: Duration,
    /// Whether the user may read all streams; a server lets administrators alone.
    pub reads_all: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            nodes: 1,
            port: None,
            user: None,
            tls: None,
            append_bytes_max: APPEND_BYTES_MAX,
            event_bytes_max: None,
            lag: LAG,
            reads_all: true,
        }
    }
}

/// A running cluster; it ends when it is dropped.
pub struct Cluster {
    shared: Arc<Shared>,
    tls: Option<Tls>,
    running: Mutex<Vec<Option<Runtime>>>,
}

impl Cluster {
    /// Starts all nodes; the first leads.
    ///
    /// # Errors
    /// When a port cannot be had.
    pub fn start(options: Options) -> io::Result<Self> {
        let mut listeners = Vec::new();
        for index in 0..options.nodes {
            let offset = u16::try_from(index).unwrap_or(u16::MAX);
            listeners.push(listen(options.port.map_or(0, |port| port.saturating_add(offset)))?);
        }
        let ports = listeners.iter().map(|one| Ok(one.local_addr()?.port()));
        let ports: Vec<u16> = ports.collect::<io::Result<_>>()?;
        let ports_silent = ports.iter().map(|_| AtomicBool::new(false)).collect();
        let shared = Arc::new(Shared {
            log: Arc::new(Log::new(options.lag)),
            faults: Arc::new(Faults::default()),
            host: "127.0.0.1".to_owned(),
            up: ports.iter().map(|_| AtomicBool::new(false)).collect(),
            ports,
            leader: AtomicUsize::new(0),
            user: options.user,
            append_bytes_max: options.append_bytes_max,
            event_bytes_max: options.event_bytes_max,
            reads_all: options.reads_all,
            silent: ports_silent,
        });
        let running = Mutex::new(listeners.iter().map(|_| None).collect());
        let cluster = Self { shared, tls: options.tls, running };
        for (index, listener) in listeners.into_iter().enumerate() {
            cluster.serve(index, listener)?;
        }
        Ok(cluster)
    }

    /// The faults of this cluster.
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// What is stored.
    pub fn log(&self) -> &Log {
        &self.shared.log
    }

    /// The ports of the nodes.
    pub fn ports(&self) -> &[u16] {
        &self.shared.ports
    }

    /// The address by which clients find it: one node's own, or all of them to discover from.
    pub fn address(&self) -> String {
        let host = &self.shared.host;
        let hosts: Vec<String> =
            self.shared.ports.iter().map(|port| format!("{host}:{port}")).collect();
        let user = self.shared.user.as_ref();
        let user = user.map(|(name, password)| format!("{name}:{password}@")).unwrap_or_default();
        let tls = self.tls.is_some();
        format!("esdb://{user}{}?tls={tls}", hosts.join(","))
    }

    /// Makes another node the leader. Calls that are open at the old one stay open, and hear what
    /// is stored as before.
    pub fn lead(&self, index: usize) {
        self.shared.leader.store(index, Ordering::SeqCst);
    }

    /// Cuts a node off from the others, or heals the cut: calls that are open there stay open and
    /// hear nothing.
    pub fn cut_off(&self, index: usize, is_cut: bool) {
        if let Some(silent) = self.shared.silent.get(index) {
            silent.store(is_cut, Ordering::SeqCst);
        }
    }

    /// Stops a node at once: its connections are cut, and nobody listens any more.
    pub fn stop(&self, index: usize) {
        if let Some(up) = self.shared.up.get(index) {
            up.store(false, Ordering::SeqCst);
        }
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(runtime) = running.get_mut(index).and_then(Option::take) {
            runtime.shutdown_background();
        }
    }

    /// Starts a stopped node again on its port, with everything that was stored.
    ///
    /// # Errors
    /// When the port cannot be had.
    pub fn start_again(&self, index: usize) -> io::Result<()> {
        let port = self.shared.ports.get(index).copied().unwrap_or_default();
        let listener = listen_soon(port)?;
        self.serve(index, listener)
    }

    fn serve(&self, index: usize, listener: TcpListener) -> io::Result<()> {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let node = Node { index, shared: Arc::clone(&self.shared) };
        let mut server = Server::builder().tcp_nodelay(true);
        if let Some(tls) = &self.tls {
            if rustls::crypto::CryptoProvider::get_default().is_none() {
                // Somebody else may have been quicker, which is as good.
                let _ = rustls::crypto::ring::default_provider().install_default();
            }
            let identity = Identity::from_pem(&tls.certificate, &tls.key);
            server = server
                .tls_config(ServerTlsConfig::new().identity(identity))
                .map_err(io::Error::other)?;
        }
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let streams = StreamsServer::new(node.clone()).max_decoding_message_size(MESSAGE_BYTES_MAX);
        let serving = server
            .add_service(streams)
            .add_service(GossipServer::new(node.clone()))
            .add_service(ServerFeaturesServer::new(node))
            .serve_with_incoming(connections(listener));
        runtime.spawn(serving);
        if let Some(up) = self.shared.up.get(index) {
            up.store(true, Ordering::SeqCst);
        }
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = running.get_mut(index) {
            *place = Some(runtime);
        }
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        for index in 0..self.shared.ports.len() {
            self.stop(index);
        }
    }
}

/// Connections that answer at once: without this every answer would wait for the next packet.
fn connections(
    listener: tokio::net::TcpListener,
) -> impl tokio_stream::Stream<Item = io::Result<tokio::net::TcpStream>> {
    use tokio_stream::StreamExt;
    TcpListenerStream::new(listener).map(|connection| {
        connection.inspect(|connection| {
            // A connection that cannot be told so is only slower.
            let _ = connection.set_nodelay(true);
        })
    })
}

fn listen(port: u16) -> io::Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Listens as soon as the port is free of what the stopped node left on it.
fn listen_soon(port: u16) -> io::Result<TcpListener> {
    for _ in 0..100 {
        if let Ok(listener) = listen(port) {
            return Ok(listener);
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    listen(port)
}

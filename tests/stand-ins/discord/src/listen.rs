//! The port: accepts connections, upgrades those for the gateway, answers the others over REST,
//! and can fall silent and come back on the same port.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, mpsc};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::header::{self, HeaderValue};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::runtime::Handle;
use tokio::sync::{Notify, watch};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::Role;

use crate::gateway::socket;
use crate::rest::{self, Asked};
use crate::shared::Shared;

/// A port that is listened on until it is dropped.
#[derive(Debug)]
pub(crate) struct Listening {
    /// Ends the connections when it goes.
    end: watch::Sender<bool>,
    has_ended: mpsc::Receiver<()>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.end.send_replace(true);
        // Nobody listens any more when this comes; an error says that it came already.
        let _ = self.has_ended.recv();
    }
}

/// Binds the port on loopback; 0 stands for a free one.
pub(crate) fn bind(port: u16) -> io::Result<(TcpListener, u16)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

/// Begins to answer on the port.
pub(crate) fn start(runtime: &Handle, listener: TcpListener, shared: Arc<Shared>) -> Listening {
    let (end, ended) = watch::channel(false);
    let (tell, has_ended) = mpsc::channel();
    runtime.spawn(async move {
        accept(listener, shared, ended).await;
        drop(tell);
    });
    Listening { end, has_ended }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>, mut ended: watch::Receiver<bool>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    let until = ended.clone();
    loop {
        tokio::select! {
            biased;
            _ = ended.wait_for(|ended| *ended) => return,
            accepted = listener.accept() => {
                let Ok((stream, _)) = accepted else { continue };
                tokio::spawn(serve(stream, Arc::clone(&shared), until.clone()));
            }
        }
    }
}

async fn serve(
    stream: tokio::net::TcpStream,
    shared: Arc<Shared>,
    mut ended: watch::Receiver<bool>,
) {
    // A second handle on the socket, to reset it from outside of hyper.
    let Ok((stream, second)) = doubled(stream) else { return };
    let reset = Arc::new(Notify::new());
    let until = ended.clone();
    let service = service_fn(|request| {
        answer(request, Arc::clone(&shared), Arc::clone(&reset), until.clone())
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    tokio::select! {
        _ = connection => {}
        _ = ended.wait_for(|ended| *ended) => {}
        () = reset.notified() => {
            if let Ok(stream) = tokio::net::TcpStream::from_std(second) {
                // Without it the connection ends more politely; it ends all the same.
                let _ = stream.set_zero_linger();
            }
        }
    }
}

fn doubled(stream: tokio::net::TcpStream) -> io::Result<(tokio::net::TcpStream, TcpStream)> {
    stream.set_nodelay(true)?;
    let stream = stream.into_std()?;
    let second = stream.try_clone()?;
    Ok((tokio::net::TcpStream::from_std(stream)?, second))
}

type Answered = Result<Response<Full<Bytes>>, Infallible>;

async fn answer(
    request: Request<Incoming>,
    shared: Arc<Shared>,
    reset: Arc<Notify>,
    ended: watch::Receiver<bool>,
) -> Answered {
    if request.headers().contains_key(header::SEC_WEBSOCKET_KEY) {
        return Ok(upgrade(request, shared, ended));
    }
    let (head, body) = request.into_parts();
    let Ok(body) = body.collect().await else { return Ok(Response::default()) };
    let text = |name: header::HeaderName| {
        head.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    };
    let asked = Asked {
        method: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        authorization: text(header::AUTHORIZATION),
        content_type: text(header::CONTENT_TYPE),
        body: body.to_bytes(),
    };
    match rest::answer(&shared, asked).await {
        Some(answer) => Ok(answer),
        None => {
            reset.notify_one();
            std::future::pending().await
        }
    }
}

fn upgrade(
    request: Request<Incoming>,
    shared: Arc<Shared>,
    mut ended: watch::Receiver<bool>,
) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    let key = request.headers().get(header::SEC_WEBSOCKET_KEY);
    let accept = key.map(|key| derive_accept_key(key.as_bytes())).unwrap_or_default();
    let Ok(accept) = HeaderValue::from_str(&accept) else { return response };
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    tokio::spawn(async move {
        let Ok(upgraded) = hyper::upgrade::on(request).await else { return };
        let io = TokioIo::new(upgraded);
        let socket = WebSocketStream::from_raw_socket(io, Role::Server, None).await;
        tokio::select! {
            () = socket::serve(shared, socket) => {}
            _ = ended.wait_for(|ended| *ended) => {}
        }
    });
    response
}

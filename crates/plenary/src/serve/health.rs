//! How the program is, over HTTP: `/health/live`, `/health/ready` and `/metrics`.
//!
//! For a service manager, a container or Prometheus on the same machine or in the same private
//! network. It takes nothing in, and tells states and counts: no names and no texts. Whoever asks
//! slowly, or in large numbers, keeps nobody else from an answer.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use metrics_exporter_prometheus::PrometheusHandle;
use plenary_discord::{State as BotState, Status};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};

use super::{journal, metrics};

const JSON: &str = "application/json";
const PROMETHEUS: &str = "text/plain; version=0.0.4; charset=utf-8";

/// How long a connection may take, from its first byte to the end of its answer.
const ANSWER_TAKES: Duration = Duration::from_secs(10);
/// How many connections may be open; one more ends the oldest.
const OPEN_MAX: usize = 64;
/// The longest head of a request, in bytes.
const HEAD_BYTES_MAX: usize = 16 * 1024;
/// How long no connection is taken after one could not be taken, for want of file handles.
const PAUSE: Duration = Duration::from_millis(100);

/// What is known of each part.
pub(super) struct Health {
    journal: watch::Receiver<journal::State>,
    bot: Arc<Status>,
    recorder: PrometheusHandle,
    is_stopping: AtomicBool,
}

impl Health {
    pub(super) fn new(
        journal: watch::Receiver<journal::State>,
        bot: Arc<Status>,
        recorder: PrometheusHandle,
    ) -> Self {
        Self { journal, bot, recorder, is_stopping: AtomicBool::new(false) }
    }

    /// From now on nothing new should come here.
    pub(super) fn stop(&self) {
        self.is_stopping.store(true, Ordering::Relaxed);
    }

    /// Whether everything works, and how each part is.
    fn ready(&self) -> (bool, Value) {
        let (journal, bot) = (self.journal.borrow().clone(), self.bot.state());
        let is_stopping = self.is_stopping.load(Ordering::Relaxed);
        let is_up = journal == journal::State::Up && bot == BotState::Ready;
        let journal = match journal {
            journal::State::Unasked => json!({"state": "unasked"}),
            journal::State::Up => json!({"state": "up"}),
            journal::State::Down(why) => json!({"state": "down", "why": why}),
        };
        let state = metrics::word(&bot);
        let bot = match bot {
            BotState::Ended(why) => json!({"state": state, "why": why}),
            BotState::Connecting | BotState::Ready => json!({"state": state}),
        };
        let is_ready = is_up && !is_stopping;
        let parts = json!({"journal": journal, "discord": bot});
        (is_ready, json!({"ready": is_ready, "stopping": is_stopping, "parts": parts}))
    }
}

/// Answers until the program ends.
pub(super) async fn serve(listener: TcpListener, health: Arc<Health>) {
    let router = Router::new()
        .route("/health/live", routing::get(live))
        .route("/health/ready", routing::get(ready))
        .route("/metrics", routing::get(counted))
        .with_state(health);
    let mut tasks = JoinSet::new();
    let mut open: VecDeque<AbortHandle> = VecDeque::new();
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::warn!(target: "serve", "a question about health was lost: {error}");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        while tasks.try_join_next().is_some() {}
        open.retain(|task| !task.is_finished());
        if open.len() >= OPEN_MAX
            && let Some(oldest) = open.pop_front()
        {
            oldest.abort();
        }
        open.push_back(tasks.spawn(connection(stream, router.clone())));
    }
}

/// One question and its answer.
async fn connection(stream: TcpStream, router: Router) {
    let mut http = http1::Builder::new();
    http.keep_alive(false).max_buf_size(HEAD_BYTES_MAX);
    let answering = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    match tokio::time::timeout(ANSWER_TAKES, answering).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::debug!(target: "serve", "a broken question: {error}"),
        Err(_) => tracing::debug!(target: "serve", "a question was not finished in time"),
    }
}

async fn live() -> Response {
    let body = json!({"live": true, "version": env!("CARGO_PKG_VERSION")});
    answer(StatusCode::OK, JSON, format!("{body}\n"))
}

async fn ready(State(health): State<Arc<Health>>) -> Response {
    let (is_ready, body) = health.ready();
    let status = if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    answer(status, JSON, format!("{body}\n"))
}

async fn counted(State(health): State<Arc<Health>>) -> Response {
    let journal = health.journal.borrow().clone();
    let text = metrics::told(&health.recorder, &journal, &health.bot.state());
    answer(StatusCode::OK, PROMETHEUS, text)
}

fn answer(status: StatusCode, kind: &'static str, body: String) -> Response {
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")];
    (status, headers, body).into_response()
}

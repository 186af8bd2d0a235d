//! How the program is, over HTTP: `/health/live`, `/health/ready` and `/metrics`.
//!
//! For a service manager, a container or Prometheus on the same machine or in the same private
//! network. It takes nothing in, and tells states and counts: no names and no texts.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use metrics_exporter_prometheus::PrometheusHandle;
use plenary_discord::{State as BotState, Status};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::{journal, metrics};

const JSON: &str = "application/json";
const PROMETHEUS: &str = "text/plain; version=0.0.4; charset=utf-8";

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
    if let Err(error) = axum::serve(listener, router).await {
        tracing::error!(target: "serve", "the health page has stopped: {error}");
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

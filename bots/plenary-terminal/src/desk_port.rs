//! What a terminal needs of the desk, so that it can be tried without one.

use async_trait::async_trait;
use plenary_chat::{Input, Response};
use tokio::sync::mpsc;

/// The desk's side of the desk, for one seat in one meeting.
#[async_trait]
pub trait DeskPort: Send + Sync {
    /// Hears what was said and answers. Lines of a form are joined by line breaks, without the
    /// `|` and `\` by which they were typed.
    async fn hear(&self, said: Input) -> Response;

    /// Whole lines that begin with what is typed so far; for nothing typed, what to say next.
    async fn suggestions(&self, typed: &str) -> Vec<String>;

    /// What stands before the cursor, such as `V Meeting · 22 Oct 2007 · Chile › `.
    async fn prompt(&self) -> String;

    /// Things nobody asked for, already chosen for this seat. Asked for once.
    fn notices(&self) -> mpsc::Receiver<Response>;
}

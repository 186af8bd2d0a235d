//! Where a subscription reads: pages of what is stored, and a live call that says when there is
//! more. The place is kept here and not by the server, so that a call that ends, in whatever way,
//! is only made again.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use plenary_journal::subscription::Source;
use plenary_journal::{JournalError, Position, StoredEntry};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use tonic::Streaming;

use crate::connection::{Connection, Node};
use crate::failure::Failure;
use crate::protocol::streams::ReadResp;
use crate::protocol::streams::read_resp::Content;
use crate::protocol::streams::read_resp::read_event::Position as Timestamp;
use crate::read;

/// How long a call that ended at once is not made again: it must not keep a processor busy.
const PAUSE: Duration = Duration::from_millis(50);

/// What a live call had to say.
enum Signal {
    /// There may be more than was read.
    News,
    /// Nothing that was not read already.
    Nothing,
    /// Nothing of ours up to this position.
    NothingUntil(Position),
    /// The call has ended.
    End,
}

pub(crate) struct Pages {
    connection: Arc<Connection>,
    /// Closed when the journal is dropped.
    open: watch::Receiver<()>,
    live: Option<Streaming<ReadResp>>,
    /// The last entry that a page showed.
    seen: Option<Position>,
}

impl Pages {
    pub(crate) fn new(
        connection: Arc<Connection>,
        open: watch::Receiver<()>,
        after: Option<Position>,
    ) -> Self {
        Self { connection, open, live: None, seen: after }
    }

    /// Returns when a page should be read: when the store tells so, when another node is asked from
    /// now on, and now and then, because a node that was cut off stays silent.
    async fn news(&mut self) {
        let mut moved = self.connection.moved();
        let look = sleep(self.connection.look_every());
        tokio::pin!(look);
        loop {
            let Some(live) = &mut self.live else {
                match call(&self.connection, self.seen).await {
                    Ok(live) => self.live = Some(live),
                    // The page will fail in the same way and tell the subscriber.
                    Err(_) => return sleep(PAUSE).await,
                }
                continue;
            };
            let message = tokio::select! {
                message = live.message() => message,
                _ = moved.changed() => {
                    self.live = None;
                    return;
                }
                () = &mut look => return,
            };
            match signal(message, self.seen) {
                Signal::News => return,
                Signal::Nothing => {}
                Signal::NothingUntil(until) => self.connection.nothing_until(self.seen, until),
                Signal::End => {
                    self.live = None;
                    return sleep(PAUSE).await;
                }
            }
        }
    }
}

/// Listens behind the last entry that was seen; what came since is news at once.
async fn call(
    connection: &Connection,
    seen: Option<Position>,
) -> Result<Streaming<ReadResp>, Failure> {
    let node = connection.node().await?;
    let listening = listen(connection, &node, seen).await;
    if let Err(failure) = &listening {
        connection.leave(&node, failure).await;
    }
    listening
}

async fn listen(
    connection: &Connection,
    node: &Node,
    seen: Option<Position>,
) -> Result<Streaming<ReadResp>, Failure> {
    let mut streams = node.streams.clone();
    let request = connection.request(read::subscription(connection.begin_of(seen)));
    match timeout(connection.patience(), streams.read(request)).await {
        Ok(Ok(answer)) => Ok(answer.into_inner()),
        Ok(Err(status)) => Err(Failure::of_all(&status, &node.place)),
        Err(_) => Err(Failure::Unknown(format!("{} does not answer in time", node.place))),
    }
}

fn signal(message: Result<Option<ReadResp>, tonic::Status>, seen: Option<Position>) -> Signal {
    match message {
        Ok(None) | Err(_) => Signal::End,
        Ok(Some(ReadResp { content: Some(Content::Event(event)) })) => match event.position {
            Some(Timestamp::CommitPosition(at)) if seen >= Some(Position(at)) => Signal::Nothing,
            _ => Signal::News,
        },
        Ok(Some(ReadResp { content: Some(Content::Checkpoint(checkpoint)) })) => {
            Signal::NothingUntil(Position(checkpoint.commit_position))
        }
        // What makes no sense ends the call; the page will say what is wrong, if anything is.
        Ok(Some(ReadResp { content: None })) => Signal::End,
        Ok(Some(_)) => Signal::Nothing,
    }
}

#[async_trait]
impl Source for Pages {
    async fn page(
        &mut self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        if self.open.has_changed().is_err() {
            return Ok(Vec::new());
        }
        let page = read::all(&self.connection, after, limit).await?;
        self.seen = page.entries.last().map(|last| last.position).or(after);
        Ok(page.entries)
    }

    async fn changed(&mut self) -> bool {
        let mut open = self.open.clone();
        tokio::select! {
            // Nothing is ever sent: it only closes.
            _ = open.changed() => false,
            () = self.news() => true,
        }
    }
}

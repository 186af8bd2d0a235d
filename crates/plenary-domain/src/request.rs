//! A request: a command with who, in which capacity, and when. All of it is data.

use crate::actor::Actor;
use crate::command::Command;
use crate::event::people::CodeHash;
use crate::moment::Timestamp;

/// A command with everything that the rules need to decide it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The service's time.
    pub at: Timestamp,
    /// Who acts.
    pub actor: Actor,
    /// What a new one-time code of this request would hash to; derived, so that it is the same
    /// when the request is redelivered.
    pub fresh_code: CodeHash,
    /// The wish.
    pub command: Command,
}

//! A request as it comes to the service: the command, and who gives it in which capacity.

use plenary_domain::{Actor, Command};

/// A command with who gives it.
#[derive(Clone, Debug)]
pub struct Request {
    /// Who, in which capacity.
    pub actor: Actor,
    /// What.
    pub command: Command,
}

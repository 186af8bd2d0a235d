//! The driver: people who act, and what they see. It understands what the bot registered the way
//! Discord's own client does, and refuses what that client would not let anybody send.

pub(crate) mod asked;
mod command;
mod payload;
pub(crate) mod place;
pub(crate) mod shown;
pub(crate) mod user;
mod value;

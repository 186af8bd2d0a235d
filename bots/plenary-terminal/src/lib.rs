//! The desk on a terminal: what is typed becomes something said, a response becomes text.
//!
//! It never decides anything, never knows a rule or a journal, never lets a control character of
//! somebody's text through to the screen, and never keeps a line with a one-time code.
//!
//! Read first: [`desk_port`] (what a terminal needs of the desk), [`draw()`] (a response to
//! text), then [`session`] (a person at the keyboard) and [`pipe`] (lines from a file).

pub mod codes;
pub mod desk_port;
pub mod draw;
mod form;
pub mod numbers;
pub mod pipe;
pub mod session;
mod talk;
mod words;
pub mod wrap;

pub use desk_port::DeskPort;
pub use draw::{Drawing, Look, draw, draw_notice};
pub use numbers::Numbers;
pub use pipe::Piped;
pub use session::{Ended, Seat};

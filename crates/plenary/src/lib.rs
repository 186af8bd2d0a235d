//! The program: settings, command line, wiring. The only place where everything meets.
//!
//! It never decides anything about a meeting and never makes a sentence about one: the rules and
//! the desk do.
//!
//! Read first: [`cli`] (what can be typed), then [`wiring`] (how journal, keys, service and desk
//! are put together), then [`serve`], [`doctor`], [`story`] and
//! [`demo`].

mod arguments;
pub mod cli;
mod commands;
pub mod demo;
mod doctor;
mod limits;
pub mod seat_session;
mod secrets;
mod serve;
pub mod settings;
pub mod story;
pub mod wiring;

pub use cli::run;

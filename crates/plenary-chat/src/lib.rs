//! The desk: the language that people speak to Plenary on any platform, and what it answers.
//!
//! It never knows a platform, never decides a rule, and never shows an internal error. Everything
//! that it says stands in `locales/`; everything that can be said to it stands in one table of
//! verbs.
//!
//! Read first: [`line`] (what is heard), [`desk`] (a line's way to its reply), [`verb`] (the table),
//! then `grammar` (words to a wish) and `render` (facts to sentences).

pub mod desk;
mod grammar;
pub mod line;
pub mod press;
mod render;
pub mod reply;
pub mod say;
pub mod verb;

pub use desk::Desk;
pub use line::{Line, Said, Speaker};
pub use press::Press;
pub use reply::{Audience, Button, Notice, Part, Reply, Tone};

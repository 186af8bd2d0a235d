//! What `plenary doctor` looks at.

use crate::{Finding, Options};

/// Looks at everything that the bot needs of Discord.
pub(crate) async fn examine(_options: &Options) -> Vec<Finding> {
    Vec::new()
}

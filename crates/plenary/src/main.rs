//! `plenary` runs meetings of expert groups and keeps them as events.

use std::process::ExitCode;

fn main() -> ExitCode {
    plenary::run()
}

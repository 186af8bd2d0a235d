//! `plenary`: the meetings of expert groups, kept as events.

use std::process::ExitCode;

fn main() -> ExitCode {
    plenary::run()
}

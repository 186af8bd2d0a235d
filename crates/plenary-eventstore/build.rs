//! Generates a thin client from the protocol files in the maintained client's package, with the
//! calls that the journal needs and no others.

#[path = "build/package.rs"]
mod package;

use std::error::Error;

const FILES: [&str; 2] = ["streams.proto", "gossip.proto"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build/package.rs");
    let folder = package::folder()?;
    let compiled = protox::compile(FILES.map(|file| folder.join(file)), [&folder])?;
    tonic_build::configure()
        .build_server(false)
        .extern_path(".event_store.client.Empty", "()")
        .compile_fds(compiled)?;
    Ok(())
}

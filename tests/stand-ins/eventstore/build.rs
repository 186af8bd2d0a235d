//! Generates the server's side of the protocol from the files in the client's package, so that the
//! stand-in is written from the protocol and not from the adapter; and the other side for bare
//! calls.

#[path = "../../../crates/plenary-eventstore/build/package.rs"]
mod package;

use std::error::Error;

const FILES: [&str; 3] = ["streams.proto", "gossip.proto", "serverfeatures.proto"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../../../crates/plenary-eventstore/build/package.rs");
    let folder = package::folder()?;
    let compiled = protox::compile(FILES.map(|file| folder.join(file)), [&folder])?;
    tonic_build::configure()
        .extern_path(".event_store.client.Empty", "()")
        .compile_fds(compiled)?;
    Ok(())
}

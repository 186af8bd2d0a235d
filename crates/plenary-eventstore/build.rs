//! Generates a thin client from the protocol files in the maintained client's package, with the
//! calls that the journal needs and no others.

use std::error::Error;
use std::path::PathBuf;
use std::process::Command;

const FILES: [&str; 2] = ["streams.proto", "gossip.proto"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = protocol_folder()?;
    let compiled = protox::compile(FILES.map(|file| folder.join(file)), [&folder])?;
    tonic_build::configure()
        .build_server(false)
        .extern_path(".event_store.client.Empty", "()")
        .compile_fds(compiled)?;
    Ok(())
}

/// Where Cargo keeps the client's package, of the version that the lock file names.
fn protocol_folder() -> Result<PathBuf, Box<dyn Error>> {
    let manifest = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("Cargo.toml");
    let output = Command::new(std::env::var("CARGO")?)
        .args(["metadata", "--format-version=1", "--locked", "--manifest-path"])
        .arg(manifest)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    let client = packages.iter().find(|package| package["name"] == "kurrentdb");
    let manifest = client.and_then(|package| package["manifest_path"].as_str());
    let manifest = PathBuf::from(manifest.ok_or("the workspace does not depend on kurrentdb")?);
    Ok(manifest.with_file_name("protos"))
}

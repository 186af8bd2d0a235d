//! Where the protocol files are: in the maintained client's package. Shared by the two that are
//! written from them, this adapter and the stand-in, and nothing else is.

use std::error::Error;
use std::path::PathBuf;
use std::process::Command;

/// Where Cargo keeps the client's package, of the version that the lock file names.
pub(crate) fn folder() -> Result<PathBuf, Box<dyn Error>> {
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

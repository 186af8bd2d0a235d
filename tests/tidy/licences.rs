//! Every dependency, on every platform and with every feature, comes from crates.io under a
//! licence that `deny.toml` allows, or is a crate of this workspace: what cargo-deny would say, for
//! those who do not have it.

use std::error::Error;
use std::fs;

use spdx::{Expression, ParseMode};
use toml::Table;

use crate::arrows::metadata;
use crate::complaint::{Complaint, assert_none, assert_places};
use crate::tree;

/// Where a crate's source comes from.
#[derive(Clone, Copy)]
enum Origin {
    CratesIo,
    Workspace,
    Elsewhere,
}

/// What the check needs to know of one crate.
struct Dependency {
    name: String,
    licence: Option<String>,
    origin: Origin,
}

fn complaints(dependencies: &[Dependency], allowed: &[String]) -> Vec<Complaint> {
    dependencies
        .iter()
        .flat_map(|one| [origin_complaint(one), licence_complaint(one, allowed)])
        .flatten()
        .collect()
}

fn origin_complaint(dependency: &Dependency) -> Option<Complaint> {
    let wrong = "its source is neither crates.io nor this workspace";
    let remedy = "depend on a published release: what is fetched from elsewhere can change";
    match dependency.origin {
        Origin::CratesIo | Origin::Workspace => None,
        Origin::Elsewhere => Some(Complaint::new(&dependency.name, wrong, remedy)),
    }
}

fn licence_complaint(dependency: &Dependency, allowed: &[String]) -> Option<Complaint> {
    let complaint = |wrong: String| {
        let remedy = "choose another crate, or argue for its licence in `deny.toml`";
        Some(Complaint::new(&dependency.name, wrong, remedy))
    };
    let Some(expression) = &dependency.licence else {
        return complaint("it has no licence expression".to_owned());
    };
    // Older crates write `MIT/Apache-2.0`.
    match Expression::parse_mode(expression, ParseMode::LAX) {
        Ok(licence) if licence.evaluate(|named| allowed.contains(&named.to_string())) => None,
        Ok(_) => complaint(format!("its licence `{expression}` is not allowed")),
        Err(error) => complaint(format!("its licence is not understood: {}", error.reason)),
    }
}

fn dependencies() -> Result<Vec<Dependency>, Box<dyn Error>> {
    let metadata = metadata()?;
    let origin = |package: &cargo_metadata::Package| match &package.source {
        Some(source) if source.is_crates_io() => Origin::CratesIo,
        None if package.manifest_path.starts_with(&metadata.workspace_root) => Origin::Workspace,
        Some(_) | None => Origin::Elsewhere,
    };
    let dependency = |package: &cargo_metadata::Package| Dependency {
        name: format!("{} {}", package.name, package.version),
        licence: package.license.clone(),
        origin: origin(package),
    };
    Ok(metadata.packages.iter().map(dependency).collect())
}

/// The licences that `deny.toml` allows.
fn allowed() -> Result<Vec<String>, Box<dyn Error>> {
    let table: Table = fs::read_to_string(tree::root().join("deny.toml"))?.parse()?;
    let list = table.get("licenses").and_then(|licences| licences.get("allow")?.as_array());
    let names = list.into_iter().flatten().filter_map(|name| name.as_str());
    Ok(names.map(str::to_owned).collect())
}

#[test]
fn every_dependency_is_published_and_under_a_licence_that_is_allowed() -> Result<(), Box<dyn Error>>
{
    let allowed = allowed()?;
    assert!(allowed.len() > 5, "{allowed:?}");
    assert_none(&complaints(&dependencies()?, &allowed));
    Ok(())
}

#[test]
fn a_foreign_licence_or_source_is_found() {
    let dependency = |name: &str, licence: Option<&str>, origin: Origin| Dependency {
        name: name.to_owned(),
        licence: licence.map(str::to_owned),
        origin,
    };
    let all = [
        dependency("copyleft", Some("GPL-3.0-only"), Origin::CratesIo),
        dependency("both", Some("MIT AND AGPL-3.0-only"), Origin::CratesIo),
        dependency("unsaid", None, Origin::CratesIo),
        dependency("broken", Some("MIT OR"), Origin::CratesIo),
        dependency("from-git", Some("MIT"), Origin::Elsewhere),
        // These three are as they should be.
        dependency("choice", Some("GPL-3.0-only OR MIT"), Origin::CratesIo),
        dependency("old", Some("MIT/Apache-2.0"), Origin::CratesIo),
        dependency("ours", Some("MIT OR Apache-2.0"), Origin::Workspace),
    ];
    let found = complaints(&all, &["MIT".to_owned(), "Apache-2.0".to_owned()]);
    assert_places(&found, &["copyleft", "both", "unsaid", "broken", "from-git"]);
}

//! Every dependency, on every platform and with every feature, comes from crates.io under a
//! licence of the table, or is a crate of this workspace.

use std::error::Error;
use std::fs;

use crate::arrows::metadata;
use crate::complaint::{Complaint, assert_none, assert_places};
use crate::licences_table::ALLOWED;
use crate::spdx::Licence;
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

fn complaints(dependencies: &[Dependency]) -> Vec<Complaint> {
    dependencies
        .iter()
        .flat_map(|one| [origin_complaint(one), licence_complaint(one)])
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

fn licence_complaint(dependency: &Dependency) -> Option<Complaint> {
    let complaint = |wrong: String| {
        let remedy = "choose another crate, or argue for its licence in `licences_table.rs`";
        Some(Complaint::new(&dependency.name, wrong, remedy))
    };
    let Some(expression) = &dependency.licence else {
        return complaint("it has no licence expression".to_owned());
    };
    match Licence::parse(expression) {
        Ok(licence) if licence.is_satisfied(&|name| ALLOWED.contains(&name)) => None,
        Ok(_) => complaint(format!("its licence `{expression}` is not in the table")),
        Err(reason) => complaint(format!("its licence is not understood: {reason}")),
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

/// The strings of the `allow` list of `deny.toml`'s `[licenses]`.
fn listed_in_deny(text: &str) -> Vec<&str> {
    let section = text.split("[licenses]").nth(1).unwrap_or_default();
    let list = section.split("allow = [").nth(1).unwrap_or_default();
    let list = list.split(']').next().unwrap_or_default();
    let lines = list.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines.filter_map(|line| line.split('"').nth(1)).collect()
}

#[test]
fn every_dependency_is_published_and_under_a_licence_of_the_table() -> Result<(), Box<dyn Error>> {
    assert_none(&complaints(&dependencies()?));
    Ok(())
}

#[test]
fn the_licences_for_cargo_deny_are_those_of_the_table() -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(tree::root().join("deny.toml"))?;
    assert_eq!(listed_in_deny(&text), ALLOWED);
    Ok(())
}

#[test]
fn a_foreign_licence_or_source_is_found() {
    let dependency = |name: &str, licence: Option<&str>, origin: Origin| Dependency {
        name: name.to_owned(),
        licence: licence.map(str::to_owned),
        origin,
    };
    let found = complaints(&[
        dependency("copyleft", Some("GPL-3.0-only"), Origin::CratesIo),
        dependency("both", Some("MIT AND AGPL-3.0-only"), Origin::CratesIo),
        dependency("unsaid", None, Origin::CratesIo),
        dependency("broken", Some("MIT OR"), Origin::CratesIo),
        dependency("from-git", Some("MIT"), Origin::Elsewhere),
        // These three are as they should be.
        dependency("choice", Some("GPL-3.0-only OR MIT"), Origin::CratesIo),
        dependency("old", Some("MIT/Apache-2.0"), Origin::CratesIo),
        dependency("ours", Some("MIT OR Apache-2.0"), Origin::Workspace),
    ]);
    assert_places(&found, &["copyleft", "both", "unsaid", "broken", "from-git"]);
}

#[test]
fn the_list_for_cargo_deny_is_read_without_its_comments() {
    let text = "[licenses]\nallow = [\n  # \"GPL\" never\n  \"MIT\",\n  \"A WITH x\", # why\n]\n";
    assert_eq!(listed_in_deny(text), ["MIT", "A WITH x"]);
}

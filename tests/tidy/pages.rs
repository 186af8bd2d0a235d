//! The pages for people: what they name exists, and those that are read first stay short.

use std::collections::BTreeSet;
use std::error::Error;

use crate::complaint::{Complaint, assert_none, assert_places};
use crate::tree::{self, Source};

const LAWS: &str = "docs/laws.md";
const DEPENDENCIES: &str = "docs/dependencies.md";

/// Pages with the most bytes that they may have: whoever comes first reads them whole.
const SHORT: &[(&str, usize)] = &[("README.md", 7_000), ("ARCHITECTURE.md", 16_000)];

/// The parts of a line between backticks.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// The names of the tests that a Rust file holds.
fn tests_in(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split("#[test]").skip(1).chain(text.split("#[tokio::test").skip(1));
    code.filter_map(|rest| rest.split_once("fn ")?.1.split(['(', '<']).next())
}

/// Each law's tests, as the last column of the table of laws names them, must be among `tests`;
/// files and folders that it names, among `paths`.
fn law_complaints(page: &str, tests: &BTreeSet<&str>, paths: &BTreeSet<&str>) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (at, line) in page.lines().enumerate().filter(|(_, line)| line.starts_with('|')) {
        let holds = line.trim_end_matches('|').rsplit('|').next().unwrap_or_default();
        for name in quoted(holds) {
            let is_there = match name.trim_end_matches('/') {
                path if path.contains('/') => {
                    paths.iter().any(|known| *known == path || known.starts_with(name))
                }
                name if name.contains('_') => tests.contains(name),
                _ => true, // a word such as `verify`
            };
            if !is_there {
                let wrong = format!("there is no `{name}`");
                let remedy = "name the test that holds this law now, or say “none”";
                complaints.push(Complaint::at_line(LAWS, at + 1, wrong, remedy));
            }
        }
    }
    complaints
}

/// Links to other files of the project, `[text](path)` or `[text](path#part)`, must lead to one.
fn link_complaints(path: &str, text: &str, paths: &BTreeSet<&str>) -> Vec<Complaint> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut complaints = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let links = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://") && !link.starts_with('#')) {
            let file = link.split('#').next().unwrap_or_default();
            if !paths.contains(resolved(folder, file).as_str()) {
                let wrong = format!("the link to {file} leads nowhere");
                complaints.push(Complaint::at_line(path, at + 1, wrong, "name a file there is"));
            }
        }
    }
    complaints
}

fn resolved(folder: &str, file: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in file.split('/') {
        if step == ".." {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

/// Every outside crate that a manifest names has a row that says why.
fn dependency_complaints(page: &str, manifest: &Source) -> Vec<Complaint> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next());
    let rows: BTreeSet<&str> = rows.collect();
    let (mut is_list, mut complaints) = (false, Vec::new());
    for (at, line) in manifest.text.lines().enumerate() {
        if line.starts_with('[') {
            is_list = line.contains("dependencies") && !line.contains("workspace");
            continue;
        }
        let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
        let is_outside = !name.is_empty() && !name.starts_with(['#', '}']);
        if is_list && is_outside && !name.starts_with("plenary") && !rows.contains(name) {
            let wrong = format!("{DEPENDENCIES} does not say why {name} is here");
            complaints.push(Complaint::at_line(&manifest.path, at + 1, wrong, "give it a row"));
        }
    }
    complaints
}

fn size_complaints(path: &str, text: &str) -> Option<Complaint> {
    let (_, most) = SHORT.iter().find(|(short, _)| *short == path)?;
    let wrong = format!("{} bytes, {most} are the limit", text.len());
    let remedy = "move what only some readers need to a page in docs/";
    (text.len() > *most).then(|| Complaint::new(path, wrong, remedy))
}

/// The text of the page with this path.
fn page<'s>(sources: &'s [Source], path: &str) -> Result<&'s str, Box<dyn Error>> {
    let found = sources.iter().find(|source| source.path == path);
    found.map(|source| source.text.as_str()).ok_or_else(|| format!("{path} is not there").into())
}

#[test]
fn every_test_that_the_laws_name_exists() -> Result<(), Box<dyn Error>> {
    let sources = tree::texts()?;
    let paths = sources.iter().map(|source| source.path.as_str()).collect();
    let rust = sources.iter().filter(|source| source.path.ends_with(".rs"));
    let tests = rust.flat_map(|source| tests_in(&source.text)).collect();
    assert_none(&law_complaints(page(&sources, LAWS)?, &tests, &paths));
    Ok(())
}

#[test]
fn every_link_between_pages_leads_somewhere() -> Result<(), Box<dyn Error>> {
    let sources = tree::texts()?;
    let paths = sources.iter().map(|source| source.path.as_str()).collect();
    let pages = sources.iter().filter(|source| source.path.ends_with(".md"));
    let complaints = pages.flat_map(|page| link_complaints(&page.path, &page.text, &paths));
    assert_none(&complaints.collect::<Vec<_>>());
    Ok(())
}

#[test]
fn every_dependency_says_why_it_is_here() -> Result<(), Box<dyn Error>> {
    let sources = tree::texts()?;
    let why = page(&sources, DEPENDENCIES)?;
    let manifests = sources.iter().filter(|source| source.path.ends_with("Cargo.toml"));
    assert_none(&manifests.flat_map(|one| dependency_complaints(why, one)).collect::<Vec<_>>());
    Ok(())
}

#[test]
fn the_pages_that_are_read_first_are_short() -> Result<(), Box<dyn Error>> {
    let sources = tree::texts()?;
    let complaints = sources.iter().filter_map(|one| size_complaints(&one.path, &one.text));
    assert_none(&complaints.collect::<Vec<_>>());
    Ok(())
}

#[test]
fn a_law_whose_test_is_gone_is_found() {
    let page = "Words about `no_test`.\n| a law | `it_holds`, `it_is_gone`; `verify` |\n\
                | another | `tests/tidy/`, `tests/gone.rs` |\n";
    let tests = BTreeSet::from(["it_holds"]);
    let paths = BTreeSet::from(["tests/tidy/tidy.rs"]);
    let found = law_complaints(page, &tests, &paths);
    assert_places(&found, &["docs/laws.md:2", "docs/laws.md:3"]);
    let text = "#[test]\nfn one() {}\nfn none() {}\n#[tokio::test(x)]\nasync fn two() {}\n";
    assert_eq!(tests_in(text).collect::<Vec<_>>(), ["one", "two"]);
}

#[test]
fn a_link_that_leads_nowhere_is_found() {
    let paths = BTreeSet::from(["README.md", "docs/a.md"]);
    let text = "[a](a.md#part), [r](../README.md)\n[web](https://x.example/b.md) [here](#here)\n\
                [gone](b.md)\n";
    assert_places(&link_complaints("docs/a.md", text, &paths), &["docs/a.md:3"]);
}

#[test]
fn a_dependency_without_a_reason_and_a_long_page_are_found() {
    let text = "[package]\nname = \"a\"\n[dependencies]\nserde.workspace = true\nbig = \"1\"\n\
                plenary-domain.workspace = true\n[lints]\nworkspace = true\n";
    let manifest = Source { path: "Cargo.toml".to_owned(), text: text.to_owned() };
    let page = "| crate | where |\n| serde | domain |\n";
    assert_places(&dependency_complaints(page, &manifest), &["Cargo.toml:5"]);
    let long = "x".repeat(20_000);
    let found: Vec<_> =
        ["README.md", "docs/a.md"].iter().filter_map(|path| size_complaints(path, &long)).collect();
    assert_places(&found, &["README.md"]);
}

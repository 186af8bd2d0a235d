//! No circle of modules in any crate.
//!
//! The rule: of two modules that stand beside each other, each taken with everything below it, one
//! may use the other, but not both each other; nor may several go round. So the modules of every
//! folder have an order, as the crates have, and no arrow runs back up.
//!
//! A module and its own descendants may use each other: a child is a part of its parent. A use is
//! a path in the code that names what another file defines; a `pub use` only passes a name on, so
//! whoever takes the name uses the file that defines it. Methods are not followed, nor what stands
//! under `#[cfg(test)]`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::error::Error;

use crate::complaint::{Complaint, assert_none, assert_places};
use crate::modules::{Module, Path, modules};
use crate::names::definers;
use crate::tree;

/// Which module uses which, among those that stand beside each other, and one line that does so.
type Beside = BTreeMap<String, BTreeMap<String, String>>;

/// The uses between neighbours, by the module that they are all children of.
fn neighbours(modules: &[Module]) -> BTreeMap<Path, Beside> {
    let mut by_file = BTreeMap::new();
    for module in modules {
        by_file.entry(module.file.as_str()).or_insert(&module.name);
    }
    let mut neighbours: BTreeMap<Path, Beside> = BTreeMap::new();
    for (at, module) in modules.iter().enumerate() {
        let from = by_file[module.file.as_str()];
        for mention in &module.mentions {
            for definer in definers(modules, at, &mention.path) {
                let to = by_file[modules[definer].file.as_str()];
                let shared = from.iter().zip(to).take_while(|(one, other)| one == other).count();
                let (Some(one), Some(other)) = (from.get(shared), to.get(shared)) else { continue };
                let uses = neighbours.entry(from[..shared].to_vec()).or_default();
                let path = mention.path.join("::");
                let place = format!("{}:{} names `{path}`", module.file, mention.line);
                uses.entry(one.clone()).or_default().entry(other.clone()).or_insert(place);
            }
        }
    }
    neighbours
}

/// The shortest way from one module to another along the uses, both ends included.
fn way(uses: &Beside, from: &str, to: &str) -> Option<Vec<String>> {
    let mut waiting = VecDeque::from([vec![from.to_owned()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = waiting.pop_front() {
        let last = way.last()?;
        if last == to {
            return Some(way);
        }
        for next in uses.get(last).into_iter().flat_map(BTreeMap::keys) {
            if seen.insert(next.clone()) {
                let mut further = way.clone();
                further.push(next.clone());
                waiting.push_back(further);
            }
        }
    }
    None
}

/// The shortest circle through each use that is part of one, each circle once.
fn circles(uses: &Beside) -> BTreeSet<Vec<String>> {
    let mut circles = BTreeSet::new();
    for (from, to) in uses.iter().flat_map(|(from, all)| all.keys().map(move |to| (from, to))) {
        let Some(mut circle) = way(uses, to, from) else { continue };
        let first = circle.iter().enumerate().min_by_key(|(_, name)| *name).map_or(0, |(at, _)| at);
        circle.rotate_left(first);
        circle.push(circle[0].clone());
        circles.insert(circle);
    }
    circles
}

fn complaints(
    files: &BTreeMap<String, String>,
    root: &str,
) -> Result<Vec<Complaint>, Box<dyn Error>> {
    let modules = modules(files, root)?;
    let room = root.split('/').nth(1).unwrap_or(root);
    let mut complaints = Vec::new();
    for (parent, uses) in neighbours(&modules) {
        for circle in circles(&uses) {
            let names = circle.iter().map(|name| {
                parent.iter().chain([name]).map(String::as_str).collect::<Vec<_>>().join("::")
            });
            let place = format!("{room}: {}", names.collect::<Vec<_>>().join(" → "));
            let steps = circle.windows(2).map(|step| uses[&step[0]][&step[1]].as_str());
            let wrong = format!("a circle: {}", steps.collect::<Vec<_>>().join("; "));
            let remedy = "move what both need below both, or pass it from above";
            complaints.push(Complaint::new(place, wrong, remedy));
        }
    }
    Ok(complaints)
}

#[test]
fn no_modules_of_a_crate_use_each_other_in_a_circle() -> Result<(), Box<dyn Error>> {
    let files: BTreeMap<String, String> =
        tree::rust_files()?.into_iter().map(|file| (file.path, file.text)).collect();
    let is_root = |path: &&String| {
        let is_ours = path.starts_with("crates/") || path.starts_with("bots/");
        is_ours && (path.ends_with("/src/lib.rs") || path.ends_with("/src/main.rs"))
    };
    let mut found = Vec::new();
    for root in files.keys().filter(is_root) {
        found.extend(complaints(&files, root)?);
    }
    assert_none(&found);
    Ok(())
}

/// Complaints about a crate of these files, each given with its path below `crates/a/src/`.
fn made_up(files: &[(&str, &str)]) -> Result<Vec<Complaint>, Box<dyn Error>> {
    let file = |(path, text): &(&str, &str)| (format!("crates/a/src/{path}"), (*text).to_owned());
    complaints(&files.iter().map(file).collect(), "crates/a/src/lib.rs")
}

#[test]
fn a_circle_is_found_however_its_names_are_written() -> Result<(), Box<dyn Error>> {
    let ways_to_name_desk = [
        "use crate::desk::Desk;",
        "use super::desk::{self, Desk};",
        "use crate::desk; fn a() { let _ = desk::Desk::new(); }",
        "fn a(desk: &crate::desk::Desk) {}",
        "fn a() { assert!(true, \"{}\", crate::desk::desk()); }",
        "use crate::*; fn a(desk: &Desk) {}",
        "mod inner { use super::super::desk::Desk; }",
        "#[serde(with = \"crate::desk\")] struct A; use crate::desk::Desk as D;",
        "impl From<crate::Desk> for A {}",
        "use crate::front::Desk;",
    ];
    for way in ways_to_name_desk {
        let found = made_up(&[
            ("lib.rs", "mod desk; mod front; mod reply; pub use desk::Desk;"),
            ("front.rs", "pub use crate::Desk;"),
            ("desk.rs", "use crate::reply; pub struct Desk(reply::Reply); pub fn desk() {}"),
            ("reply.rs", &format!("pub struct Reply; {way}")),
        ])?;
        assert_places(&found, &["a: desk → reply → desk"]);
        assert!(found[0].to_string().contains("crates/a/src/reply.rs:1 names"), "{way}");
    }
    Ok(())
}

#[test]
fn a_longer_circle_and_one_of_whole_folders_are_found() -> Result<(), Box<dyn Error>> {
    let longer = made_up(&[
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", "pub struct A(crate::b::B);"),
        ("b.rs", "pub struct B(crate::c::C);"),
        ("c.rs", "pub struct C(Box<crate::a::A>);"),
    ])?;
    assert_places(&longer, &["a: a → b → c → a"]);
    let of_folders = made_up(&[
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "mod above; mod below;"),
        ("a/above.rs", "use crate::b::B;"),
        ("a/below.rs", "pub struct Below;"),
        ("b.rs", "use crate::a::below::Below; pub struct B;"),
    ])?;
    assert_places(&of_folders, &["a: a → b → a"]);
    Ok(())
}

#[test]
fn families_re_exports_tests_and_names_from_outside_make_no_circle() -> Result<(), Box<dyn Error>> {
    let found = made_up(&[
        ("lib.rs", "mod a; mod b; pub mod front; pub struct Above; fn c() { b::b() }"),
        // A parent and its child may use each other, and a child the root.
        ("a.rs", "mod child; pub struct A(child::Child); pub(crate) use crate::b::b;"),
        ("a/child.rs", "use super::A; pub struct Child; fn c(_: crate::Above) {}"),
        // A `pub use` passes a name on; `self::a` is a function of its own; `front::` an own crate.
        ("front.rs", "pub use crate::b::B; pub use crate::a::A;"),
        (
            "b.rs",
            "mod a { pub fn of() {} } pub struct B(crate::a::A); pub fn b() { a::of() } \
                  #[cfg(test)] mod tests { use crate::front::B; }",
        ),
    ])?;
    assert_none(&found);
    Ok(())
}

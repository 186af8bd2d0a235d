//! Where a name leads: a path is followed through modules, `use` and `pub use` to the file that
//! defines the thing. Names of other crates lead nowhere.

use crate::modules::{Module, Named};

/// Re-exports of re-exports are followed so far; what goes on turns in a circle.
const STEPS_MAX: usize = 16;

/// What a path names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Module(usize),
    /// Something that this module defines, and whether names may follow its name.
    Item(usize, bool),
}

/// The modules that define what `path` names where it stands in the module `from`.
pub(crate) fn definers(modules: &[Module], from: usize, path: &[String]) -> Vec<usize> {
    let found = follow(modules, from, path, STEPS_MAX).into_iter();
    found
        .filter_map(|target| match target {
            Target::Item(module, _) => Some(module),
            Target::Module(_) => None,
        })
        .collect()
}

fn follow(modules: &[Module], from: usize, path: &[String], steps: usize) -> Vec<Target> {
    let Some(steps) = steps.checked_sub(1) else { return Vec::new() };
    let (mut found, mut rest) = start(modules, from, path, steps);
    while let Some((name, after)) = rest.split_first() {
        let next = |target: &Target| match *target {
            Target::Module(module) if name == "super" => {
                modules[module].parent.map(Target::Module).into_iter().collect()
            }
            Target::Module(module) => {
                let known = held(modules, module, name, steps);
                // What a macro makes is in no list of names; the file with the macro defines it.
                if known.is_empty() { vec![Target::Item(module, true)] } else { known }
            }
            Target::Item(module, true) => vec![Target::Item(module, true)],
            Target::Item(_, false) => Vec::new(),
        };
        found = found.iter().flat_map(next).collect();
        rest = after;
    }
    found
}

/// Where the first name leads, and the names that are still to be followed.
fn start<'a>(
    modules: &[Module],
    from: usize,
    path: &'a [String],
    steps: usize,
) -> (Vec<Target>, &'a [String]) {
    let Some((first, rest)) = path.split_first() else { return (Vec::new(), path) };
    match first.as_str() {
        "crate" => (vec![Target::Module(0)], rest),
        "self" => (vec![Target::Module(from)], rest),
        "super" => (vec![Target::Module(from)], path),
        name => (held(modules, from, name, steps), rest),
    }
}

/// What a module itself calls by a name: its own things first, then what `use …::*` brings in.
fn held(modules: &[Module], at: usize, name: &str, steps: usize) -> Vec<Target> {
    let module = &modules[at];
    let mut found: Vec<Target> =
        module.children.get(name).map(|child| Target::Module(*child)).into_iter().collect();
    for named in module.names.get(name).into_iter().flatten() {
        match named {
            Named::Type => found.push(Target::Item(at, true)),
            Named::Value => found.push(Target::Item(at, false)),
            Named::Use(path) => found.extend(follow(modules, at, path, steps)),
        }
    }
    if found.is_empty() {
        for glob in &module.globs {
            for target in follow(modules, at, glob, steps) {
                if let (Target::Module(other), Some(steps)) = (target, steps.checked_sub(1)) {
                    found.extend(held(modules, other, name, steps));
                }
            }
        }
    }
    found
}

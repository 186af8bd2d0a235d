//! The modules of a crate as its sources declare them: which file each stands in, which names it
//! holds, and which paths its code names. What is only for tests is left out.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Attribute, Ident, Item, UseTree};

/// A path as it is written, one name after the other.
pub(crate) type Path = Vec<String>;

/// What a module calls by one of its names.
#[derive(Debug)]
pub(crate) enum Named {
    /// A struct, an enum, a trait: more names may follow it.
    Type,
    /// A function, a constant, a macro.
    Value,
    /// Another path, which a `use` gave this name.
    Use(Path),
}

/// A path that the code of a module names, and the line where it does.
#[derive(Debug)]
pub(crate) struct Mention {
    pub(crate) path: Path,
    pub(crate) line: usize,
}

/// One module.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// Its names from the root of the crate, which itself has none.
    pub(crate) name: Path,
    pub(crate) file: String,
    pub(crate) parent: Option<usize>,
    pub(crate) children: BTreeMap<String, usize>,
    pub(crate) names: BTreeMap<String, Vec<Named>>,
    /// What a `use …::*` brings in.
    pub(crate) globs: Vec<Path>,
    pub(crate) mentions: Vec<Mention>,
}

/// Every module below the root file of a crate; the first is the root.
pub(crate) fn modules(files: &BTreeMap<String, String>, root: &str) -> syn::Result<Vec<Module>> {
    let mut reader = Reader { files, modules: Vec::new(), at: 0, error: None };
    reader.file(root, None, Vec::new());
    match reader.error {
        Some(error) => Err(error),
        None => Ok(reader.modules),
    }
}

/// Reads one file after the other and keeps in mind the module in which it stands.
struct Reader<'a> {
    files: &'a BTreeMap<String, String>,
    modules: Vec<Module>,
    at: usize,
    error: Option<syn::Error>,
}

impl Reader<'_> {
    fn file(&mut self, file: &str, parent: Option<usize>, name: Path) -> Option<usize> {
        let text = self.files.get(file)?;
        match syn::parse_file(text) {
            Ok(parsed) => Some(self.module(file, parent, name, &parsed.items)),
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    fn module(&mut self, file: &str, parent: Option<usize>, name: Path, items: &[Item]) -> usize {
        let index = self.modules.len();
        let file = file.to_owned();
        self.modules.push(Module { name, file, parent, ..Module::default() });
        let before = std::mem::replace(&mut self.at, index);
        for item in items {
            self.visit_item(item);
        }
        self.at = before;
        index
    }

    fn here(&mut self) -> &mut Module {
        &mut self.modules[self.at]
    }

    fn names(&mut self, name: &Ident, named: Named) {
        self.here().names.entry(name.unraw().to_string()).or_default().push(named);
    }

    fn mentions(&mut self, path: Path, line: usize) {
        if !path.is_empty() {
            self.here().mentions.push(Mention { path, line });
        }
    }

    /// Goes through a `use`. One that others see only passes names on: it uses nothing itself.
    fn used(&mut self, tree: &UseTree, mut before: Path, passes_on: bool) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.unraw().to_string());
                self.used(&path.tree, before, passes_on);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.used(tree, before.clone(), passes_on);
                }
            }
            UseTree::Glob(glob) => {
                if !passes_on {
                    self.mentions(before.clone(), glob.span().start().line);
                }
                self.here().globs.push(before);
            }
            UseTree::Name(name) if name.ident == "self" => {
                let Some(last) = before.last().cloned() else { return };
                self.bound(&Ident::new(&last, name.ident.span()), before, passes_on);
            }
            UseTree::Name(name) => {
                before.push(name.ident.unraw().to_string());
                self.bound(&name.ident, before, passes_on);
            }
            UseTree::Rename(rename) => {
                if rename.ident != "self" {
                    before.push(rename.ident.unraw().to_string());
                }
                self.bound(&rename.rename, before, passes_on);
            }
        }
    }

    fn bound(&mut self, name: &Ident, path: Path, passes_on: bool) {
        if !passes_on {
            self.mentions(path.clone(), name.span().start().line);
        }
        self.names(name, Named::Use(path));
    }

    /// The paths in what a macro is given, which no parser knows: names with `::` between them.
    fn tokens(&mut self, tokens: TokenStream) {
        let (mut path, mut line, mut colons, mut after_dot) = (Path::new(), 0, 0, false);
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.mentions(std::mem::take(&mut path), line);
                        line = name.span().start().line;
                    }
                    if !after_dot {
                        path.push(name.unraw().to_string());
                    }
                    (colons, after_dot) = (0, false);
                    continue;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Punct(mark) => (colons, after_dot) = (0, mark.as_char() == '.'),
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(_) => {}
            }
            if colons == 0 {
                self.mentions(std::mem::take(&mut path), line);
            }
        }
        self.mentions(path, line);
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if attributes(item).iter().any(is_for_tests) {
            return;
        }
        match item {
            Item::Const(item) => self.names(&item.ident, Named::Value),
            Item::Enum(item) => self.names(&item.ident, Named::Type),
            Item::Fn(item) => self.names(&item.sig.ident, Named::Value),
            Item::Static(item) => self.names(&item.ident, Named::Value),
            Item::Struct(item) => self.names(&item.ident, Named::Type),
            Item::Trait(item) => self.names(&item.ident, Named::Type),
            Item::TraitAlias(item) => self.names(&item.ident, Named::Type),
            Item::Type(item) => self.names(&item.ident, Named::Type),
            Item::Union(item) => self.names(&item.ident, Named::Type),
            Item::Macro(item) => {
                if let Some(name) = &item.ident {
                    self.names(name, Named::Value);
                }
            }
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let name = item.ident.unraw().to_string();
        let (parent, above) = (self.at, self.here());
        let file = above.file.clone();
        let mut path = above.name.clone();
        path.push(name.clone());
        let child = match &item.content {
            Some((_, items)) => Some(self.module(&file, Some(parent), path, items)),
            None => {
                let file = format!("{}/{name}.rs", home_of_modules(&file));
                self.file(&file, Some(parent), path)
            }
        };
        if let Some(child) = child {
            self.modules[parent].children.insert(name, child);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let passes_on = !matches!(item.vis, syn::Visibility::Inherited);
        self.used(&item.tree, Path::new(), passes_on);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path.segments.iter().map(|segment| segment.ident.unraw().to_string());
        self.mentions(names.collect(), path.span().start().line);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.tokens(called.tokens.clone());
        visit::visit_macro(self, called);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let syn::Meta::List(list) = &attribute.meta {
            self.quoted(list.tokens.clone());
        }
    }
}

impl Reader<'_> {
    /// The paths that stand in quotation marks, as in `#[serde(with = "crate::hex")]`.
    fn quoted(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    let path = syn::parse_str::<syn::Path>(text.trim_matches('"'));
                    if let Ok(path) = path {
                        let line = literal.span().start().line;
                        let names = path.segments.iter();
                        let names = names.map(|segment| segment.ident.unraw().to_string());
                        self.mentions(names.collect(), line);
                    }
                }
                TokenTree::Group(group) => self.quoted(group.stream()),
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

/// Where the files of a file's modules lie: beside a root, otherwise in the folder of its name.
fn home_of_modules(file: &str) -> &str {
    match file.rsplit_once('/') {
        Some((folder, "lib.rs" | "main.rs")) => folder,
        _ => file.trim_end_matches(".rs"),
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.parse_args::<Ident>().is_ok_and(|name| name == "test")
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

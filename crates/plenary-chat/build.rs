//! Makes of every sentence in `locales/en` something typed to say it with, and holds the other
//! languages to the English: the same sentences with the same variables.
//!
//! A sentence without variables becomes a constant, one with variables a struct with a field for
//! each, and a message with attributes alone the help of a verb. What is misspelled, missing or
//! superfluous does not compile, and what nobody says is dead code.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource,
};
use fluent_syntax::{parser, serializer};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The variables of a sentence, and whether each chooses a plural, so that it must be a number.
type Variables = BTreeMap<String, bool>;

/// The messages of one language.
#[derive(Default)]
struct Catalogue {
    files: Vec<PathBuf>,
    messages: BTreeMap<String, Entries>,
}

/// One message: as it is written, its own sentence, and its attributes.
struct Entries {
    written: String,
    value: Option<Variables>,
    attributes: BTreeMap<String, Variables>,
}

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=locales");
    let locales = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("locales");
    let mut languages = BTreeMap::new();
    for folder in sorted(&locales)? {
        let code = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        languages.insert(code, read(&folder)?);
    }
    let english = languages.get("en").ok_or("there is no folder locales/en")?;
    for (code, catalogue) in &languages {
        compare(code, catalogue, english)?;
    }
    let mut code = sources(&languages)?;
    let count = english.messages.values().filter(|message| message.value.is_none()).count();
    let mut verbs =
        format!("/// How many verbs have one.\npub(crate) const COUNT: usize = {count};\n");
    for (id, message) in &english.messages {
        let written = message.written.replace('\n', "\n/// ");
        let (into, item) = match &message.value {
            None => (&mut verbs, help(id, message)?),
            Some(variables) if variables.is_empty() => (&mut code, constant(id)),
            Some(variables) => (&mut code, structure(id, variables)?),
        };
        write!(into, "\n/// ```text\n/// {written}\n/// ```\n{item}")?;
    }
    let uses = "use super::{Help, Message};";
    write!(
        code,
        "\n/// What is said about each verb.\npub(crate) mod help {{\n{uses}\n{verbs}}}\n"
    )?;
    fs::write(Path::new(&std::env::var("OUT_DIR")?).join("messages.rs"), code)?;
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let paths: std::io::Result<Vec<PathBuf>> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths?;
    paths.sort_unstable();
    Ok(paths)
}

/// Reads the messages of a language, each of which may stand once.
fn read(folder: &Path) -> Result<Catalogue> {
    let mut catalogue = Catalogue { files: sorted(folder)?, ..Catalogue::default() };
    let mut named = Vec::new();
    for file in &catalogue.files {
        let at = |what: &str| format!("{}: {what}", file.display());
        let resource = parser::parse(fs::read_to_string(file)?)
            .map_err(|(_, errors)| at(&format!("{errors:?}")))?;
        for entry in resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                Entry::Term(_) | Entry::Junk { .. } => return Err(at("only messages").into()),
            };
            let id = message.id.name.clone();
            let entries = entries(message, &mut named).map_err(|error| at(&error.to_string()))?;
            if catalogue.messages.insert(id.clone(), entries).is_some() {
                return Err(at(&format!("{id} stands twice")).into());
            }
        }
    }
    for verb in named {
        let id = format!("verb-{}", verb.replace(' ', "-"));
        if !catalogue.messages.contains_key(&id) {
            return Err(format!("VERB(\"{verb}\"): there is no message {id}").into());
        }
    }
    Ok(catalogue)
}

fn entries(message: Message<String>, named: &mut Vec<String>) -> Result<Entries> {
    let value = message.value.as_ref().map(|value| variables(value, named)).transpose()?;
    let mut attributes = BTreeMap::new();
    for attribute in &message.attributes {
        attributes.insert(attribute.id.name.clone(), variables(&attribute.value, named)?);
    }
    let written = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
    Ok(Entries { written: written.trim_end().to_owned(), value, attributes })
}

fn variables(pattern: &Pattern<String>, named: &mut Vec<String>) -> Result<Variables> {
    let mut found = Variables::new();
    collect(pattern, &mut found, named)?;
    Ok(found)
}

/// Collects the variables of a sentence and the verbs that it names.
fn collect(
    pattern: &Pattern<String>,
    found: &mut Variables,
    named: &mut Vec<String>,
) -> Result<()> {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Select {
                selector: InlineExpression::VariableReference { id },
                variants,
            } => {
                found.insert(id.name.clone(), true);
                for variant in variants {
                    collect(&variant.value, found, named)?;
                }
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                found.entry(id.name.clone()).or_insert(false);
            }
            Expression::Inline(InlineExpression::StringLiteral { .. }) => {}
            Expression::Inline(InlineExpression::FunctionReference { id, arguments })
                if id.name == "VERB" =>
            {
                named.push(verb(arguments)?);
            }
            other => return Err(format!("the desk does not know {other:?}").into()),
        }
    }
    Ok(())
}

fn verb(arguments: &CallArguments<String>) -> Result<String> {
    match arguments.positional.as_slice() {
        [InlineExpression::StringLiteral { value }] if arguments.named.is_empty() => {
            Ok(value.clone())
        }
        other => Err(format!("VERB takes one verb in quotation marks, not {other:?}").into()),
    }
}

/// Holds a language to the English.
fn compare(code: &str, catalogue: &Catalogue, english: &Catalogue) -> Result<()> {
    for id in english.messages.keys().chain(catalogue.messages.keys()) {
        let (Some(own), Some(other)) = (catalogue.messages.get(id), english.messages.get(id))
        else {
            return Err(format!("{id} is not in both locales/en and locales/{code}").into());
        };
        let names = |of: &Option<Variables>| of.as_ref().map(|of| of.keys().cloned().collect());
        let (one, two): (Option<Vec<String>>, _) = (names(&own.value), names(&other.value));
        if one != two || !own.attributes.keys().eq(other.attributes.keys()) {
            return Err(format!("{id} differs between locales/en and locales/{code}").into());
        }
    }
    Ok(())
}

/// The languages, and the files of each.
fn sources(languages: &BTreeMap<String, Catalogue>) -> Result<String> {
    let (mut spoken, mut files) = (String::new(), String::new());
    for (code, catalogue) in languages {
        let lang = format!("Language::{}", camel(code));
        write!(spoken, "{lang}, ")?;
        write!(files, "\n    ({lang}, &[")?;
        for file in &catalogue.files {
            write!(files, "\n        include_str!({:?}),", file.display().to_string())?;
        }
        files.push_str("\n    ]),");
    }
    Ok(format!(
        "/// The languages that have a catalogue.\npub const SPOKEN: &[Language] = &[{spoken}];\n\n\
         const FILES: &[(Language, &[&str])] = &[{files}\n];\n"
    ))
}

fn constant(id: &str) -> String {
    let name = screaming(id);
    format!("pub(crate) const {name}: Message = Message {{ id: {id:?}, attribute: None }};\n")
}

/// A struct whose fields are the variables; those that choose a plural take numbers only.
fn structure(id: &str, variables: &Variables) -> Result<String> {
    let (mut types, mut fields, mut bounds, mut values) =
        <(String, String, String, String)>::default();
    for (number, (name, is_number)) in variables.iter().enumerate() {
        let (bound, value) = match is_number {
            true => ("Into<FluentNumber>", format!("FluentValue::Number(self.{name}.into())")),
            false => ("Into<FluentValue<'a>>", format!("self.{name}.into()")),
        };
        write!(types, "T{number}, ")?;
        writeln!(fields, "    pub(crate) {name}: T{number},")?;
        write!(bounds, "T{number}: {bound}, ")?;
        writeln!(values, "            ({name:?}, {value}),")?;
    }
    let name = camel(id);
    let lifetime = if bounds.contains("'a") { "'a, " } else { "" };
    Ok(format!(
        "pub(crate) struct {name}<{types}> {{\n{fields}}}\n\n\
         impl<{lifetime}{bounds}> {name}<{types}> {{\n    \
         pub(crate) fn say(self, voice: impl Into<Voice>) -> String {{\n        \
         say(voice.into(), ({id:?}, None), [\n{values}        ])\n    }}\n}}\n"
    ))
}

/// What is said about a verb: its attributes.
fn help(id: &str, message: &Entries) -> Result<String> {
    let said = id.strip_prefix("verb-").ok_or(format!("{id} says nothing"))?;
    let part = |part: &str| format!("Message {{ id: {id:?}, attribute: Some({part:?}) }}");
    let optional = |name: &str| match message.attributes.contains_key(name) {
        true => format!("Some({})", part(name)),
        false => "None".to_owned(),
    };
    let mut labels = String::new();
    for attribute in message.attributes.keys() {
        match (attribute.as_str(), attribute.strip_prefix("arg-")) {
            ("about" | "title" | "menu", _) => {}
            (_, Some(arg)) => write!(labels, "({arg:?}, {}), ", part(attribute))?,
            (_, None) => return Err(format!("{id} has .{attribute}").into()),
        }
    }
    if message.attributes.values().any(|variables| !variables.is_empty()) {
        return Err(format!("{id} has variables").into());
    }
    Ok(format!(
        "pub(crate) static {}: Help = Help {{\n    said: {:?},\n    about: {},\n    \
         title: {},\n    menu: {},\n    labels: &[{labels}],\n}};\n",
        screaming(said),
        said.replacen('-', " ", 1),
        part("about"),
        optional("title"),
        optional("menu"),
    ))
}

fn screaming(id: &str) -> String {
    id.replace('-', "_").to_uppercase()
}

fn camel(id: &str) -> String {
    let words = id.split('-').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_uppercase() + rest
    });
    words.collect()
}

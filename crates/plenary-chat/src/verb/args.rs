//! The arguments that were given, by name.

/// The arguments that were given, by name, in order; the lines of a form may repeat a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Args(pub(crate) Vec<(&'static str, String)>);

impl Args {
    /// The value of an argument.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The value of an argument as a text of its own.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    /// The value of an argument without which the verb is not read; empty when it is not there.
    pub(crate) fn required(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// All values of an argument, joined by line breaks; `None` when there is none.
    pub(crate) fn lines(&self, name: &str) -> Option<String> {
        let lines: Vec<&str> = self.all(name).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// Every value of an argument.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Every argument with its value, in the order in which they were given.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// The same as texts of their own.
    pub(crate) fn owned(&self) -> Vec<(String, String)> {
        self.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}

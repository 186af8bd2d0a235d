//! How the data of events are stored: what every struct and every word of them has in common.
//!
//! `#[apply(stored!)]` stands above a struct and `#[apply(word!)]` above an enum that is one word.
//! `docs/stored-form.md` has the rules; the schemas are made from the same types.

pub(crate) use macro_rules_attribute::apply;

/// A struct: an object of its fields, in their order. A field without a value is left out; a field
/// that is not known is refused.
macro_rules! stored {
    ($($item:tt)*) => {
        #[serde_with_macros::skip_serializing_none]
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        $($item)*
    };
}
pub(crate) use stored;

/// An enum that is stored as one word in small letters, such as `delegations` or `non-member`.
macro_rules! word {
    ($($item:tt)*) => {
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        $($item)*
    };
}
pub(crate) use word;

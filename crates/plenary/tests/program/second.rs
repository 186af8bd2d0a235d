//! second.

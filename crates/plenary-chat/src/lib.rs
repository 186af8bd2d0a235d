//! The language people speak at the desk on any platform: verbs, grammar, desk, replies.

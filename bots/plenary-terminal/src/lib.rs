//! The desk on a terminal: what is typed becomes a line, a reply becomes text.

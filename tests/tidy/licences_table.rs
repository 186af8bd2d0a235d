//! The licences under which Plenary takes in other people's work: none asks Plenary's users for
//! more than a notice. `deny.toml` lists the same, for those who have that tool; a test compares.

pub(crate) const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    // A list of certificate authorities, as data, in the package of the EventStoreDB client, which
    // is read for its protocol files and never compiled.
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    // Its copyleft ends at the file: used unchanged, as here, it asks nothing of the rest.
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

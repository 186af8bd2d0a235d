//! What people wrote is shown by Discord as they wrote it, whatever marks it has.
#![cfg(test)]

use plenary_discord::clean::{cut, escaped};

#[test]
fn nothing_that_discord_would_read_comes_through() {
    for (text, safe) in [
        ("@everyone", "\\@\u{200b}everyone"),
        (
            "<@123> <#4> <t:0:F> <:a:1>",
            "\\<\\@\u{200b}123\\> \\<\\#4\\> \\<t\\:0\\:F\\> \\<\\:a\\:1\\>",
        ),
        ("[a](https://b.c)", "\\[a\\](https\\://b.c)"),
        ("# a\n- b\n1. c\n-# d\n> e", "\\# a\n\\- b\n1\\. c\n\\-\\# d\n\\> e"),
        ("**a** __b__ ||c|| `d`", "\\*\\*a\\*\\* \\_\\_b\\_\\_ \\|\\|c\\|\\| \\`d\\`"),
        ("a\u{202e}b\u{7}", "ab\u{fffd}"),
    ] {
        assert_eq!(escaped(text), safe, "{text}");
    }
}

#[test]
fn ordinary_writing_stays_as_it_was() {
    for text in ["Año, €, “quoted”", "議題 2", "a\nb", "well-known; a: b", "rev. 1 (2007)"]
    {
        assert_eq!(escaped(text), text);
    }
    assert_eq!(escaped("a@b.org"), "a\\@b.org");
}

#[test]
fn a_cut_text_says_so_and_fits() {
    assert_eq!(cut("short", 5), "short");
    assert_eq!(cut("a longer one", 9), "a longer…");
    assert_eq!(cut("👩👩👩", 4), "👩…");
}

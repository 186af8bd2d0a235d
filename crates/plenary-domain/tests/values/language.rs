//! Language tags: kept as they were given, compared ignoring case, refused when malformed.

use plenary_domain::{Language, LanguageTag};

fn tag(text: &str) -> LanguageTag {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn a_tag_is_kept_as_given_and_compared_ignoring_case() {
    for text in ["fr-CA", "FR-ca", "zh-Hant-TW", "sr-Latn", "i-klingon", "x-whatever", "de-1996"] {
        assert_eq!(tag(text).to_string(), text);
        let stored = serde_json::to_string(&tag(text)).unwrap();
        assert_eq!(stored, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<LanguageTag>(&stored).unwrap().as_given(), text);
        assert_eq!(tag(text), tag(&text.to_uppercase()));
    }
    assert_ne!(tag("fr"), tag("fr-CA"));
}

#[test]
fn the_four_languages_go_by_the_primary_subtag() {
    let known = [
        ("fr-CA", Some(Language::Fr)),
        ("PT-br", Some(Language::Pt)),
        ("es-419", Some(Language::Es)),
        ("EN", Some(Language::En)),
        ("nl", None),
        ("ens", None),
        ("x-fr", None),
    ];
    for (text, language) in known {
        assert_eq!(tag(text).language(), language, "{text}");
        assert_eq!(tag(text).words(), language.unwrap_or(Language::En), "{text}");
    }
}

#[test]
fn a_malformed_tag_is_refused() {
    for text in ["", "en_US", "e", "fr CA", "fr-", "-fr", "français", "en-toolongsubtag", "en-a"] {
        assert!(text.parse::<LanguageTag>().is_err(), "{text}");
        let stored = serde_json::to_string(text).unwrap();
        assert!(serde_json::from_str::<LanguageTag>(&stored).is_err(), "{text}");
    }
}

//! The article that an English name needs within a sentence: an observer for the Council of Europe.

/// The last words of names that have an article.
const LAST: [&str; 40] = [
    "Agency",
    "Alliance",
    "Assembly",
    "Association",
    "Bahamas",
    "Bank",
    "Center",
    "Centre",
    "Comoros",
    "Commission",
    "Committee",
    "Commonwealth",
    "Community",
    "Conference",
    "Confederation",
    "Council",
    "Court",
    "Emirates",
    "Federation",
    "Forum",
    "Fund",
    "Gambia",
    "Group",
    "Institute",
    "Islands",
    "Kingdom",
    "League",
    "Maldives",
    "Nations",
    "Netherlands",
    "Network",
    "Office",
    "Organisation",
    "Organization",
    "Philippines",
    "Programme",
    "Republic",
    "See",
    "States",
    "Union",
];

/// The name with this article, where it needs one. What stands in brackets or after a comma is left
/// out of sight, and a name of the form “X of Y” needs one.
pub(crate) fn with_article(name: &str, article: &str) -> String {
    let shown = name.split([',', '(']).next().unwrap_or_default().trim();
    let has_one = shown.to_lowercase().starts_with("the ");
    let last = shown.split_whitespace().next_back().unwrap_or_default();
    let needs_one = LAST.contains(&last) || shown.contains(" of ");
    if needs_one && !has_one { format!("{article} {name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::with_article;

    #[test]
    fn a_name_gets_the_article_that_it_needs() {
        for (name, within) in [
            ("Brazil", "Brazil"),
            ("Bahamas", "the Bahamas"),
            ("The Bahamas", "The Bahamas"),
            ("United States", "the United States"),
            ("Council of Europe", "the Council of Europe"),
            ("Dominican Republic", "the Dominican Republic"),
            ("Trinidad and Tobago", "Trinidad and Tobago"),
            ("Saint Vincent and the Grenadines", "Saint Vincent and the Grenadines"),
            ("Bolivia (Plurinational State of)", "Bolivia (Plurinational State of)"),
            ("Ligue des phares", "Ligue des phares"),
        ] {
            assert_eq!(with_article(name, "the"), within);
        }
    }
}

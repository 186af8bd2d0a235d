//! Names as people type them: the same name whatever its case, accents, apostrophes, and the form
//! in which a keyboard or a file writes its letters.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// What two spellings of one name have in common (compatibility decomposition, UAX #15, without the
/// marks): compare this, and print what was given.
pub fn fold(name: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(name);
    let letters = decomposed.chars().filter(|c| !is_mark(*c)).map(|c| match c {
        '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
        dash if is_dash(dash) => '-',
        other => other,
    });
    let folded = letters.collect::<String>().to_lowercase();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the words of `part` begin words of `name`, in their order: "Korea" of "Republic of
/// Korea". Both are folded.
pub fn is_part(part: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let is_letter = |c: char| c.is_alphanumeric() || c == '\'';
        text.split(|c| !is_letter(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (wanted, words) = (words(part), words(name));
    let mut found = words.iter();
    !wanted.is_empty() && wanted.iter().all(|one| found.any(|word| word.starts_with(one)))
}

/// Hyphens, dashes and the minus sign, which keyboards and printers put for each other.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '‐'..='―' | '−')
}

/// Marks that stand on the letter before them.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

//! Reads the desk's own sources: their literals, and what is said by `say!`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A source file without its comments.
pub(crate) struct Source {
    file: String,
    pieces: Vec<Piece>,
}

/// What a source consists of, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Code(char),
    Literal(String),
}

/// One `say!`: the sentence, if it is named by a literal, and the arguments that it is given.
pub(crate) struct Call {
    pub(crate) file: String,
    pub(crate) name: Option<String>,
    pub(crate) gives: BTreeSet<String>,
}

/// Every source file of the desk.
pub(crate) fn all() -> Vec<Source> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.iter().map(|path| read(path)).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn read(path: &Path) -> Source {
    let text = std::fs::read_to_string(path).unwrap();
    Source { file: path.display().to_string(), pieces: pieces(&text) }
}

/// Whether this word is built like the name of a sentence: `press-stale`.
pub(crate) fn looks_like_a_name(word: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase());
    word.contains('-') && word.split('-').all(part)
}

fn pieces(text: &str) -> Vec<Piece> {
    let letters: Vec<char> = text.chars().collect();
    let is = |at: usize, c: char| letters.get(at) == Some(&c);
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at).copied() {
        if letter == '/' && is(at + 1, '/') {
            at += letters.iter().skip(at).take_while(|c| **c != '\n').count();
        } else if letter == '\'' && (is(at + 2, '\'') || is(at + 1, '\\')) {
            // A character, such as '"'; a lifetime has no second mark so near.
            at += if is(at + 1, '\\') { 4 } else { 3 };
        } else if letter == 'r' && is(at + 1, '#') && is(at + 2, '"') {
            let rest = letters.get(at + 3..).unwrap_or_default();
            let end = rest.windows(2).position(|two| two == ['"', '#']).unwrap_or(rest.len());
            pieces.push(Piece::Literal(rest.iter().take(end).collect()));
            at += end + 5;
        } else if letter == '"' {
            let (literal, next) = literal(&letters, at + 1);
            pieces.push(Piece::Literal(literal));
            at = next;
        } else {
            pieces.push(Piece::Code(letter));
            at += 1;
        }
    }
    pieces
}

fn literal(letters: &[char], from: usize) -> (String, usize) {
    let mut literal = String::new();
    let mut at = from;
    while let Some(letter) = letters.get(at).copied().filter(|c| *c != '"') {
        if letter == '\\' {
            at += 1;
        }
        literal.extend(letters.get(at));
        at += 1;
    }
    (literal, at + 1)
}

impl Source {
    /// Every literal text.
    pub(crate) fn literals(&self) -> Vec<String> {
        let literal = |piece: &Piece| match piece {
            Piece::Literal(literal) => Some(literal.clone()),
            Piece::Code(_) => None,
        };
        self.pieces.iter().filter_map(literal).collect()
    }

    /// Every `say!`.
    pub(crate) fn calls(&self) -> Vec<Call> {
        let opening: Vec<Piece> = "say!(".chars().map(Piece::Code).collect();
        let starts = self.pieces.windows(opening.len()).enumerate();
        starts
            .filter(|(_, window)| *window == opening)
            .map(|(at, _)| self.call(at + opening.len()))
            .collect()
    }

    fn call(&self, from: usize) -> Call {
        let mut arguments: Vec<Vec<Piece>> = vec![Vec::new()];
        let mut depth = 0_i32;
        for piece in self.pieces.iter().skip(from) {
            match piece {
                Piece::Code('(' | '[' | '{') => depth += 1,
                Piece::Code(')' | ']' | '}') => depth -= 1,
                Piece::Code(',') if depth == 0 => {
                    arguments.push(Vec::new());
                    continue;
                }
                Piece::Code(_) | Piece::Literal(_) => {}
            }
            if depth < 0 {
                break;
            }
            arguments.last_mut().unwrap().push(piece.clone());
        }
        let name = match arguments.get(1).map(|argument| trimmed(argument)).as_deref() {
            Some([Piece::Literal(name)]) => Some(name.clone()),
            _ => None,
        };
        let gives = arguments.iter().skip(2).map(|argument| argument_name(argument));
        let gives = gives.filter(|name| !name.is_empty()).collect();
        Call { file: self.file.clone(), name, gives }
    }
}

fn trimmed(pieces: &[Piece]) -> Vec<Piece> {
    let white = |piece: &&Piece| matches!(piece, Piece::Code(c) if c.is_whitespace());
    pieces.iter().filter(|piece| !white(piece)).cloned().collect()
}

fn argument_name(pieces: &[Piece]) -> String {
    let code = trimmed(pieces).into_iter().map_while(|piece| match piece {
        Piece::Code(letter) if letter != '=' => Some(letter),
        Piece::Code(_) | Piece::Literal(_) => None,
    });
    code.collect()
}

#[test]
fn literals_and_calls_are_read_and_comments_are_not() {
    let text = r#"
        // say!(lang, "not-this")
        let quote = ['"', '\''];
        say!(room.lang, "one-two", name = f(a, b), other = "x-y");
        say!(room.lang, id, day = day,)
    "#;
    let source = Source { file: "a.rs".to_owned(), pieces: pieces(text) };
    assert_eq!(source.literals(), ["one-two", "x-y"]);
    let calls: Vec<(Option<String>, Vec<String>)> = source
        .calls()
        .into_iter()
        .map(|call| (call.name, call.gives.into_iter().collect()))
        .collect();
    let first = (Some("one-two".to_owned()), vec!["name".to_owned(), "other".to_owned()]);
    assert_eq!(calls, [first, (None, vec!["day".to_owned()])]);
    assert!(looks_like_a_name("one-two") && !looks_like_a_name("one") && !looks_like_a_name("1-a"));
}

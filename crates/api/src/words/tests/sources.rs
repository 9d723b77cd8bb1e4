//! The sentences that stand in the code.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Crates whose failures reach people.
const CRATES: [&str; 6] = ["domain", "store", "app", "wire", "api", "outside"];

/// A text in the code, and what stands before it.
struct Literal {
    text: String,
    before: String,
}

/// Every text in the code.
pub fn literals() -> Vec<String> {
    read().into_iter().map(|literal| literal.text).collect()
}

/// Every text that is said to people: whole sentences, and what failures say. Those that begin with a
/// small letter are for the log.
pub fn sentences() -> Vec<String> {
    let spoken = read().into_iter().filter(|literal| {
        let text = &literal.text;
        let words = text.chars().any(char::is_alphabetic) && text.contains(' ');
        let begins = text.starts_with(|first: char| first.is_uppercase() || first == '{');
        let failure = literal.before.ends_with("#[error(");
        // What the OpenAPI document says of an answer is for programmers.
        if literal.before.ends_with("description=") {
            return false;
        }
        words && begins && (failure || text.ends_with('.'))
    });
    spoken.map(|literal| literal.text).collect()
}

fn read() -> Vec<Literal> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    for name in CRATES {
        gather(&crates.join(name).join("src"), &mut files);
    }
    assert!(files.len() > 100, "the code is not where it is looked for");
    files.iter().flat_map(|file| of(&fs::read_to_string(file).unwrap())).collect()
}

/// The files below `folder`, but for tests, letters, and what is looked for itself.
fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let passed_over = ["/tests", "/tests.rs", "/mail/words", "/api/src/words"];
        let place = path.to_string_lossy().replace('\\', "/");
        if passed_over.iter().any(|it| place.ends_with(it) || place.ends_with(&format!("{it}.rs")))
        {
            continue;
        }
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The texts of a file, without those of its tests.
fn of(source: &str) -> Vec<Literal> {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut found = Vec::new();
    let mut rest = source;
    let mut before = String::new();
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after);
        } else if let Some(after) = rest.strip_prefix("'\"'").or_else(|| rest.strip_prefix("'\\''"))
        {
            rest = after;
        } else if let Some(after) = rest.strip_prefix("r#\"") {
            let (text, after) = after.split_once("\"#").unwrap_or((after, ""));
            found.push(Literal { text: text.to_owned(), before: std::mem::take(&mut before) });
            rest = after;
        } else if let Some(after) = rest.strip_prefix('"') {
            let (text, after) = unescaped(after);
            found.push(Literal { text, before: std::mem::take(&mut before) });
            rest = after;
        } else {
            if !first.is_whitespace() {
                before.push(first);
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    found
}

/// A text up to its closing quotation mark, and what follows it.
fn unescaped(source: &str) -> (String, &str) {
    let mut text = String::new();
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        rest = &rest[next.len_utf8()..];
        match next {
            '"' => break,
            '\\' => {
                let escape = rest.chars().next().unwrap_or_default();
                rest = &rest[escape.len_utf8()..];
                match escape {
                    '\n' => rest = rest.trim_start(),
                    'n' => text.push('\n'),
                    other => text.push(other),
                }
            }
            other => text.push(other),
        }
    }
    (text, rest)
}

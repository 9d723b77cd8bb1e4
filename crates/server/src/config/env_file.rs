//! Files of `NAME=value` lines, such as `env/global.override.env`.

/// A line that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// `NAME=value`.
    Assignment {
        /// The number of the line, from 1.
        line: usize,
        /// The name, as it was written.
        name: String,
        /// The value, without its quotes.
        value: String,
    },
    /// A line that is none, and why.
    Wrong {
        /// The number of the line, from 1.
        line: usize,
        /// What is wrong with it, in words.
        why: &'static str,
    },
}

/// What the lines of `text` say. Empty lines and those that begin with `#` say nothing; a value may
/// stand in single or double quotes; lines may end in CRLF and begin with `export`.
pub fn lines(text: &str) -> Vec<Line> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines().enumerate().filter_map(|(index, content)| line(index + 1, content)).collect()
}

fn line(line: usize, content: &str) -> Option<Line> {
    let content = content.trim();
    if content.is_empty() || content.starts_with('#') {
        return None;
    }
    let content = content.strip_prefix("export ").unwrap_or(content);
    let Some((name, value)) = content.split_once('=') else {
        return Some(Line::Wrong { line, why: "a line must read NAME=value" });
    };
    let name = name.trim_end();
    if name.is_empty() || name.contains(char::is_whitespace) {
        return Some(Line::Wrong { line, why: "a name has no spaces; write NAME=value" });
    }
    match unquoted(value.trim()) {
        Some(value) => Some(Line::Assignment { line, name: name.trim().to_owned(), value }),
        None => Some(Line::Wrong { line, why: "the value begins with a quote that never ends" }),
    }
}

fn unquoted(value: &str) -> Option<String> {
    let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''));
    let Some(quote) = quote else {
        // A comment may follow, after a space: a # within a password is part of it.
        let end = value.find(" #").unwrap_or(value.len());
        return Some(value.get(..end).unwrap_or(value).trim_end().to_owned());
    };
    let inner = value.get(1..)?;
    let end = inner.find(quote)?;
    let rest = inner.get(end + 1..)?.trim_start();
    (rest.is_empty() || rest.starts_with('#')).then(|| inner.get(..end).map(str::to_owned))?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(text: &str) -> Vec<(String, String)> {
        let known = lines(text).into_iter();
        known
            .filter_map(|line| match line {
                Line::Assignment { name, value, .. } => Some((name, value)),
                Line::Wrong { .. } => None,
            })
            .collect()
    }

    #[test]
    fn a_line_is_read_as_people_write_it() {
        let cases = [
            ("plain", "a=b", Some("b")),
            ("windows line end", "a=b\r\n", Some("b")),
            ("byte order mark", "\u{feff}a=b", Some("b")),
            ("spaces around", "  a = b  ", Some("b")),
            ("double quotes", "a=\"b c\"", Some("b c")),
            ("single quotes", "a='b # c'", Some("b # c")),
            ("quotes, then a comment", "a=\"b\" # c", Some("b")),
            ("a comment after a space", "a=b # c", Some("b")),
            ("a # within", "a=b#c", Some("b#c")),
            ("an equals sign within", "a=b=c", Some("b=c")),
            ("nothing", "a=", Some("")),
            ("export", "export a=b", Some("b")),
            ("a comment", "# a=b", None),
            ("an empty line", "\r\n", None),
            ("no equals sign", "ab", None),
            ("an open quote", "a=\"b", None),
            ("text after a quote", "a=\"b\"c", None),
        ];
        for (case, text, expected) in cases {
            let found = said(text).pop().map(|(_, value)| value);
            assert_eq!(found.as_deref(), expected, "{case}");
        }
    }

    #[test]
    fn a_wrong_line_is_named_by_its_number() {
        assert!(matches!(lines("a=b\n\noops\n").as_slice(), [_, Line::Wrong { line: 3, .. }]));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_fail(text in "\\PC*|[a=\"'#\r\n \u{feff}]*") {
            let _ = lines(&text);
        }

        #[test]
        fn what_is_quoted_comes_back(value in "[^\"\r\n]*") {
            let found = said(&format!("name=\"{value}\""));
            prop_assert_eq!(found, vec![("name".to_owned(), value)]);
        }
    }
}

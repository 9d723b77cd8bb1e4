//! Licence expressions, judged.

/// What we may build on. `deny.toml` says the same to cargo-deny.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whether an SPDX expression leaves a choice that is allowed. The old form with `/` is an `OR`.
pub fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let verdict = any(&mut rest);
    verdict && rest.is_empty()
}

fn any(words: &mut &[&str]) -> bool {
    let mut verdict = all(words);
    while let [first, rest @ ..] = *words
        && first.eq_ignore_ascii_case("or")
    {
        *words = rest;
        // Both sides are read, whatever the first one said.
        verdict |= all(words);
    }
    verdict
}

fn all(words: &mut &[&str]) -> bool {
    let mut verdict = one(words);
    while let [first, rest @ ..] = *words
        && first.eq_ignore_ascii_case("and")
    {
        *words = rest;
        verdict &= one(words);
    }
    verdict
}

fn one(words: &mut &[&str]) -> bool {
    let [first, rest @ ..] = *words else { return false };
    *words = rest;
    if *first == "(" {
        let verdict = any(words);
        let [")", rest @ ..] = *words else { return false };
        *words = rest;
        return verdict;
    }
    // An exception only ever gives more freedom.
    if let [with, _exception, rest @ ..] = *words
        && with.eq_ignore_ascii_case("with")
    {
        *words = rest;
    }
    ALLOWED.contains(first)
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn an_expression_is_allowed_when_a_choice_in_it_is() {
        let cases = [
            ("MIT", true),
            ("MIT OR Apache-2.0", true),
            ("MIT/Apache-2.0", true),
            ("GPL-3.0-only", false),
            ("MIT OR GPL-3.0-only", true),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR GPL-3.0-only) AND Unicode-3.0", true),
            ("GPL-3.0-only OR (MIT AND LGPL-2.1-only)", false),
            ("Apache-2.0 WITH LLVM-exception OR MIT", true),
            ("(MIT", false),
            ("", false),
        ];
        for (expression, verdict) in cases {
            assert_eq!(allowed(expression), verdict, "{expression:?}");
        }
    }
}

//! Patterns for `LIKE … ESCAPE '\'`, which find a text whatever signs it holds.

/// A pattern for what begins with `text`.
pub(crate) fn beginning(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 1);
    for letter in text.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

/// A pattern for what contains `text`, written in lower case.
pub(crate) fn containing(text: &str) -> String {
    format!("%{}", beginning(&text.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::containing;

    #[test]
    fn a_name_with_signs_of_patterns_is_looked_for_as_it_is() {
        assert_eq!(containing("50%_Off\\"), "%50\\%\\_off\\\\%");
    }
}

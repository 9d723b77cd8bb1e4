//! The settings file: TOML, one table per section.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::{
    names,
    setting::{Origin, Problem, Value, Values},
};

/// Adds what `text`, the content of `path`, says to `values`.
pub fn read(text: &str, path: &Path, values: &mut Values, problems: &mut Vec<Problem>) {
    let at = |offset: usize| Origin::File { path: path.to_owned(), line: line_of(text, offset) };
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let origin = at(error.span().map_or(0, |span| span.start));
            problems.push(Problem(format!("{origin}: {}", error.message().trim())));
            return;
        }
    };
    for (section, content) in table.get_ref() {
        let origin = at(section.span().start);
        let name = section.get_ref().as_ref();
        let DeValue::Table(content) = content.get_ref() else {
            let hint = names::nearest_key(&format!("server.{name}"));
            problems.push(Problem::unknown(name, &origin, hint.as_deref()));
            continue;
        };
        for (key, value) in content {
            let origin = at(key.span().start);
            let full = format!("{name}.{}", key.get_ref());
            let Some(setting) = names::by_key(&full) else {
                let hint = names::nearest_key(&full);
                problems.push(Problem::unknown(&full, &origin, hint.as_deref()));
                continue;
            };
            match as_text(value.get_ref()) {
                Some(text) => {
                    values.insert(setting.key, Value { text, origin });
                }
                None => problems.push(Problem(format!(
                    "{origin}: {full} is not a single value; write {}",
                    setting.takes
                ))),
            }
        }
    }
}

/// A scalar as text, a list as text with commas; a table or a date is neither.
fn as_text(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Boolean(flag) => Some(flag.to_string()),
        DeValue::Array(items) => {
            let texts: Option<Vec<_>> = items.iter().map(|item| as_text(item.get_ref())).collect();
            Some(texts?.join(","))
        }
        DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Table(_) => None,
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

//! Sentences with places for values: `The plan has {seats} seats.`

/// A value, under the name of its place.
pub(super) type Said<'a> = (&'static str, &'a str);

/// A part of a sentence.
#[derive(Debug, Clone, Copy)]
enum Piece {
    Text(&'static str),
    Place(&'static str),
}

/// A sentence with places for values. A place is named as where the failure is: by a word, or by its
/// number; `{n}` is a whole number and nothing else.
#[derive(Debug, Clone)]
pub(super) struct Template(Vec<Piece>);

/// The names of places that have none.
const NUMBERS: [&str; 4] = ["0", "1", "2", "3"];

impl Template {
    pub(super) fn read(text: &'static str) -> Self {
        let mut pieces = Vec::new();
        let mut unnamed = NUMBERS.into_iter();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            if !before.is_empty() {
                pieces.push(Piece::Text(before));
            }
            // A doubled brace is one of the text.
            if let Some(after) = after.strip_prefix('{') {
                pieces.push(Piece::Text("{"));
                rest = after;
                continue;
            }
            let (place, after) = after.split_once('}').unwrap_or((after, ""));
            let name = place.split(':').next().unwrap_or_default();
            let name = if name.is_empty() { unnamed.next().unwrap_or_default() } else { name };
            pieces.push(Piece::Place(name));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest));
        }
        Self(pieces)
    }

    /// Whether there is no place in it.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self.0.as_slice(), [Piece::Text(_)] | [])
    }

    /// What stands in its places in `sentence`, if it is that sentence.
    pub(super) fn fit<'a>(&self, sentence: &'a str) -> Option<Vec<Said<'a>>> {
        fit(&self.0, sentence)
    }

    /// The sentence with `values` in its places, each as `known` says it.
    pub(super) fn filled(&self, values: &[Said<'_>], known: impl Fn(&str) -> String) -> String {
        let mut sentence = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => sentence.push_str(text),
                Piece::Place(name) => {
                    let value = values.iter().find(|(place, _)| place == name);
                    sentence.push_str(&value.map(|(_, value)| known(value)).unwrap_or_default());
                }
            }
        }
        sentence
    }
}

fn fit<'a>(pieces: &[Piece], sentence: &'a str) -> Option<Vec<Said<'a>>> {
    match pieces {
        [] => sentence.is_empty().then(Vec::new),
        [Piece::Text(text), rest @ ..] => fit(rest, sentence.strip_prefix(text)?),
        [Piece::Place(name)] => takes(name, sentence).then(|| vec![(*name, sentence)]),
        [Piece::Place(name), rest @ ..] => {
            // The shortest value with which the rest fits.
            let ends = sentence.char_indices().map(|(at, _)| at).chain([sentence.len()]);
            ends.filter_map(|end| sentence.split_at_checked(end)).find_map(|(value, after)| {
                let mut values = if takes(name, value) { fit(rest, after) } else { None }?;
                values.push((*name, value));
                Some(values)
            })
        }
    }
}

fn takes(name: &str, value: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    name != "n" || is_number(value)
}

//! Names other people chose, made fit for a letter.

/// The longest name a letter shows.
const LONGEST: usize = 100;

/// A name on one line, without what turns the direction of writing around.
pub(super) fn plain(name: &str) -> String {
    let kept = name.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let kept = kept.filter(|letter| !letter.is_control() && !unseen(*letter));
    let mut plain: String = kept.take(LONGEST + 1).collect();
    if plain.chars().count() > LONGEST {
        plain.pop();
        plain.push('…');
    }
    plain.trim().to_owned()
}

/// A name chosen by someone the reader does not know: mail programs find no address in it to make
/// clickable, because every dot, slash and at sign within a word is put into brackets.
pub(super) fn of_a_stranger(name: &str) -> String {
    let plain = plain(name);
    let mut broken = String::with_capacity(plain.len());
    let mut letters = plain.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        let within = before != ' ' && after != ' ';
        if letter == '@' || (within && is_joint(letter)) {
            broken.push('[');
            broken.push(letter);
            broken.push(']');
        } else {
            broken.push(letter);
        }
        before = letter;
    }
    broken
}

/// What holds an address together; the wide and small forms count, as some programs read them so.
fn is_joint(letter: char) -> bool {
    matches!(
        letter,
        '.' | '/'
            | ':'
            | '\\'
            | '․'
            | '。'
            | '．'
            | '｡'
            | '／'
            | '⁄'
            | '∕'
            | '：'
            | '＠'
            | '﹒'
            | '﹫'
    )
}

/// Marks that are not seen and change how the text around them is read.
fn unseen(letter: char) -> bool {
    matches!(letter, '\u{00ad}' | '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{of_a_stranger, plain};

    #[test]
    fn a_strangers_name_holds_nothing_to_click() {
        let cases = [
            ("Acme", "Acme"),
            ("Acme Inc.", "Acme Inc."),
            ("Smith & Sons", "Smith & Sons"),
            ("evil.example", "evil[.]example"),
            ("https://evil.example/x", "https[:][/][/]evil[.]example[/]x"),
            ("call@evil.example", "call[@]evil[.]example"),
            ("evil．example", "evil[．]example"),
            ("evil\u{200b}.\u{200b}example", "evil[.]example"),
            ("two\nlines\r\n", "two lines"),
            ("a \u{202e}drawkcab", "a drawkcab"),
        ];
        for (name, shown) in cases {
            assert_eq!(of_a_stranger(name), shown, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(plain(&"x".repeat(100)).chars().count(), 100);
        assert_eq!(plain(&"é".repeat(5000)), format!("{}…", "é".repeat(100)));
    }
}

//! Words to the person at the terminal.

use std::io::Write as _;

/// Says `text`, and ends the line.
pub fn say(text: impl std::fmt::Display) {
    // Nobody is left to tell when the terminal is gone.
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Says what went wrong.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr(), "wardstead: {text}");
}

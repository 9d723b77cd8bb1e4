//! Whoever tells the story: says what is done and what was seen.

use std::io::Write;

use anyhow::Result;

use super::words::{Language, Words};

/// Tells a story in one language, to somebody or to nobody.
pub struct Teller {
    /// The sentences.
    pub words: &'static Words,
    out: Box<dyn Write + Send>,
    step: usize,
    steps: usize,
}

impl std::fmt::Debug for Teller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Teller").field("step", &self.step).finish_non_exhaustive()
    }
}

impl Teller {
    /// Tells it to `out`.
    pub fn new(language: Language, out: impl Write + Send + 'static) -> Self {
        Self { words: language.words(), out: Box::new(out), step: 0, steps: 0 }
    }

    /// Tells it to nobody.
    pub fn silent() -> Self {
        Self::new(Language::English, std::io::sink())
    }

    /// The story has a name and so many steps.
    ///
    /// # Errors
    ///
    /// When nobody can be told.
    pub fn begin(&mut self, name: &str, steps: usize) -> Result<()> {
        self.steps = steps;
        Ok(writeln!(self.out, "{name}\n")?)
    }

    /// The next step.
    ///
    /// # Errors
    ///
    /// When nobody can be told.
    pub fn step(&mut self, title: &str) -> Result<()> {
        self.step += 1;
        Ok(writeln!(self.out, "{:>2}/{} {title}", self.step, self.steps)?)
    }

    /// What was seen in it.
    ///
    /// # Errors
    ///
    /// When nobody can be told.
    pub fn saw(&mut self, sentence: &str) -> Result<()> {
        writeln!(self.out, "      {sentence}")?;
        Ok(self.out.flush()?)
    }
}

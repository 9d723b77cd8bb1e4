//! `[log]`: what the server tells about its work.

use super::{reader::Reader, setting::Setting};

/// The settings of the section.
pub const SETTINGS: &[Setting] = &[
    Setting::new("log.format", "human or json", "human", "How a line of the log looks.").restart(),
    Setting::new(
        "log.filter",
        "a level such as info, or levels per module such as info,wardstead_app=debug",
        "info",
        "What is told.",
    )
    .restart(),
];

/// How a line of the log looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people.
    Human,
    /// One JSON object per line.
    Json,
}

/// What the section says.
#[derive(Debug, Clone)]
pub struct Log {
    /// How a line looks.
    pub format: Format,
    /// What is told.
    pub filter: String,
}

/// Reads the section.
pub fn read(reader: &mut Reader<'_>) -> Log {
    let format = reader.read("log.format", |text| match text {
        "human" => Some(Format::Human),
        "json" => Some(Format::Json),
        _ => None,
    });
    let filter = reader.read("log.filter", |text| {
        text.parse::<tracing_subscriber::EnvFilter>().ok().map(|_| text.to_owned())
    });
    Log {
        format: format.unwrap_or(Format::Human),
        filter: filter.unwrap_or_else(|| "info".to_owned()),
    }
}

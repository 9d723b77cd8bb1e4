//! Whether this machine and the cloud agree on the time.

use domain::admin::health;

use crate::doctor::{finding::Finding, journey::Journey};

/// The clocks are close.
pub fn clock(journey: &Journey) -> Vec<Finding> {
    vec![match journey.ahead {
        None => Finding::untried("clock", "the cloud's was not seen"),
        Some(ahead) => Finding::of("clock", health::clock(ahead)),
    }]
}

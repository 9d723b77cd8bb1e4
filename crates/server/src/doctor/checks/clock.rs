//! Whether this machine and the cloud agree on the time.

use chrono::TimeDelta;

use crate::doctor::{finding::Finding, journey::Journey};

/// What tokens and leases bear.
const BEARABLE: TimeDelta = TimeDelta::minutes(2);

/// The clocks are close.
pub fn clock(journey: &Journey) -> Vec<Finding> {
    const CHECK: &str = "clock";
    vec![match journey.ahead {
        None => Finding::untried(CHECK, "the cloud's was not seen"),
        Some(ahead) if ahead.abs() <= BEARABLE => {
            Finding::good(CHECK, format!("{} s from the cloud's", ahead.num_seconds().abs()))
        }
        Some(ahead) => {
            let side = if ahead > TimeDelta::zero() { "behind" } else { "ahead of" };
            Finding::bad(
                CHECK,
                format!("{} s {side} the cloud's", ahead.num_seconds().abs()),
                "Set this machine's clock and keep it set: timedatectl set-ntp true",
            )
        }
    }]
}

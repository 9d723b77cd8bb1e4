//! What a process has used, as the system counts it.

use anyhow::{Context, Result};

/// What a process has used.
#[derive(Debug, Clone, Copy)]
pub struct Usage {
    /// Processor time, in milliseconds.
    pub cpu: f64,
    /// The most memory it held at once, in mebibytes, since it was last asked to forget.
    pub peak: f64,
}

/// Clock ticks in a second, as every Linux reports them to programs.
const TICKS: f64 = 100.0;

impl Usage {
    /// What the process `id` has used until now.
    ///
    /// # Errors
    ///
    /// Where the system does not tell (it is told by `/proc`).
    pub fn of(id: u32) -> Result<Self> {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat"))?;
        // The name, in parentheses, may hold anything; what is counted comes after it.
        let after = stat.rsplit_once(") ").context("no name in /proc/stat")?.1;
        let mut ticks = after.split(' ').skip(11).take(2).map(str::parse::<f64>);
        let user = ticks.next().context("no user time")??;
        let system = ticks.next().context("no system time")??;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|text| text.trim().split(' ').next()).context("no peak")?;
        Ok(Self { cpu: (user + system) * 1000.0 / TICKS, peak: peak.parse::<f64>()? / 1024.0 })
    }

    /// Lets the process `id` forget its peak, so that the next one is of what comes.
    ///
    /// # Errors
    ///
    /// Where the system does not allow it.
    pub fn forget_peak(id: u32) -> Result<()> {
        Ok(std::fs::write(format!("/proc/{id}/clear_refs"), "5")?)
    }
}

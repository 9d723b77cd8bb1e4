//! Whether the server is well: what was found, and what to do where it is not.

use chrono::{DateTime, TimeDelta, Utc};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Ok,
    /// It works, and may not for long.
    Warn,
    /// It does not.
    Fail,
}

impl State {
    /// Its word, for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at, in a word.
    pub check: &'static str,
    /// How bad it is.
    pub state: State,
    /// What was found, in a word for programs and translations.
    pub code: &'static str,
    /// What the words speak of, by name.
    pub values: Vec<(&'static str, String)>,
    /// What was found.
    pub detail: String,
    /// What to do about it, if something must be done.
    pub cure: Option<String>,
}

impl Finding {
    /// A finding without a cure.
    pub fn new(
        check: &'static str,
        state: State,
        code: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self { check, state, code, values: Vec::new(), detail: detail.into(), cure: None }
    }

    /// All is well.
    pub fn ok(check: &'static str, detail: impl Into<String>) -> Self {
        Self::new(check, State::Ok, "ok", detail)
    }

    /// With something its words speak of.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// With what to do about it.
    #[must_use]
    pub fn cured(mut self, cure: impl Into<String>) -> Self {
        self.cure = Some(cure.into());
        self
    }
}

/// Room on a disk, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// What is left.
    pub free: u64,
    /// In all.
    pub total: u64,
}

const MEBIBYTE: u64 = 1 << 20;

/// Whether there is room for the data.
pub fn disk(space: Option<Space>) -> Finding {
    const CHECK: &str = "disk";
    let Some(Space { free, total }) = space else {
        return Finding::new(
            CHECK,
            State::Warn,
            "disk_unknown",
            "The data folder cannot be measured.",
        )
        .cured("Look whether the data folder is there and may be read.");
    };
    let percent = free.saturating_mul(100) / total.max(1);
    let (code, state) = if percent < 2 || free < 200 * MEBIBYTE {
        ("disk_full", State::Fail)
    } else if percent < 10 || free < 1024 * MEBIBYTE {
        ("disk_low", State::Warn)
    } else {
        ("ok", State::Ok)
    };
    let detail = format!("{} MiB of {} MiB are free.", free / MEBIBYTE, total / MEBIBYTE);
    let found = Finding::new(CHECK, state, code, detail)
        .with("free", free.to_string())
        .with("total", total.to_string());
    if state == State::Ok {
        found
    } else {
        found.cured("Make room on the disk of the data folder, or move it to a larger one.")
    }
}

/// Whether the certificate people see goes on for a while; `until` is none where this server has no
/// TLS of its own.
pub fn certificate(until: Option<Result<DateTime<Utc>, String>>, now: DateTime<Utc>) -> Finding {
    const CHECK: &str = "certificate";
    let until = match until {
        None => return Finding::ok(CHECK, "TLS ends elsewhere."),
        Some(Err(reason)) => {
            return Finding::new(CHECK, State::Fail, "certificate_unreadable", reason)
                .cured("Look at tls.certificate in the settings, then `wardstead reload`.");
        }
        Some(Ok(until)) => until,
    };
    let days = (until - now).num_days();
    let (code, state) = match until - now {
        left if left <= TimeDelta::zero() => ("certificate_expired", State::Fail),
        left if left < TimeDelta::days(3) => ("certificate_ends", State::Fail),
        left if left < TimeDelta::days(21) => ("certificate_ends", State::Warn),
        _ => ("ok", State::Ok),
    };
    let found = Finding::new(CHECK, state, code, format!("It is good until {until}."))
        .with("until", until.to_rfc3339())
        .with("days", days.to_string());
    if state == State::Ok {
        found
    } else {
        found.cured(
            "Renew the certificate and `wardstead reload`; ACME renews by itself when its \
             authority can reach port 443.",
        )
    }
}

/// How far this machine's clock may be off before tokens and leases suffer.
const BEARABLE: TimeDelta = TimeDelta::minutes(2);
/// How far it may be off at all.
const FARTHEST: TimeDelta = TimeDelta::minutes(5);

/// Whether this machine and the cloud agree on the time; `ahead` is how far the cloud's is.
pub fn clock(ahead: TimeDelta) -> Finding {
    let seconds = ahead.num_seconds().abs();
    let state = match ahead.abs() {
        apart if apart <= BEARABLE => State::Ok,
        apart if apart <= FARTHEST => State::Warn,
        _ => State::Fail,
    };
    let side = if ahead > TimeDelta::zero() { "behind" } else { "ahead of" };
    let detail = format!("The clock is {seconds} s {side} the cloud's.");
    let code = if state == State::Ok { "ok" } else { "clock_off" };
    let found = Finding::new("clock", state, code, detail)
        .with("seconds", seconds.to_string())
        .with("side", if ahead > TimeDelta::zero() { "behind" } else { "ahead" });
    if state == State::Ok {
        found
    } else {
        found.cured("Set this machine's clock and keep it set: timedatectl set-ntp true")
    }
}

/// Whether the cloud is in the region of the settings; `there` is none when it does not say.
pub fn region(here: &'static str, there: Option<&str>) -> Finding {
    const CHECK: &str = "region";
    match there {
        Some(region) if region.eq_ignore_ascii_case(here) => {
            Finding::ok(CHECK, format!("The region is {here} on both sides.")).with("here", here)
        }
        Some(region) => Finding::new(
            CHECK,
            State::Fail,
            "region_differs",
            format!("The cloud is in {region}, the settings say {here}."),
        )
        .with("here", here)
        .with("there", region)
        .cured(format!(
            "Set globalSettings__baseServiceUri__cloudRegion={region} if the installation id was made \
             there; else set the addresses of the region {here}"
        )),
        None => Finding::new(
            CHECK,
            State::Fail,
            "no_cloud",
            "That server is no cloud: it names no region.",
        )
        .cured("Correct globalSettings__installation__apiUri: it ends before /config"),
    }
}

/// What waits, and for how long.
#[derive(Debug, Clone, Copy, Default)]
pub struct Backlog {
    /// What failed too often and was given up.
    pub given_up: i64,
    /// What should have begun long ago.
    pub late: i64,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
}

/// Whether work is done in time.
pub fn jobs(backlog: Backlog) -> Finding {
    const CHECK: &str = "jobs";
    let Backlog { given_up, late, since } = backlog;
    if late > 0 {
        let since = since.map(|it| it.to_rfc3339()).unwrap_or_default();
        let detail = format!("{late} jobs should have begun since {since}.");
        return Finding::new(CHECK, State::Fail, "jobs_late", detail)
            .with("late", late.to_string())
            .with("since", since)
            .cured("Look whether a server runs with jobs switched on, and at its log.");
    }
    if given_up > 0 {
        let detail = format!("{given_up} jobs failed too often and were given up.");
        return Finding::new(CHECK, State::Warn, "jobs_given_up", detail)
            .with("givenUp", given_up.to_string())
            .cured("Look at each: mend its cause and try it again, or take it out.");
    }
    Finding::ok(CHECK, "Nothing waits longer than it should.")
}

/// Whether what recurs ran in time; `late` are those that did not.
pub fn schedules(late: &[String]) -> Finding {
    const CHECK: &str = "schedules";
    if late.is_empty() {
        return Finding::ok(CHECK, "Everything that recurs ran in time.");
    }
    let names = late.join(", ");
    Finding::new(CHECK, State::Fail, "schedules_late", format!("These are late: {names}."))
        .with("names", names)
        .cured("Look whether a server runs with jobs switched on, and at its log.")
}

/// How letters go out.
#[derive(Debug, Clone, Default)]
pub struct Post {
    /// Whether a mail server is set, and what it says when it is greeted.
    pub greeted: Option<Result<(), String>>,
    /// Letters kept for want of a mail server.
    pub kept: i64,
    /// Letters that failed too often.
    pub given_up: i64,
}

/// Whether letters go out.
pub fn mail(post: &Post) -> Finding {
    const CHECK: &str = "mail";
    match &post.greeted {
        None => Finding::new(
            CHECK,
            State::Warn,
            "mail_off",
            format!("There is no mail server; {} letters are kept here to be read.", post.kept),
        )
        .with("kept", post.kept.to_string())
        .cured("Set mail.host and what it needs, then `wardstead reload`."),
        Some(Err(reason)) => {
            Finding::new(CHECK, State::Fail, "mail_refused", reason).with("reason", reason).cured(
                "Look at host, port, protection and sign-in of the mail server in the settings.",
            )
        }
        Some(Ok(())) if post.given_up > 0 => Finding::new(
            CHECK,
            State::Warn,
            "mail_given_up",
            format!("{} letters failed too often and were given up.", post.given_up),
        )
        .with("givenUp", post.given_up.to_string())
        .cured("Look at each: correct its address, or send it again."),
        Some(Ok(())) => Finding::ok(CHECK, "The mail server takes letters."),
    }
}

/// Whether this server is as new as its cloud, as far as both say; versions are numbers with dots.
pub fn version(here: &str, cloud: Option<&str>) -> Finding {
    const CHECK: &str = "version";
    let numbers = |text: &str| -> Vec<u64> {
        text.split(['.', '-', '+']).map_while(|part| part.parse().ok()).collect()
    };
    let found = match cloud.filter(|cloud| numbers(cloud) > numbers(here)) {
        None => Finding::ok(CHECK, format!("It speaks as version {here}.")),
        Some(cloud) => Finding::new(
            CHECK,
            State::Warn,
            "version_old",
            format!("It speaks as version {here}, its cloud as {cloud}."),
        )
        .with("cloud", cloud)
        .cured("Update this server: an old one cannot read new licenses."),
    };
    found.with("here", here)
}

#[cfg(test)]
mod tests;

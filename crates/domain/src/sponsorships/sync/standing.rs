//! How an organization's syncs stand, in a word: seen from its own server, and from the cloud.

use chrono::{DateTime, TimeDelta, Utc};

/// A connection that is in order syncs once a day; after so long something is wrong.
const LATE: TimeDelta = TimeDelta::days(2);

/// How syncs stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// The operator does not let this server talk to its cloud.
    Off,
    /// No billing sync token was entered.
    NotConnected,
    /// The connection is switched off.
    Disabled,
    /// On the cloud: no billing sync token was made.
    NoToken,
    /// On the cloud: a new token was made that no server has used.
    NewToken,
    /// Nothing was synced yet.
    Never,
    /// A run goes on.
    Running,
    /// The last run failed.
    Failing,
    /// The last run is too long ago.
    Late,
    /// There is something to tell.
    Waiting,
    /// Both sides agree.
    Ok,
}

impl Light {
    /// Its word, for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::NotConnected => "notConnected",
            Self::Disabled => "disabled",
            Self::NoToken => "noToken",
            Self::NewToken => "newToken",
            Self::Never => "never",
            Self::Running => "running",
            Self::Failing => "failing",
            Self::Late => "late",
            Self::Waiting => "waiting",
            Self::Ok => "ok",
        }
    }
}

/// What a server of its own knows of its syncs.
#[derive(Debug, Clone, Copy)]
pub struct Home {
    /// Whether it may talk to its cloud.
    pub communication: bool,
    /// Whether the connection is switched on; none when there is none.
    pub connection: Option<bool>,
    /// Whether a run goes on.
    pub running: bool,
    /// How often it failed in a row.
    pub failures: i64,
    /// When it last succeeded.
    pub last_success_at: Option<DateTime<Utc>>,
    /// How many changes the cloud has not answered.
    pub pending: i64,
}

/// What the cloud knows of the syncs with an organization's own server.
#[derive(Debug, Clone, Copy)]
pub struct Cloud {
    /// When the billing sync token was made or replaced; none when there is none.
    pub token_made_at: Option<DateTime<Utc>>,
    /// When it was last used.
    pub token_used_at: Option<DateTime<Utc>>,
    /// When a sync last succeeded.
    pub last_success_at: Option<DateTime<Utc>>,
}

/// How syncs stand on a server of its own.
pub fn at_home(it: &Home, now: DateTime<Utc>) -> Light {
    match it {
        Home { communication: false, .. } => Light::Off,
        Home { connection: None, .. } => Light::NotConnected,
        Home { connection: Some(false), .. } => Light::Disabled,
        Home { running: true, .. } => Light::Running,
        Home { failures: 1.., .. } => Light::Failing,
        Home { last_success_at: None, .. } => Light::Never,
        Home { pending: 1.., .. } => Light::Waiting,
        Home { last_success_at: Some(at), .. } if now - *at > LATE => Light::Late,
        _ => Light::Ok,
    }
}

/// How syncs stand on the cloud.
pub fn on_the_cloud(it: &Cloud, now: DateTime<Utc>) -> Light {
    let Some(made) = it.token_made_at else { return Light::NoToken };
    let Some(last) = it.last_success_at else { return Light::Never };
    match it.token_used_at {
        None => Light::NewToken,
        Some(used) if used < made => Light::NewToken,
        Some(_) if now - last > LATE => Light::Late,
        Some(_) => Light::Ok,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::{Cloud, Home, Light, at_home, on_the_cloud};

    #[test]
    fn what_stands_in_the_way_most_is_said_first() {
        let now: DateTime<Utc> = "2030-01-10T00:00:00Z".parse().unwrap();
        let well = Home {
            communication: true,
            connection: Some(true),
            running: false,
            failures: 0,
            last_success_at: Some(now - TimeDelta::hours(1)),
            pending: 0,
        };
        let long_ago = Some(now - TimeDelta::days(3));
        let cases = [
            (Home { communication: false, connection: None, ..well }, Light::Off),
            (Home { connection: None, ..well }, Light::NotConnected),
            (Home { connection: Some(false), failures: 3, ..well }, Light::Disabled),
            (Home { running: true, failures: 3, ..well }, Light::Running),
            (Home { failures: 1, pending: 2, ..well }, Light::Failing),
            (Home { last_success_at: None, pending: 2, ..well }, Light::Never),
            (Home { pending: 2, last_success_at: long_ago, ..well }, Light::Waiting),
            (Home { last_success_at: long_ago, ..well }, Light::Late),
            (well, Light::Ok),
        ];
        for (it, light) in cases {
            assert_eq!(at_home(&it, now), light, "{it:?}");
        }
    }

    #[test]
    fn the_cloud_sees_whether_its_token_is_used() {
        let now: DateTime<Utc> = "2030-01-10T00:00:00Z".parse().unwrap();
        let day = |n| Some(now - TimeDelta::days(n));
        let case = |made, used, success| {
            on_the_cloud(
                &Cloud { token_made_at: made, token_used_at: used, last_success_at: success },
                now,
            )
        };
        assert_eq!(case(None, None, None), Light::NoToken);
        assert_eq!(case(day(1), None, None), Light::Never);
        assert_eq!(case(day(1), day(2), day(2)), Light::NewToken);
        assert_eq!(case(day(9), day(3), day(3)), Light::Late);
        assert_eq!(case(day(9), day(1), day(1)), Light::Ok);
    }
}

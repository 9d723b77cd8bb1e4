//! A sync step by step: which step it stopped at, and what to do about it.

/// A step of a sync.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Everything is set up here.
    SetUp,
    /// The cloud answers.
    Reach,
    /// The cloud accepts this server.
    SignIn,
    /// The cloud accepts the organization's billing sync token.
    Token,
    /// Sponsorships are told and heard of.
    Sponsorships,
    /// The licence is compared.
    License,
}

impl Step {
    /// Every one, in the order they are taken.
    pub const ALL: &[Self] =
        &[Self::SetUp, Self::Reach, Self::SignIn, Self::Token, Self::Sponsorships, Self::License];

    /// Its word, for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::SetUp => "setUp",
            Self::Reach => "reach",
            Self::SignIn => "signIn",
            Self::Token => "token",
            Self::Sponsorships => "sponsorships",
            Self::License => "license",
        }
    }

    /// The step a run of that code stopped at.
    fn of(code: &str) -> Self {
        match code {
            "cloud_communication_off"
            | "cloud_none"
            | "no_connection"
            | "connection_disabled"
            | "billing_token_unreadable" => Self::SetUp,
            "cloud_unreachable" | "cloud_unreadable" | "cloud_unknown" | "cloud_busy" => {
                Self::Reach
            }
            "cloud_unauthorized" => Self::SignIn,
            "billing_key_wrong"
            | "organization_unknown"
            | "installation_not_approved"
            | "installation_removed"
            | "cloud_refused" => Self::Token,
            _ => Self::Sponsorships,
        }
    }
}

/// How a step went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// As it should.
    Ok,
    /// It was not come to.
    Waiting,
    /// It is being taken.
    Running,
    /// It did not work.
    Failed,
}

impl StepState {
    /// Its word, for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Failed => "failed",
        }
    }
}

/// What became of the licence in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LicensePart<'a> {
    /// The run was about sponsorships alone.
    NotAsked,
    /// It was compared.
    Compared,
    /// It was not, and why.
    Failed(&'a str),
}

/// A run, as far as its steps follow from it.
#[derive(Debug, Clone, Copy)]
pub struct Ran<'a> {
    /// Whether it goes on.
    pub running: bool,
    /// Why it failed, if it did.
    pub failure: Option<&'a str>,
    /// Whether the cloud answered it at least once.
    pub exchanged: bool,
    /// What became of the licence.
    pub license: LicensePart<'a>,
}

/// A step, as it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken<'a> {
    /// Which.
    pub step: Step,
    /// How it went.
    pub state: StepState,
    /// Why it failed, as a code.
    pub cause: Option<&'a str>,
}

/// The steps of a run; of none, they all wait.
pub fn steps<'a>(run: Option<Ran<'a>>) -> Vec<Taken<'a>> {
    let stopped = run.and_then(|run| {
        let code = run.failure?;
        Some(if run.exchanged { Step::Sponsorships } else { Step::of(code) })
    });
    let place = |step: Step| Step::ALL.iter().position(|it| *it == step);
    let each = |step: Step| -> (StepState, Option<&'a str>) {
        let Some(run) = run else { return (StepState::Waiting, None) };
        if step == Step::License {
            return match run.license {
                LicensePart::NotAsked => (StepState::Waiting, None),
                LicensePart::Compared => (StepState::Ok, None),
                LicensePart::Failed(code) => (StepState::Failed, Some(code)),
            };
        }
        match stopped {
            Some(stop) if stop == step => (StepState::Failed, run.failure),
            Some(stop) if place(step) > place(stop) => (StepState::Waiting, None),
            None if run.running && !run.exchanged && step != Step::SetUp => {
                (StepState::Running, None)
            }
            None if run.running && step == Step::Sponsorships => (StepState::Running, None),
            _ => (StepState::Ok, None),
        }
    };
    let taken = |step: &Step| {
        let (state, cause) = each(*step);
        Taken { step: *step, state, cause }
    };
    Step::ALL.iter().map(taken).collect()
}

/// What to do about a failure of that code, if a person can do something.
pub fn cure(code: &str) -> Option<&'static str> {
    Some(match code {
        "cloud_communication_off" => {
            "Whoever runs this server sets cloud.communication to true and reloads it."
        }
        "cloud_none" => "Whoever runs this server enters its installation id and key.",
        "no_connection" => "Enter the billing sync token of the cloud organization.",
        "connection_disabled" => "Switch the connection on.",
        "billing_token_unreadable" => "Enter the billing sync token again.",
        "cloud_unreachable" => {
            "Let the firewall pass connections from this server to the cloud; the operator's portal \
             tests each host."
        }
        "cloud_unreadable" => {
            "Something between this server and the cloud answers in its place: look at proxies, and \
             at the addresses of the cloud in the settings."
        }
        "cloud_unknown" => "Correct the addresses of the cloud in the settings.",
        "cloud_busy" => "Wait: it is tried again by itself.",
        "cloud_unauthorized" => {
            "Check the installation id and key, and the region they were made in; an installation \
             that was switched off is refused too."
        }
        "billing_key_wrong" => {
            "The token was replaced on the cloud. Make a new one there and enter it here."
        }
        "organization_unknown" => {
            "Apply the organization's present license, which says which organization it is on the \
             cloud, and check the region."
        }
        "installation_not_approved" | "installation_removed" => {
            "An owner approves this server on the cloud, among the organization's connected servers."
        }
        "no_license" => "Upload a license first.",
        "license_key_wrong" => "Download the license from the cloud again and upload it here.",
        "license_too_small" => {
            "Free what the new license no longer gives, or buy it; then sync again."
        }
        "license_in_use" => {
            "Remove the other organization of this license, or get another license."
        }
        "license_invalid" => {
            "Look at each reason: a wrong installation id, a clock that is not set, or a version this \
             server is too old for."
        }
        "subscription_ended" => "Renew the subscription on the cloud.",
        "plan_without_self_host" => {
            "Choose a plan on the cloud that includes a server of one's own."
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{LicensePart, Ran, StepState, cure, steps};
    use StepState::{Failed, Ok, Running, Waiting};

    const GOOD: Ran<'_> =
        Ran { running: false, failure: None, exchanged: true, license: LicensePart::Compared };

    #[test]
    fn a_run_stops_at_one_step_and_what_follows_waits() {
        let failed = |code, exchanged| {
            Some(Ran { failure: Some(code), exchanged, license: LicensePart::NotAsked, ..GOOD })
        };
        let begun = Ran { running: true, license: LicensePart::NotAsked, ..GOOD };
        let cases = [
            ("none yet", None, [Waiting; 6]),
            ("everything", Some(GOOD), [Ok; 6]),
            (
                "switched off",
                failed("cloud_communication_off", false),
                [Failed, Waiting, Waiting, Waiting, Waiting, Waiting],
            ),
            (
                "a firewall",
                failed("cloud_unreachable", false),
                [Ok, Failed, Waiting, Waiting, Waiting, Waiting],
            ),
            (
                "a wrong key of the server",
                failed("cloud_unauthorized", false),
                [Ok, Ok, Failed, Waiting, Waiting, Waiting],
            ),
            (
                "a token that was replaced",
                failed("billing_key_wrong", false),
                [Ok, Ok, Ok, Failed, Waiting, Waiting],
            ),
            (
                "lost in the midst",
                failed("cloud_unreachable", true),
                [Ok, Ok, Ok, Ok, Failed, Waiting],
            ),
            ("a fault here", failed("server_failed", false), [Ok, Ok, Ok, Ok, Failed, Waiting]),
            (
                "just begun",
                Some(Ran { exchanged: false, ..begun }),
                [Ok, Running, Running, Running, Running, Waiting],
            ),
            ("in the midst", Some(begun), [Ok, Ok, Ok, Ok, Running, Waiting]),
            (
                "a licence that does not fit",
                Some(Ran { license: LicensePart::Failed("license_too_small"), ..GOOD }),
                [Ok, Ok, Ok, Ok, Ok, Failed],
            ),
        ];
        for (case, run, wanted) in cases {
            let found: Vec<_> = steps(run).iter().map(|it| it.state).collect();
            assert_eq!(found, wanted, "{case}");
        }
        let stopped = steps(failed("billing_key_wrong", false));
        assert_eq!(stopped.iter().find_map(|it| it.cause), Some("billing_key_wrong"));
    }

    #[test]
    fn what_a_person_can_mend_has_a_cure() {
        for code in ["cloud_unreachable", "billing_key_wrong", "connection_disabled"] {
            assert!(cure(code).is_some(), "{code}");
        }
        assert_eq!(cure("server_failed"), None);
    }
}

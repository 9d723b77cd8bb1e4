//! English.

use chrono::{DateTime, Utc};
use domain::organizations::Revocation;

use super::{
    Language, Letter, Said,
    names::{of_a_stranger, plain},
};

pub(super) const ENGLISH: Language = Language {
    tag: "en",
    says,
    or_open: "Or open this address in your browser:",
    colon: ":",
    sender: "Wardstead, your password manager. We never ask for your master password by mail.",
};

const NOT_YOU: &str = "If you did not ask for this, you need not do anything.";

#[expect(clippy::too_many_lines, reason = "one arm a letter: a catalogue, read from top to bottom")]
fn says(letter: &Letter) -> Said {
    match letter {
        Letter::Registration { link } => Said::new(
            "Finish creating your account",
            ["Your address is confirmed as soon as you open the link below. Then choose a master \
              password, and your account is ready."
                .to_owned()],
        )
        .leads_to("Finish signing up", link)
        .then(NOT_YOU),
        Letter::AlreadyRegistered { link } => Said::new(
            "You already have an account",
            ["Someone, perhaps you, tried to create an account with this mail address. There is \
              one already: log in with your master password."
                .to_owned()],
        )
        .leads_to("Log in", link)
        .then(NOT_YOU),
        Letter::EmailVerification { link } => Said::new(
            "Confirm your mail address",
            ["Open the link below to confirm that this address is yours.".to_owned()],
        )
        .leads_to("Confirm my address", link)
        .then(NOT_YOU),
        Letter::Code { code } => {
            Said::new("Your verification code", ["Type this code where you are asked for it:".to_owned()])
                .code(code)
                .then("Give it to nobody, whoever asks. It works once and for a short time.")
                .then(NOT_YOU)
        }
        Letter::EmailChanged { email } => Said::new(
            "Your mail address has been changed",
            [format!(
                "From now on you log in with {}. Letters about your account go there; this is the \
                 last one to this address.",
                plain(email)
            )],
        )
        .then("If this was not you, tell whoever runs your server at once."),
        Letter::AccountDeletion { link } => Said::new(
            "Delete your account?",
            [
                "Someone, perhaps you, asked to delete your account. With it goes everything in your \
                 vault, for ever."
                    .to_owned(),
                "Open the link below only if you want that. It is good for a day.".to_owned(),
            ],
        )
        .leads_to("Delete my account", link)
        .then(NOT_YOU),
        Letter::NewDevice { code, device, address } => Said::new(
            "Is this you on a new device?",
            [
                match (device, address) {
                    (Some(device), Some(address)) => format!(
                        "Someone is logging in with your master password on a device that has not \
                         been used before: {}, from {address}.",
                        of_a_stranger(device)
                    ),
                    (Some(device), None) => format!(
                        "Someone is logging in with your master password on a device that has not \
                         been used before: {}.",
                        of_a_stranger(device)
                    ),
                    (None, _) => "Someone is logging in with your master password on a device that \
                                  has not been used before."
                        .to_owned(),
                },
                "If it is you, type this code there:".to_owned(),
            ],
        )
        .code(code)
        .then("Give it to nobody, whoever asks. It works once and for a short time.")
        .then("If it is not you, change your master password at once: somebody knows it."),
        Letter::TwoStepRecovered { link } => Said::new(
            "Two-step login has been switched off",
            [
                "Your recovery code was used to log in. It works only once, and two-step login is now \
                 off for your account."
                    .to_owned(),
                "Set it up again as soon as you can. You will get a new recovery code.".to_owned(),
            ],
        )
        .leads_to("Set up two-step login", link)
        .then("If this was not you, change your master password at once."),
        Letter::PasswordHint { hint: Some(hint) } => Said::new(
            "Your master password hint",
            [
                "You asked for the hint you once wrote for your master password. It says:".to_owned(),
                plain(hint),
            ],
        )
        .then("Nobody but you knows the password itself, so it cannot be sent or restored.")
        .then(NOT_YOU),
        Letter::PasswordHint { hint: None } => Said::new(
            "Your master password hint",
            ["You asked for the hint for your master password, but your account has none. Nobody \
              but you knows the password itself, so it cannot be sent or restored."
                .to_owned()],
        )
        .then(NOT_YOU),
        Letter::Invitation { organization, link, until } => Said::new(
            "You are invited to an organization",
            [
                format!("{} invites you to share logins with its members.", of_a_stranger(organization)),
                format!("The invitation is good until {}.", day(*until)),
            ],
        )
        .leads_to("See the invitation", link)
        .then("If you do not know this organization, leave this letter unanswered."),
        Letter::MemberAccepted { organization, member, link } => Said::new(
            "A new member waits for you",
            [format!(
                "{} has accepted the invitation to {}. The last step is yours: confirm this person, \
                 so that they can open what the organization shares.",
                plain(member),
                plain(organization)
            )],
        )
        .leads_to("Go to the members", link),
        Letter::MemberConfirmed { organization, link } => Said::new(
            "You are now a member",
            [format!(
                "You have been confirmed as a member of {}. What it shares with you is in your vault.",
                plain(organization)
            )],
        )
        .leads_to("Open my vault", link),
        Letter::MemberSuspended { organization, because } => Said::new(
            "Your access to an organization is suspended",
            [
                match because {
                    Revocation::ByAdministrator => {
                        format!("An administrator has suspended your access to {}.", plain(organization))
                    }
                    Revocation::TwoStepMissing => format!(
                        "{} requires two-step login of its members, and your account has none.",
                        plain(organization)
                    ),
                    Revocation::MemberElsewhere => format!(
                        "{} allows its members no other organization, and you belong to one.",
                        plain(organization)
                    ),
                },
                match because {
                    Revocation::ByAdministrator => "Ask them if you think that is a mistake.",
                    Revocation::TwoStepMissing => {
                        "Set up two-step login in your settings. Then ask an administrator to give you \
                         your access back: nothing of it is lost."
                    }
                    Revocation::MemberElsewhere => {
                        "Leave the other organizations. Then ask an administrator to give you your \
                         access back: nothing of it is lost."
                    }
                }
                .to_owned(),
            ],
        ),
        Letter::MemberRemoved { organization } => Said::new(
            "You are no longer a member",
            [format!(
                "You no longer belong to {}, and what it shared with you has left your vault. Your \
                 own items are untouched.",
                plain(organization)
            )],
        ),
        Letter::SponsorshipOffer { organization, link, has_account } => {
            let organization = of_a_stranger(organization);
            let offer = format!(
                "{organization} gives you a Families plan: shared collections for up to six people, \
                 free of charge for as long as it is sponsored."
            );
            let next = if *has_account {
                "Log in, and choose the Families organization it is for, or create one."
            } else {
                "Create an account with this mail address first; then choose or create the Families \
                 organization it is for."
            };
            Said::new("Accept your sponsored Families plan", [offer, next.to_owned()])
                .leads_to("Accept the plan", link)
                .then("If you do not know this organization, leave this letter unanswered.")
        }
        Letter::SponsorshipAccepted { organization, recipient } => Said::new(
            "Your Families gift was accepted",
            [format!(
                "{} has accepted the Families plan sponsored by {}.",
                plain(recipient),
                plain(organization)
            )],
        ),
        Letter::SponsorshipEnding { families, on, days, link } => Said::new(
            format!("Your free Families plan ends {}", in_days(*days)),
            [
                format!(
                    "{} is sponsored until {}. From that day on the plan is paid by its owners.",
                    plain(families),
                    day(*on)
                ),
                "To keep it as it is, check the payment method. To stop, cancel the plan before then."
                    .to_owned(),
            ],
        )
        .leads_to("Look at the plan", link),
        Letter::SponsorshipEnded { families, on, link } => Said::new(
            "Your Families plan is no longer sponsored",
            [format!(
                "The sponsorship of {} ended on {}. The plan goes on at its usual price, paid by its \
                 owners.",
                plain(families),
                day(*on)
            )],
        )
        .leads_to("Look at the plan", link),
        Letter::SponsorshipPolicy { families, organization, until, link } => Said::new(
            "The sponsorship of your Families plan is being withdrawn",
            [
                format!("{} no longer sponsors Families plans.", of_a_stranger(organization)),
                match until {
                    Some(until) => format!(
                        "{} stays free until {}. After that the plan is paid by its owners.",
                        plain(families),
                        day(*until)
                    ),
                    None => format!("From now on {} is paid by its owners.", plain(families)),
                },
            ],
        )
        .leads_to("Look at the plan", link),
        Letter::LicenseExpiring { organization, on, days, link } => Said::new(
            format!("Your license runs out {}", in_days(*days)),
            [format!(
                "The license of {} is good until {}. Without a new one the organization then becomes \
                 read-only: everything stays visible, nothing can be changed.",
                plain(organization),
                day(*on)
            )],
        )
        .leads_to("Renew the license", link),
        Letter::LicenseExpired { organization, on, link } => Said::new(
            "Your license has run out",
            [format!(
                "The license of {} ran out on {}. The organization is read-only: everything stays \
                 visible, and nothing can be changed until a new license is applied.",
                plain(organization),
                day(*on)
            )],
        )
        .leads_to("Renew the license", link),
        Letter::PremiumExpiring { on, days, link } => Said::new(
            format!("Your premium license runs out {}", in_days(*days)),
            [format!(
                "It is good until {}. After that, premium features are closed until a new license is \
                 applied; everything you stored stays.",
                day(*on)
            )],
        )
        .leads_to("Renew the license", link),
        Letter::PremiumExpired { on, link } => Said::new(
            "Your premium license has run out",
            [format!(
                "It ran out on {}. Premium features are closed until a new license is applied; \
                 everything you stored is still there.",
                day(*on)
            )],
        )
        .leads_to("Renew the license", link),
        Letter::LicenseCopied { organization, link } => Said::new(
            "Your organization was stopped",
            [format!(
                "Another organization on this server works under the license of {}. A license is for \
                 one organization, so both were stopped. Nothing is lost: apply the license to the \
                 right one, and it works again.",
                plain(organization)
            )],
        )
        .leads_to("Apply the license", link),
        Letter::Installation { id } => Said::new(
            "Your installation id",
            ["An installation was made for this mail address. Its id is:".to_owned()],
        )
        .code(id)
        .then(
            "Its key was shown once, to whoever asked for it, and is never sent. Whoever has lost it \
             asks for a new one.",
        ),
        Letter::SyncFailing { organization, since, link } => Said::new(
            "The sync with the cloud keeps failing",
            [format!(
                "{} has not been able to sync its sponsorships with its cloud organization since {}. \
                 Changes wait here until it works again.",
                plain(organization),
                day(*since)
            )],
        )
        .leads_to("See why", link),
        Letter::OperatorSignIn { link } => Said::new(
            "Sign in to the System Administrator Portal",
            ["The link below signs you in. It works once, within 15 minutes.".to_owned()],
        )
        .leads_to("Sign in", link)
        .then(NOT_YOU),
    }
}

fn day(moment: DateTime<Utc>) -> String {
    moment.format("%-d %B %Y").to_string()
}

fn in_days(days: i64) -> String {
    match days {
        ..=0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    }
}

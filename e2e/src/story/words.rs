//! What the stories say, in each language. A sentence that is missing in one does not compile.

mod english;
mod french;

/// A language the stories are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Language {
    /// English.
    #[value(name = "en")]
    English,
    /// French.
    #[value(name = "fr")]
    French,
}

impl Language {
    /// Its sentences.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::English => &english::WORDS,
            Self::French => &french::WORDS,
        }
    }
}

/// The sentences.
#[derive(Debug)]
#[expect(missing_docs, reason = "each name says what its sentence is about")]
pub struct Words {
    pub families: &'static str,
    pub end: &'static str,
    pub titles: Titles,
    pub cloud: Cloud,
    pub own: OwnServer,
    pub token: Token,
    pub sync: Sync,
    pub gift: Gift,
    pub ending: Ending,
    pub license: License,
}

/// What is done in each step.
#[derive(Debug)]
pub struct Titles {
    pub cloud_account: &'static str,
    pub enterprise: &'static str,
    pub installation: &'static str,
    pub own_server: &'static str,
    pub communication: &'static str,
    pub region: &'static str,
    pub license: &'static str,
    pub member: &'static str,
    pub token: &'static str,
    pub apply_token: &'static str,
    pub first_sync: &'static str,
    pub license_sync: &'static str,
    pub sponsor: &'static str,
    pub sent: &'static str,
    pub redeem_new: &'static str,
    pub redeem_existing: &'static str,
    pub active: &'static str,
    pub take_back: &'static str,
    pub end_gift: &'static str,
    pub period_end: &'static str,
    pub rotate: &'static str,
    pub granted: &'static str,
    pub too_new: &'static str,
    pub families_license: &'static str,
}

/// What is seen on the cloud.
#[derive(Debug)]
pub struct Cloud {
    pub mailed_link: fn(email: &str) -> String,
    pub signed_in: fn(email: &str) -> String,
    pub organization: fn(name: &str, seats: i64) -> String,
    pub installation: fn(id: &str) -> String,
    pub key_shown_once: &'static str,
}

/// What is seen on the organization's own server.
#[derive(Debug)]
pub struct OwnServer {
    pub runs: fn(url: &str) -> String,
    pub communication_off: &'static str,
    pub communication_on: &'static str,
    pub wrong_region: fn(said: &str) -> String,
    pub right_region: fn(region: &str) -> String,
    pub trusts_cloud: &'static str,
    pub organization: fn(name: &str) -> String,
    pub confirmed: fn(email: &str) -> String,
}

/// What is seen of the billing token.
#[derive(Debug)]
pub struct Token {
    pub wrong_password: fn(said: &str) -> String,
    pub generated: fn(length: usize) -> String,
    pub applied: &'static str,
    pub never: &'static str,
    pub old_still_works: &'static str,
    pub old_refused: fn(said: &str) -> String,
    pub new_works: &'static str,
}

/// What is seen of syncs.
#[derive(Debug)]
pub struct Sync {
    pub done: fn(time: &str) -> String,
    pub license_done: fn(time: &str) -> String,
}

/// What is seen of a sponsorship that is given.
#[derive(Debug)]
pub struct Gift {
    pub not_to_oneself: fn(said: &str) -> String,
    pub awaiting_sync: fn(email: &str) -> String,
    pub no_mail_yet: &'static str,
    pub sent: fn(email: &str) -> String,
    pub mail_to_newcomer: fn(subject: &str) -> String,
    pub mail_to_customer: fn(subject: &str) -> String,
    pub not_for_others: &'static str,
    pub account_made: &'static str,
    pub redeemed: fn(name: &str) -> String,
    pub used_link: fn(said: &str) -> String,
    pub active: fn(email: &str, until: &str) -> String,
}

/// What is seen of a sponsorship that ends.
#[derive(Debug)]
pub struct Ending {
    pub removed_awaiting_sync: fn(email: &str) -> String,
    pub gone: fn(email: &str) -> String,
    pub link_dead: &'static str,
    pub expires: fn(email: &str, until: &str) -> String,
    pub still_free: fn(name: &str) -> String,
    pub ended: fn(name: &str) -> String,
    pub mail: fn(subject: &str) -> String,
}

/// What is seen of licences.
#[derive(Debug)]
pub struct License {
    pub granted: &'static str,
    pub too_new: fn(said: &str) -> String,
    pub still_enabled: &'static str,
    pub uploaded: fn(name: &str) -> String,
}

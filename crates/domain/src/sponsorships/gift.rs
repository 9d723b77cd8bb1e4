//! What a sponsorship is, whatever state it is in.

use chrono::{DateTime, Utc};

use super::Sponsorship;
use crate::{
    accounts::enc_string::is_encrypted,
    id::Id,
    organizations::{Member, Organization},
};

/// For whom it is, as the sponsor wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The mail address, trimmed, in the case it was typed in.
    pub email: String,
    /// The name the sponsor knows it by; clients send the mail address.
    pub friendly_name: Option<String>,
    /// What administrators noted, encrypted by their client.
    pub notes: Option<String>,
}

/// What is wrong with what was written about a recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecipientProblem {
    /// It is no mail address.
    #[error("This is not an email address.")]
    Email,
    /// It is too long.
    #[error("This is longer than 256 characters.")]
    Name,
    /// They are too long.
    #[error("The notes are too long.")]
    Notes,
    /// The notes are there for everyone to read.
    #[error("The notes must be an encrypted string.")]
    PlainNotes,
}

impl RecipientProblem {
    /// The protocol's name for the field at fault.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Email => "SponsoredEmail",
            Self::Name => "FriendlyName",
            Self::Notes | Self::PlainNotes => "Notes",
        }
    }
}

impl Recipient {
    /// A recipient as a sponsor wrote it down.
    ///
    /// # Errors
    ///
    /// The first field that is wrong.
    pub fn new(
        email: &str,
        friendly_name: Option<String>,
        notes: Option<String>,
    ) -> Result<Self, RecipientProblem> {
        let email = email.trim();
        let plain = email.chars().all(|c| !c.is_whitespace() && !c.is_control());
        let parts = email.rsplit_once('@');
        let whole = parts.is_some_and(|(local, host)| {
            !local.is_empty()
                && !local.contains(['@', '<', '>', ',', ';'])
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
        });
        if !plain || !whole || email.chars().count() > 256 {
            return Err(RecipientProblem::Email);
        }
        if friendly_name.as_ref().is_some_and(|name| name.chars().count() > 256) {
            return Err(RecipientProblem::Name);
        }
        if notes.as_ref().is_some_and(|notes| notes.len() > 512) {
            return Err(RecipientProblem::Notes);
        }
        // The server is not to read them.
        if notes.as_ref().is_some_and(|notes| !is_encrypted(notes)) {
            return Err(RecipientProblem::PlainNotes);
        }
        Ok(Self { email: email.to_owned(), friendly_name, notes })
    }

    /// The mail address as it is compared: in lower case.
    pub fn key(&self) -> String {
        self.email.trim().to_lowercase()
    }
}

/// What a sponsorship is, whatever state it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gift {
    /// The same on the cloud and on the self-hosted server.
    pub id: Id<Sponsorship>,
    /// Who gives it; none once that organization is deleted.
    pub organization: Option<Id<Organization>>,
    /// The member who gives it; on the cloud, as the self-hosted server names them.
    pub member: Id<Member>,
    /// Whether an administrator gives it in the organization's name.
    pub admin_initiated: bool,
    /// For whom.
    pub recipient: Recipient,
    /// When it came into its state.
    pub since: DateTime<Utc>,
    /// When both sides last agreed on it; never, for those a cloud gives itself.
    pub last_sync_at: Option<DateTime<Utc>>,
    /// When the member who gave it was revoked.
    pub sponsor_gone_at: Option<DateTime<Utc>>,
    /// The smallest reminder, in days before the end, already sent.
    pub reminded_days: Option<i64>,
    /// The sponsoring organization's count of changes when this changed.
    pub revision: i64,
    /// The other side's count that is in here; 0 before the first sync.
    pub peer_revision: i64,
    /// Whether the other side has yet to answer the last change.
    pub unsent: bool,
    /// Why the other side does not take it, as a code.
    pub refusal: Option<String>,
    /// How often the offer was mailed.
    pub mailings: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl Gift {
    /// A gift nobody has heard of yet.
    pub fn new(
        id: Id<Sponsorship>,
        organization: Id<Organization>,
        member: Id<Member>,
        admin_initiated: bool,
        recipient: Recipient,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            organization: Some(organization),
            member,
            admin_initiated,
            recipient,
            since: now,
            last_sync_at: None,
            sponsor_gone_at: None,
            reminded_days: None,
            revision: 0,
            peer_revision: 0,
            unsent: false,
            refusal: None,
            mailings: 0,
            created_at: now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Recipient, RecipientProblem};

    #[test]
    fn what_may_be_written_about_a_recipient() {
        let long = "x".repeat(600);
        let cases = [
            ("plain", "amy@home.test", None, None, None),
            ("with blanks around it", " amy@home.test ", None, None, None),
            ("nothing", "", None, None, Some(RecipientProblem::Email)),
            ("no host", "amy@", None, None, Some(RecipientProblem::Email)),
            ("no dot", "amy@home", None, None, Some(RecipientProblem::Email)),
            (
                "two addresses",
                "amy@home.test, bob@home.test",
                None,
                None,
                Some(RecipientProblem::Email),
            ),
            ("a line break", "amy\n@home.test", None, None, Some(RecipientProblem::Email)),
            (
                "a long name",
                "amy@home.test",
                Some(long.clone()),
                None,
                Some(RecipientProblem::Name),
            ),
            (
                "long notes",
                "amy@home.test",
                None,
                Some(long.clone()),
                Some(RecipientProblem::Notes),
            ),
            (
                "notes anyone can read",
                "amy@home.test",
                None,
                Some("our neighbour".to_owned()),
                Some(RecipientProblem::PlainNotes),
            ),
            ("encrypted notes", "amy@home.test", None, Some("2.AAAA|AAAA|AAAA".to_owned()), None),
        ];
        for (case, email, name, notes, problem) in cases {
            assert_eq!(Recipient::new(email, name, notes).err(), problem, "{case}");
        }
        assert_eq!(Recipient::new("Amy@Home.test", None, None).unwrap().key(), "amy@home.test");
    }
}

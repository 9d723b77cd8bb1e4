//! Letters about membership.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    id::Id,
    organizations::{Member, membership::Invited},
};
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx, organizations::OrganizationRecord};
use url::form_urlencoded::byte_serialize;
use uuid::Uuid;

use crate::{
    App,
    mail::{Envelope, Letter},
};

/// How long an invitation is good.
pub(super) const INVITATION_LIFE: TimeDelta = TimeDelta::hours(120);

/// What invitations are signed for.
pub(super) const INVITATION: &str = "org-invite";

/// What the link in an invitation proves.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Invitation {
    /// The member it was written for.
    pub member: Uuid,
    /// The address it went to.
    pub email: String,
}

/// Someone who says they were invited.
#[derive(Debug)]
pub struct Invitee {
    /// Into which place.
    pub member: Id<Member>,
    /// At which address, in lower case.
    pub email: String,
}

/// `text` as it stands in an address; clients do not read `+` as a blank.
fn encoded(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

impl App {
    /// Whether `token` is the one that was mailed to this very invitee, and not too old.
    pub(crate) fn is_invited(&self, invitee: &Invitee, token: &str) -> bool {
        self.keys.verify::<Invitation>(INVITATION, token, self.now()).is_some_and(|claimed| {
            claimed.member == invitee.member.uuid() && claimed.email == invitee.email
        })
    }

    /// Writes invitations; each goes out once more whenever this is called in another minute.
    pub(super) async fn post_invitations(
        &self,
        tx: &mut Tx,
        organization: &OrganizationRecord,
        invited: &[Invited],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let emails: Vec<String> = invited.iter().map(|it| it.email.clone()).collect();
        let cultures = tx.cultures(&emails).await?;
        let until = now + INVITATION_LIFE;
        let envelopes: Vec<Envelope> = invited
            .iter()
            .filter_map(|it| {
                let known = cultures.iter().find(|(email, _)| *email == it.email);
                let content = Invitation { member: it.seat.id.uuid(), email: it.email.clone() };
                let token = self.keys.sign(INVITATION, &content, Some(until))?;
                let link = self.settings.address(&format!(
                    "/#/accept-organization?organizationId={}&organizationUserId={}&email={}\
                     &organizationName={}&token={}&initOrganization=false\
                     &orgUserHasExistingUser={}",
                    organization.id,
                    it.seat.id,
                    encoded(&it.email),
                    encoded(&organization.name),
                    encoded(&token),
                    known.is_some(),
                ));
                Some(Envelope {
                    to: it.email.clone(),
                    culture: known.map(|(_, culture)| culture.clone()),
                    dedupe_key: format!("invitation:{}:{}", it.seat.id, now.timestamp() / 60),
                    letter: Letter::Invitation {
                        organization: organization.name.clone(),
                        link,
                        until,
                    },
                })
            })
            .collect();
        self.post_for(tx, Some(organization.id), &envelopes, now).await
    }

    /// Tells those who can confirm that someone waits for it.
    pub(super) async fn post_accepted(
        &self,
        tx: &mut Tx,
        organization: &OrganizationRecord,
        member: Id<Member>,
        email: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let link = self.settings.address(&format!("/#/organizations/{}/members", organization.id));
        let envelopes: Vec<Envelope> = tx
            .confirmers(organization.id)
            .await?
            .into_iter()
            .map(|contact| Envelope {
                to: contact.email,
                culture: Some(contact.culture),
                dedupe_key: format!(
                    "member-accepted:{member}:{}:{}",
                    contact.id,
                    now.timestamp_micros()
                ),
                letter: Letter::MemberAccepted {
                    organization: organization.name.clone(),
                    member: email.to_owned(),
                    link: link.clone(),
                },
            })
            .collect();
        self.post(tx, &envelopes, now).await
    }

    /// Tells members that they can read what the organization shares.
    pub(super) async fn post_confirmed(
        &self,
        tx: &mut Tx,
        organization: &OrganizationRecord,
        members: &[Id<Member>],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let link = self.settings.address(&format!("/#/vault?organizationId={}", organization.id));
        let letter = Letter::MemberConfirmed { organization: organization.name.clone(), link };
        self.post_members(tx, organization, members, "member-confirmed", &letter, now).await
    }

    /// Tells people that they are no longer members; before they are removed, while they are known.
    pub(super) async fn post_removed(
        &self,
        tx: &mut Tx,
        organization: &OrganizationRecord,
        members: &[Id<Member>],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let letter = Letter::MemberRemoved { organization: organization.name.clone() };
        self.post_members(tx, organization, members, "member-removed", &letter, now).await
    }

    async fn post_members(
        &self,
        tx: &mut Tx,
        organization: &OrganizationRecord,
        members: &[Id<Member>],
        name: &str,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let contacts = tx.contacts(organization.id, members).await?;
        let at = now.timestamp_micros();
        let envelopes: Vec<Envelope> = contacts
            .into_iter()
            .map(|contact| Envelope {
                to: contact.email,
                culture: Some(contact.culture),
                dedupe_key: format!("{name}:{}:{}:{at}", organization.id, contact.id),
                letter: letter.clone(),
            })
            .collect();
        self.post(tx, &envelopes, now).await
    }
}

//! Members who do not meet what their organization demands are suspended, and told how to come back.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    id::Id,
    organizations::{Member, Revocation},
};
use store::{StoreError, Tx, organizations::OrganizationRecord, outbox::Event};

use crate::{
    App,
    mail::{Envelope, Letter},
};

impl App {
    /// Suspends these members, whom a policy does not let stay; `by` is who changed what. The
    /// organization is held.
    pub(crate) async fn suspend_unfit(
        &self,
        tx: &mut Tx,
        organization: &OrganizationRecord,
        members: &[Id<Member>],
        because: Revocation,
        by: Option<Id<User>>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if members.is_empty() {
            return Ok(());
        }
        let id = organization.id;
        tx.revoke_members(id, members, because, now).await?;
        tx.sponsors_revoked(id, members, now).await?;
        tx.touch_members(id, now).await?;
        let event = |member: &Id<Member>| Event {
            acting_user: by.map(Id::uuid),
            ..Event::of(because.event(), id).member(member.uuid())
        };
        let events: Vec<Event> = members.iter().map(event).collect();
        tx.record_all(&events, now).await?;

        let letter = Letter::MemberSuspended { organization: organization.name.clone(), because };
        let contacts = tx.contacts(id, members).await?.into_iter();
        let at = now.timestamp_micros();
        let envelopes: Vec<Envelope> = contacts
            .map(|contact| Envelope {
                to: contact.email,
                culture: Some(contact.culture),
                dedupe_key: format!("member-suspended:{id}:{}:{at}", contact.id),
                letter: letter.clone(),
            })
            .collect();
        self.post(tx, &envelopes, now).await
    }

    /// Suspends `user`, who has no two-step login any more, where it is required.
    pub(crate) async fn two_step_ended(
        &self,
        tx: &mut Tx,
        user: Id<User>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        // In the order of their ids: two who hold the same never wait for each other.
        for (id, member) in tx.places_with_two_step(user).await? {
            tx.hold_organization(id, now).await?;
            if let Some(organization) = tx.organization(id).await? {
                let because = Revocation::TwoStepMissing;
                self.suspend_unfit(tx, &organization, &[member], because, Some(user), now).await?;
            }
        }
        Ok(())
    }
}

//! Reading the event log, and forgetting what is old.

use chrono::{DateTime, Utc};
use domain::{
    accounts::User,
    events::{Place, Span},
    id::Id,
    organizations::{Feature, Features, Organization},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    db::{Arg, StoreError, Tx, args, statements},
    outbox::Event,
};

statements! {
    OF_ORGANIZATION = "
        SELECT id, kind, organization_id, provider_id, user_id, acting_user_id, member_id,
               subject_id, installation_id, device_type, ip_address, system_user, happened_at
          FROM events
         WHERE organization_id = $1 AND happened_at >= $2 AND (happened_at, id) < ($3, $4)
         ORDER BY happened_at DESC, id DESC
         LIMIT $5";

    CHOSEN = "
        SELECT id, kind, organization_id, provider_id, user_id, acting_user_id, member_id,
               subject_id, installation_id, device_type, ip_address, system_user, happened_at
          FROM events
         WHERE organization_id = $1 AND happened_at >= $2 AND (happened_at, id) < ($3, $4)
           AND (CAST($5 AS UUID) IS NULL OR acting_user_id = $5)
           AND (CAST($6 AS UUID) IS NULL OR member_id = $6)
         ORDER BY happened_at DESC, id DESC
         LIMIT $7";

    CHOSEN_KINDS = "
        SELECT id, kind, organization_id, provider_id, user_id, acting_user_id, member_id,
               subject_id, installation_id, device_type, ip_address, system_user, happened_at
          FROM events
         WHERE organization_id = $1 AND happened_at >= $2 AND (happened_at, id) < ($3, $4)
           AND (CAST($5 AS UUID) IS NULL OR acting_user_id = $5)
           AND (CAST($6 AS UUID) IS NULL OR member_id = $6)
           AND kind IN ({list})
         ORDER BY happened_at DESC, id DESC
         LIMIT $7";

    BY_MEMBER = "
        SELECT id, kind, organization_id, provider_id, user_id, acting_user_id, member_id,
               subject_id, installation_id, device_type, ip_address, system_user, happened_at
          FROM events
         WHERE organization_id = $1 AND acting_user_id = $2
           AND happened_at >= $3 AND (happened_at, id) < ($4, $5)
         ORDER BY happened_at DESC, id DESC
         LIMIT $6";

    OF_USER = "
        SELECT id, kind, organization_id, provider_id, user_id, acting_user_id, member_id,
               subject_id, installation_id, device_type, ip_address, system_user, happened_at
          FROM events
         WHERE user_id = $1 AND organization_id IS NULL
           AND happened_at >= $2 AND (happened_at, id) < ($3, $4)
         ORDER BY happened_at DESC, id DESC
         LIMIT $5";

    LOGGING = "
        SELECT o.id, o.features
          FROM memberships m
          JOIN organizations o ON o.id = m.organization_id
         WHERE m.user_id = $1 AND m.status = 2 AND o.enabled = TRUE";

    /// So few at a time that nobody waits long; the number stands here so that engines plan with it.
    FORGET = "
        DELETE FROM events
         WHERE id IN (SELECT id FROM events WHERE happened_at < $1 ORDER BY happened_at LIMIT 1000)";
}

/// A line of the event log, as it was read.
#[derive(Debug, Clone, FromRow)]
pub struct EventRow {
    /// Which.
    pub id: Uuid,
    /// What happened, by the protocol's number.
    pub kind: i64,
    /// In which organization.
    pub organization_id: Option<Uuid>,
    /// In which provider.
    pub provider_id: Option<Uuid>,
    /// Whom it is about.
    pub user_id: Option<Uuid>,
    /// Who did it.
    pub acting_user_id: Option<Uuid>,
    /// The member it is about.
    pub member_id: Option<Uuid>,
    /// Anything else it is about.
    pub subject_id: Option<Uuid>,
    /// The self-hosted server that did it.
    pub installation_id: Option<Uuid>,
    /// The kind of device.
    pub device_type: Option<i64>,
    /// Where it was done from.
    pub ip_address: Option<String>,
    /// What did it, when nobody did.
    pub system_user: Option<i64>,
    /// When.
    pub happened_at: DateTime<Utc>,
}

/// Which events of an organization are read; all of them unless told otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// Only these kinds, by the protocol's numbers.
    pub kinds: Vec<i64>,
    /// Only what this person did.
    pub actor: Option<Uuid>,
    /// Only what is about this member.
    pub member: Option<Uuid>,
}

/// Whose events are read.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// Everything in an organization.
    Organization(Id<Organization>),
    /// What one person did in it.
    Member(Id<Organization>, Id<User>),
    /// What a person did to their own account.
    User(Id<User>),
}

impl Tx {
    /// Events in `span` after `place`, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn events(
        &mut self,
        whose: Whose,
        span: Span,
        place: Place,
        at_most: i64,
    ) -> Result<Vec<EventRow>, StoreError> {
        let (start, at, id) = (span.start, place.at.min(span.end), place.id);
        match whose {
            Whose::Organization(organization) => {
                self.all(OF_ORGANIZATION, args![organization, start, at, id, at_most]).await
            }
            Whose::Member(organization, user) => {
                self.all(BY_MEMBER, args![organization, user, start, at, id, at_most]).await
            }
            Whose::User(user) => self.all(OF_USER, args![user, start, at, id, at_most]).await,
        }
    }

    /// Chosen events of an organization in `span` after `place`, the newest first.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn chosen_events(
        &mut self,
        organization: Id<Organization>,
        filter: &EventFilter,
        span: Span,
        place: Place,
        at_most: i64,
    ) -> Result<Vec<EventRow>, StoreError> {
        let (start, at, id) = (span.start, place.at.min(span.end), place.id);
        let args = args![organization, start, at, id, filter.actor, filter.member, at_most];
        if filter.kinds.is_empty() {
            return self.all(CHOSEN, args).await;
        }
        let kinds: Vec<Arg<'_>> = filter.kinds.iter().map(|kind| Arg::from(*kind)).collect();
        self.all_in(CHOSEN_KINDS, args, &kinds).await
    }

    /// The organizations that log what `user` does: confirmed there, and the log is in their plan.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn logging_organizations(
        &mut self,
        user: Id<User>,
    ) -> Result<Vec<Id<Organization>>, StoreError> {
        let rows: Vec<(Uuid, i64)> = self.all(LOGGING, args![user]).await?;
        let logs = |bits: i64| Features::from_bits(bits).has(Feature::Events);
        Ok(rows.into_iter().filter(|(_, bits)| logs(*bits)).map(|(id, _)| Id::new(id)).collect())
    }

    /// Adds what a person did to their own account to the log, and a copy to that of each
    /// organization they are in.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn record_of_person(
        &mut self,
        user: Id<User>,
        event: Event,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut events = vec![event.clone()];
        for organization in self.logging_organizations(user).await? {
            events.push(Event { organization: Some(organization.uuid()), ..event.clone() });
        }
        self.record_all(&events, now).await
    }

    /// Forgets the oldest events from before `before`, at most a thousand; answers how many.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_events(&mut self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        self.execute(FORGET, args![before]).await
    }
}

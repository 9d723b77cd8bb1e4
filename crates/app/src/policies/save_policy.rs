//! An administrator switches a policy.

use chrono::{DateTime, Utc};
use domain::{
    authz::{ManagePolicies, Permit},
    events::EventKind,
    id::Id,
    organizations::{Feature, Organization, Revocation},
    policies::{Policy, PolicyKind, PolicyRefusal, switch},
};
use store::{StoreError, Tx, organizations::OrganizationRecord, outbox::Event};

use crate::{
    App,
    fault::{Fault, Kind},
    mail::{Envelope, Letter},
};

/// Why a policy could not be switched.
#[derive(Debug, thiserror::Error)]
pub enum SavePolicyError {
    /// The organization is gone.
    #[error("Resource not found.")]
    NoSuchOrganization,
    /// A rule is in the way.
    #[error(transparent)]
    Refused(#[from] PolicyRefusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for SavePolicyError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoSuchOrganization => Kind::NotFound,
            Self::Refused(_) => Kind::Invalid,
            Self::Store(error) => error.kind(),
        }
    }
}

impl App {
    /// Switches a policy, and says in detail what it demands.
    ///
    /// # Errors
    ///
    /// See [`SavePolicyError`].
    pub async fn save_policy(
        &self,
        permit: Permit<ManagePolicies>,
        kind: PolicyKind,
        enabled: bool,
        data: Option<String>,
    ) -> Result<Policy, SavePolicyError> {
        let now = self.now();
        let id = permit.organization();
        let mut tx = self.db.write().await?;
        tx.hold_organization(id, now).await?;
        let organization = tx.organization(id).await?;
        let organization = organization.ok_or(SavePolicyError::NoSuchOrganization)?;
        if !organization.entitlements.features.has(Feature::Policies) {
            return Err(PolicyRefusal::NotInPlan.into());
        }
        let before = tx.policies(id).await?;
        let on: Vec<PolicyKind> = before.iter().filter(|it| it.enabled).map(|it| it.kind).collect();
        switch(kind, enabled, &on)?;

        let found = before.into_iter().find(|it| it.kind == kind);
        let policy = Policy {
            id: found.map_or_else(|| self.id(), |it| it.id),
            organization: id,
            kind,
            enabled,
            data,
            revised_at: now,
        };
        tx.save_policy(&policy).await?;
        if kind == PolicyKind::FreeFamilies && enabled && !on.contains(&kind) {
            self.tell_families(&mut tx, &organization, now).await?;
        }
        if let Some(because) = Revocation::by(kind).filter(|_| enabled && !on.contains(&kind)) {
            let unfit = tx.unfit_members(id, because).await?;
            let by = permit.actor().user();
            self.suspend_unfit(&mut tx, &organization, &unfit, because, by, now).await?;
        }
        let event = Event::by(EventKind::PolicyUpdated, &permit).about(policy.id.uuid());
        tx.record(event, now).await?;
        tx.touch_members(id, now).await?;
        tx.commit().await?;
        Ok(policy)
    }

    /// Tells the owners of sponsored organizations that their sponsor stops.
    async fn tell_families(
        &self,
        tx: &mut Tx,
        organization: &OrganizationRecord,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let families = tx.sponsored_families(organization.id).await?;
        let ids: Vec<Id<Organization>> = families.iter().map(|it| Id::new(it.families)).collect();
        let owners = tx.owners(&ids).await?;
        let envelopes: Vec<Envelope> = owners
            .into_iter()
            .filter_map(|owner| {
                let sponsored = families.iter().find(|it| it.families == owner.organization_id)?;
                let path = format!("/#/organizations/{}/billing/subscription", sponsored.families);
                Some(Envelope {
                    to: owner.email,
                    culture: Some(owner.culture),
                    dedupe_key: format!(
                        "sponsorship-policy:{}:{}:{}:{}",
                        organization.id,
                        sponsored.families,
                        owner.id,
                        now.timestamp_micros()
                    ),
                    letter: Letter::SponsorshipPolicy {
                        families: sponsored.name.clone(),
                        organization: organization.name.clone(),
                        until: sponsored.valid_until,
                        link: self.settings.address(&path),
                    },
                })
            })
            .collect();
        self.post(tx, &envelopes, now).await
    }
}

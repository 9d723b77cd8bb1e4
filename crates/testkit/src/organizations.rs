//! Organizations and the people in them.

use domain::{
    billing::{PlanType, Subscription},
    id::Id,
    organizations::{
        CollectionRules, Entitlements, Founder, Founding, Member, Membership, Organization, Role,
        membership::{Accepted, Confirmed, Invited, Seat},
    },
};

use crate::{Person, TestServer};

/// An organization key as a client wraps it for a member.
pub const ORGANIZATION_KEY: &str = "4.AAAA";

impl TestServer {
    /// An organization of `owner`'s with the plan of that lookup key (`enterprise-annually`;
    /// `enterprise`, `teams`, `families` and `free` mean the yearly ones) and ten seats where seats
    /// are sold, paid for a year.
    pub async fn organization(&self, owner: &Person, plan: &str) -> Id<Organization> {
        let (id, plan) = self.founded(owner, plan).await;
        let now = self.app.now();
        let mut tx = self.app.db.write().await.unwrap();
        let subscription = Subscription::start(id, plan, false, now);
        tx.save_subscriptions(&[subscription], now).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn founded(&self, owner: &Person, plan: &str) -> (Id<Organization>, PlanType) {
        let named = |kind: &&PlanType| {
            let key = kind.plan().lookup_key;
            key == plan || key == format!("{plan}-annually")
        };
        let plan = *PlanType::ALL.iter().find(named).unwrap();
        let id = self.app.id();
        let now = self.app.now();
        let founding = Founding {
            id,
            name: format!("Organization of {}", owner.email.split('@').next().unwrap()),
            billing_email: owner.email.clone(),
            business_name: None,
            entitlements: Entitlements::of(plan, 10, 0),
            collection_rules: CollectionRules::NONE,
            max_autoscale_seats: None,
            public_key: Some("AAAA".to_owned()),
            private_key: Some("2.AAAA|AAAA|AAAA".to_owned()),
            license_key: self.app.alphanumeric(20),
            expires_at: None,
            expires_without_grace_at: None,
            founder: Founder {
                member: self.app.id(),
                user: owner.id,
                key: ORGANIZATION_KEY.to_owned(),
            },
            collection: None,
        };
        let mut tx = self.app.db.write().await.unwrap();
        tx.found_organization(&founding, now).await.unwrap();
        tx.commit().await.unwrap();
        (id, plan)
    }

    /// The same without a subscription, as on a server where a licence says what it may do.
    pub async fn licensed_organization(&self, owner: &Person, plan: &str) -> Id<Organization> {
        self.founded(owner, plan).await.0
    }

    /// `person`, confirmed in `organization` as `role`.
    pub async fn member(
        &self,
        organization: Id<Organization>,
        person: &Person,
        role: Role,
    ) -> Id<Member> {
        let seat = Seat { id: self.app.id(), organization, role };
        let key = ORGANIZATION_KEY.to_owned();
        self.seat(Membership::Confirmed(Confirmed { seat, user: person.id, key })).await
    }

    /// `person`, who accepted and waits to be confirmed as `role`.
    pub async fn accepted_member(
        &self,
        organization: Id<Organization>,
        person: &Person,
        role: Role,
    ) -> Id<Member> {
        let seat = Seat { id: self.app.id(), organization, role };
        let email = Some(person.email.clone());
        self.seat(Membership::Accepted(Accepted { seat, user: person.id, email })).await
    }

    /// An invitation to `email`, as `role`.
    pub async fn invited_member(
        &self,
        organization: Id<Organization>,
        email: &str,
        role: Role,
    ) -> Id<Member> {
        let seat = Seat { id: self.app.id(), organization, role };
        self.seat(Membership::Invited(Invited { seat, email: email.to_owned() })).await
    }

    async fn seat(&self, member: Membership) -> Id<Member> {
        let mut tx = self.app.db.write().await.unwrap();
        let id = member.seat().id;
        assert_eq!(tx.add_memberships(&[member], self.app.now()).await.unwrap(), 1);
        tx.commit().await.unwrap();
        id
    }
}

//! What organizations demand of their members.

use chrono::{DateTime, Utc};
use domain::{
    id::Id,
    organizations::Organization,
    policies::{Policy, PolicyKind},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    FIND = "
        SELECT id, organization_id, kind, enabled, data, revised_at
          FROM policies
         WHERE organization_id = $1
         ORDER BY kind";

    SAVE = "
        INSERT INTO policies (id, organization_id, kind, enabled, data, revised_at)
        VALUES {rows}
        ON CONFLICT (organization_id, kind) DO UPDATE
           SET enabled = excluded.enabled, data = excluded.data, revised_at = excluded.revised_at";

    /// 1 is the right to use policies, and the policy about master passwords; 1 and 2 are members who
    /// accepted or were confirmed.
    PASSWORD_DEMANDS = "
        SELECT p.data
          FROM policies p
          JOIN organizations o ON o.id = p.organization_id
          JOIN memberships m ON m.organization_id = o.id
         WHERE m.user_id = $1 AND m.status IN (1, 2) AND o.enabled = TRUE
           AND (o.features & 1) <> 0 AND p.kind = 1 AND p.enabled = TRUE";

    /// Those who redeemed what this organization gives, and still have it; 5 is ended.
    REDEEMED = "
        SELECT s.sponsored_organization_id AS families, f.name, s.valid_until
          FROM sponsorships s
          JOIN organizations f ON f.id = s.sponsored_organization_id
         WHERE s.sponsoring_organization_id = $1 AND s.state <> 5
         ORDER BY f.name, f.id";
}

#[derive(FromRow)]
struct PolicyRow {
    id: Uuid,
    organization_id: Uuid,
    kind: i64,
    enabled: bool,
    data: Option<String>,
    revised_at: DateTime<Utc>,
}

impl TryFrom<PolicyRow> for Policy {
    type Error = StoreError;

    fn try_from(row: PolicyRow) -> Result<Self, StoreError> {
        let wrong = StoreError::Inconsistent { table: "policies", id: row.id };
        Ok(Self {
            id: Id::new(row.id),
            organization: Id::new(row.organization_id),
            kind: PolicyKind::from_number(row.kind).ok_or(wrong)?,
            enabled: row.enabled,
            data: row.data,
            revised_at: row.revised_at,
        })
    }
}

/// A Families organization that lives on a sponsorship.
#[derive(Debug, Clone, FromRow)]
pub struct RedeemedRow {
    /// Which.
    pub families: Uuid,
    /// Its name.
    pub name: String,
    /// Until when the sponsorship is good, if that is known.
    pub valid_until: Option<DateTime<Utc>>,
}

impl Tx {
    /// The policies `organization` has ever set.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn policies(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<Policy>, StoreError> {
        let rows: Vec<PolicyRow> = self.all(FIND, args![organization]).await?;
        rows.into_iter().map(Policy::try_from).collect()
    }

    /// What the organizations of `user` demand of master passwords, as clients wrote it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn password_demands(
        &mut self,
        user: Id<domain::accounts::User>,
    ) -> Result<Vec<Option<String>>, StoreError> {
        let rows: Vec<(Option<String>,)> = self.all(PASSWORD_DEMANDS, args![user]).await?;
        Ok(rows.into_iter().map(|(data,)| data).collect())
    }

    /// Keeps a policy, new or changed; one that is there keeps its id.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_policy(&mut self, policy: &Policy) -> Result<(), StoreError> {
        let row = [
            Arg::from(policy.id),
            Arg::from(policy.organization),
            Arg::from(policy.kind.number()),
            Arg::from(policy.enabled),
            Arg::from(&policy.data),
            Arg::from(policy.revised_at),
        ];
        self.execute_rows(SAVE, row.len(), &row).await.map(drop)
    }

    /// The Families organizations that live on sponsorships of `organization`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn sponsored_families(
        &mut self,
        organization: Id<Organization>,
    ) -> Result<Vec<RedeemedRow>, StoreError> {
        self.all(REDEEMED, args![organization]).await
    }
}

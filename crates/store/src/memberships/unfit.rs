//! Members a policy does not let stay. Policies do not bind owners and admins: 0 and 1; members are
//! those who accepted or were confirmed: 1 and 2; 1 is the right to use policies.

use domain::{
    accounts::User,
    id::Id,
    organizations::{Member, Organization, Revocation},
};
use uuid::Uuid;

use crate::db::{Arg, Sql, StoreError, Tx, args, statements};

statements! {
    WITHOUT_TWO_STEP = "
        SELECT m.id
          FROM memberships m
          JOIN users u ON u.id = m.user_id
         WHERE m.organization_id = $1 AND m.status IN (1, 2) AND m.role NOT IN (0, 1)
           AND u.two_step = FALSE
         ORDER BY m.id";

    ELSEWHERE = "
        SELECT m.id
          FROM memberships m
         WHERE m.organization_id = $1 AND m.status IN (1, 2) AND m.role NOT IN (0, 1)
           AND EXISTS (SELECT 1 FROM memberships other
                        WHERE other.user_id = m.user_id AND other.status IN (1, 2)
                          AND other.organization_id <> m.organization_id)
         ORDER BY m.id";

    TWO_STEP_DEMANDED = "
        SELECT m.organization_id, m.id
          FROM memberships m
          JOIN organizations o ON o.id = m.organization_id
          JOIN policies p ON p.organization_id = o.id
         WHERE m.user_id = $1 AND m.status IN (1, 2) AND m.role NOT IN (0, 1)
           AND o.enabled = TRUE AND (o.features & 1) <> 0 AND p.kind = 0 AND p.enabled = TRUE
         ORDER BY m.organization_id";

    SAVE_RECOVERY_KEY = "
        UPDATE memberships SET reset_password_key = $1, revised_at = $2
         WHERE id = $3 AND status IN (1, 2)";
}

impl Tx {
    /// The members who would be suspended for `because`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn unfit_members(
        &mut self,
        organization: Id<Organization>,
        because: Revocation,
    ) -> Result<Vec<Id<Member>>, StoreError> {
        let sql: Sql = match because {
            Revocation::ByAdministrator => return Ok(Vec::new()),
            Revocation::TwoStepMissing => WITHOUT_TWO_STEP,
            Revocation::MemberElsewhere => ELSEWHERE,
        };
        let rows: Vec<(Uuid,)> = self.all(sql, args![organization]).await?;
        Ok(rows.into_iter().map(|(id,)| Id::new(id)).collect())
    }

    /// The places of `user` that require two-step login.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn places_with_two_step(
        &mut self,
        user: Id<User>,
    ) -> Result<Vec<(Id<Organization>, Id<Member>)>, StoreError> {
        let rows: Vec<(Uuid, Uuid)> = self.all(TWO_STEP_DEMANDED, args![user]).await?;
        Ok(rows.into_iter().map(|(at, member)| (Id::new(at), Id::new(member))).collect())
    }

    /// Keeps the key that lets administrators recover the member's account, or that they cannot.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when the member is suspended, or gone.
    pub async fn save_recovery_key(
        &mut self,
        member: Id<Member>,
        key: Option<&str>,
        now: chrono::DateTime<chrono::Utc>,
    ) -> Result<(), StoreError> {
        self.change(SAVE_RECOVERY_KEY, &[Arg::from(key), Arg::from(now), Arg::from(member)]).await
    }
}

//! Members, in whichever state they are.

mod door;
pub mod people;
mod unfit;

use chrono::{DateTime, Utc};
use domain::{
    authz::Permissions,
    id::Id,
    organizations::{
        Member, Membership, Organization, Revocation, Role,
        membership::{Accepted, Confirmed, Invited, Revoked, Seat, Staged},
    },
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, args, statements};

statements! {
    FIND = "
        SELECT id, organization_id, user_id, email, role, permissions, status, status_before,
               revoked_at, key
          FROM memberships
         WHERE organization_id = $1 AND id = $2";

    FIND_MANY = "
        SELECT id, organization_id, user_id, email, role, permissions, status, status_before,
               revoked_at, key
          FROM memberships
         WHERE organization_id = $1 AND id IN ({list})";

    PLACES = "
        SELECT organization_id, id FROM memberships WHERE user_id = $1 ORDER BY organization_id";

    OF_USER = "
        SELECT id, organization_id, user_id, email, role, permissions, status, status_before,
               revoked_at, key
          FROM memberships
         WHERE organization_id = $1 AND user_id = $2";

    INSERT = "
        INSERT INTO memberships
            (id, organization_id, user_id, email, role, permissions, status, status_before,
             revoked_at, key, created_at, revised_at)
        VALUES {rows}
        ON CONFLICT DO NOTHING";

    ACCEPT = "
        UPDATE memberships
           SET status = 1, user_id = $1, revised_at = $2, status_at = $2, reset_password_key = $4
         WHERE id = $3 AND status = 0";

    /// Each has a key of their own, so the rows are named whole; all of them are there already.
    CONFIRM = "
        INSERT INTO memberships
            (id, organization_id, user_id, role, permissions, status, key, created_at, revised_at)
        VALUES {rows}
        ON CONFLICT (id) DO UPDATE
           SET status = excluded.status, key = excluded.key, email = NULL,
               revised_at = excluded.revised_at, status_at = excluded.revised_at
         WHERE memberships.status = 1";

    EDIT = "
        UPDATE memberships SET role = $1, permissions = $2, revised_at = $3
         WHERE organization_id = $4 AND id = $5";

    REVOKE = "
        UPDATE memberships
           SET status_before = status, status = -1, revoked_at = $1, revised_at = $1,
               status_at = $1, revoked_because = $3
         WHERE organization_id = $2 AND status <> -1 AND id IN ({list})";

    RESTORE = "
        UPDATE memberships
           SET status = status_before, status_before = NULL, revoked_at = NULL, revised_at = $1,
               status_at = $1, revoked_because = NULL
         WHERE organization_id = $2 AND status = -1 AND status_before IS NOT NULL
           AND id IN ({list})";

    REMOVE = "DELETE FROM memberships WHERE organization_id = $1 AND id IN ({list})";
}

/// Statements of this room, those of its children included.
#[cfg(test)]
pub(crate) const ROOM: &[&[crate::db::Sql]] = &[ALL, door::ALL, people::ALL, unfit::ALL];

#[derive(FromRow)]
struct MembershipRow {
    id: Uuid,
    organization_id: Uuid,
    user_id: Option<Uuid>,
    email: Option<String>,
    role: i64,
    permissions: i64,
    status: i64,
    status_before: Option<i64>,
    revoked_at: Option<DateTime<Utc>>,
    key: Option<String>,
}

impl TryFrom<MembershipRow> for Membership {
    type Error = StoreError;

    fn try_from(row: MembershipRow) -> Result<Self, StoreError> {
        let wrong = || StoreError::Inconsistent { table: "memberships", id: row.id };
        let permissions = Permissions::from_bits(row.permissions);
        let role = Role::from_number(row.role, permissions).ok_or_else(wrong)?;
        let seat = Seat { id: Id::new(row.id), organization: Id::new(row.organization_id), role };
        let (revoked, status) = match (row.status, row.status_before) {
            (-1, Some(before)) => (true, before),
            (status, None) => (false, status),
            _ => return Err(wrong()),
        };
        let user = row.user_id.map(Id::new);
        let found = match (status, user, row.email, row.key) {
            (3, None, Some(email), None) => Self::Staged(Staged { seat, email }),
            (0, None, Some(email), None) => Self::Invited(Invited { seat, email }),
            (1, Some(user), email, None) => Self::Accepted(Accepted { seat, user, email }),
            (2, Some(user), None, Some(key)) => Self::Confirmed(Confirmed { seat, user, key }),
            _ => return Err(StoreError::Inconsistent { table: "memberships", id: row.id }),
        };
        Ok(if revoked {
            Self::Revoked(Revoked { before: Box::new(found), at: row.revoked_at })
        } else {
            found
        })
    }
}

/// The protocol's number for the state of `member`.
pub fn status_number(member: &Membership) -> i64 {
    match member {
        Membership::Revoked(_) => -1,
        Membership::Invited(_) => 0,
        Membership::Accepted(_) => 1,
        Membership::Confirmed(_) => 2,
        Membership::Staged(_) => 3,
    }
}

impl Tx {
    /// The member `id` of `organization`.
    ///
    /// # Errors
    ///
    /// [`StoreError::Inconsistent`] when its columns contradict its status.
    pub async fn membership(
        &mut self,
        organization: Id<Organization>,
        id: Id<Member>,
    ) -> Result<Option<Membership>, StoreError> {
        let row: Option<MembershipRow> = self.optional(FIND, args![organization, id]).await?;
        row.map(Membership::try_from).transpose()
    }

    /// Those of `ids` that are members of `organization`.
    ///
    /// # Errors
    ///
    /// As [`Tx::membership`].
    pub async fn memberships(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Member>],
    ) -> Result<Vec<Membership>, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        let rows: Vec<MembershipRow> = self.all_in(FIND_MANY, args![organization], &list).await?;
        rows.into_iter().map(Membership::try_from).collect()
    }

    /// Every place `user` has, in whichever state, in the order of the organizations' ids.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn places_of(
        &mut self,
        user: Id<domain::accounts::User>,
    ) -> Result<Vec<(Id<Organization>, Id<Member>)>, StoreError> {
        let rows: Vec<(uuid::Uuid, uuid::Uuid)> = self.all(PLACES, args![user]).await?;
        let places = rows.into_iter().map(|(at, member)| (Id::new(at), Id::new(member)));
        Ok(places.collect())
    }

    /// The place of `user` in `organization`, in whichever state it is.
    ///
    /// # Errors
    ///
    /// As [`Tx::membership`].
    pub async fn membership_of(
        &mut self,
        organization: Id<Organization>,
        user: Id<domain::accounts::User>,
    ) -> Result<Option<Membership>, StoreError> {
        let row: Option<MembershipRow> = self.optional(OF_USER, args![organization, user]).await?;
        row.map(Membership::try_from).transpose()
    }

    /// Adds members; those whose address or account is there already are left alone. How many were
    /// added.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn add_memberships(
        &mut self,
        members: &[Membership],
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let values: Vec<Arg<'_>> = members
            .iter()
            .flat_map(|member| {
                let (seat, status) = (member.seat(), status_number(member));
                let (before, at) = match member {
                    Membership::Revoked(it) => (Some(status_number(&it.before)), it.at),
                    _ => (None, None),
                };
                let key = match member {
                    Membership::Confirmed(it) => Some(it.key.as_str()),
                    _ => None,
                };
                [
                    Arg::from(seat.id),
                    Arg::from(seat.organization),
                    Arg::from(member.user()),
                    Arg::from(member.email()),
                    Arg::from(seat.role.number()),
                    Arg::from(seat.role.permissions().bits()),
                    Arg::from(status),
                    Arg::from(before),
                    Arg::from(at),
                    Arg::from(key),
                    Arg::from(now),
                    Arg::from(now),
                ]
            })
            .collect();
        if values.is_empty() {
            return Ok(0);
        }
        self.execute_rows(INSERT, 12, &values).await
    }

    /// Keeps that an invitation was accepted, and the key that lets administrators recover the
    /// account, if there is one.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when someone else changed the member meanwhile.
    pub async fn save_accepted(
        &mut self,
        member: &Accepted,
        recovery_key: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(ACCEPT, args![member.user, now, member.seat.id, recovery_key]).await
    }

    /// Keeps that members were confirmed.
    ///
    /// # Errors
    ///
    /// [`StoreError::Lost`] when someone else changed one of them meanwhile.
    pub async fn save_confirmed(
        &mut self,
        members: &[Confirmed],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let values: Vec<Arg<'_>> = members
            .iter()
            .flat_map(|member| {
                [
                    Arg::from(member.seat.id),
                    Arg::from(member.seat.organization),
                    Arg::from(member.user),
                    Arg::from(member.seat.role.number()),
                    Arg::from(member.seat.role.permissions().bits()),
                    Arg::from(2),
                    Arg::from(&member.key),
                    Arg::from(now),
                    Arg::from(now),
                ]
            })
            .collect();
        let saved = self.execute_rows(CONFIRM, 9, &values).await?;
        if saved == members.len() as u64 { Ok(()) } else { Err(StoreError::Lost(saved)) }
    }

    /// Gives a member another role.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn save_role(&mut self, seat: &Seat, now: DateTime<Utc>) -> Result<(), StoreError> {
        let (role, rights) = (seat.role.number(), seat.role.permissions().bits());
        self.change(EDIT, args![role, rights, now, seat.organization, seat.id]).await
    }

    /// Suspends members; how many were not suspended already.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn revoke_members(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Member>],
        because: Revocation,
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        self.execute_in(REVOKE, args![now, organization, because.number()], &list).await
    }

    /// Brings suspended members back to what they were; how many were suspended.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn restore_members(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Member>],
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        self.execute_in(RESTORE, args![now, organization], &list).await
    }

    /// Removes members; how many there were.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn remove_members(
        &mut self,
        organization: Id<Organization>,
        ids: &[Id<Member>],
    ) -> Result<u64, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        self.execute_in(REMOVE, args![organization], &list).await
    }
}

//! Who may change whom, and how many seats that takes.

use super::{Feature, Features, Membership, Role};
use crate::{accounts::User, authz::Standing, id::Id};

/// A rule about members that a change would break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MemberRefusal {
    /// Owners are made, changed and removed by owners.
    #[error("Only an Owner can configure another Owner's account.")]
    OwnersOnly,
    /// Admins are not changed by custom roles.
    #[error("Custom users can not manage Admins or Owners.")]
    AdminsOnly,
    /// Nobody gives what they do not have.
    #[error("Custom users can only grant the same custom permissions that they have.")]
    NotHeld,
    /// The plan has no custom roles.
    #[error("To enable custom permissions the organization must be on an Enterprise plan.")]
    NoCustomRoles,
    /// The organization would be left without an owner.
    #[error("Organization must have at least one confirmed owner.")]
    LastOwner,
    /// People do not change themselves here.
    #[error("You cannot change your own membership this way.")]
    Oneself,
}

/// Someone who changes a member: their standing, and who they are.
#[derive(Debug, Clone, Copy)]
pub struct Changer {
    /// How they stand towards the organization.
    pub standing: Standing,
    /// Who they are; the server itself is nobody.
    pub user: Option<Id<User>>,
}

impl Changer {
    /// Whether they may change someone who holds `role`.
    ///
    /// # Errors
    ///
    /// [`MemberRefusal`].
    pub fn may_touch(self, role: Role) -> Result<(), MemberRefusal> {
        match (self.standing, role) {
            (Standing::Owner | Standing::Provider | Standing::Operator, _) => Ok(()),
            (_, Role::Owner) => Err(MemberRefusal::OwnersOnly),
            (Standing::Admin, _) => Ok(()),
            (_, Role::Admin) => Err(MemberRefusal::AdminsOnly),
            _ => Ok(()),
        }
    }

    /// Whether they may give someone `role` in an organization with `features`.
    ///
    /// # Errors
    ///
    /// [`MemberRefusal`].
    pub fn may_give(self, role: Role, features: Features) -> Result<(), MemberRefusal> {
        self.may_touch(role)?;
        let Role::Custom(given) = role else { return Ok(()) };
        if !features.has(Feature::CustomPermissions) {
            return Err(MemberRefusal::NoCustomRoles);
        }
        match self.standing {
            Standing::Custom(held) if !given.iter().all(|it| held.has(it)) => {
                Err(MemberRefusal::NotHeld)
            }
            _ => Ok(()),
        }
    }

    /// Whether they may remove, suspend or bring back `member`: anyone they may touch but themselves.
    ///
    /// # Errors
    ///
    /// [`MemberRefusal`].
    pub fn may_handle(self, member: &Membership) -> Result<(), MemberRefusal> {
        if self.user.is_some() && self.user == member.user() {
            return Err(MemberRefusal::Oneself);
        }
        self.may_touch(member.seat().role)
    }
}

/// How many seats an organization has, and who sits on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seating {
    /// Seats it pays for; none is no limit.
    pub seats: Option<i64>,
    /// Members who take one.
    pub members: i64,
    /// Sponsorships given by administrators, which take one each.
    pub sponsorships: i64,
    /// Whether more can be bought on the way, and up to how many.
    pub growth: Growth,
}

/// Whether an organization gets more seats when it needs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Growth {
    /// The licence says how many there are.
    FixedByLicense,
    /// The plan has so many and no more.
    FixedByPlan,
    /// Up to so many; none is no limit.
    UpTo(Option<i64>),
}

/// Why there is no seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoSeat {
    /// The licence has no more.
    #[error(
        "The license has {seats} seats and all are taken. Seats are changed with the license: update it and try again."
    )]
    License {
        /// How many there are.
        seats: i64,
    },
    /// The plan has no more.
    #[error(
        "All {seats} seats of the plan are taken. Remove a member to free one, or create an organization with a larger plan."
    )]
    Plan {
        /// How many there are.
        seats: i64,
    },
    /// The owners set a limit.
    #[error("Seat limit has been reached. Up to {limit} seats are added automatically.")]
    Limit {
        /// It.
        limit: i64,
    },
}

impl Seating {
    /// Seats taken.
    pub const fn taken(&self) -> i64 {
        self.members + self.sponsorships
    }

    /// How many seats the organization has once `more` people sit: as many as before, or more where
    /// it may grow.
    ///
    /// # Errors
    ///
    /// [`NoSeat`].
    pub fn seat(&self, more: i64) -> Result<Option<i64>, NoSeat> {
        let Some(seats) = self.seats else { return Ok(None) };
        let needed = self.taken() + more;
        if needed <= seats || more <= 0 {
            return Ok(Some(seats));
        }
        match self.growth {
            Growth::FixedByLicense => Err(NoSeat::License { seats }),
            Growth::FixedByPlan => Err(NoSeat::Plan { seats }),
            Growth::UpTo(Some(limit)) if needed > limit => Err(NoSeat::Limit { limit }),
            Growth::UpTo(_) => Ok(Some(needed)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Changer, Growth, MemberRefusal, NoSeat, Seating};
    use crate::{
        authz::{Permission, Permissions, Standing},
        organizations::{Feature, Features, Role},
    };

    const USERS: Permissions = Permissions::of(&[Permission::ManageUsers]);
    const EVENTS: Permissions = Permissions::of(&[Permission::AccessEventLogs]);

    #[test]
    fn only_owners_touch_owners_and_only_admins_touch_admins() {
        let custom = Standing::Custom(USERS);
        let cases = [
            (Standing::Owner, Role::Owner, None),
            (Standing::Provider, Role::Owner, None),
            (Standing::Admin, Role::Owner, Some(MemberRefusal::OwnersOnly)),
            (Standing::Admin, Role::Admin, None),
            (custom, Role::Owner, Some(MemberRefusal::OwnersOnly)),
            (custom, Role::Admin, Some(MemberRefusal::AdminsOnly)),
            (custom, Role::User, None),
            (custom, Role::Custom(EVENTS), None),
        ];
        for (standing, role, refusal) in cases {
            let changer = Changer { standing, user: None };
            assert_eq!(changer.may_touch(role).err(), refusal, "{standing:?} {role:?}");
        }
    }

    #[test]
    fn nobody_gives_rights_they_do_not_hold() {
        let all = Features::of(&[Feature::CustomPermissions]);
        let custom = Standing::Custom(USERS);
        let cases = [
            (Standing::Owner, Role::Custom(EVENTS), all, None),
            (Standing::Admin, Role::Custom(EVENTS), all, None),
            (custom, Role::Custom(USERS), all, None),
            (custom, Role::Custom(EVENTS), all, Some(MemberRefusal::NotHeld)),
            (custom, Role::Admin, all, Some(MemberRefusal::AdminsOnly)),
            (
                Standing::Owner,
                Role::Custom(USERS),
                Features::NONE,
                Some(MemberRefusal::NoCustomRoles),
            ),
        ];
        for (standing, role, features, refusal) in cases {
            let changer = Changer { standing, user: None };
            assert_eq!(changer.may_give(role, features).err(), refusal, "{standing:?} {role:?}");
        }
    }

    #[test]
    fn seats_grow_where_they_may() {
        let full = |seats, growth| Seating { seats, members: 3, sponsorships: 2, growth };
        let cases = [
            ("no limit", full(None, Growth::FixedByPlan), 9, Ok(None)),
            ("room left", full(Some(6), Growth::FixedByPlan), 1, Ok(Some(6))),
            ("plan full", full(Some(5), Growth::FixedByPlan), 1, Err(NoSeat::Plan { seats: 5 })),
            (
                "licence full",
                full(Some(5), Growth::FixedByLicense),
                1,
                Err(NoSeat::License { seats: 5 }),
            ),
            ("grows", full(Some(5), Growth::UpTo(None)), 2, Ok(Some(7))),
            ("grows to its limit", full(Some(5), Growth::UpTo(Some(6))), 1, Ok(Some(6))),
            (
                "beyond its limit",
                full(Some(5), Growth::UpTo(Some(6))),
                2,
                Err(NoSeat::Limit { limit: 6 }),
            ),
            ("over-full, nobody more", full(Some(1), Growth::FixedByPlan), 0, Ok(Some(1))),
        ];
        for (case, seating, more, expected) in cases {
            assert_eq!(seating.seat(more), expected, "{case}");
        }
    }
}

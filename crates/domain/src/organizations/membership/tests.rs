use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    Accepted, Applicant, Confirmed, Door, Invited, JoinPolicies, JoinRefusal, Membership, Revoked,
    Seat, Staged, WrongState,
};
use crate::{authz::Permissions, id::Id, organizations::Role};

fn seat(role: Role) -> Seat {
    Seat { id: Id::new(Uuid::from_u128(1)), organization: Id::new(Uuid::from_u128(2)), role }
}

fn now() -> DateTime<Utc> {
    "2030-01-01T00:00:00Z".parse().unwrap()
}

fn states() -> [(&'static str, Membership); 5] {
    let (seat, email) = (seat(Role::User), "member@example.com".to_owned());
    let user = Id::new(Uuid::from_u128(3));
    let invited = Membership::Invited(Invited { seat: seat.clone(), email: email.clone() });
    [
        ("staged", Membership::Staged(Staged { seat: seat.clone(), email: email.clone() })),
        ("invited", invited.clone()),
        (
            "accepted",
            Membership::Accepted(Accepted { seat: seat.clone(), user, email: Some(email) }),
        ),
        ("confirmed", Membership::Confirmed(Confirmed { seat, user, key: "4.key".to_owned() })),
        ("revoked", Membership::Revoked(Revoked { before: Box::new(invited), at: None })),
    ]
}

#[test]
fn each_step_starts_from_its_own_state() {
    // State; what keeps it from being accepted, confirmed, revoked, restored.
    use WrongState::{
        AccessRevoked, AlreadyAccepted, AlreadyRevoked, NotAccepted, NotInvited, NotRevoked,
    };
    let expected = [
        ("staged", Some(NotInvited), Some(NotAccepted), None, Some(NotRevoked), false),
        ("invited", None, Some(NotAccepted), None, Some(NotRevoked), true),
        ("accepted", Some(AlreadyAccepted), None, None, Some(NotRevoked), true),
        ("confirmed", Some(AlreadyAccepted), Some(NotAccepted), None, Some(NotRevoked), true),
        ("revoked", Some(AccessRevoked), Some(NotAccepted), Some(AlreadyRevoked), None, false),
    ];
    for ((name, state), row) in states().into_iter().zip(expected) {
        let found = (
            name,
            state.clone().into_invited().err(),
            state.clone().into_accepted().err(),
            state.clone().revoke(now()).err(),
            state.clone().restore().err(),
            state.takes_a_seat(),
        );
        assert_eq!(found, row);
    }
}

#[test]
fn a_revoked_member_becomes_what_they_were() {
    for (name, state) in states() {
        let Ok(revoked) = state.clone().revoke(now()) else { continue };
        assert_eq!(Membership::Revoked(revoked).restore(), Ok(state), "{name}");
    }
}

#[test]
fn the_door_obeys_every_rule() {
    let nobody = Applicant::default();
    let protected = Applicant { two_step_login: true, ..nobody };
    let elsewhere = Applicant { other_organizations: 1, ..nobody };
    let bound = Applicant { jealous_organizations: 1, ..elsewhere };
    let free = Applicant { free_organizations: 1, ..elsewhere };

    let open = Door { policies: JoinPolicies::default(), free: false };
    let policies = JoinPolicies { two_step_login: true, single_organization: false };
    let two_step = Door { policies, free: false };
    let policies = JoinPolicies { two_step_login: false, single_organization: true };
    let single = Door { policies, free: false };
    let gratis = Door { free: true, ..open };
    let custom = Role::Custom(Permissions::NONE);

    let cases = [
        ("no rule", Role::User, nobody, open, None),
        ("two-step missing", Role::User, nobody, two_step, Some(JoinRefusal::TwoStepMissing)),
        ("custom roles are bound", custom, nobody, two_step, Some(JoinRefusal::TwoStepMissing)),
        ("admins are not", Role::Admin, nobody, two_step, None),
        ("two-step present", Role::User, protected, two_step, None),
        ("elsewhere, allowed", Role::User, elsewhere, open, None),
        ("elsewhere, refused", Role::User, elsewhere, single, Some(JoinRefusal::MemberElsewhere)),
        ("elsewhere, an owner", Role::Owner, elsewhere, single, None),
        ("bound elsewhere", Role::Owner, bound, open, Some(JoinRefusal::BoundElsewhere)),
        ("free, a plain member", Role::User, free, gratis, None),
        ("free, an admin", Role::Admin, free, gratis, Some(JoinRefusal::FreeElsewhere)),
        ("free elsewhere, here not", Role::Admin, free, open, None),
    ];
    for (case, role, person, door, refusal) in cases {
        assert_eq!(door.admit(role, person).err(), refusal, "{case}");
    }
}

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{answered, follow, recovered};
use crate::{
    id::Id,
    sponsorships::{
        Active, Ended, Ending, Gift, In, Offered, Reason, Recipient, Removing, Requested,
        Sponsorship,
        sync::{Change, ItemAnswer, Result, Standing},
    },
};

fn now() -> DateTime<Utc> {
    "2030-01-01T12:00:00Z".parse().unwrap()
}

fn recipient() -> Recipient {
    Recipient { email: "recipient@example.com".to_owned(), friendly_name: None, notes: None }
}

fn gift(unsent: bool) -> Gift {
    let (id, organization, member) =
        (Id::new(Uuid::from_u128(1)), Id::new(Uuid::from_u128(2)), Id::new(Uuid::from_u128(3)));
    let mut gift =
        Gift::new(id, organization, member, false, recipient(), now() - TimeDelta::days(9));
    gift.unsent = unsent;
    gift.revision = 4;
    gift.peer_revision = 6;
    gift
}

fn requested() -> Sponsorship {
    Sponsorship::Requested(In::new(gift(true), Requested))
}
fn offered(unsent: bool) -> Sponsorship {
    Sponsorship::Offered(In::new(gift(unsent), Offered))
}
fn active(unsent: bool) -> Sponsorship {
    Sponsorship::Active(In::new(gift(unsent), Active { families: None, until: None }))
}
fn ending(unsent: bool) -> Sponsorship {
    let state = Ending { families: None, until: None, reason: Reason::TakenBack };
    Sponsorship::Ending(In::new(gift(unsent), state))
}
fn removing() -> Sponsorship {
    Sponsorship::Removing(In::new(gift(true), Removing { reason: Reason::TakenBack }))
}
fn ended() -> Sponsorship {
    let state = Ended { until: None, reason: Reason::TakenBack };
    Sponsorship::Ended(In::new(gift(false), state))
}

fn change(standing: Standing, revision: i64) -> Change {
    Change {
        id: Id::new(Uuid::from_u128(1)),
        revision,
        standing,
        until: None,
        since: now(),
        recipient: recipient(),
        member: Id::new(Uuid::from_u128(3)),
        admin_initiated: false,
    }
}

#[test]
fn what_the_cloud_says_against_what_is_here() {
    let gave_up = Standing::Ending(Reason::GivenUp);
    let over = Standing::Ended(Reason::Declined);
    let cases = [
        ("heard of", requested(), Standing::Offered, ("offered", true)),
        ("redeemed", offered(false), Standing::Active, ("active", false)),
        ("redeemed before it was seen", requested(), Standing::Active, ("active", false)),
        ("redeemed while being changed", offered(true), Standing::Active, ("active", false)),
        ("redeemed while being taken back", removing(), Standing::Active, ("ending", true)),
        ("taken back here, in use there", ending(true), Standing::Active, ("ending", true)),
        ("in use again", ending(false), Standing::Active, ("active", false)),
        ("decision 6: given up by the recipient", active(false), gave_up, ("ending", false)),
        ("reinstated here, given up there", active(true), gave_up, ("ending", false)),
        ("declined", offered(false), over, ("ended", false)),
        ("declined while being changed", offered(true), over, ("ended", false)),
        ("over on both sides", removing(), over, ("ended", false)),
        ("over here, alive there: told again", ended(), Standing::Offered, ("ended", true)),
    ];
    for (case, row, standing, expected) in cases {
        let next = follow(&row, &change(standing, 7), false, now()).unwrap();
        assert_eq!((next.word(), next.gift().unsent), expected, "{case}");
        assert_eq!(next.gift().peer_revision, 7, "{case}");
    }
}

#[test]
fn what_was_seen_before_changes_nothing_unless_everything_is_compared() {
    let row = offered(false);
    assert_eq!(follow(&row, &change(Standing::Active, 6), false, now()), None);
    let repaired = follow(&row, &change(Standing::Active, 6), true, now()).unwrap();
    assert_eq!(repaired.word(), "active");
    assert_eq!(follow(&row, &change(Standing::Offered, 6), true, now()), None, "equal already");
    let pending = active(true);
    let ending = change(Standing::Ending(Reason::TakenBack), 6);
    assert_eq!(follow(&pending, &ending, true, now()), None, "wanted otherwise, and not told yet");
}

#[test]
fn an_answer_settles_the_change_it_was_given_to_and_no_later_one() {
    let result = |revision, answer| Result {
        id: Id::new(Uuid::from_u128(1)),
        cloud_id: Id::new(Uuid::from_u128(1)),
        revision,
        answer,
    };
    let refused = || ItemAnswer::Refused("already_offered".to_owned());
    let cases = [
        ("taken", requested(), result(4, ItemAnswer::Taken), Some(("offered", false))),
        (
            "taken, and changed since",
            requested(),
            result(3, ItemAnswer::Taken),
            Some(("offered", true)),
        ),
        ("refused", requested(), result(4, refused()), Some(("requested", false))),
        ("refused, and changed since", requested(), result(3, refused()), None),
        ("removed", removing(), result(4, ItemAnswer::Removed), Some(("ended", false))),
        (
            "decision 5: no longer known",
            active(false),
            result(4, ItemAnswer::Removed),
            Some(("ended", false)),
        ),
    ];
    for (case, row, result, expected) in cases {
        let next = answered(&row, &result, now());
        let found = next.as_ref().map(|row| (row.word(), row.gift().unsent));
        assert_eq!(found, expected, "{case}");
    }
}

#[test]
fn what_a_server_lost_comes_back_unless_it_is_over() {
    let organization = Id::new(Uuid::from_u128(2));
    let found = |standing| recovered(organization, &change(standing, 7), now());
    assert_eq!(found(Standing::Active).unwrap().word(), "active");
    assert_eq!(found(Standing::Ended(Reason::Declined)), None);
}

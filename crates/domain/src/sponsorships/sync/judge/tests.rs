use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Judged, Known, judge};
use crate::{
    id::Id,
    sponsorships::{
        Active, Ended, Ending, Gift, In, Offered, Reason, Recipient, SponsorFacts, Sponsorship,
        sync::{Item, Outcome, Refusal, Wanted},
    },
};

const SPONSOR: SponsorFacts = SponsorFacts {
    enterprise: true,
    enabled: true,
    expires_at: None,
    admin_sponsoring: true,
    forbids: false,
    last_sync_at: None,
};

fn now() -> DateTime<Utc> {
    "2030-01-01T12:00:00Z".parse().unwrap()
}

fn recipient(name: &str) -> Recipient {
    Recipient { email: format!("{name}@example.com"), friendly_name: None, notes: None }
}

fn item(id: u128, member: u128, name: &str) -> Item {
    Item {
        id: Id::new(Uuid::from_u128(id)),
        member: Id::new(Uuid::from_u128(member)),
        wanted: Wanted::Given,
        recipient: recipient(name),
        admin_initiated: Some(false),
        revision: 5,
        seen: 0,
        last_sync_at: None,
    }
}

fn legacy(id: u128, member: u128, name: &str) -> Item {
    Item { admin_initiated: None, ..item(id, member, name) }
}

fn deleted(item: Item) -> Item {
    Item { wanted: Wanted::Removed(Reason::TakenBack), ..item }
}

fn gift(id: u128, member: u128, name: &str) -> Gift {
    let (id, organization) = (Id::new(Uuid::from_u128(id)), Id::new(Uuid::from_u128(99)));
    let mut gift = Gift::new(
        id,
        organization,
        Id::new(Uuid::from_u128(member)),
        false,
        recipient(name),
        now() - TimeDelta::days(1),
    );
    gift.last_sync_at = Some(now() - TimeDelta::days(1));
    gift.revision = 7;
    gift
}

fn offered(id: u128, member: u128, name: &str) -> Sponsorship {
    Sponsorship::Offered(In::new(gift(id, member, name), Offered))
}

fn active(id: u128, member: u128, name: &str) -> Sponsorship {
    Sponsorship::Active(In::new(gift(id, member, name), Active { families: None, until: None }))
}

fn ending(reason: Reason) -> Sponsorship {
    let state = Ending { families: None, until: None, reason };
    Sponsorship::Ending(In::new(gift(1, 10, "amy"), state))
}

fn ended() -> Sponsorship {
    let state = Ended { until: None, reason: Reason::TakenBack };
    Sponsorship::Ended(In::new(gift(1, 10, "amy"), state))
}

fn run(rows: Vec<Sponsorship>, sponsor: &SponsorFacts, items: &[Item]) -> Vec<Judged> {
    let mut known = Known::new(rows);
    let matches = known.matches(items);
    let organization = Id::new(Uuid::from_u128(99));
    items
        .iter()
        .zip(matches)
        .map(|(item, row)| judge(&mut known, organization, sponsor, item, row, now()))
        .collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn what_becomes_of_an_item() {
    let seen = |item: Item, seen| Item { seen, ..item };
    let again = |item: Item| Item { last_sync_at: Some(now()), ..item };
    let given = || item(1, 10, "amy");
    let noted = Item {
        recipient: Recipient { notes: Some("2.AAAA|AAAA|AAAA".to_owned()), ..recipient("amy") },
        ..given()
    };
    let refused = Outcome::Refused;
    let cases = [
        ("a new one", vec![], given(), Outcome::Created, Some("offered"), true),
        (
            "decision 8: a removal of an unknown row",
            vec![],
            deleted(given()),
            Outcome::Removed,
            None,
            false,
        ),
        (
            "decision 8: also of one that was synced before",
            vec![],
            again(deleted(given())),
            Outcome::Removed,
            None,
            false,
        ),
        (
            "decision 5: an unknown row that was synced before",
            vec![],
            again(given()),
            Outcome::Removed,
            None,
            false,
        ),
        (
            "decision 5: a row that is over",
            vec![ended()],
            again(given()),
            Outcome::Removed,
            None,
            false,
        ),
        ("the same", vec![offered(1, 10, "amy")], given(), Outcome::Unchanged, None, false),
        (
            "decision 4: another address",
            vec![offered(1, 10, "ann")],
            given(),
            Outcome::Updated,
            Some("offered"),
            true,
        ),
        (
            "decision 4: other notes, which nobody is mailed",
            vec![offered(1, 10, "amy")],
            noted,
            Outcome::Updated,
            Some("offered"),
            false,
        ),
        (
            "another address, redeemed before",
            vec![active(1, 10, "ann")],
            seen(given(), 7),
            refused(Refusal::Redeemed),
            None,
            false,
        ),
        (
            "an open offer taken back",
            vec![offered(1, 10, "amy")],
            deleted(given()),
            Outcome::Removed,
            Some("ended"),
            false,
        ),
        (
            "a redeemed one taken back",
            vec![active(1, 10, "amy")],
            deleted(given()),
            Outcome::Updated,
            Some("ending"),
            false,
        ),
        (
            "a redeemed one taken back twice",
            vec![ending(Reason::TakenBack)],
            deleted(given()),
            Outcome::Unchanged,
            None,
            false,
        ),
        (
            "decision 6: given, by a server that has not seen it end",
            vec![ending(Reason::GivenUp)],
            seen(given(), 6),
            Outcome::Unchanged,
            None,
            false,
        ),
        (
            "given again, by a server that has seen it end",
            vec![ending(Reason::TakenBack)],
            seen(given(), 7),
            Outcome::Updated,
            Some("active"),
            false,
        ),
        (
            "given again, though the recipient gave it up",
            vec![ending(Reason::GivenUp)],
            seen(given(), 7),
            refused(Refusal::GivenUp),
            None,
            false,
        ),
        (
            "a rule of the cloud's told back to it",
            vec![active(1, 10, "amy")],
            Item { wanted: Wanted::Removed(Reason::PlanLost), ..given() },
            Outcome::Unchanged,
            None,
            false,
        ),
        (
            "decision 13: an address someone else sponsors",
            vec![offered(2, 20, "amy")],
            given(),
            refused(Refusal::AlreadyOffered),
            None,
            false,
        ),
        (
            "a second one of a member's own",
            vec![offered(2, 10, "bob"), offered(3, 10, "cat")],
            given(),
            refused(Refusal::OneEach),
            None,
            false,
        ),
    ];
    for (case, rows, item, outcome, state, mail) in cases {
        let judged = run(rows, &SPONSOR, &[item]).remove(0);
        let word = judged.row.as_ref().map(Sponsorship::word);
        assert_eq!((judged.outcome, word, judged.mail), (outcome, state, mail), "{case}");
    }
}

#[test]
fn decision_07_who_may_not_sponsor_is_told_why() {
    let old = Some(now() - TimeDelta::days(120));
    let admin = Item { admin_initiated: Some(true), ..item(1, 10, "amy") };
    let cases = [
        (
            "another plan",
            SponsorFacts { enterprise: false, ..SPONSOR },
            item(1, 10, "amy"),
            Some("not_enterprise"),
        ),
        (
            "disabled four months ago",
            SponsorFacts { enabled: false, expires_at: old, ..SPONSOR },
            item(1, 10, "amy"),
            Some("sponsor_disabled"),
        ),
        (
            "decision 12: the policy",
            SponsorFacts { forbids: true, ..SPONSOR },
            item(1, 10, "amy"),
            Some("sponsorships_forbidden"),
        ),
        (
            "decision 3: by an administrator who may not",
            SponsorFacts { admin_sponsoring: false, ..SPONSOR },
            admin,
            Some("admin_sponsoring_off"),
        ),
        (
            "one's own",
            SponsorFacts { admin_sponsoring: false, ..SPONSOR },
            item(1, 10, "amy"),
            None,
        ),
    ];
    for (case, sponsor, item, code) in cases {
        let judged = run(vec![], &sponsor, &[item]).remove(0);
        let found = match judged.outcome {
            Outcome::Refused(refusal) => Some(refusal.code()),
            _ => None,
        };
        assert_eq!(found, code, "{case}");
        assert_eq!(judged.row.is_none(), code.is_some(), "{case}");
    }
}

#[test]
fn decision_02_two_sponsorships_of_one_member_are_told_apart() {
    let rows = vec![offered(1, 10, "amy"), offered(2, 10, "bob")];
    let known = Known::new(rows.clone());
    let ids = |items: &[Item]| -> Vec<Option<u128>> {
        known.matches(items).into_iter().map(|id| id.map(|id| id.uuid().as_u128())).collect()
    };
    let cases = [
        ("by id", vec![item(2, 10, "amy"), item(1, 10, "bob")], vec![Some(2), Some(1)]),
        ("by recipient", vec![legacy(7, 10, "bob"), legacy(8, 10, "amy")], vec![Some(2), Some(1)]),
        ("in any case", vec![legacy(7, 10, "BOB")], vec![Some(2)]),
        ("neither", vec![legacy(7, 10, "cat")], vec![None]),
        ("of another member", vec![legacy(7, 11, "bob")], vec![None]),
    ];
    for (case, items, expected) in cases {
        assert_eq!(ids(&items), expected, "{case}");
    }
    let judged = run(vec![], &SPONSOR, &[legacy(1, 10, "amy"), legacy(2, 10, "bob")]);
    let admin: Vec<bool> =
        judged.iter().map(|it| it.row.as_ref().unwrap().gift().admin_initiated).collect();
    assert_eq!(admin, [false, true], "a member gives one; the rest are the organization's");
}

#[test]
fn a_member_with_one_sponsorship_may_change_its_address_without_saying_its_id() {
    let judged = run(vec![offered(1, 10, "ann")], &SPONSOR, &[legacy(7, 10, "amy")]).remove(0);
    assert_eq!((judged.outcome, judged.mail), (Outcome::Updated, true));
    assert_eq!(judged.row.unwrap().gift().id, Id::new(Uuid::from_u128(1)));
}

#[test]
fn an_address_made_free_by_a_removal_can_be_offered_in_the_same_request() {
    let rows = vec![offered(1, 10, "amy")];
    let judged = run(rows, &SPONSOR, &[deleted(item(1, 10, "amy")), item(2, 20, "amy")]);
    assert_eq!(judged[0].outcome, Outcome::Removed);
    assert_eq!(judged[1].outcome, Outcome::Created);
}

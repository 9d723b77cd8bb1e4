use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{SponsorFacts, validity};
use crate::{
    id::Id,
    sponsorships::{Active, Ending, Gift, In, Reason, Recipient, Sponsorship},
};

fn now() -> DateTime<Utc> {
    "2030-01-01T12:00:00Z".parse().unwrap()
}

fn days(days: i64) -> TimeDelta {
    TimeDelta::days(days)
}

const GOOD: SponsorFacts = SponsorFacts {
    enterprise: true,
    enabled: true,
    expires_at: None,
    admin_sponsoring: true,
    forbids: false,
    last_sync_at: None,
};

fn gift() -> Gift {
    let recipient =
        Recipient { email: "recipient@example.com".to_owned(), friendly_name: None, notes: None };
    let (id, organization, member) =
        (Id::new(Uuid::from_u128(1)), Id::new(Uuid::from_u128(2)), Id::new(Uuid::from_u128(3)));
    Gift::new(id, organization, member, false, recipient, now())
}

fn active(change: impl FnOnce(&mut Gift)) -> Sponsorship {
    let mut gift = gift();
    change(&mut gift);
    Sponsorship::Active(In::new(gift, Active { families: None, until: Some(now()) }))
}

fn ending(reason: Reason) -> Sponsorship {
    let state = Ending { families: None, until: Some(now()), reason };
    Sponsorship::Ending(In::new(gift(), state))
}

#[test]
fn what_ends_eligibility() {
    let disabled = |expires_at| SponsorFacts { enabled: false, expires_at, ..GOOD };
    let admin = |gift: &mut Gift| gift.admin_initiated = true;
    let synced = |ago| move |gift: &mut Gift| gift.last_sync_at = Some(now() - ago);
    let gone = |ago| move |gift: &mut Gift| gift.sponsor_gone_at = Some(now() - ago);
    let cases = [
        ("all is well", active(|_| ()), GOOD, None),
        ("no sponsor", active(|gift| gift.organization = None), GOOD, Some(Reason::SponsorDeleted)),
        (
            "no member",
            active(|gift| gift.member = Id::new(Uuid::nil())),
            GOOD,
            Some(Reason::MemberLeft),
        ),
        ("disabled, no date", active(|_| ()), disabled(None), Some(Reason::SponsorDisabled)),
        ("disabled 93 days ago", active(|_| ()), disabled(Some(now() - days(93))), None),
        (
            "disabled 94 days ago",
            active(|_| ()),
            disabled(Some(now() - days(94))),
            Some(Reason::SponsorDisabled),
        ),
        ("by an administrator", active(admin), GOOD, None),
        (
            "by an administrator, switched off",
            active(admin),
            SponsorFacts { admin_sponsoring: false, ..GOOD },
            Some(Reason::AdminSponsoringOff),
        ),
        (
            "switched off for administrators, one's own",
            active(|_| ()),
            SponsorFacts { admin_sponsoring: false, ..GOOD },
            None,
        ),
        (
            "no Enterprise",
            active(|_| ()),
            SponsorFacts { enterprise: false, ..GOOD },
            Some(Reason::PlanLost),
        ),
        ("policy", active(|_| ()), SponsorFacts { forbids: true, ..GOOD }, Some(Reason::Policy)),
        ("taken back", ending(Reason::TakenBack), GOOD, Some(Reason::TakenBack)),
        ("ending by a rule whose cause is gone", ending(Reason::PlanLost), GOOD, None),
        ("synced half a year ago", active(synced(days(182))), GOOD, None),
        ("silent for longer", active(synced(days(183))), GOOD, Some(Reason::StoppedSyncing)),
        (
            "the row is old, but its server synced",
            active(synced(days(183))),
            SponsorFacts { last_sync_at: Some(now() - days(1)), ..GOOD },
            None,
        ),
        ("sponsor revoked 29 days ago", active(gone(days(29))), GOOD, None),
        ("sponsor revoked 30 days ago", active(gone(days(30))), GOOD, Some(Reason::MemberRevoked)),
    ];
    for (case, row, sponsor, reason) in cases {
        let outcome = validity(&row, Some(&sponsor), Some(days(30)), now());
        assert_eq!(outcome.err(), reason, "{case}");
    }
    let outcome = validity(&active(|_| ()), None, Some(days(30)), now());
    assert_eq!(outcome, Err(Reason::SponsorDeleted), "the sponsoring organization is not found");
}

#[test]
fn decision_28_revoked_members_sponsor_for_as_long_as_the_operator_allows() {
    let row = active(|gift| gift.sponsor_gone_at = Some(now() - days(400)));
    assert_eq!(validity(&row, Some(&GOOD), None, now()), Ok(()), "for ever");
    let outcome = validity(&row, Some(&GOOD), Some(days(0)), now());
    assert_eq!(outcome, Err(Reason::MemberRevoked), "not at all");
}

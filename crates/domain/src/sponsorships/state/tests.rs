use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Active, Ended, Ending, In, Offered, Removing, Requested, Sponsorship, WrongState};
use crate::{
    id::Id,
    sponsorships::{Gift, Label, Reason, Recipient, status},
};

fn now() -> DateTime<Utc> {
    "2030-01-01T12:00:00Z".parse().unwrap()
}

fn recipient(email: &str) -> Recipient {
    Recipient { email: email.to_owned(), friendly_name: None, notes: None }
}

fn gift() -> Gift {
    let (id, organization, member) =
        (Id::new(Uuid::from_u128(1)), Id::new(Uuid::from_u128(2)), Id::new(Uuid::from_u128(3)));
    Gift::new(id, organization, member, false, recipient("recipient@example.com"), now())
}

/// One sponsorship in each state.
fn each() -> Vec<Sponsorship> {
    let families = Some(Id::new(Uuid::from_u128(4)));
    let until = Some(now() + TimeDelta::days(100));
    let reason = Reason::TakenBack;
    vec![
        Sponsorship::Requested(In::new(gift(), Requested)),
        Sponsorship::Offered(In::new(gift(), Offered)),
        Sponsorship::Active(In::new(gift(), Active { families, until })),
        Sponsorship::Ending(In::new(gift(), Ending { families, until, reason })),
        Sponsorship::Removing(In::new(gift(), Removing { reason })),
        Sponsorship::Ended(In::new(gift(), Ended { until, reason })),
    ]
}

fn take_back(row: Sponsorship, withdraw: super::Withdraw) -> Result<Sponsorship, WrongState> {
    row.take_back(Reason::TakenBack, withdraw, now())
}

/// What a transition makes of each state, in their order: the word of the new state, or the refusal.
type Line = [Result<&'static str, WrongState>; 6];

#[test]
fn the_whole_matrix_of_transitions() {
    use WrongState::{NotTakenBack, Over, Redeemed};
    type Transition = fn(Sponsorship) -> Result<Sponsorship, WrongState>;
    let cases: [(&str, Transition, Line); 4] = [
        (
            "taken back on the cloud",
            |row| take_back(row, |it, reason, now| Sponsorship::Ended(it.withdraw(reason, now))),
            [Ok("ended"), Ok("ended"), Ok("ending"), Ok("ending"), Ok("removing"), Err(Over)],
        ),
        (
            "taken back on a self-hosted server",
            |row| take_back(row, |it, reason, now| Sponsorship::Removing(it.remove(reason, now))),
            [Ok("ended"), Ok("removing"), Ok("ending"), Ok("ending"), Ok("removing"), Err(Over)],
        ),
        (
            "for someone else",
            |row| row.readdress(recipient("other@example.com"), now()),
            [
                Ok("requested"),
                Ok("offered"),
                Err(Redeemed),
                Err(Redeemed),
                Ok("offered"),
                Err(Over),
            ],
        ),
        (
            "undone",
            |row| row.reinstate(now()),
            [
                Err(NotTakenBack),
                Err(NotTakenBack),
                Err(NotTakenBack),
                Ok("active"),
                Ok("offered"),
                Err(Over),
            ],
        ),
    ];
    for (case, transition, expected) in cases {
        for (row, expected) in each().into_iter().zip(expected) {
            let from = row.word();
            let outcome = transition(row).map(|row| row.word());
            assert_eq!(outcome, expected, "{from}, {case}");
        }
    }
}

#[test]
fn what_the_recipient_gave_up_only_the_recipient_could_undo() {
    let reason = Reason::GivenUp;
    let ending = In::new(gift(), Ending { families: None, until: None, reason });
    assert_eq!(Sponsorship::Ending(ending).reinstate(now()), Err(WrongState::GivenUp));
}

#[test]
fn a_step_of_one_state_alone_is_a_method_of_that_state_alone() {
    let later = now() + TimeDelta::days(1);
    let families = Some(Id::new(Uuid::from_u128(4)));
    let until = Some(now() + TimeDelta::days(365));
    let offered = In::new(gift(), Requested).acknowledge(later);
    assert_eq!(offered.gift.since, later);
    let active = offered.redeem(families, until, later);
    assert_eq!(active.state, Active { families, until });
    let renewed = active.renew(later + TimeDelta::days(730));
    assert_eq!(renewed.state.until, Some(later + TimeDelta::days(730)));
    let ending = renewed.let_end(Reason::GivenUp, later);
    assert_eq!(ending.state.families, families, "it stays free until the period ends");
    assert_eq!(ending.end(later).state.reason, Reason::GivenUp);
}

#[test]
fn every_state_is_shown_in_a_word_with_what_happens_next() {
    let cases = [
        ("awaitingSync", "sync"),
        ("sent", "expires"),
        ("active", "renews"),
        ("ending", "ends"),
        ("removedAwaitingSync", "sync"),
        ("ended", "nothing"),
    ];
    for (row, (label, next)) in each().into_iter().zip(cases) {
        let shown = status(&row);
        assert_eq!((shown.label.word(), shown.next.parts().0), (label, next), "{}", row.word());
    }
}

#[test]
fn a_changed_offer_awaits_its_sync_and_a_refused_one_says_why() {
    let mut row = Sponsorship::Offered(In::new(gift(), Offered));
    row.gift_mut().unsent = true;
    assert_eq!(status(&row).label, Label::AwaitingSync);
    row.gift_mut().unsent = false;
    row.gift_mut().refusal = Some("already_offered".to_owned());
    let shown = status(&row);
    assert_eq!((shown.label, shown.refusal.as_deref()), (Label::Refused, Some("already_offered")));
}

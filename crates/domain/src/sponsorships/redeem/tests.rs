use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{RedeemRefusal, Redemption, judge_redemption};
use crate::{
    id::Id,
    sponsorships::{Gift, In, Offered, Recipient, Sponsorship},
};

fn now() -> DateTime<Utc> {
    "2030-01-01T12:00:00Z".parse().unwrap()
}

#[expect(clippy::unnecessary_wraps, reason = "what is found, where nothing may be")]
fn offered(ago: i64, synced_ago: Option<i64>) -> Option<Sponsorship> {
    let recipient =
        Recipient { email: "recipient@example.com".to_owned(), friendly_name: None, notes: None };
    let (id, organization, member) =
        (Id::new(Uuid::from_u128(1)), Id::new(Uuid::from_u128(2)), Id::new(Uuid::from_u128(3)));
    let at = now() - TimeDelta::days(ago);
    let mut gift = Gift::new(id, organization, member, false, recipient, at);
    gift.last_sync_at = synced_ago.map(|ago| now() - TimeDelta::days(ago));
    Some(Sponsorship::Offered(In::new(gift, Offered)))
}

#[test]
fn the_rules_of_redeeming_in_their_order() {
    let good = || Redemption {
        owns: true,
        forbidden: false,
        sponsorship: offered(1, None),
        sponsored_already: false,
        known_type: true,
        families_plan: true,
        sponsor_synced_at: None,
    };
    let cases = [
        ("all is well", good(), None),
        (
            "not the owner, forbidden too",
            Redemption { owns: false, forbidden: true, ..good() },
            Some(RedeemRefusal::NotOwner),
        ),
        (
            "decision 10: the sponsoring organization forbids it",
            Redemption { forbidden: true, sponsorship: None, ..good() },
            Some(RedeemRefusal::Forbidden),
        ),
        (
            "no offer",
            Redemption { sponsorship: None, sponsored_already: true, ..good() },
            Some(RedeemRefusal::NoOffer),
        ),
        (
            "sponsored already",
            Redemption { sponsored_already: true, known_type: false, ..good() },
            Some(RedeemRefusal::Sponsored),
        ),
        (
            "an unknown kind",
            Redemption { known_type: false, sponsorship: offered(200, None), ..good() },
            Some(RedeemRefusal::UnknownType),
        ),
        (
            "an old offer",
            Redemption { sponsorship: offered(183, None), families_plan: false, ..good() },
            Some(RedeemRefusal::Expired),
        ),
        ("half a year to the day", Redemption { sponsorship: offered(182, None), ..good() }, None),
        (
            "an old offer whose server still syncs",
            Redemption { sponsorship: offered(400, Some(3)), ..good() },
            None,
        ),
        (
            "an old row of a server that synced others",
            Redemption {
                sponsorship: offered(400, Some(300)),
                sponsor_synced_at: Some(now()),
                ..good()
            },
            None,
        ),
        (
            "not a Families organization",
            Redemption { families_plan: false, ..good() },
            Some(RedeemRefusal::NotFamilies),
        ),
    ];
    for (case, redemption, refusal) in cases {
        assert_eq!(judge_redemption(redemption, now()).err(), refusal, "{case}");
    }
}

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{OfferRefusal, Offering, Sponsor, judge_offer};
use crate::{
    id::Id,
    sponsorships::{Active, Gift, In, Offered, Recipient, Sponsorship},
};

const SPONSOR: Sponsor<'_> = Sponsor {
    forbids: false,
    own_email: "Member@example.com",
    enterprise: true,
    admin_sponsoring: true,
    free_seats: Some(1),
};

fn gift(id: u128) -> Gift {
    let now: DateTime<Utc> = "2030-01-01T12:00:00Z".parse().unwrap();
    let recipient =
        Recipient { email: "recipient@example.com".to_owned(), friendly_name: None, notes: None };
    let (organization, member) = (Id::new(Uuid::from_u128(2)), Id::new(Uuid::from_u128(3)));
    Gift::new(Id::new(Uuid::from_u128(id)), organization, member, false, recipient, now)
}

#[test]
fn the_rules_of_an_offer_in_their_order() {
    let own = Sponsorship::Offered(In::new(gift(1), Offered));
    let redeemed = Sponsorship::Active(In::new(gift(1), Active { families: None, until: None }));
    let others = Sponsorship::Offered(In::new(gift(9), Offered));
    let offering = Offering {
        recipient: "recipient@example.com",
        admin_initiated: false,
        same_recipient: None,
        own: None,
    };
    let admin = Offering { admin_initiated: true, ..offering };
    let cases = [
        ("a first one", SPONSOR, offering, None),
        (
            "forbidden, to oneself: the policy comes first",
            Sponsor { forbids: true, ..SPONSOR },
            Offering { recipient: "member@example.com", ..offering },
            Some(OfferRefusal::Forbidden),
        ),
        (
            "to oneself, in another case, without Enterprise",
            Sponsor { enterprise: false, ..SPONSOR },
            Offering { recipient: "member@example.com", ..offering },
            Some(OfferRefusal::Yourself),
        ),
        (
            "without Enterprise",
            Sponsor { enterprise: false, ..SPONSOR },
            offering,
            Some(OfferRefusal::NotEnterprise),
        ),
        (
            "an address someone else sponsors",
            SPONSOR,
            Offering { same_recipient: Some(&others), ..offering },
            Some(OfferRefusal::AlreadyOffered),
        ),
        (
            "the same address again",
            SPONSOR,
            Offering { same_recipient: Some(&own), own: Some(&own), ..offering },
            None,
        ),
        ("one's own for someone else", SPONSOR, Offering { own: Some(&own), ..offering }, None),
        (
            "a second one",
            SPONSOR,
            Offering { own: Some(&redeemed), ..offering },
            Some(OfferRefusal::OneEach),
        ),
        (
            "by an administrator who has one of their own",
            SPONSOR,
            Offering { own: Some(&redeemed), ..admin },
            None,
        ),
        (
            "by an administrator, to whom they sponsor themselves",
            SPONSOR,
            Offering { same_recipient: Some(&own), own: Some(&own), ..admin },
            Some(OfferRefusal::AlreadyOffered),
        ),
        (
            "by an administrator, switched off",
            Sponsor { admin_sponsoring: false, ..SPONSOR },
            admin,
            Some(OfferRefusal::AdminSponsoringOff),
        ),
        (
            "by an administrator, without a seat",
            Sponsor { free_seats: Some(0), ..SPONSOR },
            admin,
            Some(OfferRefusal::NoSeats),
        ),
        (
            "by an administrator, seats without limit",
            Sponsor { free_seats: None, ..SPONSOR },
            admin,
            None,
        ),
        ("one's own takes no seat", Sponsor { free_seats: Some(0), ..SPONSOR }, offering, None),
    ];
    for (case, sponsor, offering, refusal) in cases {
        assert_eq!(judge_offer(&sponsor, &offering).err(), refusal, "{case}");
    }
}

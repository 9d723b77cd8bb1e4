use std::collections::HashSet;

use super::{PlanType, Tier};
use crate::{billing::Cents, organizations::Feature};

#[test]
fn every_number_names_a_plan_and_every_plan_knows_its_number() {
    for (number, kind) in (0_i64..).zip(PlanType::ALL) {
        assert_eq!((kind.number(), PlanType::from_number(number)), (number, Some(*kind)));
        assert_eq!(kind.plan().kind, *kind);
    }
    let keys: HashSet<_> = PlanType::ALL.iter().map(|kind| kind.plan().lookup_key).collect();
    let names: HashSet<_> = PlanType::ALL.iter().map(|kind| kind.plan().name).collect();
    assert_eq!((keys.len(), names.len(), PlanType::ALL.len()), (23, 23, 23));
    assert_eq!((PlanType::from_number(-1), PlanType::from_number(23)), (None, None));
}

#[test]
fn plans_offer_what_the_price_list_says() {
    // Plan, tier, by the year, base and most seats, base price, seat price.
    let cases = [
        (PlanType::Free, Tier::Free, false, 2, Some(2), 0, 0),
        (PlanType::FamiliesAnnually2019, Tier::Families, true, 5, Some(5), 1200, 0),
        (PlanType::TeamsMonthly2019, Tier::Teams, false, 5, None, 800, 250),
        (PlanType::TeamsAnnually2019, Tier::Teams, true, 5, None, 6000, 2400),
        (PlanType::EnterpriseMonthly2019, Tier::Enterprise, false, 0, None, 0, 400),
        (PlanType::EnterpriseAnnually2019, Tier::Enterprise, true, 0, None, 0, 3600),
        (PlanType::FamiliesAnnually2025, Tier::Families, true, 6, Some(6), 4000, 0),
        (PlanType::TeamsMonthly2020, Tier::Teams, false, 0, None, 0, 400),
        (PlanType::TeamsAnnually2020, Tier::Teams, true, 0, None, 0, 3600),
        (PlanType::EnterpriseMonthly2020, Tier::Enterprise, false, 0, None, 0, 600),
        (PlanType::EnterpriseAnnually2020, Tier::Enterprise, true, 0, None, 0, 6000),
        (PlanType::TeamsMonthly2023, Tier::Teams, false, 0, None, 0, 500),
        (PlanType::TeamsAnnually2023, Tier::Teams, true, 0, None, 0, 4800),
        (PlanType::EnterpriseMonthly2023, Tier::Enterprise, false, 0, None, 0, 700),
        (PlanType::EnterpriseAnnually2023, Tier::Enterprise, true, 0, None, 0, 7200),
        (PlanType::TeamsStarter2023, Tier::TeamsStarter, false, 10, Some(10), 2000, 0),
        (PlanType::TeamsMonthly, Tier::Teams, false, 0, None, 0, 500),
        (PlanType::TeamsAnnually, Tier::Teams, true, 0, None, 0, 4800),
        (PlanType::EnterpriseMonthly, Tier::Enterprise, false, 0, None, 0, 700),
        (PlanType::EnterpriseAnnually, Tier::Enterprise, true, 0, None, 0, 7200),
        (PlanType::TeamsStarter, Tier::TeamsStarter, false, 10, Some(10), 2000, 0),
        (PlanType::FamiliesAnnually, Tier::Families, true, 6, Some(6), 4000, 0),
    ];
    for (kind, tier, annual, base, most, base_price, seat_price) in cases {
        let plan = kind.plan();
        assert_eq!((plan.tier, plan.annual), (tier, annual), "{kind:?}");
        assert_eq!((plan.base_seats, plan.max_seats), (base, most), "{kind:?}");
        let prices = (Cents(base_price), Cents(seat_price));
        assert_eq!((plan.base_price, plan.seat_price), prices, "{kind:?}");
    }
}

#[test]
fn features_follow_the_tier_and_the_year() {
    // Feature, and the plans that have it.
    let enterprise = [4, 5, 10, 11, 14, 15, 19, 20];
    let teams = [2, 3, 8, 9, 12, 13, 17, 18];
    let starter = [16, 21];
    let families = [1, 7, 22];
    let cases = [
        (Feature::Policies, enterprise.to_vec()),
        (Feature::Sso, enterprise.to_vec()),
        (Feature::CustomPermissions, enterprise.to_vec()),
        (Feature::RiskInsights, vec![19, 20]),
        (Feature::KeyConnector, vec![]),
        (Feature::Scim, [&enterprise[..], &[17, 18]].concat()),
        (Feature::Groups, [&enterprise[..], &teams, &starter].concat()),
        (Feature::Events, [&enterprise[..], &teams, &starter].concat()),
        (Feature::SelfHost, [&enterprise[..], &families].concat()),
        (Feature::Totp, [&enterprise[..], &teams, &starter, &families].concat()),
        (Feature::MembersGetPremium, [&enterprise[..], &teams, &starter, &[7, 22]].concat()),
        (Feature::AdminSponsoredFamilies, vec![]),
    ];
    for (feature, mut expected) in cases {
        expected.sort_unstable();
        let all = PlanType::ALL.iter();
        let having: Vec<_> = all
            .filter(|kind| kind.plan().features.has(feature))
            .map(|kind| kind.number())
            .collect();
        assert_eq!(having, expected, "{}", feature.name());
    }
}

#[test]
fn only_current_plans_are_offered() {
    let offered: Vec<_> =
        PlanType::ALL.iter().filter(|kind| kind.is_offered()).map(|kind| kind.number()).collect();
    assert_eq!(offered, [0, 17, 18, 19, 20, 22]);
}

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    Backlog, MEBIBYTE, Post, Space, State, certificate, clock, disk, jobs, mail, region, schedules,
    version,
};
use State::{Fail, Ok as Good, Warn};

fn now() -> DateTime<Utc> {
    "2030-01-10T00:00:00Z".parse().unwrap()
}

#[test]
fn a_disk_is_full_before_nothing_is_left() {
    let of = |free, total| disk(Some(Space { free: free * MEBIBYTE, total: total * MEBIBYTE }));
    let cases = [
        ("half of it", of(50_000, 100_000), Good),
        ("a tenth", of(10_000, 100_000), Good),
        ("less", of(9_999, 100_000), Warn),
        ("little, of little", of(900, 2_000), Warn),
        ("a hundredth", of(1_999, 100_000), Fail),
        ("hardly any", of(199, 1_000), Fail),
        ("nothing of nothing", of(0, 0), Fail),
        ("nobody knows", disk(None), Warn),
    ];
    for (case, found, state) in cases {
        assert_eq!(found.state, state, "{case}");
        assert_eq!(found.cure.is_some(), state != Good, "{case}");
    }
}

#[test]
fn a_certificate_ends_with_a_warning() {
    let ends = |days| certificate(Some(Ok(now() + TimeDelta::days(days))), now());
    let cases = [
        ("none", certificate(None, now()), Good),
        ("unreadable", certificate(Some(Err("no".to_owned())), now()), Fail),
        ("in three months", ends(90), Good),
        ("in three weeks", ends(21), Good),
        ("sooner", ends(20), Warn),
        ("in two days", ends(2), Fail),
        ("over", ends(0), Fail),
    ];
    for (case, found, state) in cases {
        assert_eq!(found.state, state, "{case}");
    }
    assert_eq!(ends(-1).code, "certificate_expired");
}

#[test]
fn clocks_may_differ_a_little() {
    let cases = [(0, Good), (120, Good), (-121, Warn), (300, Warn), (-301, Fail)];
    for (seconds, state) in cases {
        assert_eq!(clock(TimeDelta::seconds(seconds)).state, state, "{seconds}");
    }
    assert!(clock(TimeDelta::seconds(400)).detail.contains("behind"));
    assert!(clock(TimeDelta::seconds(-400)).detail.contains("ahead of"));
}

#[test]
fn a_region_is_the_same_in_either_case() {
    assert_eq!(region("EU", Some("eu")).state, Good);
    let other = region("US", Some("EU"));
    assert_eq!((other.state, other.code), (Fail, "region_differs"));
    assert!(other.cure.unwrap().contains("cloudRegion=EU"));
    assert_eq!(region("US", None).code, "no_cloud");
}

#[test]
fn work_that_never_begins_is_worse_than_work_that_failed() {
    let backlog = |given_up, late| Backlog { given_up, late, since: Some(now()) };
    assert_eq!(jobs(Backlog::default()).state, Good);
    assert_eq!(jobs(backlog(2, 0)).code, "jobs_given_up");
    assert_eq!(jobs(backlog(2, 1)).code, "jobs_late");
    assert_eq!(schedules(&[]).state, Good);
    assert!(schedules(&["server.purge".to_owned()]).detail.contains("server.purge"));
}

#[test]
fn letters_go_out_or_are_seen_not_to() {
    let post = |greeted, given_up| Post { greeted, kept: 3, given_up };
    assert_eq!(mail(&post(None, 0)).code, "mail_off");
    assert_eq!(mail(&post(Some(Err("no".to_owned())), 0)).state, Fail);
    assert_eq!(mail(&post(Some(Ok(())), 1)).code, "mail_given_up");
    assert_eq!(mail(&post(Some(Ok(())), 0)).state, Good);
}

#[test]
fn versions_are_compared_by_their_numbers() {
    let cases = [
        (None, Good),
        (Some("2026.8.0"), Good),
        (Some("2026.10.0"), Warn),
        (Some("2025.12.9"), Good),
        (Some("2026.8.1-beta"), Warn),
        (Some("unknown"), Good),
    ];
    for (cloud, state) in cases {
        assert_eq!(version("2026.8.0", cloud).state, state, "{cloud:?}");
    }
}

//! Seats that sponsorships of people who are not members take.

/// How an organization's seats are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatForecast {
    /// How many there are; none is without limit.
    pub seats: Option<i64>,
    /// How many members take.
    pub members: i64,
    /// How many sponsorships given by administrators take.
    pub sponsored: i64,
    /// Of these, how many come free because their sponsorship is ending.
    pub ending: i64,
}

/// How the seats would be used after `more` sponsorships by administrators.
pub fn forecast(now: SeatForecast, more: i64) -> SeatForecast {
    SeatForecast { sponsored: now.sponsored + more, ..now }
}

impl SeatForecast {
    /// How many seats are taken.
    pub const fn occupied(&self) -> i64 {
        self.members + self.sponsored
    }

    /// How many are left; none is without limit. Below zero, that many are missing.
    pub fn free(&self) -> Option<i64> {
        self.seats.map(|seats| seats - self.occupied())
    }
}

#[cfg(test)]
mod tests {
    use super::{SeatForecast, forecast};

    #[test]
    fn each_sponsorship_of_a_non_member_takes_a_seat() {
        let now = SeatForecast { seats: Some(10), members: 7, sponsored: 2, ending: 1 };
        let cases =
            [("none more", 0, Some(1)), ("one more", 1, Some(0)), ("two more", 2, Some(-1))];
        for (case, more, free) in cases {
            assert_eq!(forecast(now, more).free(), free, "{case}");
        }
        assert_eq!(SeatForecast { seats: None, ..now }.free(), None, "seats without limit");
    }
}

//! How strong master passwords must be.

/// What is demanded of a master password; nothing where it is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the policy's own")]
pub struct PasswordDemand {
    /// How hard to guess, from 0 to 4.
    pub min_complexity: Option<i64>,
    /// How long.
    pub min_length: Option<i64>,
    /// With small letters.
    pub require_lower: bool,
    /// With capitals.
    pub require_upper: bool,
    /// With digits.
    pub require_numbers: bool,
    /// With other signs.
    pub require_special: bool,
    /// Whether it is checked at every login.
    pub enforce_on_login: bool,
}

impl PasswordDemand {
    /// What both demand: of each, the stricter.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            min_complexity: self.min_complexity.max(other.min_complexity),
            min_length: self.min_length.max(other.min_length),
            require_lower: self.require_lower || other.require_lower,
            require_upper: self.require_upper || other.require_upper,
            require_numbers: self.require_numbers || other.require_numbers,
            require_special: self.require_special || other.require_special,
            enforce_on_login: self.enforce_on_login || other.enforce_on_login,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PasswordDemand;

    #[test]
    fn of_several_demands_the_strictest_count() {
        let none = PasswordDemand::default();
        let long = PasswordDemand { min_length: Some(16), require_upper: true, ..none };
        let hard = PasswordDemand {
            min_complexity: Some(4),
            min_length: Some(12),
            enforce_on_login: true,
            ..none
        };
        let both = PasswordDemand {
            min_complexity: Some(4),
            min_length: Some(16),
            require_upper: true,
            enforce_on_login: true,
            ..none
        };
        let cases = [
            ("nothing", none, none, none),
            ("one alone", long, none, long),
            ("both", long, hard, both),
            ("both, the other way", hard, long, both),
        ];
        for (case, one, other, demanded) in cases {
            assert_eq!(one.and(other), demanded, "{case}");
        }
    }
}

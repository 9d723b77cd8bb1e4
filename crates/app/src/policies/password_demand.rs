//! What a person's organizations together demand of the master password.

use domain::{accounts::User, id::Id, policies::password_demand::PasswordDemand};
use serde::Deserialize;
use serde_json::Value;
use store::{StoreError, Tx};

use crate::App;

/// The policy, as clients write it: what is missing or odd demands nothing.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Written {
    min_complexity: Value,
    min_length: Value,
    require_lower: Value,
    require_upper: Value,
    require_numbers: Value,
    require_special: Value,
    enforce_on_login: Value,
}

fn read(data: Option<&str>) -> PasswordDemand {
    let written: Written =
        data.and_then(|data| serde_json::from_str(data).ok()).unwrap_or_default();
    let number = |value: &Value, most: i64| {
        let number = value.as_i64().or_else(|| value.as_str()?.parse().ok())?;
        (1..=most).contains(&number).then_some(number)
    };
    let flag = |value: &Value| value.as_bool().unwrap_or(false);
    PasswordDemand {
        min_complexity: number(&written.min_complexity, 4),
        min_length: number(&written.min_length, 128),
        require_lower: flag(&written.require_lower),
        require_upper: flag(&written.require_upper),
        require_numbers: flag(&written.require_numbers),
        require_special: flag(&written.require_special),
        enforce_on_login: flag(&written.enforce_on_login),
    }
}

/// The same, as part of a unit of work.
pub(crate) async fn password_demand_in(
    tx: &mut Tx,
    user: Id<User>,
) -> Result<PasswordDemand, StoreError> {
    let demands = tx.password_demands(user).await?;
    let each = demands.iter().map(|data| read(data.as_deref()));
    Ok(each.fold(PasswordDemand::default(), PasswordDemand::and))
}

impl App {
    /// What the person's organizations together demand of the master password.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn password_demand(&self, user: Id<User>) -> Result<PasswordDemand, StoreError> {
        password_demand_in(&mut self.db.read().await?, user).await
    }
}

#[cfg(test)]
mod tests {
    use super::{PasswordDemand, read};

    #[test]
    fn what_is_odd_demands_nothing() {
        let none = PasswordDemand::default();
        let cases = [
            ("nothing", None, none),
            ("no JSON", Some("x"), none),
            ("nulls", Some(r#"{"minLength":null,"requireLower":null}"#), none),
            (
                "numbers",
                Some(r#"{"minLength":14,"minComplexity":3}"#),
                PasswordDemand { min_length: Some(14), min_complexity: Some(3), ..none },
            ),
            (
                "numbers as text",
                Some(r#"{"minLength":"14"}"#),
                PasswordDemand { min_length: Some(14), ..none },
            ),
            ("numbers past the limits", Some(r#"{"minLength":1000,"minComplexity":9}"#), none),
            (
                "switches",
                Some(r#"{"requireSpecial":true,"enforceOnLogin":true}"#),
                PasswordDemand { require_special: true, enforce_on_login: true, ..none },
            ),
        ];
        for (case, data, demanded) in cases {
            assert_eq!(read(data), demanded, "{case}");
        }
    }
}

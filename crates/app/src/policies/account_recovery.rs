//! Whether an organization recovers accounts of its members, and whether they may refuse.

use domain::{
    id::Id,
    organizations::{Feature, Organization},
    policies::PolicyKind,
};
use serde_json::Value;
use store::{StoreError, Tx};

/// How an organization recovers accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recovery {
    /// Not at all.
    Off,
    /// Those of members who want it.
    Offered,
    /// Those of everyone who comes in.
    Demanded,
}

/// How `organization` recovers accounts.
pub(crate) async fn recovery_in(
    tx: &mut Tx,
    organization: Id<Organization>,
) -> Result<Recovery, StoreError> {
    let record = tx.organization(organization).await?;
    let may = record.is_some_and(|it| {
        let features = it.entitlements.features;
        it.enabled && features.has(Feature::Policies) && features.has(Feature::ResetPassword)
    });
    if !may {
        return Ok(Recovery::Off);
    }
    let policies = tx.policies(organization).await?;
    let policy = policies.into_iter().find(|it| it.kind == PolicyKind::AccountRecovery);
    Ok(match policy.filter(|it| it.enabled) {
        None => Recovery::Off,
        Some(policy) if enrols_everyone(policy.data.as_deref()) => Recovery::Demanded,
        Some(_) => Recovery::Offered,
    })
}

fn enrols_everyone(data: Option<&str>) -> bool {
    let data = data.and_then(|data| serde_json::from_str::<Value>(data).ok());
    data.and_then(|data| data.get("autoEnrollEnabled")?.as_bool()).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::enrols_everyone;

    #[test]
    fn only_what_says_so_enrols_everyone() {
        let cases = [
            (None, false),
            (Some("no JSON"), false),
            (Some("{}"), false),
            (Some(r#"{"autoEnrollEnabled":null}"#), false),
            (Some(r#"{"autoEnrollEnabled":false}"#), false),
            (Some(r#"{"autoEnrollEnabled":true}"#), true),
        ];
        for (data, expected) in cases {
            assert_eq!(enrols_everyone(data), expected, "{data:?}");
        }
    }
}

//! The table of permissions, as the web app reads it.

use std::fmt::Write as _;

use domain::authz::{MEANINGS, TABLE, Who};

const HEAD: &str = "\
// Written by `cargo xtask gen` from crates/domain/src/authz.rs.

/** Who may do what in an organization: `custom:…` names the right a custom role needs for it. */
export const CAN = {
";
const BETWEEN: &str = "\
} as const

/** Something that can be done to an organization. */
export type Action = keyof typeof CAN

/** What each action is. */
export const MEANING: Readonly<Record<Action, string>> = {
";

/// `web/src/api/can.gen.ts`.
pub(super) fn table() -> String {
    let mut text = HEAD.to_owned();
    for (action, who) in TABLE {
        let who: Vec<String> = who.iter().map(|who| format!("'{}'", word(*who))).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  '{action}': [{}],", who.join(", "));
    }
    text.push_str(BETWEEN);
    for (action, meaning) in MEANINGS {
        let meaning = meaning.trim().replace('\\', r"\\").replace('\'', r"\'");
        let _ = writeln!(text, "  '{action}': '{meaning}',");
    }
    text.push_str("}\n");
    text
}

fn word(who: Who) -> String {
    match who {
        Who::Owner => "owner".to_owned(),
        Who::Admin => "admin".to_owned(),
        Who::Custom(None) => "custom".to_owned(),
        Who::Custom(Some(right)) => format!("custom:{}", right.name()),
        Who::User => "user".to_owned(),
        Who::Provider => "provider".to_owned(),
        Who::Operator => "operator".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn an_action_is_told_with_whom_it_admits_and_what_it_is() {
        let text = table();
        let lines = [
            "  'members.manage': ['owner', 'admin', 'custom:manageUsers', 'provider'],\n",
            "  'members.manage': 'Invite, confirm, edit and remove members.',\n",
            "  'billing.view': 'See the organization\\'s plan and what it costs.',\n",
        ];
        for line in lines {
            assert!(text.contains(line), "{line}{text}");
        }
    }
}

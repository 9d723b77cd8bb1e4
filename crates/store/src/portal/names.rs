//! What ids stand for: logs keep ids, and operators read names.

use std::collections::HashMap;

use uuid::Uuid;

use crate::db::{Arg, StoreError, Tx, statements};

statements! {
    NAMES = "
        SELECT id, email AS name FROM users WHERE id IN ({list})
        UNION ALL
        SELECT m.id, COALESCE(u.email, m.email, '') AS name
          FROM memberships m
          LEFT JOIN users u ON u.id = m.user_id
         WHERE m.id IN ({list})
        UNION ALL
        SELECT id, email AS name FROM installations WHERE id IN ({list})";
}

impl Tx {
    /// The mail addresses of the people, members and installations among `ids` that are still there.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn names(&mut self, ids: &[Uuid]) -> Result<HashMap<Uuid, String>, StoreError> {
        let list: Vec<Arg<'_>> = ids.iter().map(|id| Arg::from(*id)).collect();
        let rows: Vec<(Uuid, String)> = self.all_in(NAMES, &[], &list).await?;
        Ok(rows.into_iter().filter(|(_, name)| !name.is_empty()).collect())
    }
}

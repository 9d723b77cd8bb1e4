//! What SQLite is told about the sizes of tables.
//!
//! Without numbers it takes an organization to have ten of everything. Asked for a dozen rows by
//! their ids, with the organization named so that no other's is found, it then reads all rows of the
//! organization instead, however many those are. Counted numbers (`ANALYZE`) would be those of the
//! day they were counted; these hold for the server that an organization is yet to grow on.

use sqlx::SqlitePool;

use super::StoreError;

/// How many rows a table has, and how many of them an organization and a person have.
const ROWS: u64 = 1_000_000;
const OF_AN_ORGANIZATION: u64 = 10_000;
const OF_A_PERSON: u64 = 1_000;

/// Indexes that begin with an owner: table, index, column, how many columns, whether unique.
const OWNED: &str = "
    SELECT m.tbl_name, m.name, first.name, (SELECT COUNT(*) FROM pragma_index_info(m.name)),
           (SELECT it.\"unique\" FROM pragma_index_list(m.tbl_name) it WHERE it.name = m.name)
      FROM sqlite_master m JOIN pragma_index_info(m.name) first ON first.seqno = 0
     WHERE m.type = 'index'
       AND first.name IN ('organization_id', 'sponsoring_organization_id', 'user_id')";

/// Notes the numbers where SQLite looks for them.
pub(super) async fn note(writer: &SqlitePool) -> Result<(), StoreError> {
    let mut tx = writer.begin_with("BEGIN IMMEDIATE").await?;
    // Makes the table, and counts nothing.
    sqlx::query("ANALYZE sqlite_schema").execute(&mut *tx).await?;
    sqlx::query("DELETE FROM sqlite_stat1").execute(&mut *tx).await?;
    let owned: Vec<(String, String, String, u64, bool)> =
        sqlx::query_as(OWNED).fetch_all(&mut *tx).await?;
    for (table, index, owner, columns, unique) in owned {
        sqlx::query("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ($1, $2, $3)")
            .bind(table)
            .bind(index)
            .bind(estimate(&owner, columns, unique))
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    Ok(())
}

/// All rows, then those that agree in the first column, in the first two, and so on.
fn estimate(owner: &str, columns: u64, unique: bool) -> String {
    let mut alike = if owner == "user_id" { OF_A_PERSON } else { OF_AN_ORGANIZATION };
    let mut numbers = vec![ROWS.to_string()];
    for column in 1..=columns {
        if unique && column == columns {
            alike = 1;
        }
        numbers.push(alike.to_string());
        alike = (alike / 1_000).max(1);
    }
    numbers.join(" ")
}

#[test]
fn each_further_column_leaves_fewer_rows() {
    assert_eq!(estimate("organization_id", 1, false), "1000000 10000");
    assert_eq!(estimate("organization_id", 1, true), "1000000 1");
    assert_eq!(estimate("sponsoring_organization_id", 3, false), "1000000 10000 10 1");
    assert_eq!(estimate("user_id", 2, true), "1000000 1000 1");
}

//! How the engines go about every statement once the tables are big: none reads one from end to end.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{
    AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _, SqliteConnection,
};

use super::{of_postgres, statements};
use crate::db::Db;

/// What grows with the people and with time; the other tables have a hundredth of it.
const BIG: &[&str] = &[
    "users",
    "devices",
    "sessions",
    "organizations",
    "memberships",
    "collection_members",
    "sponsorships",
    "sync_runs",
    "events",
    "jobs",
    "mails",
    "operator_actions",
    "ciphers",
    "cipher_places",
    "collection_ciphers",
];

/// How many rows a big table has.
const ROWS: i64 = 100_000;

/// Statements that do read a big table from end to end, by a part of their text, and why they may.
const MAY: &[(&str, &str)] = &[
    ("HAVING COUNT(*) > 1", "once a day, on servers whose licences are copies; a cloud has none"),
    ("LOWER(o.name) LIKE", "operators find organizations by any part of the name"),
    ("(SELECT COUNT(*) FROM organizations)", "the overview of operators counts everything"),
    ("WHEN email_verified = FALSE", "the overview of operators counts everyone"),
];

/// Statements that go by an index however few rows they find, by a part of their text.
const BY: &[(&str, &str)] = &[("address >= ", "mails_by_address")];

/// A database whose tables are filled and counted.
enum Filled {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Filled {
    async fn run(&mut self, sql: String) {
        let text = AssertSqlSafe(sql.clone());
        let outcome = match self {
            Self::Sqlite(it) => it.execute(text).await.map(drop),
            Self::Postgres(it) => it.execute(text).await.map(drop),
        };
        assert!(outcome.is_ok(), "{sql}\n{outcome:?}");
    }

    /// Rows of texts.
    async fn texts(&mut self, sql: &str, column: &str) -> Vec<String> {
        let text = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(it) => {
                it.fetch_all(text).await.unwrap().iter().map(|row| row.get(column)).collect()
            }
            Self::Postgres(it) => {
                it.fetch_all(text).await.unwrap().iter().map(|row| row.get(column)).collect()
            }
        }
    }

    async fn tables(&mut self) -> Vec<String> {
        let sql = match self {
            Self::Sqlite(_) => {
                "SELECT name FROM sqlite_master
                  WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'"
            }
            Self::Postgres(_) => {
                "SELECT tablename AS name FROM pg_tables
                  WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%'"
            }
        };
        self.texts(sql, "name").await
    }

    /// The columns of a table: name and type.
    async fn columns(&mut self, table: &str) -> Vec<(String, String)> {
        let sql = match self {
            Self::Sqlite(_) => format!(
                "SELECT name || ' ' || (\"notnull\" OR pk > 0) || ' ' || type AS it
                   FROM pragma_table_info('{table}') ORDER BY cid"
            ),
            Self::Postgres(_) => format!(
                "SELECT column_name || ' ' || CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END || ' '
                        || data_type AS it
                   FROM information_schema.columns
                  WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position"
            ),
        };
        let found = self.texts(&sql, "it").await;
        let pair = |it: String| it.split_once(' ').map(|(a, b)| (a.to_owned(), b.to_uppercase()));
        found.into_iter().filter_map(pair).collect()
    }

    /// What a column of the `n`th row holds. Organizations have a hundred of everything; states are
    /// nearly always the one most rows end in; what may be missing is there in one of fifty.
    fn value(&self, table: &str, place: usize, name: &str, kind: &str) -> String {
        let sqlite = matches!(self, Self::Sqlite(_));
        let (needed, kind) = kind.split_once(' ').unwrap();
        let number = if name.ends_with("organization_id") && place > 0 { "n / 100" } else { "n" };
        let value = match kind {
            "UUID" | "BYTEA" if sqlite => format!("unhex(printf('%032x', {number}))"),
            "UUID" => format!("CAST(lpad(to_hex({number}), 32, '0') AS UUID)"),
            "TIMESTAMPTZ" if sqlite => {
                "strftime('%Y-%m-%dT%H:%M:%S+00:00', 1700000000 + n * 60, 'unixepoch')".to_owned()
            }
            "TIMESTAMPTZ" | "TIMESTAMP WITH TIME ZONE" => {
                "to_timestamp(1700000000 + n * 60)".to_owned()
            }
            "BOOLEAN" => "n % 50 = 0".to_owned(),
            "BIGINT" => {
                let usual = if table == "mails" { 1 } else { 2 };
                format!("CASE WHEN n % 20 = 0 THEN n % 7 ELSE {usual} END")
            }
            "BYTEA" => "decode(lpad(to_hex(n), 32, '0'), 'hex')".to_owned(),
            "TEXT" => "'text ' || n".to_owned(),
            other => unreachable!("{name} is of a type nobody knows: {other}"),
        };
        match kind {
            _ if needed == "1" => value,
            // Either this owner or that one.
            "UUID" => format!("CASE WHEN n % 2 = {} THEN {value} END", place % 2),
            "TEXT" => value,
            _ => format!("CASE WHEN n % 50 = 0 THEN {value} END"),
        }
    }

    async fn fill(&mut self) {
        for table in self.tables().await {
            let columns = self.columns(&table).await;
            let names: Vec<_> = columns.iter().map(|(name, _)| name.as_str()).collect();
            let values: Vec<_> = columns
                .iter()
                .enumerate()
                .map(|(place, (name, kind))| self.value(&table, place, name, kind))
                .collect();
            let rows = if BIG.contains(&table.as_str()) { ROWS } else { ROWS / 100 };
            let sql = format!(
                "WITH RECURSIVE counted (n) AS
                     (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM counted WHERE n < {rows})
                 INSERT INTO {table} ({}) SELECT {} FROM counted WHERE TRUE ON CONFLICT DO NOTHING",
                names.join(", "),
                values.join(", ")
            );
            self.run(sql).await;
        }
        self.run("ANALYZE".to_owned()).await;
        for table in BIG {
            let sql = format!("SELECT CAST(COUNT(*) AS TEXT) AS it FROM {table}");
            let count: i64 = self.texts(&sql, "it").await.concat().parse().unwrap();
            assert!(count >= ROWS / 2, "{table} has {count} rows");
        }
    }

    /// How the engine goes about a statement, whatever its arguments are.
    async fn plan(&mut self, statement: &str) -> Vec<String> {
        if matches!(self, Self::Sqlite(_)) {
            return self.texts(&format!("EXPLAIN QUERY PLAN {statement}"), "detail").await;
        }
        self.run(format!("PREPARE looked_at AS {statement}")).await;
        let counted = "SELECT CAST(cardinality(parameter_types) AS TEXT) AS it
                         FROM pg_prepared_statements WHERE name = 'looked_at'";
        let count: usize = self.texts(counted, "it").await.concat().parse().unwrap();
        let nulls = vec!["NULL"; count].join(", ");
        let arguments = if count == 0 { String::new() } else { format!("({nulls})") };
        let plan = self.texts(&format!("EXPLAIN EXECUTE looked_at{arguments}"), "QUERY PLAN").await;
        self.run("DEALLOCATE looked_at".to_owned()).await;
        plan
    }

    /// Those that hold only some rows of their table; SQLite's plans name them.
    async fn partial_indexes(&mut self) -> Vec<String> {
        match self {
            Self::Sqlite(_) => {
                let sql =
                    "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'";
                self.texts(sql, "name").await
            }
            Self::Postgres(_) => Vec::new(),
        }
    }

    async fn big_ones_read_whole(&mut self, statement: &str) -> BTreeSet<String> {
        let plan = self.plan(statement).await;
        let partial = self.partial_indexes().await;
        let names = names_of(statement);
        let whole = plan.iter().filter_map(|line| match self {
            Self::Sqlite(_) => {
                let name = line.strip_prefix("SCAN ")?;
                // In the order of an index as many rows are read as are wanted, and one that holds
                // only some rows is short.
                let by = name.rsplit_once(" INDEX ").map(|(_, index)| index);
                let short = by.is_some_and(|index| partial.iter().any(|name| name == index));
                let ends = by.is_some() && statement.contains("LIMIT");
                (!short && !ends).then_some(name)
            }
            Self::Postgres(_) => Some(line.split_once("Seq Scan on ")?.1),
        });
        whole
            .filter_map(|name| name.split_whitespace().next())
            .map(|name| names.get(name).cloned().unwrap_or_else(|| name.to_owned()))
            .filter(|name| BIG.contains(&name.as_str()))
            .collect()
    }
}

/// The tables of a statement, by the names it gives them.
fn names_of(statement: &str) -> BTreeMap<String, String> {
    let words: Vec<_> =
        statement.split_whitespace().map(|it| it.trim_matches([',', '(', ')'])).collect();
    let big = words.windows(2).filter(|pair| BIG.contains(&pair[0]));
    big.map(|pair| (pair[1].to_owned(), pair[0].to_owned())).collect()
}

async fn nothing_is_read_whole(mut filled: Filled) {
    filled.fill().await;
    let mut offenders = Vec::new();
    for (part, index) in BY {
        let statement = statements().into_iter().find(|text| text.contains(part)).unwrap();
        let plan = filled.plan(&statement).await.join("\n");
        assert!(plan.contains(index), "{plan}");
    }
    for statement in statements() {
        let whole = filled.big_ones_read_whole(&statement).await;
        if whole.is_empty() {
            continue;
        }
        let text = statement.split_whitespace().collect::<Vec<_>>().join(" ");
        if !MAY.iter().any(|(part, _)| text.contains(part)) {
            offenders.push(format!("{whole:?}: {text}"));
        }
    }
    assert!(offenders.is_empty(), "these read a big table whole:\n{}", offenders.join("\n"));
}

/// Rows named by their ids are found by them, and not among all that their owner has. PostgreSQL
/// counts for itself how many those are.
#[tokio::test]
async fn what_is_named_by_its_id_is_found_by_it() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("plans.db").display());
    let db = Db::open(&url).await.unwrap();
    db.migrate().await.unwrap();
    db.close().await;
    let mut filled = Filled::Sqlite(SqliteConnection::connect(&url).await.unwrap());
    let named: Vec<_> = statements()
        .into_iter()
        .filter(|text| text.contains(" id IN ($") || text.contains(".id IN ($"))
        .collect();
    assert!(named.len() > 20, "{}", named.len());
    let mut offenders = Vec::new();
    for statement in named {
        let plan = filled.plan(&statement).await;
        if !plan.iter().any(|line| line.ends_with("(id=?)")) {
            offenders.push(format!(
                "{plan:?}: {}",
                statement.split_whitespace().collect::<Vec<_>>().join(" ")
            ));
        }
    }
    assert!(offenders.is_empty(), "these read more:\n{}", offenders.join("\n"));
}

#[tokio::test]
async fn no_statement_reads_a_big_table_whole_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("plans.db").display());
    let db = Db::open(&url).await.unwrap();
    db.migrate().await.unwrap();
    db.close().await;
    let mut filled = Filled::Sqlite(SqliteConnection::connect(&url).await.unwrap());
    filled.run("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF".to_owned()).await;
    nothing_is_read_whole(filled).await;
}

#[tokio::test]
async fn no_statement_reads_a_big_table_whole_on_postgres() {
    let Some((mut control, url, name)) = of_postgres().await else { return };
    let db = Db::open(&url).await.unwrap();
    db.migrate().await.unwrap();
    db.close().await;
    let mut filled = Filled::Postgres(PgConnection::connect(&url).await.unwrap());
    filled.run("SET session_replication_role = replica".to_owned()).await;
    // As on disks without heads.
    filled.run("SET random_page_cost = 1.1".to_owned()).await;
    filled.run("SET plan_cache_mode = force_generic_plan".to_owned()).await;
    nothing_is_read_whole(filled).await;
    control.execute(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).await.unwrap();
}

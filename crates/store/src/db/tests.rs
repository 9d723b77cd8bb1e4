//! Every statement of every room, prepared on every engine.

mod plans;

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, SqlSafeStr as _};

use super::{Db, Sql, Tx};

// One a line, whatever their number, so that rooms can be added side by side.
#[rustfmt::skip]
const ROOMS: &[&[Sql]] = &[
    crate::accounts::ALL,
    crate::accounts::CHANGES,
    crate::accounts::ROTATION,
    crate::admin::ALL,
    crate::authz::ALL,
    crate::billing::ALL,
    crate::identity::CODES,
    crate::collections::ALL,
    crate::identity::DEVICES,
    crate::identity::SESSIONS,
    crate::identity::THROTTLES,
    crate::identity::TWO_STEP,
    crate::events::ALL,
    crate::groups::ALL,
    crate::jobs::ALL,
    crate::keys::ALL,
    crate::licensing::installations::ALL,
    crate::licensing::licenses::ALL,
    crate::licensing::links::ALL,
    crate::licensing::personal::ALL,
    crate::licensing::trust::ALL,
    crate::mails::ALL,
    crate::operators::ALL,
    crate::operators::DEEDS,
    crate::operators::SECOND_STEP,
    crate::outbox::ALL,
    crate::portal::ALL,
    crate::portal::NAMES,
    crate::portal::USERS,
    crate::policies::ALL,
    crate::schedules::ALL,
];

/// The columns a `{rows}` statement writes, counted in its text.
fn width(sql: Sql) -> usize {
    let columns = sql.0.split_once('(').and_then(|(_, rest)| rest.split_once(')')).unwrap().0;
    columns.split(',').count()
}

/// The fixed arguments of a `{list}` statement: the highest `$n` in its text.
fn fixed(sql: Sql) -> usize {
    let numbers = sql.0.split('$').skip(1);
    numbers
        .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>())
        .filter_map(|digits| digits.parse().ok())
        .max()
        .unwrap_or(0)
}

/// As many as a page of a list names: enough that an engine could think of reading all there is.
const LISTED: usize = 50;

/// Every statement of every room, widened for two rows.
fn statements() -> Vec<String> {
    let rooms = ROOMS
        .iter()
        .chain(crate::sponsorships::ROOM)
        .chain(crate::memberships::ROOM)
        .chain(crate::organizations::ROOM)
        .chain(crate::vault::ROOM);
    let text = |sql: &Sql| {
        if sql.0.contains("{rows}") {
            sql.spreading(width(*sql), 2)
        } else if sql.0.contains("{list}") {
            sql.listing(fixed(*sql), LISTED)
        } else {
            sql.0.to_owned()
        }
    };
    rooms.copied().flatten().map(text).collect()
}

async fn prepares_all(db: &Db, engine: &str) {
    db.migrate().await.unwrap();
    let mut tx = db.read().await.unwrap();
    for text in statements() {
        let safe = AssertSqlSafe(text.clone()).into_sql_str();
        let outcome = match &mut tx {
            Tx::Sqlite(tx) => (&mut **tx).prepare(safe).await.map(drop),
            Tx::Postgres(tx) => (&mut **tx).prepare(safe).await.map(drop),
        };
        assert!(outcome.is_ok(), "{engine}: {text}\n{outcome:?}");
    }
}

#[tokio::test]
async fn every_statement_prepares_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("prepare.db").display());
    prepares_all(&Db::open(&url).await.unwrap(), "sqlite").await;
}

/// A new database of PostgreSQL, the way to it and its name; none where there is no PostgreSQL.
#[expect(clippy::disallowed_methods, reason = "tests are told of PostgreSQL by their environment")]
async fn of_postgres() -> Option<(PgConnection, String, String)> {
    let Ok(url) = std::env::var("TEST_POSTGRES_URL") else {
        eprintln!("not run: TEST_POSTGRES_URL is not set");
        return None;
    };
    // A database of its own: migrations change while nothing is released.
    let name = format!("wardstead_prepare_{}", uuid::Uuid::new_v4().simple());
    let mut control = PgConnection::connect(&url).await.unwrap();
    control.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    let new = format!("{}/{name}", url.rsplit_once('/').unwrap().0);
    Some((control, new, name))
}

#[tokio::test]
async fn every_statement_prepares_on_postgres() {
    let Some((mut control, url, name)) = of_postgres().await else { return };
    let db = Db::open(&url).await.unwrap();
    prepares_all(&db, "postgres").await;
    db.close().await;
    control.execute(AssertSqlSafe(format!("DROP DATABASE {name}"))).await.unwrap();
}

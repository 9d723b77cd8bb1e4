//! A database of its own for each test, copied from one that is migrated already.

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use store::Db;
use tempfile::TempDir;
use tokio::sync::OnceCell;
use uuid::Uuid;

/// An engine to test on.
#[derive(Debug, Clone)]
pub enum Engine {
    /// A file in a folder that goes with the test.
    Sqlite,
    /// A database of the server at this address.
    Postgres(String),
}

/// What the test's database lives in, and goes with.
#[derive(Debug)]
pub enum Keep {
    /// The folder of the file.
    Folder(TempDir),
    /// The database of the throwaway server.
    Postgres(Fresh),
}

/// A database of PostgreSQL that is dropped with this value: hundreds of tests, with ten megabytes
/// each, would fill a small disk.
#[derive(Debug)]
pub struct Fresh {
    control: String,
    name: String,
}

impl Drop for Fresh {
    fn drop(&mut self) {
        let statement = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        // The test's own runtime is busy with what drops this.
        let outcome = std::thread::scope(|scope| {
            scope.spawn(|| control(&self.control, statement)).join().unwrap()
        });
        if let Err(error) = outcome {
            eprintln!("{} stays behind: {error}", self.name);
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn control(url: &str, statement: String) -> sqlx::Result<()> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute(AssertSqlSafe(statement)).await?;
    connection.close().await
}

static SQLITE: OnceCell<Vec<u8>> = OnceCell::const_new();

impl Engine {
    /// The default engine.
    pub fn sqlite() -> Self {
        Self::Sqlite
    }

    /// PostgreSQL, when `TEST_POSTGRES_URL` names a server.
    pub fn postgres() -> Option<Self> {
        std::env::var("TEST_POSTGRES_URL").ok().map(Self::Postgres)
    }

    /// A fresh database, migrated.
    pub async fn open(&self) -> (Db, Keep) {
        match self {
            Self::Sqlite => {
                let folder = tempfile::tempdir().unwrap();
                let file = folder.path().join("test.db");
                std::fs::write(&file, SQLITE.get_or_init(sqlite_template).await).unwrap();
                let db = Db::open(&format!("sqlite:{}", file.display())).await.unwrap();
                (db, Keep::Folder(folder))
            }
            Self::Postgres(url) => {
                let (db, fresh) = fresh_postgres(url).await;
                (db, Keep::Postgres(fresh))
            }
        }
    }
}

async fn sqlite_template() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("source.db");
    let db = Db::open(&format!("sqlite:{}", source.display())).await.unwrap();
    db.migrate().await.unwrap();
    let copy = folder.path().join("copy.db");
    db.copy_to(&copy).await.unwrap();
    db.close().await;
    std::fs::read(copy).unwrap()
}

async fn fresh_postgres(url: &str) -> (Db, Fresh) {
    let base = url.rsplit_once('/').unwrap().0;
    let mut control = PgConnection::connect(url).await.unwrap();

    // Test processes run side by side: the first of them makes the template, under a name that
    // changes with the schema, and it gets that name only once it is whole.
    let template = format!("wardstead_{}", Db::schema());
    control.execute("SELECT pg_advisory_lock(7301)").await.unwrap();
    let there: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM pg_database WHERE datname = $1")
        .bind(&template)
        .fetch_one(&mut control)
        .await
        .unwrap();
    if there == 0 {
        let half = format!("{template}_half");
        let remove = format!("DROP DATABASE IF EXISTS {half}");
        control.execute(AssertSqlSafe(remove)).await.unwrap();
        control.execute(AssertSqlSafe(format!("CREATE DATABASE {half}"))).await.unwrap();
        let db = Db::open(&format!("{base}/{half}")).await.unwrap();
        db.migrate().await.unwrap();
        db.close().await;
        let rename = format!("ALTER DATABASE {half} RENAME TO {template}");
        control.execute(AssertSqlSafe(rename)).await.unwrap();
    }
    control.execute("SELECT pg_advisory_unlock(7301)").await.unwrap();

    let name = format!("wardstead_test_{}", Uuid::new_v4().simple());
    let create = format!("CREATE DATABASE {name} TEMPLATE {template}");
    control.execute(AssertSqlSafe(create)).await.unwrap();
    control.close().await.unwrap();
    let db = Db::open(&format!("{base}/{name}")).await.unwrap();
    (db, Fresh { control: url.to_owned(), name })
}

/// Runs `sql`, which the product has no statement for, with `ids` as `$1`, `$2` …
pub async fn tamper(db: &Db, sql: &'static str, ids: &[Uuid]) {
    match db {
        Db::Sqlite { writer, .. } => {
            let query = ids.iter().fold(sqlx::query(sql), |query, id| query.bind(*id));
            query.execute(writer).await.map(drop)
        }
        Db::Postgres(pool) => {
            let query = ids.iter().fold(sqlx::query(sql), |query, id| query.bind(*id));
            query.execute(pool).await.map(drop)
        }
    }
    .unwrap();
}

/// The number `sql` finds.
pub async fn number(db: &Db, sql: &'static str) -> i64 {
    match db {
        Db::Sqlite { writer, .. } => sqlx::query_scalar(sql).fetch_one(writer).await,
        Db::Postgres(pool) => sqlx::query_scalar(sql).fetch_one(pool).await,
    }
    .unwrap()
}

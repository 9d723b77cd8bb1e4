//! Destroy the original, bring it back.

use store::Db;

use crate::program::{Folder, SELF_HOSTED};

/// The fact a test leaves in a database, to find it again.
async fn leave(db: &Db, value: &str) {
    db.migrate().await.unwrap();
    let mut tx = db.write().await.unwrap();
    tx.set_fact("mark", value).await.unwrap();
    tx.commit().await.unwrap();
}

async fn found(db: &Db) -> Option<String> {
    db.read().await.unwrap().fact("mark").await.unwrap()
}

async fn sqlite(folder: &Folder) -> Db {
    let file = folder.data.join("wardstead.db");
    Db::open(&format!("sqlite:{}", file.display())).await.unwrap()
}

/// A server's folder with something in every part of it.
fn furnished(settings: &str) -> Folder {
    let folder = Folder::with(settings);
    for (name, text) in [
        ("env/global.override.env", "globalSettings__enableCloudCommunication=true\n"),
        ("licenses/organization/one.json", "{}"),
        ("trust/key.pem", "PEM"),
        ("database/of/somebody", "else"),
        ("attachments/a/b", "bytes"),
        ("backups/earlier.tar", "earlier"),
    ] {
        let file = folder.data.join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    folder
}

#[tokio::test]
async fn what_was_destroyed_comes_back_while_the_server_ran() {
    let folder = furnished(SELF_HOSTED);
    let served = folder.serve();
    let db = sqlite(&folder).await;
    leave(&db, "before").await;
    let inside = folder.data.join("mine.tar");
    let refused = folder.badly(&["backup", "--to", inside.to_str().unwrap()]);
    assert!(refused.contains("belongs into its folder backups/"), "{refused}");
    let file = folder.well(&["backup"]);
    let file = file.trim();
    leave(&db, "after").await;
    db.close().await;

    let running = folder.badly(&["restore", file, "--replace"]);
    assert!(running.contains("the server runs"), "{running}");
    assert!(served.end().success());

    let outside = folder.data.with_file_name("kept.tar");
    std::fs::copy(file, &outside).unwrap();
    std::fs::remove_dir_all(&folder.data).unwrap();
    folder.well(&["restore", outside.to_str().unwrap()]);

    let db = sqlite(&folder).await;
    assert_eq!(found(&db).await.as_deref(), Some("before"));
    db.close().await;
    let read = |name: &str| std::fs::read_to_string(folder.data.join(name)).unwrap();
    assert!(read("env/global.override.env").contains("enableCloudCommunication"));
    assert_eq!(read("licenses/organization/one.json"), "{}");
    assert_eq!(read("attachments/a/b"), "bytes");
    assert_eq!(
        (read("trust/key.pem"), read("database/of/somebody")),
        ("PEM".into(), "else".into())
    );
    assert_eq!(read("wardstead.toml"), SELF_HOSTED);
    assert!(!folder.data.join("backups/earlier.tar").exists(), "a backup holds no backups");
    assert!(folder.serve().end().success(), "the restored server starts");
}

#[tokio::test]
async fn nothing_is_replaced_unasked_and_what_was_there_is_kept() {
    let folder = furnished(SELF_HOSTED);
    let db = sqlite(&folder).await;
    leave(&db, "old").await;
    db.close().await;
    let file = folder.well(&["backup"]);
    let db = sqlite(&folder).await;
    leave(&db, "new").await;
    db.close().await;

    let refused = folder.badly(&["restore", file.trim()]);
    assert!(refused.contains("is not empty") && refused.contains("--replace"), "{refused}");
    let db = sqlite(&folder).await;
    assert_eq!(found(&db).await.as_deref(), Some("new"));
    db.close().await;

    let said = folder.well(&["restore", file.trim(), "--replace"]);
    let db = sqlite(&folder).await;
    assert_eq!(found(&db).await.as_deref(), Some("old"));
    let kept = said.lines().find_map(|line| line.strip_prefix("what was there before is kept in "));
    let kept = std::path::Path::new(kept.unwrap());
    let db = Db::open(&format!("sqlite:{}", kept.join("wardstead.db").display())).await.unwrap();
    assert_eq!(found(&db).await.as_deref(), Some("new"));
    assert!(folder.data.join("backups/earlier.tar").exists(), "backups stay where they were");
}

#[tokio::test]
async fn a_damaged_backup_touches_nothing() {
    let folder = furnished(SELF_HOSTED);
    let db = sqlite(&folder).await;
    leave(&db, "here").await;
    db.close().await;
    let file = folder.well(&["backup"]);
    let whole = std::fs::read(file.trim()).unwrap();
    let outside = folder.data.with_file_name("damaged.tar");

    let mut flipped = whole.clone();
    flipped[4096] ^= 1;
    let cases = [
        ("a bit is wrong", flipped, "damaged"),
        ("the end is missing", whole[..whole.len() / 2].to_vec(), "damaged"),
        ("the manifest is missing", whole[..1536].to_vec(), "damaged"),
        ("it is something else", b"hello".repeat(400), "damaged"),
        ("it is empty", Vec::new(), "not whole"),
    ];
    for (case, bytes, expected) in cases {
        std::fs::write(&outside, bytes).unwrap();
        let said = folder.badly(&["restore", outside.to_str().unwrap(), "--replace"]);
        assert!(said.contains(expected), "{case}: {said}");
        let db = sqlite(&folder).await;
        assert_eq!(found(&db).await.as_deref(), Some("here"), "{case}");
        db.close().await;
        let beside = folder.data.parent().unwrap().read_dir().unwrap().count();
        assert_eq!(beside, 2, "{case}: nothing is left beside the folder");
    }
}

#[tokio::test]
async fn pending_migrations_wait_for_a_backup() {
    let folder = Folder::with(SELF_HOSTED);
    let db = sqlite(&folder).await;
    leave(&db, "here").await;
    let Db::Sqlite { writer, .. } = &db else { unreachable!() };
    // A database without the first migration, as far as its history tells. The migration then
    // fails on what is there already, and the backup must have been made before.
    sqlx::query(
        "DELETE FROM _sqlx_migrations WHERE version = (SELECT MIN(version) FROM _sqlx_migrations)",
    )
    .execute(writer)
    .await
    .unwrap();
    db.close().await;
    folder.badly(&["migrate"]);
    let names: Vec<_> =
        folder.data.join("backups").read_dir().unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(
        names.iter().any(|n| n.to_string_lossy().starts_with("before-migration-")),
        "{names:?}"
    );
}

#[tokio::test]
async fn several_nodes_start_together_on_an_empty_postgres_database() {
    use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

    let Ok(base) = std::env::var("TEST_POSTGRES_URL") else {
        eprintln!("not run: TEST_POSTGRES_URL is not set");
        return;
    };
    let mut control = sqlx::PgConnection::connect(&base).await.unwrap();
    let name = format!("wardstead_nodes_{}", std::process::id());
    control.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    let url = format!("{}/{name}", base.rsplit_once('/').unwrap().0);
    let settings = format!("{SELF_HOSTED}[database]\nurl = \"{url}\"\n");
    let nodes: Vec<_> = (0..3).map(|_| Folder::with(&settings)).collect();
    std::thread::scope(|scope| {
        let starts: Vec<_> = nodes.iter().map(|node| scope.spawn(|| node.serve())).collect();
        for start in starts {
            assert!(start.join().unwrap().end().success());
        }
    });
    control.execute(AssertSqlSafe(format!("DROP DATABASE {name}"))).await.unwrap();
}

#[tokio::test]
async fn a_postgres_database_is_backed_up_before_it_is_migrated() {
    let Some(engine) = testkit::Engine::postgres() else {
        eprintln!("not run: TEST_POSTGRES_URL is not set");
        return;
    };
    let (db, _keep) = engine.open().await;
    let Db::Postgres(pool) = &db else { unreachable!() };
    let name = pool.connect_options().get_database().unwrap().to_owned();
    leave(&db, "here").await;
    sqlx::query(
        "DELETE FROM _sqlx_migrations WHERE version = (SELECT MIN(version) FROM _sqlx_migrations)",
    )
    .execute(pool)
    .await
    .unwrap();
    let base = std::env::var("TEST_POSTGRES_URL").unwrap();
    let url = format!("{}/{name}", base.rsplit_once('/').unwrap().0);
    let settings = format!("{SELF_HOSTED}[database]\nurl = \"{url}\"\n");
    let folder = Folder::with(&settings);
    let backups = || folder.data.join("backups").read_dir().map_or(0, Iterator::count);

    let without_tools = folder.program().env("PATH", "/nowhere").arg("migrate").output().unwrap();
    let said = String::from_utf8(without_tools.stderr).unwrap();
    assert!(!without_tools.status.success());
    assert!(said.contains("no backup, so no migration"), "{said}");
    assert!(said.contains("database.backup_before_migrations = false"), "{said}");
    assert_eq!(backups(), 0);

    // The migration fails on what is there already, once the backup has been made.
    folder.badly(&["migrate"]);
    assert_eq!(backups(), 1);
    folder.set(&format!("{settings}backup_before_migrations = false\n"));
    let said = folder.badly(&["migrate"]);
    assert!(!said.contains("no backup"), "{said}");
    assert_eq!(backups(), 1);
}

#[test]
fn several_commands_migrate_one_file_together() {
    let folder = Folder::with(SELF_HOSTED);
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..3).map(|_| scope.spawn(|| folder.well(&["migrate"]))).collect();
        let said: Vec<_> = runs.into_iter().map(|run| run.join().unwrap()).collect();
        let idle = said.iter().filter(|line| line.contains("up to date already")).count();
        assert_eq!(idle, 2, "{said:?}");
    });
}

#[tokio::test]
async fn a_postgres_database_comes_back_too() {
    let Some(engine) = testkit::Engine::postgres() else {
        eprintln!("not run: TEST_POSTGRES_URL is not set");
        return;
    };
    let (db, _keep) = engine.open().await;
    let Db::Postgres(pool) = &db else { unreachable!() };
    let name = pool.connect_options().get_database().unwrap().to_owned();
    let base = std::env::var("TEST_POSTGRES_URL").unwrap();
    let url = format!("{}/{name}", base.rsplit_once('/').unwrap().0);
    let folder = furnished(&format!("{SELF_HOSTED}[database]\nurl = \"{url}\"\n"));
    leave(&db, "before").await;
    let without_tools = folder.program().env("PATH", "/nowhere").arg("backup").output().unwrap();
    let said = String::from_utf8(without_tools.stderr).unwrap();
    assert!(!without_tools.status.success());
    assert!(said.contains("install postgresql-client, or run this"), "{said}");
    assert!(said.contains("pg_dump --format=plain"), "{said}");
    let file = folder.well(&["backup"]);
    let outside = folder.data.with_file_name("kept.tar");
    std::fs::rename(file.trim(), &outside).unwrap();
    leave(&db, "after").await;
    std::fs::remove_dir_all(&folder.data).unwrap();

    let refused = folder.badly(&["restore", outside.to_str().unwrap()]);
    assert!(refused.contains("the database is not empty"), "{refused}");
    assert!(!folder.data.exists());
    folder.well(&["restore", outside.to_str().unwrap(), "--replace"]);
    assert_eq!(found(&db).await.as_deref(), Some("before"));
    assert!(folder.data.join("env/global.override.env").exists());
    assert!(folder.serve().end().success(), "the restored server starts");
    db.close().await;
}

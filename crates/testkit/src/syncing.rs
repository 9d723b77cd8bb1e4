//! What connects an organization with its cloud organization, put there without asking anyone.

use aws_lc_rs::digest::{SHA256, digest};
use domain::{id::Id, organizations::Organization};
use sqlx::{Database, Encode, Type};
use store::Db;
use uuid::Uuid;

use crate::{TestServer, tamper};

/// Takes `key` as the billing sync token of `organization`, in place of any other.
pub async fn billing_token(server: &TestServer, organization: Id<Organization>, key: &str) {
    let db = &server.app.db;
    let remove = "DELETE FROM organization_api_keys WHERE organization_id = $1 AND kind = 1";
    tamper(db, remove, &[organization.uuid()]).await;
    let add = "INSERT INTO organization_api_keys
                   (id, organization_id, kind, secret_hash, last_four, created_at, revised_at)
               SELECT $1, id, 1, $3, 'last', created_at, created_at
                 FROM organizations WHERE id = $2";
    let hash = digest(&SHA256, key.as_bytes()).as_ref().to_vec();
    run(db, add, server.app.unguessable_id(), organization, hash, None).await;
}

/// Connects `organization` to `cloud`, in place of anything it was connected to.
pub async fn cloud_link(
    server: &TestServer,
    organization: Id<Organization>,
    cloud: Id<Organization>,
    key: &str,
) {
    let app = &server.app;
    let remove = "DELETE FROM connections WHERE organization_id = $1 AND kind = 1";
    tamper(&app.db, remove, &[organization.uuid()]).await;
    let add = "INSERT INTO connections
                   (id, organization_id, kind, enabled, sealed_token, cloud_organization_id,
                    created_at, revised_at)
               SELECT $1, id, 1, TRUE, $3, $4, created_at, created_at
                 FROM organizations WHERE id = $2";
    let sealed = app.keys.seal("billing-token", key, &*app.ports.random).unwrap();
    run(&app.db, add, app.unguessable_id(), organization, sealed, Some(cloud.uuid())).await;
}

async fn run<T>(
    db: &Db,
    sql: &'static str,
    id: Uuid,
    organization: Id<Organization>,
    value: T,
    cloud: Option<Uuid>,
) where
    T: Send + 'static,
    for<'q> T: Encode<'q, sqlx::Sqlite> + Type<sqlx::Sqlite>,
    for<'q> T: Encode<'q, sqlx::Postgres> + Type<sqlx::Postgres>,
    sqlx::Sqlite: Database,
{
    let organization = organization.uuid();
    match db {
        Db::Sqlite { writer, .. } => {
            let query = sqlx::query(sql).bind(id).bind(organization).bind(value);
            let query = if let Some(cloud) = cloud { query.bind(cloud) } else { query };
            query.execute(writer).await.map(drop)
        }
        Db::Postgres(pool) => {
            let query = sqlx::query(sql).bind(id).bind(organization).bind(value);
            let query = if let Some(cloud) = cloud { query.bind(cloud) } else { query };
            query.execute(pool).await.map(drop)
        }
    }
    .unwrap();
}

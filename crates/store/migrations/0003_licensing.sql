-- Cloud: servers that may connect, and for which organizations. Self-hosted: the licences applied.
CREATE TABLE installations (
    id                  UUID        NOT NULL PRIMARY KEY,
    email               TEXT        NOT NULL,
    key_hash            BYTEA       NOT NULL,
    previous_hash       BYTEA,
    previous_expires_at TIMESTAMPTZ,
    enabled             BOOLEAN     NOT NULL DEFAULT TRUE,
    created_at          TIMESTAMPTZ NOT NULL,
    revised_at          TIMESTAMPTZ NOT NULL,
    last_active_at      TIMESTAMPTZ
);

CREATE TABLE organization_installations (
    organization_id UUID        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    installation_id UUID        NOT NULL REFERENCES installations (id) ON DELETE CASCADE,
    standing        BIGINT      NOT NULL,             -- 0 noted, 1 approved by an owner, 2 removed by one
    created_at      TIMESTAMPTZ NOT NULL,
    last_sync_at    TIMESTAMPTZ,
    PRIMARY KEY (organization_id, installation_id)
);
CREATE INDEX organization_installations_by_installation ON organization_installations (installation_id);

CREATE TABLE licenses (
    organization_id          UUID        NOT NULL PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
    cloud_organization_id    UUID        NOT NULL,
    license_key              TEXT,                    -- none once another organization took it over
    document                 TEXT        NOT NULL,    -- the JSON as it was received
    key_id                   TEXT,
    version                  BIGINT      NOT NULL,
    issued_at                TIMESTAMPTZ NOT NULL,
    refresh_at               TIMESTAMPTZ,
    expires_at               TIMESTAMPTZ,
    expires_without_grace_at TIMESTAMPTZ,
    applied_at               TIMESTAMPTZ NOT NULL,
    noticed_days             BIGINT                   -- the smallest notice already given before expiry
);
CREATE UNIQUE INDEX licenses_by_key ON licenses (license_key);
CREATE INDEX licenses_by_refresh ON licenses (refresh_at);
CREATE INDEX licenses_by_expiry ON licenses (expires_at);

-- Self-hosted: the personal licences applied. Who may use premium features stands with the account.
CREATE TABLE personal_licenses (
    user_id       UUID        NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    cloud_user_id UUID        NOT NULL,
    license_key   TEXT        NOT NULL UNIQUE,
    document      TEXT        NOT NULL,               -- the JSON as it was received
    key_id        TEXT,
    issued_at     TIMESTAMPTZ NOT NULL,
    expires_at    TIMESTAMPTZ,
    applied_at    TIMESTAMPTZ NOT NULL,
    noticed_days  BIGINT                              -- the smallest notice already given before expiry
);
CREATE INDEX personal_licenses_by_expiry ON personal_licenses (expires_at);

-- Public keys whose licences this server accepts, besides those named in its configuration.
CREATE TABLE trusted_license_keys (
    id         TEXT        NOT NULL PRIMARY KEY,
    public     BYTEA       NOT NULL,                  -- SubjectPublicKeyInfo, DER
    label      TEXT        NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

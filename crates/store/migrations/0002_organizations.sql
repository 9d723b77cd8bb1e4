-- Organizations, the people in them, what they may do and what they hold.
CREATE TABLE organizations (
    id                       UUID        NOT NULL PRIMARY KEY,
    name                     TEXT        NOT NULL,
    billing_email            TEXT        NOT NULL,
    business_name            TEXT,
    identifier               TEXT        UNIQUE,
    status                   BIGINT      NOT NULL,    -- 0 pending, 1 created, 2 managed
    enabled                  BOOLEAN     NOT NULL,
    plan                     BIGINT      NOT NULL,    -- the protocol's PlanType
    features                 BIGINT      NOT NULL,    -- domain::organizations::Features
    collection_rules         BIGINT      NOT NULL,    -- domain::organizations::CollectionRules
    seats                    BIGINT,
    max_autoscale_seats      BIGINT,
    max_collections          BIGINT,
    max_storage_gb           BIGINT,
    public_key               TEXT,
    private_key              TEXT,                    -- wrapped by the organization key
    license_key              TEXT        NOT NULL,
    expires_at               TIMESTAMPTZ,
    expires_without_grace_at TIMESTAMPTZ,
    sponsorship_revision     BIGINT      NOT NULL DEFAULT 0, -- grows with every change of a sponsorship it gives
    created_at               TIMESTAMPTZ NOT NULL,
    revised_at               TIMESTAMPTZ NOT NULL
);
CREATE INDEX organizations_by_license_key ON organizations (license_key);
CREATE INDEX organizations_by_name ON organizations (name, id);

CREATE TABLE memberships (
    id                  UUID        NOT NULL PRIMARY KEY,
    organization_id     UUID        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id             UUID        REFERENCES users (id) ON DELETE CASCADE,
    email               TEXT,                         -- until confirmed
    role                BIGINT      NOT NULL,         -- 0 owner, 1 admin, 2 user, 4 custom
    permissions         BIGINT      NOT NULL DEFAULT 0, -- domain::authz::Permissions
    status              BIGINT      NOT NULL,         -- -1 revoked, 0 invited, 1 accepted, 2 confirmed, 3 staged
    status_before       BIGINT,                       -- what a revoked member was
    revoked_at          TIMESTAMPTZ,
    key                 TEXT,                         -- the organization key, for this person's public key
    reset_password_key  TEXT,
    external_id         TEXT,
    created_at          TIMESTAMPTZ NOT NULL,
    status_at           TIMESTAMPTZ,                  -- since when the status; from the start when null
    revised_at          TIMESTAMPTZ NOT NULL,
    UNIQUE (organization_id, user_id),
    UNIQUE (organization_id, email)
);
CREATE INDEX memberships_by_user ON memberships (user_id);
CREATE INDEX memberships_by_email ON memberships (email);

CREATE TABLE collections (
    id              UUID        NOT NULL PRIMARY KEY,
    organization_id UUID        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name            TEXT        NOT NULL,             -- encrypted
    external_id     TEXT,
    created_at      TIMESTAMPTZ NOT NULL,
    revised_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX collections_by_organization ON collections (organization_id);

CREATE TABLE collection_members (
    collection_id  UUID    NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    membership_id  UUID    NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    read_only      BOOLEAN NOT NULL,
    hide_passwords BOOLEAN NOT NULL,
    manage         BOOLEAN NOT NULL,
    PRIMARY KEY (collection_id, membership_id)
);
CREATE INDEX collection_members_by_member ON collection_members (membership_id);

CREATE TABLE policies (
    id              UUID        NOT NULL PRIMARY KEY,
    organization_id UUID        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    kind            BIGINT      NOT NULL,             -- the protocol's PolicyType
    enabled         BOOLEAN     NOT NULL,
    data            TEXT,                             -- JSON, as sent
    revised_at      TIMESTAMPTZ NOT NULL,
    UNIQUE (organization_id, kind)
);

-- Keys an organization hands to programs. Only hashes are kept; the previous one works for a while.
CREATE TABLE organization_api_keys (
    id                  UUID        NOT NULL PRIMARY KEY,
    organization_id     UUID        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    kind                BIGINT      NOT NULL,         -- 0 default, 1 billing sync, 2 SCIM
    secret_hash         BYTEA       NOT NULL,
    last_four           TEXT        NOT NULL,
    previous_hash       BYTEA,
    previous_expires_at TIMESTAMPTZ,
    last_used_at        TIMESTAMPTZ,
    last_used_by        UUID,                         -- the installation, for billing sync
    created_at          TIMESTAMPTZ NOT NULL,
    revised_at          TIMESTAMPTZ NOT NULL,
    UNIQUE (organization_id, kind)
);

-- What an organization is connected to. The token is sealed with a key of the server.
CREATE TABLE connections (
    id                    UUID        NOT NULL PRIMARY KEY,
    organization_id       UUID        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    kind                  BIGINT      NOT NULL,       -- 1 cloud billing sync, 2 SCIM
    enabled               BOOLEAN     NOT NULL,
    sealed_token          TEXT,
    cloud_organization_id UUID,
    scim_provider         BIGINT,
    automatic_license     BOOLEAN     NOT NULL DEFAULT FALSE,
    last_license_sync_at  TIMESTAMPTZ,
    created_at            TIMESTAMPTZ NOT NULL,
    revised_at            TIMESTAMPTZ NOT NULL,
    UNIQUE (organization_id, kind)
);

-- What a cloud organization pays for. Self-hosted servers have none.
CREATE TABLE subscriptions (
    organization_id      UUID        NOT NULL PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
    status               TEXT        NOT NULL,        -- trialing, active, past_due, canceled
    annual               BOOLEAN     NOT NULL,
    trial_ends_at        TIMESTAMPTZ,
    period_starts_at     TIMESTAMPTZ NOT NULL,
    period_ends_at       TIMESTAMPTZ NOT NULL,
    cancel_at_period_end BOOLEAN     NOT NULL DEFAULT FALSE,
    sponsored            BOOLEAN     NOT NULL DEFAULT FALSE, -- the Families price is zero
    credit_cents         BIGINT      NOT NULL DEFAULT 0,
    gateway_customer     TEXT,
    gateway_subscription TEXT,
    created_at           TIMESTAMPTZ NOT NULL,
    revised_at           TIMESTAMPTZ NOT NULL
);
CREATE INDEX subscriptions_by_end ON subscriptions (period_ends_at);

-- People, their devices and their sessions. Keys and ciphertext are kept as the client sent them.
CREATE TABLE users (
    id                   UUID        NOT NULL PRIMARY KEY,
    email                TEXT        NOT NULL UNIQUE, -- trimmed, lower case
    email_verified       BOOLEAN     NOT NULL DEFAULT FALSE,
    name                 TEXT,
    culture              TEXT        NOT NULL DEFAULT 'en-US',
    avatar_color         TEXT,
    password_hash        TEXT,                        -- Argon2id over the client's hash, PHC form
    password_hint        TEXT,
    salt                 TEXT        NOT NULL,        -- what the client's KDF is salted with
    kdf                  BIGINT      NOT NULL,        -- 0 PBKDF2, 1 Argon2id
    kdf_iterations       BIGINT      NOT NULL,
    kdf_memory           BIGINT,
    kdf_parallelism      BIGINT,
    user_key             TEXT,                        -- wrapped by the master key
    user_key_id          TEXT,
    public_key           TEXT,
    private_key          TEXT,                        -- wrapped by the user key
    signed_public_key    TEXT,
    signing_key          TEXT,                        -- wrapped by the user key
    verifying_key        TEXT,
    security_state       TEXT,
    security_version     BIGINT,
    security_stamp       TEXT        NOT NULL,
    api_key_version      BIGINT      NOT NULL DEFAULT 1,
    verify_devices       BOOLEAN     NOT NULL DEFAULT TRUE,
    two_step             BOOLEAN     NOT NULL DEFAULT FALSE,
    force_password_reset BOOLEAN     NOT NULL DEFAULT FALSE,
    premium              BOOLEAN     NOT NULL DEFAULT FALSE,
    premium_expires_at   TIMESTAMPTZ,
    license_key          TEXT,
    disabled_at          TIMESTAMPTZ,                 -- by an operator: no sign-in since
    created_at           TIMESTAMPTZ NOT NULL,
    revised_at           TIMESTAMPTZ NOT NULL,
    vault_revised_at     TIMESTAMPTZ NOT NULL         -- what clients compare before they sync
);

CREATE INDEX users_by_premium_end ON users (premium_expires_at) WHERE premium = TRUE;

CREATE TABLE devices (
    id                    UUID        NOT NULL PRIMARY KEY,
    user_id               UUID        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    identifier            TEXT        NOT NULL,
    name                  TEXT        NOT NULL,
    kind                  BIGINT      NOT NULL,
    push_token            TEXT,
    encrypted_user_key    TEXT,
    encrypted_public_key  TEXT,
    encrypted_private_key TEXT,
    created_at            TIMESTAMPTZ NOT NULL,
    last_active_at        TIMESTAMPTZ NOT NULL,
    UNIQUE (user_id, identifier)
);
CREATE INDEX devices_by_identifier ON devices (identifier);

CREATE TABLE sessions (
    id           UUID        NOT NULL PRIMARY KEY,
    user_id      UUID        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    device_id    UUID        NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
    client_id    TEXT        NOT NULL,
    secret_hash    BYTEA       NOT NULL UNIQUE,       -- SHA-256 of the refresh token
    security_stamp TEXT        NOT NULL,              -- of the account when the session began; ends with it
    created_at   TIMESTAMPTZ NOT NULL,
    last_used_at TIMESTAMPTZ NOT NULL,
    expires_at   TIMESTAMPTZ NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX sessions_by_device ON sessions (device_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Guesses are counted across nodes: one row per account and per address, for the length of a window.
CREATE TABLE throttles (
    key            TEXT        NOT NULL PRIMARY KEY,
    tries          BIGINT      NOT NULL,
    window_ends_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX throttles_by_end ON throttles (window_ends_at);

-- What the server signs and seals with. Retired keys still verify until they are removed.
CREATE TABLE server_keys (
    id         TEXT        NOT NULL PRIMARY KEY,      -- the key id (`kid`)
    purpose    TEXT        NOT NULL,                  -- access, seal, license
    secret     BYTEA       NOT NULL,
    public     BYTEA,
    created_at TIMESTAMPTZ NOT NULL,
    retired_at TIMESTAMPTZ
);
CREATE INDEX server_keys_by_purpose ON server_keys (purpose, created_at);

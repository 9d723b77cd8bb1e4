-- Operators, who sign in to the System Administrator Portal, and what they did there.
CREATE TABLE operators (
    id         UUID        NOT NULL PRIMARY KEY,
    email      TEXT        NOT NULL UNIQUE,         -- lower case
    added      BOOLEAN     NOT NULL,                -- by a command; others are one as long as the settings name them
    created_at TIMESTAMPTZ NOT NULL
);

-- The second step of those who set one up.
CREATE TABLE operator_authenticators (
    operator_id UUID        NOT NULL PRIMARY KEY REFERENCES operators (id) ON DELETE CASCADE,
    sealed_key  TEXT        NOT NULL,
    used_step   BIGINT      NOT NULL,                 -- of the last code that was used
    created_at  TIMESTAMPTZ NOT NULL
);

-- Recovery codes that are left; each works once.
CREATE TABLE operator_codes (
    operator_id UUID  NOT NULL REFERENCES operators (id) ON DELETE CASCADE,
    code_hash   BYTEA NOT NULL,
    PRIMARY KEY (operator_id, code_hash)
);

CREATE TABLE operator_sessions (
    id          UUID        NOT NULL PRIMARY KEY,
    operator_id UUID        NOT NULL REFERENCES operators (id) ON DELETE CASCADE,
    secret_hash BYTEA       NOT NULL UNIQUE,
    kind        BIGINT      NOT NULL,                 -- 0 mailed sign-in link, 1 session
    created_at  TIMESTAMPTZ NOT NULL,
    expires_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX operator_sessions_by_operator ON operator_sessions (operator_id);
CREATE INDEX operator_sessions_by_expiry ON operator_sessions (expires_at);

-- Names are kept as they were then: an operator or an organization may be gone by the time one asks.
CREATE TABLE operator_actions (
    id             UUID        NOT NULL PRIMARY KEY,
    operator_id    UUID,                              -- none: a command typed on the server's machine
    operator_email TEXT,
    action         TEXT        NOT NULL,              -- domain::admin::Act
    subject_id     UUID,
    subject        TEXT,
    old_value      TEXT,
    new_value      TEXT,
    ip_address     TEXT,
    happened_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX operator_actions_by_age ON operator_actions (happened_at, id);

-- What a check found last, and since when.
CREATE TABLE health_states (
    name  TEXT        NOT NULL PRIMARY KEY,
    code  TEXT        NOT NULL,                       -- domain::admin::health
    since TIMESTAMPTZ NOT NULL
);

-- Facts a server keeps about itself.
CREATE TABLE server_facts (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

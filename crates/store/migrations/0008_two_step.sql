-- What people prove themselves with beside the password, and the codes that are mailed to them.
CREATE TABLE two_step (
    user_id     UUID        NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    recovery    TEXT        NOT NULL,                 -- the recovery code, sealed
    remembers   UUID        NOT NULL                  -- devices remember this; another one makes them forget
);

CREATE TABLE two_step_methods (
    user_id     UUID        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    method      BIGINT      NOT NULL,                 -- 0 authenticator, 1 mail
    secret      TEXT        NOT NULL,                 -- the authenticator's key, or the address; sealed
    used_step   BIGINT,                               -- of the last code that was accepted: each works once
    created_at  TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (user_id, method)
);

CREATE TABLE mailed_codes (
    user_id     UUID        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    purpose     TEXT        NOT NULL,
    mac         BYTEA       NOT NULL,                 -- of the code, with a key of the server
    recipient   BYTEA       NOT NULL,                 -- of the address it was mailed to, likewise
    tries       BIGINT      NOT NULL DEFAULT 0,
    created_at  TIMESTAMPTZ NOT NULL,
    expires_at  TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (user_id, purpose)
);
CREATE INDEX mailed_codes_by_expiry ON mailed_codes (expires_at);

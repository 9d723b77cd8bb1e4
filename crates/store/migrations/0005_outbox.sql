-- What must happen after a change, written in the transaction that causes it.
CREATE TABLE events (
    id              UUID        NOT NULL PRIMARY KEY,
    kind            BIGINT      NOT NULL,             -- the protocol's EventType, or one of ours
    organization_id UUID,
    provider_id     UUID,
    user_id         UUID,                             -- whom it is about
    acting_user_id  UUID,                             -- who did it
    member_id       UUID,
    subject_id      UUID,                             -- a sponsorship, installation, policy, collection …
    installation_id UUID,
    device_type     BIGINT,
    ip_address      TEXT,
    system_user     BIGINT,
    happened_at     TIMESTAMPTZ NOT NULL
);
CREATE INDEX events_by_organization ON events (organization_id, happened_at, id);
CREATE INDEX events_by_actor ON events (organization_id, acting_user_id, happened_at, id);
CREATE INDEX events_by_user ON events (user_id, happened_at, id);
CREATE INDEX events_by_age ON events (happened_at);

CREATE TABLE jobs (
    id           UUID        NOT NULL PRIMARY KEY,
    kind         TEXT        NOT NULL,
    subject      UUID,
    payload      TEXT,                                -- JSON, never a secret
    merge_key    TEXT,                                -- at most one waiting job has it
    state        BIGINT      NOT NULL,                -- 0 waiting, 1 leased, 2 done, 3 given up
    attempts     BIGINT      NOT NULL DEFAULT 0,
    run_at       TIMESTAMPTZ NOT NULL,
    leased_until TIMESTAMPTZ,
    leased_by    UUID,
    last_error   TEXT,
    created_at   TIMESTAMPTZ NOT NULL,
    finished_at  TIMESTAMPTZ
);
CREATE INDEX jobs_due ON jobs (run_at) WHERE state = 0;
CREATE INDEX jobs_leased ON jobs (leased_until) WHERE state = 1;
CREATE INDEX jobs_done ON jobs (finished_at) WHERE state = 2;
CREATE INDEX jobs_by_state ON jobs (state, created_at, id);
CREATE INDEX jobs_not_done ON jobs (created_at, id) WHERE state <> 2;
CREATE UNIQUE INDEX jobs_merged ON jobs (merge_key) WHERE state = 0;

CREATE TABLE schedules (
    name        TEXT        NOT NULL PRIMARY KEY,
    next_run_at TIMESTAMPTZ NOT NULL,
    last_run_at TIMESTAMPTZ
);

-- Mail, until it is sent; without a mail server the operator reads it here.
CREATE TABLE mails (
    id           UUID        NOT NULL PRIMARY KEY,
    dedupe_key   TEXT        NOT NULL UNIQUE,         -- the same mail is not written twice
    recipient    TEXT        NOT NULL,
    address      TEXT        NOT NULL,                -- the recipient in lower case: letters are counted by it
    sender       UUID,                                -- the organization in whose name it is written, if one asked for it
    template     TEXT        NOT NULL,
    language     TEXT        NOT NULL,
    sender_name  TEXT,
    subject      TEXT        NOT NULL,
    body_text    TEXT        NOT NULL,
    body_html    TEXT        NOT NULL,
    state        BIGINT      NOT NULL,                -- 0 waiting, 1 sent, 2 kept for the operator, 3 given up, 4 on its way
    attempts     BIGINT      NOT NULL DEFAULT 0,
    losses       BIGINT      NOT NULL DEFAULT 0,      -- how often the server stopped while it was on its way
    retry_at     TIMESTAMPTZ,                         -- waiting: not before then; on its way: since then
    last_error   TEXT,
    created_at   TIMESTAMPTZ NOT NULL,
    sent_at      TIMESTAMPTZ
);
CREATE INDEX mails_waiting ON mails (created_at) WHERE state = 0;
CREATE INDEX mails_kept ON mails (created_at) WHERE state = 2;
CREATE INDEX mails_on_their_way ON mails (retry_at) WHERE state = 4;
CREATE INDEX mails_not_sent ON mails (state) WHERE state <> 1;
CREATE INDEX mails_by_age ON mails (created_at);
CREATE INDEX mails_by_address ON mails (address, created_at, id);

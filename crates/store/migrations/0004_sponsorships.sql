-- Families for Enterprise. One row a sponsorship, on both sides, under the same id.
CREATE TABLE sponsorships (
    id                         UUID        NOT NULL PRIMARY KEY,
    sponsoring_organization_id UUID        REFERENCES organizations (id) ON DELETE SET NULL,
    sponsoring_member_id       UUID        NOT NULL,  -- on the cloud: as the self-hosted server names it
    sponsored_organization_id  UUID        UNIQUE REFERENCES organizations (id) ON DELETE SET NULL,
    friendly_name              TEXT,
    offered_to_email           TEXT,                  -- null once redeemed
    recipient_email            TEXT        NOT NULL,  -- lower case, kept for as long as the row
    notes                      TEXT,                  -- encrypted
    admin_initiated            BOOLEAN     NOT NULL,
    state                      BIGINT      NOT NULL,  -- domain::sponsorships::State
    reason                     BIGINT,                -- why it is ending or ended
    since                      TIMESTAMPTZ NOT NULL,  -- when it came into this state
    valid_until                TIMESTAMPTZ,
    last_sync_at               TIMESTAMPTZ,
    sponsor_gone_at            TIMESTAMPTZ,           -- when the sponsoring member was revoked
    reminded_days              BIGINT,                -- the smallest reminder already sent before the end
    revision                   BIGINT      NOT NULL,  -- of the sponsoring organization, when this row changed
    peer_revision              BIGINT      NOT NULL DEFAULT 0, -- the other side's revision that is in this row; 0 before the first
    unsent                     BOOLEAN     NOT NULL,  -- self-hosted: the cloud has not answered this change yet
    refusal                    TEXT,                  -- self-hosted: why the cloud does not take it, as a code
    mailings                   BIGINT      NOT NULL DEFAULT 0, -- cloud: how often the offer was mailed
    created_at                 TIMESTAMPTZ NOT NULL
);
-- One living offer for a person and an organization; 5 is ended.
CREATE UNIQUE INDEX sponsorships_living ON sponsorships (sponsoring_organization_id, recipient_email) WHERE state <> 5;
-- A member gives one of their own.
CREATE UNIQUE INDEX sponsorships_own ON sponsorships (sponsoring_organization_id, sponsoring_member_id) WHERE state <> 5 AND admin_initiated = FALSE;
CREATE INDEX sponsorships_by_member ON sponsorships (sponsoring_organization_id, sponsoring_member_id) WHERE state <> 5;
CREATE INDEX sponsorships_by_revision ON sponsorships (sponsoring_organization_id, revision);
CREATE INDEX sponsorships_unsent ON sponsorships (sponsoring_organization_id, revision) WHERE unsent = TRUE;
CREATE INDEX sponsorships_by_end ON sponsorships (valid_until) WHERE valid_until IS NOT NULL;
CREATE INDEX sponsorships_by_recipient ON sponsorships (recipient_email);
CREATE INDEX sponsorships_by_name ON sponsorships (sponsoring_organization_id, LOWER(friendly_name)) WHERE state <> 5;
CREATE INDEX sponsorships_by_creation ON sponsorships (sponsoring_organization_id, created_at, id) WHERE state <> 5;
CREATE INDEX sponsorships_lapsed ON sponsorships (sponsoring_organization_id, valid_until) WHERE state <> 5 AND valid_until IS NOT NULL;
CREATE INDEX sponsorships_refused ON sponsorships (sponsoring_organization_id) WHERE refusal IS NOT NULL;
CREATE INDEX sponsorships_ended ON sponsorships (since) WHERE state = 5;
CREATE INDEX sponsorships_waiting ON sponsorships (since) WHERE state = 1;
CREATE INDEX sponsorships_orphans ON sponsorships (id) WHERE sponsoring_organization_id IS NULL AND state IN (0, 1, 4);
CREATE INDEX sponsorships_forsaken ON sponsorships (id) WHERE sponsored_organization_id IS NULL AND state IN (2, 3);
CREATE INDEX sponsorships_sponsor_gone ON sponsorships (sponsor_gone_at) WHERE sponsor_gone_at IS NOT NULL;

-- How many living ones of each sort an organization gives, kept with every change of them: seats and
-- states are asked for at every offer and every look, and nobody counts a hundred thousand rows for it.
CREATE TABLE sponsorship_counts (
    organization_id UUID    NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    state           BIGINT  NOT NULL,                 -- as in sponsorships; never 5
    admin_initiated BOOLEAN NOT NULL,
    unsent          BOOLEAN NOT NULL,
    held            BIGINT  NOT NULL,
    PRIMARY KEY (organization_id, state, admin_initiated, unsent)
);

-- Self-hosted: how far an organization has followed its cloud organization. Cloud: when the self-hosted
-- server of an organization last synced.
CREATE TABLE sync_cursors (
    organization_id UUID        NOT NULL PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
    cursor          BIGINT      NOT NULL,
    failures        BIGINT      NOT NULL DEFAULT 0,   -- in a row
    retry_at        TIMESTAMPTZ,
    failing_since   TIMESTAMPTZ,
    last_try_at     TIMESTAMPTZ,
    last_success_at TIMESTAMPTZ,
    last_full_at    TIMESTAMPTZ
);

-- Cloud: answers already given, so that a repeated request changes nothing.
CREATE TABLE sync_receipts (
    organization_id UUID        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    request_id      UUID        NOT NULL,
    answer          TEXT        NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (organization_id, request_id)
);
CREATE INDEX sync_receipts_by_age ON sync_receipts (created_at);

-- Every run, on both sides.
CREATE TABLE sync_runs (
    id              UUID        NOT NULL PRIMARY KEY, -- also the correlation id
    organization_id UUID        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    installation_id UUID,                             -- cloud: who synced
    node_id         UUID,                             -- own server: which node works on it
    trigger_kind    TEXT        NOT NULL,             -- change, daily, manual, peer
    protocol        BIGINT      NOT NULL,             -- 1 or 2
    outcome         TEXT        NOT NULL,             -- running, succeeded, failed
    step            TEXT        NOT NULL,             -- the last step reached
    error_code      TEXT,
    error           TEXT,
    sent            BIGINT      NOT NULL DEFAULT 0,
    created         BIGINT      NOT NULL DEFAULT 0,
    updated         BIGINT      NOT NULL DEFAULT 0,
    removed         BIGINT      NOT NULL DEFAULT 0,
    refused         BIGINT      NOT NULL DEFAULT 0,
    received        BIGINT      NOT NULL DEFAULT 0,
    license_outcome TEXT,                             -- unchanged, updated, failed: when the run also synced it
    license_code    TEXT,
    license_error   TEXT,
    started_at      TIMESTAMPTZ NOT NULL,
    stepped_at      TIMESTAMPTZ NOT NULL,             -- a run that is silent for long was cut off
    finished_at     TIMESTAMPTZ
);
CREATE INDEX sync_runs_by_organization ON sync_runs (organization_id, started_at);
CREATE INDEX sync_runs_by_age ON sync_runs (started_at);
CREATE INDEX sync_runs_running ON sync_runs (organization_id, stepped_at) WHERE outcome = 'running';

-- The items of a run that need an explanation; those that went through are only counted.
CREATE TABLE sync_run_items (
    run_id         UUID NOT NULL REFERENCES sync_runs (id) ON DELETE CASCADE,
    sponsorship_id UUID NOT NULL,
    result         TEXT NOT NULL,
    reason         TEXT NOT NULL,
    PRIMARY KEY (run_id, sponsorship_id)
);

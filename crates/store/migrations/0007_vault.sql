-- Items people keep: in folders of their own, or in the collections of an organization.
CREATE TABLE folders (
    id         UUID        NOT NULL PRIMARY KEY,
    user_id    UUID        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name       TEXT        NOT NULL,                  -- encrypted
    created_at TIMESTAMPTZ NOT NULL,
    revised_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX folders_by_user ON folders (user_id);

-- An item is one person's or one organization's. What it says is kept as it is answered; every text in it is encrypted.
CREATE TABLE ciphers (
    id              UUID        NOT NULL PRIMARY KEY,
    user_id         UUID        REFERENCES users (id) ON DELETE CASCADE,
    organization_id UUID        REFERENCES organizations (id) ON DELETE CASCADE,
    kind            BIGINT      NOT NULL,             -- the protocol's CipherType
    body            TEXT        NOT NULL,             -- JSON
    created_at      TIMESTAMPTZ NOT NULL,
    revised_at      TIMESTAMPTZ NOT NULL,
    trashed_at      TIMESTAMPTZ,
    CHECK ((user_id IS NULL) <> (organization_id IS NULL))
);
CREATE INDEX ciphers_by_user ON ciphers (user_id);
CREATE INDEX ciphers_by_organization ON ciphers (organization_id);
CREATE INDEX ciphers_in_trash ON ciphers (trashed_at) WHERE trashed_at IS NOT NULL;

-- What a person decides about an item for themselves alone, their own or an organization's.
CREATE TABLE cipher_places (
    cipher_id   UUID        NOT NULL REFERENCES ciphers (id) ON DELETE CASCADE,
    user_id     UUID        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    folder_id   UUID        REFERENCES folders (id) ON DELETE SET NULL,
    favorite    BOOLEAN     NOT NULL,
    archived_at TIMESTAMPTZ,
    PRIMARY KEY (user_id, cipher_id)
);
CREATE INDEX cipher_places_by_cipher ON cipher_places (cipher_id);
CREATE INDEX cipher_places_by_folder ON cipher_places (folder_id);

CREATE TABLE collection_ciphers (
    collection_id UUID NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    cipher_id     UUID NOT NULL REFERENCES ciphers (id) ON DELETE CASCADE,
    PRIMARY KEY (collection_id, cipher_id)
);
CREATE INDEX collection_ciphers_by_cipher ON collection_ciphers (cipher_id);

-- Members who are given collections together.
CREATE TABLE groups (
    id              UUID        NOT NULL PRIMARY KEY,
    organization_id UUID        NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name            TEXT        NOT NULL,
    external_id     TEXT,
    created_at      TIMESTAMPTZ NOT NULL,
    revised_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX groups_by_organization ON groups (organization_id);

CREATE TABLE group_members (
    group_id      UUID NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    membership_id UUID NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, membership_id)
);
CREATE INDEX group_members_by_member ON group_members (membership_id);

CREATE TABLE collection_groups (
    collection_id  UUID    NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    group_id       UUID    NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    read_only      BOOLEAN NOT NULL,
    hide_passwords BOOLEAN NOT NULL,
    manage         BOOLEAN NOT NULL,
    PRIMARY KEY (collection_id, group_id)
);
CREATE INDEX collection_groups_by_group ON collection_groups (group_id);

-- Every grant that counts: a member's own in a collection replaces those of their groups there. domain::authz::collections
-- says the same of one collection and one item. Statements name the person and add up themselves: SQLite does not carry a
-- name into a view that groups.
CREATE VIEW effective_grants AS
SELECT m.user_id, m.organization_id, g.collection_id, g.read_only, g.hide_passwords, g.manage
  FROM memberships m
  JOIN collection_members g ON g.membership_id = m.id
 WHERE m.status = 2
UNION ALL
SELECT m.user_id, m.organization_id, g.collection_id, g.read_only, g.hide_passwords, g.manage
  FROM memberships m
  JOIN group_members x ON x.membership_id = m.id
  JOIN collection_groups g ON g.group_id = x.group_id
 WHERE m.status = 2
   AND NOT EXISTS (SELECT 1 FROM collection_members own
                    WHERE own.collection_id = g.collection_id AND own.membership_id = m.id);

-- Collections, with whether nobody manages them.
CREATE VIEW kept_collections AS
SELECT c.id, c.organization_id, c.name, c.external_id,
       NOT EXISTS (SELECT 1 FROM collection_members x WHERE x.collection_id = c.id AND x.manage = TRUE)
       AND NOT EXISTS (SELECT 1 FROM collection_groups y WHERE y.collection_id = c.id AND y.manage = TRUE) AS orphaned
  FROM collections c;

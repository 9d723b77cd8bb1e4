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
-- says the same of one collection and one item.
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

-- What a person has in a collection; groups add up.
CREATE VIEW collection_access AS
SELECT user_id, collection_id,
       MIN(CASE WHEN read_only THEN 1 ELSE 0 END) = 1 AS read_only,
       MIN(CASE WHEN hide_passwords THEN 1 ELSE 0 END) = 1 AS hide_passwords,
       MAX(CASE WHEN manage THEN 1 ELSE 0 END) = 1 AS manage
  FROM effective_grants
 GROUP BY user_id, collection_id;

-- What a person has in an item: over several collections the most permissive wins.
CREATE VIEW cipher_access AS
SELECT e.user_id, k.cipher_id,
       MIN(CASE WHEN e.read_only THEN 1 ELSE 0 END) = 1 AS read_only,
       MIN(CASE WHEN e.hide_passwords THEN 1 ELSE 0 END) = 1 AS hide_passwords,
       MAX(CASE WHEN e.manage THEN 1 ELSE 0 END) = 1 AS manage
  FROM effective_grants e
  JOIN collection_ciphers k ON k.collection_id = e.collection_id
 GROUP BY e.user_id, k.cipher_id;

-- Every item with whoever holds it: its owner, or those who were given a collection it is in.
CREATE VIEW held_ciphers AS
SELECT c.user_id AS holder_id, c.id, c.organization_id, c.kind, c.body, c.created_at, c.revised_at, c.trashed_at,
       p.folder_id, COALESCE(p.favorite, FALSE) AS favorite, p.archived_at,
       FALSE AS read_only, FALSE AS hide_passwords, TRUE AS manage, 0 AS collection_rules, 0 AS features
  FROM ciphers c
  LEFT JOIN cipher_places p ON p.user_id = c.user_id AND p.cipher_id = c.id
 WHERE c.user_id IS NOT NULL
UNION ALL
SELECT a.user_id, c.id, c.organization_id, c.kind, c.body, c.created_at, c.revised_at, c.trashed_at,
       p.folder_id, COALESCE(p.favorite, FALSE), p.archived_at,
       a.read_only, a.hide_passwords, a.manage, o.collection_rules, o.features
  FROM cipher_access a
  JOIN ciphers c ON c.id = a.cipher_id
  JOIN organizations o ON o.id = c.organization_id AND o.enabled = TRUE
  LEFT JOIN cipher_places p ON p.user_id = a.user_id AND p.cipher_id = c.id;

-- Collections, with whether nobody manages them.
CREATE VIEW kept_collections AS
SELECT c.id, c.organization_id, c.name, c.external_id,
       NOT EXISTS (SELECT 1 FROM collection_members x WHERE x.collection_id = c.id AND x.manage = TRUE)
       AND NOT EXISTS (SELECT 1 FROM collection_groups y WHERE y.collection_id = c.id AND y.manage = TRUE) AS orphaned
  FROM collections c;

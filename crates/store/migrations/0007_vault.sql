-- Items people keep: in folders of their own, or in the collections of an organization.
CREATE TABLE folders (
    id         UUID        NOT NULL PRIMARY KEY,
    user_id    UUID        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name       TEXT        NOT NULL,                  -- encrypted
    created_at TIMESTAMPTZ NOT NULL,
    revised_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX folders_by_user ON folders (user_id);

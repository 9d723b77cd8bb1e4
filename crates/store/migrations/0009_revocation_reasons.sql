-- Why a member is suspended: people are told, and the web app shows it.
ALTER TABLE memberships ADD COLUMN revoked_because BIGINT; -- 1 by an administrator, 2 two-step login, 4 another organization

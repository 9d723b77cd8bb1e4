-- Addresses are looked for by how they begin: there only letters in the order of their bytes stand together.
ALTER TABLE mails ALTER COLUMN address TYPE TEXT COLLATE "C";

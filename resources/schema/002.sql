-- Surveys being put together, and templates for further ones. `body` is models::toJson(); the newest
-- version is the draft. `is_open`: a wizard has it; found like this at the next start it was left by
-- a crash. `removed` is when it was deleted: it can be brought back until the next start.
CREATE TABLE drafts (
  uuid TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  is_template INTEGER NOT NULL CHECK (is_template IN (0, 1)),
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  updated INTEGER NOT NULL,
  removed INTEGER
);
CREATE INDEX drafts_of_account ON drafts (account, updated);

CREATE TABLE draft_versions (
  uuid TEXT NOT NULL REFERENCES drafts (uuid) ON DELETE CASCADE,
  saved INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (uuid, saved)
) WITHOUT ROWID;

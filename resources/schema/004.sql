-- The activity journal can show a call again as it was sent.
ALTER TABLE calls ADD COLUMN query TEXT NOT NULL DEFAULT '';
ALTER TABLE calls ADD COLUMN headers TEXT NOT NULL DEFAULT '';

-- What was changed, from what to what: the newest only. `origin` is a models::Change::Origin.
CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL,
  at INTEGER NOT NULL,
  survey TEXT NOT NULL,
  what TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  origin INTEGER NOT NULL
);
CREATE INDEX changes_of_account ON changes (account, id);

-- Edits that could not be sent and wait for the person: one for each survey and kind, never dropped.
CREATE TABLE pending_edits (
  account TEXT NOT NULL,
  survey TEXT NOT NULL,
  kind TEXT NOT NULL,
  made INTEGER NOT NULL,
  what TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  payload BLOB NOT NULL,
  PRIMARY KEY (account, survey, kind)
) WITHOUT ROWID;

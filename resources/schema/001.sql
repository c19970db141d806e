-- Times are UTC milliseconds since 1970. `account` is models::accountOf(): server and client ID as
-- a fingerprint. No key, hash or client ID is ever written here.

CREATE TABLE connections (
  name TEXT PRIMARY KEY COLLATE NOCASE,
  base_url TEXT NOT NULL,
  colour TEXT NOT NULL,
  is_sandbox INTEGER NOT NULL CHECK (is_sandbox IN (0, 1)),
  account TEXT NOT NULL,
  last_used INTEGER NOT NULL
);

-- Cached lists: may be dropped at any time.
CREATE TABLE surveys (
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  body BLOB NOT NULL,
  updated INTEGER NOT NULL,
  PRIMARY KEY (account, id)
) WITHOUT ROWID;

CREATE TABLE survey_lists (
  account TEXT PRIMARY KEY,
  updated INTEGER NOT NULL,
  is_incomplete INTEGER NOT NULL CHECK (is_incomplete IN (0, 1))
);

CREATE TABLE reference_lists (
  account TEXT NOT NULL,
  list TEXT NOT NULL CHECK (list IN ('country', 'language', 'study_category', 'vertical')),
  body BLOB NOT NULL,
  updated INTEGER NOT NULL,
  PRIMARY KEY (account, list)
) WITHOUT ROWID;

CREATE TABLE qualification_masters (
  account TEXT NOT NULL,
  country TEXT NOT NULL,
  language TEXT NOT NULL,
  body BLOB NOT NULL,
  updated INTEGER NOT NULL,
  PRIMARY KEY (account, country, language)
);

-- The activity journal: the newest calls only, redacted before they come here.
CREATE TABLE calls (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL,
  started INTEGER NOT NULL,
  duration INTEGER NOT NULL,
  verb INTEGER NOT NULL,
  endpoint TEXT NOT NULL,
  survey TEXT NOT NULL,
  tries INTEGER NOT NULL,
  http_status INTEGER NOT NULL,
  error INTEGER,
  request_body TEXT NOT NULL,
  answer_body TEXT NOT NULL,
  answer_size INTEGER NOT NULL
);
CREATE INDEX calls_of_account ON calls (account, id);

-- Submitted reconciliations: written before they are sent, never dropped.
-- `uids` are joined by line feeds; `sha256` is of the sorted set, so that the same set is noticed.
CREATE TABLE reconciliations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL,
  survey TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  uids BLOB NOT NULL,
  uid_count INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  submitted INTEGER NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('sending', 'submitted', 'processing', 'completed', 'rejected', 'unknown')),
  answer BLOB NOT NULL,
  answered INTEGER
);
CREATE INDEX reconciliations_of_survey ON reconciliations (account, survey, id);

-- Surveys about to be created: written before they are sent, never dropped. `known_ids` and `steps`
-- are JSON: the surveys that were there before, and what has been done since.
CREATE TABLE intents (
  uuid TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  payload TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  known_ids TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('prepared', 'sending', 'unknown', 'created', 'rejected', 'dismissed')),
  project_id TEXT NOT NULL,
  steps TEXT NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL
);
CREATE UNIQUE INDEX intents_in_doubt ON intents (account, sha256)
  WHERE state IN ('sending', 'unknown');

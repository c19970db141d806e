-- Completes per quota as a person imported them: the server tells none. `counts` is
-- models::quotasToJson(), each count the completes. One row for a survey, replaced as a whole.
CREATE TABLE quota_completes (
  account TEXT NOT NULL,
  survey TEXT NOT NULL,
  counts BLOB NOT NULL,
  imported INTEGER NOT NULL,
  PRIMARY KEY (account, survey)
) WITHOUT ROWID;

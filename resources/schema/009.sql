-- A survey's interlocking quotas as the server told them last, for when it can't be reached. `grid`
-- is JSON (models::GridCache), without combinations where the server said that there is none;
-- `updated` is when, milliseconds since 1970. A cache: it may be dropped.
CREATE TABLE interlocking_grids (
  account TEXT NOT NULL,
  survey TEXT NOT NULL,
  grid BLOB NOT NULL,
  updated INTEGER NOT NULL,
  PRIMARY KEY (account, survey)
) WITHOUT ROWID;

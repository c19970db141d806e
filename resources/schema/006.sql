-- What the feasibility service was asked and has answered. A run is one question or a sweep: `body`
-- is the draft that it was asked for (JSON), its points say what they vary. `asked` is missing while
-- a point waits, the figures where the service has none; times are milliseconds since 1970, `price`
-- hundredths.
CREATE TABLE feasibility_runs (
  uuid TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  made INTEGER NOT NULL,
  locale TEXT NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX feasibility_runs_of_account ON feasibility_runs (account, made);
CREATE TABLE feasibility_points (
  run TEXT NOT NULL REFERENCES feasibility_runs (uuid) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  ir INTEGER NOT NULL,
  loi INTEGER NOT NULL,
  completes INTEGER NOT NULL,
  asked INTEGER,
  minimum INTEGER,
  maximum INTEGER,
  price INTEGER,
  problem TEXT NOT NULL,
  PRIMARY KEY (run, place)
) WITHOUT ROWID;

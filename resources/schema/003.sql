-- What each survey was like when it was last seen to change: figures for charts, forecasts and the
-- cost ledger. `at` is seconds since 1970, `cpi` hundredths, `status` the wire's number. A key of
-- its own per survey keeps a row near 25 bytes. `thinned` is when older rows were last thinned.
CREATE TABLE snapshot_surveys (
  key INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  survey TEXT NOT NULL,
  thinned INTEGER NOT NULL,
  UNIQUE (account, survey)
);
CREATE INDEX snapshot_surveys_by_thinning ON snapshot_surveys (thinned);
CREATE TABLE snapshots (
  survey INTEGER NOT NULL,
  at INTEGER NOT NULL,
  complete INTEGER NOT NULL,
  entrants INTEGER NOT NULL,
  needed INTEGER NOT NULL,
  cpi INTEGER NOT NULL,
  status INTEGER NOT NULL,
  PRIMARY KEY (survey, at)
) WITHOUT ROWID;

-- Surveys whose completes are kept out of another. `known` and `owed` are ids, one a line; `updated`
-- is when the server told them, milliseconds since 1970. `owed` were there before a removal of some
-- of them that hasn't come to its end: they may be missing on the server and are never dropped by
-- themselves before it is read to have them.
CREATE TABLE exclusions (
  account TEXT NOT NULL,
  survey TEXT NOT NULL,
  known TEXT NOT NULL,
  owed TEXT NOT NULL,
  updated INTEGER NOT NULL,
  PRIMARY KEY (account, survey)
) WITHOUT ROWID;

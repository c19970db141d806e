-- How many were accepted, so that a list of all reconciliations needs no list of UIDs. The answer
-- is the server's sentence on a line, then an accepted UID a line.
ALTER TABLE reconciliations ADD COLUMN accepted_count INTEGER NOT NULL DEFAULT 0;
UPDATE reconciliations SET accepted_count = max(0, length(CAST(answer AS TEXT))
  - length(replace(CAST(answer AS TEXT), char(10), '')) - 1);

-- What a person settles for a survey's reconciliation, never dropped: until when it is due (empty:
-- by the rule of the settings), the day of the last reminder, and how its files are read, as JSON.
CREATE TABLE reconciliation_plans (
  account TEXT NOT NULL,
  survey TEXT NOT NULL,
  deadline TEXT NOT NULL,
  reminded TEXT NOT NULL,
  reading TEXT NOT NULL,
  PRIMARY KEY (account, survey)
) WITHOUT ROWID;

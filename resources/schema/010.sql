-- What a submission is judged by: the service's own word for its status, and a mark of what the
-- service had before it was sent (models::markOf); NULL where nobody looked.
ALTER TABLE reconciliations ADD COLUMN service_status TEXT NOT NULL DEFAULT '';
ALTER TABLE reconciliations ADD COLUMN before_mark BLOB;

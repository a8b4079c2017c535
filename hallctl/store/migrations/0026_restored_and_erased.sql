-- A backup that took the file's place, and what the file held beyond it.
CREATE TABLE restoration (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  lost INTEGER NOT NULL,
  lost_digest TEXT,
  aside TEXT,
  CONSTRAINT restoration_lost CHECK (lost >= 0)
) STRICT;

-- One person whose data were removed, under the pseudonym that stands in their place; and the seals of
-- entries whose detail had to go with them, over the rows as they are since then.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  pseudonym TEXT NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT erasure_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE UNIQUE INDEX erasure_once ON erasure (pseudonym);

CREATE TABLE sealed_anew (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  of_entry INTEGER NOT NULL REFERENCES entry (entry_no),
  seals TEXT NOT NULL,
  CONSTRAINT sealed_anew_is_json CHECK (json_valid(seals))
) STRICT;
CREATE INDEX sealed_anew_of ON sealed_anew (of_entry, id);

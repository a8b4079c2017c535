-- The chain of entries: one per transaction that changed something. Every fact names its entry.
CREATE TABLE entry (
  entry_no INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_no TEXT NOT NULL,
  command TEXT NOT NULL,
  detail_digest TEXT NOT NULL,
  prev_digest TEXT NOT NULL,
  digest TEXT NOT NULL,
  voids INTEGER REFERENCES entry (entry_no),
  CONSTRAINT entry_numbered_from_one CHECK (entry_no > 0),
  CONSTRAINT entry_voids_an_earlier_one CHECK (voids < entry_no)
) STRICT;
CREATE UNIQUE INDEX entry_voided_once ON entry (voids) WHERE voids IS NOT NULL;

-- Kept apart and salted, so that erasing personal data leaves the chain valid.
CREATE TABLE entry_detail (
  entry_no INTEGER PRIMARY KEY REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  salt TEXT NOT NULL,
  detail TEXT NOT NULL,
  CONSTRAINT entry_detail_is_json CHECK (json_valid(detail))
) STRICT;

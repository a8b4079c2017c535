CREATE TABLE violation (
  violation_no TEXT PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  kind TEXT NOT NULL,
  on_date TEXT NOT NULL,
  case_no TEXT REFERENCES case_file (case_no),
  note TEXT NOT NULL,
  ref TEXT,
  CONSTRAINT violation_on_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT violation_has_a_note CHECK (length(note) > 0)
) STRICT;
CREATE INDEX violation_of ON violation (staff_no, on_date);
CREATE UNIQUE INDEX violation_ref ON violation (ref) WHERE ref IS NOT NULL AND voided_by IS NULL;

-- Append-only: a decision is followed by another, never replaced (Art. 32).
CREATE TABLE violation_event (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  violation_no TEXT NOT NULL REFERENCES violation (violation_no),
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  by_no TEXT NOT NULL,
  reason TEXT,
  CONSTRAINT violation_event_state CHECK (state IN ('confirmed', 'rejected', 'reversed')),
  CONSTRAINT violation_event_reversal_has_a_reason CHECK (state = 'confirmed' OR length(reason) > 0)
) STRICT;
CREATE INDEX violation_event_of ON violation_event (violation_no, id);

-- What surrounds a violation (Art. 32): its evidence, the person's statement, an appeal and its verdict,
-- the hand-over to a faculty, the reasoned decision against a dismissal, and letters about leaders.
ALTER TABLE violation ADD COLUMN evidence TEXT;

CREATE TABLE violation_statement (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  violation_no TEXT NOT NULL REFERENCES violation (violation_no),
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT violation_statement_says_something CHECK (length(text) > 0)
) STRICT;
CREATE INDEX violation_statement_of ON violation_statement (violation_no, id);

-- An appeal contests one confirmation.
CREATE TABLE credit_appeal (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  violation_no TEXT NOT NULL REFERENCES violation (violation_no),
  violation_event_id INTEGER NOT NULL REFERENCES violation_event (id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT credit_appeal_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE UNIQUE INDEX credit_appeal_once ON credit_appeal (violation_event_id) WHERE voided_by IS NULL;
CREATE INDEX credit_appeal_of ON credit_appeal (violation_no, id);

CREATE TABLE appeal_verdict (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  credit_appeal_id INTEGER NOT NULL REFERENCES credit_appeal (id),
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by_no TEXT NOT NULL,
  CONSTRAINT appeal_verdict_word CHECK (verdict IN ('upheld', 'dismissed')),
  CONSTRAINT appeal_verdict_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE UNIQUE INDEX appeal_verdict_once ON appeal_verdict (credit_appeal_id) WHERE voided_by IS NULL;

CREATE TABLE credit_handover (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  violation_no TEXT NOT NULL REFERENCES violation (violation_no),
  faculty TEXT NOT NULL,
  on_date TEXT NOT NULL,
  note TEXT,
  CONSTRAINT credit_handover_on_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT credit_handover_names_a_faculty CHECK (length(faculty) > 0)
) STRICT;
CREATE UNIQUE INDEX credit_handover_once ON credit_handover (violation_no, faculty) WHERE voided_by IS NULL;

-- Against a dismissal that was due at a balance: it is due again when the balance falls below that one.
CREATE TABLE dismissal_kept (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  violation_event_id INTEGER NOT NULL REFERENCES violation_event (id),
  balance INTEGER NOT NULL,
  reason TEXT NOT NULL,
  on_date TEXT NOT NULL,
  by_no TEXT NOT NULL,
  CONSTRAINT dismissal_kept_on_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT dismissal_kept_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE INDEX dismissal_kept_of ON dismissal_kept (staff_no, id);

CREATE TABLE leader_letter (
  letter_no TEXT PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  department TEXT NOT NULL,
  kind TEXT NOT NULL,
  on_date TEXT NOT NULL,
  note TEXT NOT NULL,
  case_no TEXT REFERENCES case_file (case_no),
  complaint_no TEXT REFERENCES complaint (complaint_no),
  at TEXT NOT NULL,
  CONSTRAINT leader_letter_on_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT leader_letter_has_a_note CHECK (length(note) > 0),
  CONSTRAINT leader_letter_names_a_department CHECK (length(department) > 0)
) STRICT;
CREATE INDEX leader_letter_of ON leader_letter (staff_no, on_date);

ALTER TABLE slip_print ADD COLUMN violation_no TEXT REFERENCES violation (violation_no);
ALTER TABLE slip_print ADD COLUMN violation_event_id INTEGER REFERENCES violation_event (id);
ALTER TABLE slip_print ADD COLUMN letter_no TEXT REFERENCES leader_letter (letter_no);

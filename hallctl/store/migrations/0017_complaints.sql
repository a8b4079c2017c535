-- Complaints (Art. 33). One about the officer leaves its number and its day, and nothing else.
CREATE TABLE complaint (
  complaint_no TEXT PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  channel TEXT NOT NULL,
  about TEXT NOT NULL,
  kind TEXT,
  staff_no TEXT REFERENCES staff (staff_no),
  window_no TEXT REFERENCES service_window (window_no),
  case_no TEXT REFERENCES case_file (case_no),
  matter TEXT,
  on_date TEXT NOT NULL,
  received_at TEXT NOT NULL,
  code_digest TEXT,
  ref TEXT,
  CONSTRAINT complaint_channel CHECK (channel IN ('window', 'phone', 'email', 'letter')),
  CONSTRAINT complaint_about CHECK (about IN ('staff', 'window', 'case', 'officer')),
  CONSTRAINT complaint_on_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT complaint_says_whom CHECK (
    (staff_no IS NOT NULL) = (about = 'staff') AND (window_no IS NOT NULL) = (about = 'window')
    AND (case_no IS NOT NULL) = (about = 'case')),
  CONSTRAINT complaint_says_what CHECK ((about = 'officer') = (matter IS NULL) AND (matter IS NULL) = (kind IS NULL)),
  CONSTRAINT complaint_about_the_officer_is_a_number CHECK (about <> 'officer' OR (code_digest IS NULL AND ref IS NULL)),
  CONSTRAINT complaint_kind CHECK (kind IS NULL OR kind IN ('attitude', 'overdue', 'procedure', 'other'))
) STRICT;
CREATE INDEX complaint_received ON complaint (received_at);
CREATE INDEX complaint_code ON complaint (code_digest) WHERE code_digest IS NOT NULL;
CREATE UNIQUE INDEX complaint_ref ON complaint (ref) WHERE ref IS NOT NULL AND voided_by IS NULL;

-- Who complained, apart from everything else; read by one statement only, which records that it was.
-- The salt keeps the digest that the audit entry holds of this row from being guessed at.
CREATE TABLE sealed_identity (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  complaint_no TEXT NOT NULL REFERENCES complaint (complaint_no),
  name TEXT NOT NULL,
  contact TEXT,
  salt TEXT NOT NULL,
  CONSTRAINT sealed_identity_has_a_name CHECK (length(name) > 0)
) STRICT;
CREATE UNIQUE INDEX sealed_identity_of ON sealed_identity (complaint_no) WHERE voided_by IS NULL;

CREATE TABLE complaint_event (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  complaint_no TEXT NOT NULL REFERENCES complaint (complaint_no),
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  by_no TEXT NOT NULL,
  finding TEXT,
  note TEXT,
  lateness TEXT,
  ground TEXT,
  CONSTRAINT complaint_event_kind CHECK (kind IN ('accepted', 'found', 'replied')),
  CONSTRAINT complaint_event_finding CHECK ((kind = 'found') = (finding IS NOT NULL)),
  CONSTRAINT complaint_event_finding_word CHECK (finding IS NULL OR finding IN ('yes', 'partly', 'no')),
  CONSTRAINT complaint_event_says_why CHECK (kind = 'accepted' OR length(note) > 0),
  CONSTRAINT complaint_event_lateness CHECK ((kind = 'found') = (lateness IS NULL)),
  CONSTRAINT complaint_event_lateness_word CHECK (lateness IS NULL OR lateness IN ('on_time', 'late')),
  CONSTRAINT complaint_event_ground_is_json CHECK (ground IS NULL OR json_valid(ground))
) STRICT;
CREATE INDEX complaint_event_of ON complaint_event (complaint_no, id);

CREATE TABLE complaint_reveal (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  complaint_no TEXT NOT NULL REFERENCES complaint (complaint_no),
  at TEXT NOT NULL,
  by_no TEXT NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT complaint_reveal_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE INDEX complaint_reveal_of ON complaint_reveal (complaint_no, id);

-- A violation may follow from a complaint; a slip may answer one.
ALTER TABLE violation ADD COLUMN complaint_no TEXT REFERENCES complaint (complaint_no);
ALTER TABLE slip_print ADD COLUMN complaint_no TEXT REFERENCES complaint (complaint_no);
ALTER TABLE slip_print ADD COLUMN complaint_event_id INTEGER REFERENCES complaint_event (id);

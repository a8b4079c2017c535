-- The whole life of a case (Art. 24 to 28): matters without a catalogue item, pauses, extensions,
-- referrals, withdrawals, reopening. Rebuilt tables keep every row and every rowid, so that what
-- earlier entries sealed stays as it was.
CREATE TABLE new_case_file (
  case_no TEXT PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  item_code TEXT REFERENCES service_item (item_code),
  item_version_id INTEGER REFERENCES item_version (id),
  matter TEXT,
  out_of_scope INTEGER,
  applicant_no TEXT NOT NULL,
  applicant TEXT,
  phone TEXT,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  first_contact_no TEXT REFERENCES staff (staff_no),
  received_at TEXT NOT NULL,
  joint INTEGER NOT NULL,
  ref TEXT,
  CONSTRAINT case_file_no CHECK (case_no GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9][0-9][0-9]'),
  CONSTRAINT case_file_item CHECK ((item_code IS NULL) = (item_version_id IS NULL)),
  CONSTRAINT case_file_says_what CHECK (item_code IS NOT NULL OR length(matter) > 0),
  CONSTRAINT case_file_out_of_scope CHECK (out_of_scope = 1),
  CONSTRAINT case_file_joint CHECK (joint IN (0, 1))
) STRICT;
INSERT INTO new_case_file (rowid, case_no, entry_no, voided_by, item_code, item_version_id,
  applicant_no, applicant, phone, window_no, first_contact_no, received_at, joint, ref)
SELECT rowid, case_no, entry_no, voided_by, item_code, item_version_id,
  applicant_no, applicant, phone, window_no, first_contact_no, received_at, joint, ref FROM case_file;
DROP TABLE case_file;
ALTER TABLE new_case_file RENAME TO case_file;
CREATE UNIQUE INDEX case_file_ref ON case_file (ref) WHERE ref IS NOT NULL AND voided_by IS NULL;
CREATE INDEX case_file_of_applicant ON case_file (applicant_no);

-- party: approver, department, leader told, who answered. reason: a code (why paused, a breach).
-- next_on: the day by which the next step is due besides the due date. The applicant's particulars
-- are here only after a correction.
CREATE TABLE new_case_event (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  case_no TEXT NOT NULL REFERENCES case_file (case_no),
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  tier TEXT,
  handler_no TEXT NOT NULL REFERENCES staff (staff_no),
  promise_days INTEGER,
  extended_days INTEGER,
  accepted_at TEXT,
  dated_on TEXT,
  due_on TEXT,
  due_status TEXT,
  due_earliest TEXT,
  due_latest TEXT,
  next_on TEXT,
  closed_at TEXT,
  result TEXT,
  lateness TEXT,
  workdays_used INTEGER,
  workdays_late INTEGER,
  applicant_no TEXT,
  applicant TEXT,
  phone TEXT,
  party TEXT,
  reason TEXT,
  asked_at TEXT,
  told_at TEXT,
  until_on TEXT,
  days INTEGER,
  note TEXT,
  ground TEXT,
  CONSTRAINT case_event_kind CHECK (kind IN ('received', 'accepted', 'noticed', 'supplied', 'decided', 'completed',
    'refused', 'paused', 'resumed', 'extended', 'reclassified', 'redated', 'corrected', 'transferred', 'withdrawn',
    'reopened', 'reminded', 'told', 'recorded', 'reported', 'referred', 'fed_back')),
  CONSTRAINT case_event_state CHECK (state IN ('received', 'supplementing', 'accepted', 'paused', 'referred',
    'completed', 'refused', 'withdrawn', 'told')),
  CONSTRAINT case_event_tier CHECK (tier IN ('instant', 'promised', 'college', 'superior')),
  CONSTRAINT case_event_accepted_has_a_due_date CHECK (accepted_at IS NULL OR due_on IS NOT NULL),
  CONSTRAINT case_event_due_has_a_status CHECK ((due_on IS NULL) = (due_status IS NULL)),
  CONSTRAINT case_event_ground_is_json CHECK (ground IS NULL OR json_valid(ground)),
  CONSTRAINT case_event_due_status CHECK (due_status IN ('firm', 'provisional')),
  CONSTRAINT case_event_due_interval CHECK (due_earliest <= due_on AND due_on <= due_latest),
  CONSTRAINT case_event_lateness CHECK (lateness IN ('early', 'on_time', 'late')),
  CONSTRAINT case_event_days CHECK (days > 0 AND extended_days > 0),
  CONSTRAINT case_event_closed CHECK ((closed_at IS NOT NULL) = (state IN ('completed', 'refused', 'withdrawn', 'told')))
) STRICT;
INSERT INTO new_case_event (id, entry_no, voided_by, case_no, kind, at, state, tier, handler_no, promise_days,
  accepted_at, dated_on, due_on, due_status, due_earliest, due_latest, closed_at, result, lateness,
  workdays_used, workdays_late, note, ground)
SELECT id, entry_no, voided_by, case_no, kind, at, state, tier, handler_no, promise_days,
  accepted_at, dated_on, due_on, due_status, due_earliest, due_latest, closed_at, result, lateness,
  workdays_used, workdays_late, note, ground FROM case_event;
DROP TABLE case_now;
DROP TABLE case_event;
ALTER TABLE new_case_event RENAME TO case_event;
CREATE INDEX case_event_of ON case_event (case_no, id);
CREATE INDEX case_event_kind_at ON case_event (kind, at);

-- Derived, as before; look_on is the first day on which somebody must look at an open case.
CREATE TABLE case_now (
  case_no TEXT PRIMARY KEY REFERENCES case_file (case_no),
  event_id INTEGER NOT NULL REFERENCES case_event (id),
  state TEXT NOT NULL,
  look_on TEXT,
  accepted_on TEXT,
  closed_on TEXT
) STRICT;
INSERT INTO case_now (case_no, event_id, state, look_on, accepted_on, closed_on)
SELECT e.case_no, e.id, e.state, e.due_earliest, substr(e.accepted_at, 1, 10), substr(e.closed_at, 1, 10)
FROM case_event e JOIN case_file f ON f.case_no = e.case_no AND f.voided_by IS NULL
WHERE e.id = (SELECT max(id) FROM case_event WHERE case_no = e.case_no AND voided_by IS NULL);
CREATE INDEX case_now_open ON case_now (look_on) WHERE closed_on IS NULL;
CREATE INDEX case_now_closed ON case_now (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX case_now_accepted ON case_now (accepted_on);
CREATE INDEX case_now_state ON case_now (state) WHERE closed_on IS NULL;

-- A department's part has a limit of its own, in working days from acceptance.
ALTER TABLE case_step ADD COLUMN within_days INTEGER;

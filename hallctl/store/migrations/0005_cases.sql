-- What was true when the case was received. Numbers are allotted without gaps; a voided opening
-- keeps its number.
CREATE TABLE case_file (
  case_no TEXT PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  item_code TEXT NOT NULL REFERENCES service_item (item_code),
  item_version_id INTEGER NOT NULL REFERENCES item_version (id),
  applicant_no TEXT NOT NULL,
  applicant TEXT,
  phone TEXT,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  first_contact_no TEXT REFERENCES staff (staff_no),
  received_at TEXT NOT NULL,
  joint INTEGER NOT NULL,
  ref TEXT,
  CONSTRAINT case_file_no CHECK (case_no GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9][0-9][0-9]'),
  CONSTRAINT case_file_joint CHECK (joint IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX case_file_ref ON case_file (ref) WHERE ref IS NOT NULL AND voided_by IS NULL;
CREATE INDEX case_file_of_applicant ON case_file (applicant_no);

-- Every step of a case; the newest standing step says where the case is now.
CREATE TABLE case_event (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  case_no TEXT NOT NULL REFERENCES case_file (case_no),
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  tier TEXT NOT NULL,
  handler_no TEXT NOT NULL REFERENCES staff (staff_no),
  promise_days INTEGER NOT NULL,
  accepted_at TEXT,
  dated_on TEXT,
  due_on TEXT,
  due_status TEXT,
  due_earliest TEXT,
  due_latest TEXT,
  closed_at TEXT,
  result TEXT,
  lateness TEXT,
  workdays_used INTEGER,
  workdays_late INTEGER,
  note TEXT,
  ground TEXT,
  CONSTRAINT case_event_kind CHECK (kind IN ('accepted', 'noticed', 'supplied', 'decided', 'completed', 'refused')),
  CONSTRAINT case_event_state CHECK (state IN ('supplementing', 'accepted', 'completed', 'refused')),
  CONSTRAINT case_event_tier CHECK (tier IN ('instant', 'promised', 'college', 'superior')),
  CONSTRAINT case_event_accepted_has_a_due_date CHECK ((accepted_at IS NULL) = (due_on IS NULL) AND (due_on IS NULL) = (due_status IS NULL)),
  CONSTRAINT case_event_ground_is_json CHECK (ground IS NULL OR json_valid(ground)),
  CONSTRAINT case_event_due_status CHECK (due_status IN ('firm', 'provisional')),
  CONSTRAINT case_event_due_interval CHECK (due_earliest <= due_on AND due_on <= due_latest),
  CONSTRAINT case_event_lateness CHECK (lateness IN ('early', 'on_time', 'late')),
  CONSTRAINT case_event_closed CHECK ((closed_at IS NOT NULL) = (state IN ('completed', 'refused')))
) STRICT;
CREATE INDEX case_event_of ON case_event (case_no, id);

-- Derived: which standing event is the newest of each case. Rebuilt from case_event at will, so
-- that lists of open cases cost what is open and not what was ever recorded.
CREATE TABLE case_now (
  case_no TEXT PRIMARY KEY REFERENCES case_file (case_no),
  event_id INTEGER NOT NULL REFERENCES case_event (id),
  state TEXT NOT NULL,
  due_earliest TEXT,
  accepted_on TEXT,
  closed_on TEXT
) STRICT;
CREATE INDEX case_now_open ON case_now (state, due_earliest) WHERE closed_on IS NULL;
CREATE INDEX case_now_closed ON case_now (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX case_now_accepted ON case_now (accepted_on);

-- The one complete list of the notice (Art. 25), and the papers taken at the counter.
CREATE TABLE case_material (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  case_no TEXT NOT NULL REFERENCES case_file (case_no),
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  CONSTRAINT case_material_state CHECK (state IN ('taken', 'missing'))
) STRICT;
CREATE INDEX case_material_of ON case_material (case_no, id);

-- One step per department of a joint case (Art. 8), fixed at receipt.
CREATE TABLE case_step (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  case_no TEXT NOT NULL REFERENCES case_file (case_no),
  step INTEGER NOT NULL,
  department TEXT NOT NULL,
  CONSTRAINT case_step_number CHECK (step > 0)
) STRICT;
CREATE INDEX case_step_of ON case_step (case_no, step, id);

CREATE TABLE case_decision (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  case_no TEXT NOT NULL REFERENCES case_file (case_no),
  case_step_id INTEGER NOT NULL REFERENCES case_step (id),
  verdict TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT,
  CONSTRAINT case_decision_verdict CHECK (verdict IN ('granted', 'refused'))
) STRICT;
CREATE UNIQUE INDEX case_decision_once ON case_decision (case_step_id) WHERE voided_by IS NULL;
CREATE INDEX case_decision_of ON case_decision (case_no);

-- Work logs (Art. 19): one per window and hand-over. A correction is a new row that keeps the number;
-- the row before and its acknowledgement are voided.
CREATE TABLE work_log (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  log_no TEXT NOT NULL,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  on_date TEXT NOT NULL,
  start_minute INTEGER NOT NULL,
  end_minute INTEGER NOT NULL,
  on_duty TEXT NOT NULL,
  from_no TEXT NOT NULL REFERENCES staff (staff_no),
  to_no TEXT REFERENCES staff (staff_no),
  served INTEGER,
  enquiries INTEGER,
  taken INTEGER NOT NULL,
  done INTEGER NOT NULL,
  open INTEGER NOT NULL,
  counted TEXT NOT NULL,
  matters TEXT,
  items TEXT,
  incidents TEXT,
  CONSTRAINT work_log_no_form CHECK (log_no GLOB 'L[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]*'),
  CONSTRAINT work_log_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT work_log_order CHECK (start_minute < end_minute),
  CONSTRAINT work_log_on_duty_is_json CHECK (json_valid(on_duty)),
  CONSTRAINT work_log_counted_is_json CHECK (json_valid(counted)),
  CONSTRAINT work_log_numbers CHECK (taken >= 0 AND done >= 0 AND open >= 0 AND coalesce(served, 0) >= 0 AND coalesce(enquiries, 0) >= 0)
) STRICT;
CREATE UNIQUE INDEX work_log_number ON work_log (log_no) WHERE voided_by IS NULL;
CREATE UNIQUE INDEX work_log_once ON work_log (on_date, window_no, start_minute) WHERE voided_by IS NULL;

-- Open matters handed over: a case, or anything else, with what was done, what comes next, by when.
CREATE TABLE work_log_matter (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  work_log_id INTEGER NOT NULL REFERENCES work_log (id),
  number TEXT NOT NULL,
  progress TEXT,
  next_step TEXT,
  limit_on TEXT,
  CONSTRAINT work_log_matter_limit_is_a_date CHECK (limit_on IS date(limit_on))
) STRICT;
CREATE INDEX work_log_matter_of ON work_log_matter (work_log_id);

CREATE TABLE work_log_ack (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  work_log_id INTEGER NOT NULL REFERENCES work_log (id),
  by_no TEXT NOT NULL REFERENCES staff (staff_no),
  at TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE UNIQUE INDEX work_log_ack_once ON work_log_ack (work_log_id) WHERE voided_by IS NULL;

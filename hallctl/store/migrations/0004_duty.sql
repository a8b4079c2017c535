CREATE TABLE source_file (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  rows INTEGER NOT NULL
) STRICT;

-- Minutes after midnight of on_date; end_minute above 1440 lies on the next day. A standing
-- row is a published shift.
CREATE TABLE duty_shift (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  on_date TEXT NOT NULL,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  start_minute INTEGER NOT NULL,
  end_minute INTEGER NOT NULL,
  name TEXT,
  CONSTRAINT duty_shift_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT duty_shift_bounds CHECK (start_minute BETWEEN 0 AND 1439 AND end_minute > start_minute AND end_minute <= start_minute + 1440)
) STRICT;
CREATE UNIQUE INDEX duty_shift_once ON duty_shift (staff_no, on_date, window_no, start_minute) WHERE voided_by IS NULL;
CREATE INDEX duty_shift_on ON duty_shift (on_date, window_no) WHERE voided_by IS NULL;

CREATE TABLE leave_span (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  kind TEXT NOT NULL,
  from_at TEXT NOT NULL,
  to_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  CONSTRAINT leave_span_kind CHECK (kind IN ('personal', 'sick', 'official')),
  CONSTRAINT leave_span_order CHECK (from_at < to_at)
) STRICT;
CREATE INDEX leave_span_of ON leave_span (staff_no, from_at);

-- One approved swap of one shift: the taker is judged, the giver is not (Art. 14).
CREATE TABLE shift_swap (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  duty_shift_id INTEGER NOT NULL REFERENCES duty_shift (id),
  giver_no TEXT NOT NULL REFERENCES staff (staff_no),
  taker_no TEXT NOT NULL REFERENCES staff (staff_no),
  reason TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  CONSTRAINT shift_swap_between_two CHECK (giver_no <> taker_no)
) STRICT;
CREATE UNIQUE INDEX shift_swap_once ON shift_swap (duty_shift_id) WHERE voided_by IS NULL;
CREATE INDEX shift_swap_taken ON shift_swap (taker_no);

CREATE TABLE punch (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  at TEXT NOT NULL,
  direction TEXT NOT NULL,
  source TEXT NOT NULL,
  source_file_id INTEGER REFERENCES source_file (id),
  line INTEGER,
  device TEXT,
  CONSTRAINT punch_direction CHECK (direction IN ('in', 'out', '?')),
  CONSTRAINT punch_source CHECK (source IN ('typed', 'device', 'table'))
) STRICT;
CREATE UNIQUE INDEX punch_once ON punch (staff_no, at, direction) WHERE voided_by IS NULL;
CREATE INDEX punch_at ON punch (at) WHERE voided_by IS NULL;

-- Nameless counts of visits and enquiries: what stands is the day's total as known now.
CREATE TABLE tally (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL,
  total INTEGER NOT NULL,
  CONSTRAINT tally_on_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT tally_total CHECK (total >= 0)
) STRICT;
CREATE UNIQUE INDEX tally_once ON tally (on_date, window_no, kind) WHERE voided_by IS NULL;

-- A window's day sheet that was read, and every row of it that was recorded: a sheet sent again adds
-- only what is new, a row that says something else is never changed silently.
CREATE TABLE day_sheet (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  on_date TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  CONSTRAINT day_sheet_on_is_a_date CHECK (on_date IS date(on_date))
) STRICT;
CREATE UNIQUE INDEX day_sheet_once ON day_sheet (on_date, window_no, sha256) WHERE voided_by IS NULL;

CREATE TABLE day_row (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  on_date TEXT NOT NULL,
  row_key TEXT NOT NULL,
  digest TEXT NOT NULL,
  case_no TEXT NOT NULL REFERENCES case_file (case_no),
  CONSTRAINT day_row_on_is_a_date CHECK (on_date IS date(on_date))
) STRICT;
CREATE UNIQUE INDEX day_row_once ON day_row (on_date, window_no, row_key) WHERE voided_by IS NULL;

-- How many people a window wants in a named shift, from a day on; one where nothing is recorded.
CREATE TABLE duty_demand (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  shift TEXT NOT NULL,
  need INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  CONSTRAINT duty_demand_need CHECK (need BETWEEN 0 AND 20),
  CONSTRAINT duty_demand_from_on_is_a_date CHECK (from_on IS date(from_on))
) STRICT;
CREATE INDEX duty_demand_of ON duty_demand (window_no, shift, from_on);

-- A duty that comes back each week, both days included; a row that ends it takes the place of the old.
CREATE TABLE fixed_duty (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  weekday INTEGER NOT NULL,
  shift TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  CONSTRAINT fixed_duty_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT fixed_duty_dates CHECK (from_on IS date(from_on) AND (to_on IS NULL OR (to_on IS date(to_on) AND from_on <= to_on)))
) STRICT;
CREATE UNIQUE INDEX fixed_duty_once ON fixed_duty (staff_no, weekday, shift, from_on) WHERE voided_by IS NULL;

-- A standing row is planned and not published; publishing voids it and writes a duty_shift.
CREATE TABLE draft_shift (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  on_date TEXT NOT NULL,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  start_minute INTEGER NOT NULL,
  end_minute INTEGER NOT NULL,
  name TEXT,
  CONSTRAINT draft_shift_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT draft_shift_bounds CHECK (start_minute BETWEEN 0 AND 1439 AND end_minute > start_minute AND end_minute <= 1440)
) STRICT;
CREATE UNIQUE INDEX draft_shift_once ON draft_shift (staff_no, on_date, window_no, start_minute) WHERE voided_by IS NULL;
CREATE INDEX draft_shift_on ON draft_shift (on_date) WHERE voided_by IS NULL;

-- Each publication; what the roster was then follows from the entries of its shifts.
CREATE TABLE roster_version (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  shifts INTEGER NOT NULL,
  CONSTRAINT roster_version_dates CHECK (from_on IS date(from_on) AND to_on IS date(to_on) AND from_on <= to_on)
) STRICT;

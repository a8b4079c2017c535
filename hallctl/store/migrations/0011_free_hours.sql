-- A make-up day may run another weekday's classes. The guards of local_day come again with its new columns.
DROP TRIGGER IF EXISTS local_day_is_never_deleted;
DROP TRIGGER IF EXISTS local_day_is_never_replaced;
DROP TRIGGER IF EXISTS local_day_is_never_changed;
ALTER TABLE local_day ADD COLUMN as_weekday INTEGER CONSTRAINT local_day_as_weekday CHECK (as_weekday BETWEEN 1 AND 7);
ALTER TABLE local_day ADD COLUMN as_week INTEGER CONSTRAINT local_day_as_week CHECK (as_week BETWEEN 1 AND 60);

-- When a class period begins and ends; of several rows for one period the one that began last counts.
CREATE TABLE class_period (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  period INTEGER NOT NULL,
  start_minute INTEGER NOT NULL,
  end_minute INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  CONSTRAINT class_period_number CHECK (period BETWEEN 1 AND 20),
  CONSTRAINT class_period_minutes CHECK (start_minute >= 0 AND start_minute < end_minute AND end_minute <= 1440),
  CONSTRAINT class_period_dates CHECK (from_on IS date(from_on) AND (to_on IS NULL OR (to_on IS date(to_on) AND from_on <= to_on)))
) STRICT;
CREATE UNIQUE INDEX class_period_once ON class_period (period, from_on) WHERE voided_by IS NULL;

-- The timetable of one person, or of everybody in one class, in a term from a day on.
CREATE TABLE timetable (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  term TEXT NOT NULL,
  staff_no TEXT REFERENCES staff (staff_no),
  class_name TEXT,
  from_on TEXT NOT NULL,
  source TEXT NOT NULL,
  CONSTRAINT timetable_is_somebodys CHECK ((staff_no IS NULL) <> (class_name IS NULL)),
  CONSTRAINT timetable_from_on_is_a_date CHECK (from_on IS date(from_on))
) STRICT;
CREATE INDEX timetable_of_person ON timetable (staff_no, from_on) WHERE voided_by IS NULL;
CREATE INDEX timetable_of_class ON timetable (class_name, from_on) WHERE voided_by IS NULL;

CREATE TABLE timetable_class (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  timetable_id INTEGER NOT NULL REFERENCES timetable (id),
  weekday INTEGER NOT NULL,
  weeks TEXT NOT NULL,
  first_period INTEGER,
  last_period INTEGER,
  start_minute INTEGER,
  end_minute INTEGER,
  course TEXT NOT NULL,
  room TEXT NOT NULL,
  CONSTRAINT timetable_class_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT timetable_class_weeks_are_json CHECK (json_valid(weeks)),
  CONSTRAINT timetable_class_time CHECK (
    (first_period BETWEEN 1 AND last_period AND start_minute IS NULL AND end_minute IS NULL)
    OR (first_period IS NULL AND last_period IS NULL AND start_minute < end_minute))
) STRICT;
CREATE INDEX timetable_class_of ON timetable_class (timetable_id);

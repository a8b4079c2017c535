-- Numbers once given stay known for ever; what is known about them is versioned beside them.
CREATE TABLE staff (
  staff_no TEXT PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT staff_no_is_given CHECK (length(staff_no) BETWEEN 1 AND 32)
) STRICT;

CREATE TABLE staff_version (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  name TEXT NOT NULL,
  faculty TEXT,
  class_name TEXT,
  phone TEXT,
  CONSTRAINT staff_version_has_a_name CHECK (length(name) > 0)
) STRICT;
CREATE INDEX staff_version_of ON staff_version (staff_no, id);
CREATE INDEX staff_version_by_name ON staff_version (name);

CREATE TABLE service_window (
  window_no TEXT PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE window_version (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  name TEXT NOT NULL,
  department TEXT NOT NULL,
  category TEXT NOT NULL,
  from_on TEXT NOT NULL,
  CONSTRAINT window_version_from_on_is_a_date CHECK (from_on IS date(from_on))
) STRICT;
CREATE INDEX window_version_of ON window_version (window_no, from_on, id);

-- Who serves where, from when (inclusive) to when (inclusive); the newest start wins on any day.
CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  role TEXT NOT NULL,
  window_no TEXT REFERENCES service_window (window_no),
  started_on TEXT NOT NULL,
  ended_on TEXT,
  CONSTRAINT assignment_role CHECK (role IN ('officer', 'leader', 'student')),
  CONSTRAINT assignment_window CHECK ((role = 'officer') = (window_no IS NULL)),
  CONSTRAINT assignment_dates CHECK (started_on IS date(started_on) AND (ended_on IS NULL OR ended_on IS date(ended_on)))
) STRICT;
CREATE INDEX assignment_of ON assignment (staff_no, started_on, id);
CREATE INDEX assignment_at ON assignment (window_no, role);
CREATE INDEX assignment_by_role ON assignment (role);

CREATE TABLE service_item (
  item_code TEXT PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE item_version (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  item_code TEXT NOT NULL REFERENCES service_item (item_code),
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  tier TEXT NOT NULL,
  promise_days INTEGER NOT NULL,
  basis TEXT,
  conditions TEXT,
  procedure TEXT,
  fee_basis TEXT,
  fee_standard TEXT,
  from_on TEXT NOT NULL,
  CONSTRAINT item_version_tier CHECK (tier IN ('instant', 'promised', 'college', 'superior')),
  CONSTRAINT item_version_promise CHECK (promise_days >= 0 AND (tier = 'instant') = (promise_days = 0)),
  CONSTRAINT item_version_from_on_is_a_date CHECK (from_on IS date(from_on))
) STRICT;
CREATE INDEX item_version_of ON item_version (item_code, from_on, id);
CREATE INDEX item_version_by_name ON item_version (name);

CREATE TABLE item_material (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  item_version_id INTEGER NOT NULL REFERENCES item_version (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  required INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  form TEXT,
  standard TEXT,
  obtain TEXT,
  CONSTRAINT item_material_required CHECK (required IN (0, 1)),
  CONSTRAINT item_material_copies CHECK (copies >= 0)
) STRICT;
CREATE INDEX item_material_of ON item_material (item_version_id, position);

-- Departments with one step number decide side by side; a higher number waits for the lower.
CREATE TABLE item_department (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  item_version_id INTEGER NOT NULL REFERENCES item_version (id),
  step INTEGER NOT NULL,
  department TEXT NOT NULL,
  CONSTRAINT item_department_step CHECK (step > 0)
) STRICT;
CREATE INDEX item_department_of ON item_department (item_version_id, step, id);

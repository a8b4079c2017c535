-- A badge number belongs to what is known about a person. The guards of the table are made again by
-- the migration's end, so that they cover the new column too.
ALTER TABLE staff_version ADD COLUMN badge_no TEXT;
DROP TRIGGER IF EXISTS staff_version_is_never_deleted;
DROP TRIGGER IF EXISTS staff_version_is_never_replaced;
DROP TRIGGER IF EXISTS staff_version_is_never_changed;

-- Why somebody left a post: of one's own (graduated, internship, withdrew, transferred), replaced
-- (Art. 30), or dismissed (Art. 30, 32) with the ground of the decision.
CREATE TABLE departure (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  role TEXT NOT NULL,
  window_no TEXT REFERENCES service_window (window_no),
  last_on TEXT NOT NULL,
  leaving TEXT NOT NULL,
  note TEXT,
  decided_by TEXT,
  ground TEXT,
  CONSTRAINT departure_last_on_is_a_date CHECK (last_on IS date(last_on)),
  CONSTRAINT departure_leaving CHECK (leaving IN ('graduated', 'internship', 'withdrew', 'transferred', 'replaced', 'dismissed')),
  CONSTRAINT departure_dismissal_is_decided CHECK (leaving <> 'dismissed' OR (decided_by IS NOT NULL AND ground IS NOT NULL)),
  CONSTRAINT departure_ground_is_json CHECK (ground IS NULL OR json_valid(ground))
) STRICT;
CREATE INDEX departure_of ON departure (staff_no, last_on, id);

-- Who was selected anew for whose post, from when, and why (Art. 30).
CREATE TABLE replacement (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  old_no TEXT NOT NULL REFERENCES staff (staff_no),
  new_no TEXT NOT NULL REFERENCES staff (staff_no),
  role TEXT NOT NULL,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  from_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT replacement_from_on_is_a_date CHECK (from_on IS date(from_on)),
  CONSTRAINT replacement_by_another CHECK (old_no <> new_no),
  CONSTRAINT replacement_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE INDEX replacement_of ON replacement (old_no, from_on);
CREATE INDEX replacement_by ON replacement (new_no, from_on);

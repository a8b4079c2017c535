-- Art. 34: a longer limit that somebody asked for is kept beside the one the hall promises. Art. 9: that an
-- item needs no papers is something it says. Art. 8: a step may have a limit of its own.
DROP TRIGGER IF EXISTS item_version_is_never_deleted;
DROP TRIGGER IF EXISTS item_version_is_never_replaced;
DROP TRIGGER IF EXISTS item_version_is_never_changed;
DROP TRIGGER IF EXISTS item_department_is_never_deleted;
DROP TRIGGER IF EXISTS item_department_is_never_replaced;
DROP TRIGGER IF EXISTS item_department_is_never_changed;
ALTER TABLE item_version ADD COLUMN asked_days INTEGER
  CONSTRAINT item_version_asked_more CHECK (asked_days > promise_days);
ALTER TABLE item_version ADD COLUMN no_materials INTEGER
  CONSTRAINT item_version_no_materials CHECK (no_materials = 1);
ALTER TABLE item_department ADD COLUMN days INTEGER
  CONSTRAINT item_department_days CHECK (days > 0);

-- On which days the officer looked at an item and found it right.
CREATE TABLE item_check (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  item_code TEXT NOT NULL REFERENCES service_item (item_code),
  checked_on TEXT NOT NULL,
  CONSTRAINT item_check_checked_on_is_a_date CHECK (checked_on IS date(checked_on))
) STRICT;
CREATE INDEX item_check_of ON item_check (item_code, checked_on);

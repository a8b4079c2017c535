-- Punches come from more places than before; the device's own time is kept beside the corrected one.
CREATE TABLE punch_rebuilt (
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
  raw_at TEXT,
  offset_seconds INTEGER,
  remark TEXT,
  CONSTRAINT punch_direction CHECK (direction IN ('in', 'out', '?')),
  CONSTRAINT punch_source CHECK (source IN ('typed', 'kiosk', 'device', 'table', 'paper', 'dingtalk', 'wecom')),
  CONSTRAINT punch_offset CHECK ((raw_at IS NULL) = (offset_seconds IS NULL)),
  CONSTRAINT punch_remark CHECK (remark IN ('outside', 'made_up'))
) STRICT;
INSERT INTO punch_rebuilt (id, entry_no, voided_by, staff_no, at, direction, source, source_file_id, line, device)
  SELECT id, entry_no, voided_by, staff_no, at, direction, source, source_file_id, line, device FROM punch;
DROP TABLE punch;
ALTER TABLE punch_rebuilt RENAME TO punch;
CREATE UNIQUE INDEX punch_once ON punch (staff_no, at, direction) WHERE voided_by IS NULL;
CREATE INDEX punch_at ON punch (at) WHERE voided_by IS NULL;
CREATE INDEX punch_raw ON punch (staff_no, raw_at) WHERE raw_at IS NOT NULL;

-- A device's own numbers, from a day on; the newest day not after the punch counts.
CREATE TABLE device_pin (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  device TEXT NOT NULL,
  pin TEXT NOT NULL,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  from_on TEXT NOT NULL,
  CONSTRAINT device_pin_is_given CHECK (length(device) BETWEEN 1 AND 64 AND length(pin) BETWEEN 1 AND 64),
  CONSTRAINT device_pin_from_on_is_a_date CHECK (from_on IS date(from_on))
) STRICT;
CREATE UNIQUE INDEX device_pin_once ON device_pin (device, pin, from_on) WHERE voided_by IS NULL;

-- By how many seconds a device's clock is fast, from a day of that clock on.
CREATE TABLE device_clock (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  device TEXT NOT NULL,
  offset_seconds INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  CONSTRAINT device_clock_is_given CHECK (length(device) BETWEEN 1 AND 64),
  CONSTRAINT device_clock_offset CHECK (abs(offset_seconds) <= 86400),
  CONSTRAINT device_clock_from_on_is_a_date CHECK (from_on IS date(from_on))
) STRICT;
CREATE UNIQUE INDEX device_clock_once ON device_clock (device, from_on) WHERE voided_by IS NULL;

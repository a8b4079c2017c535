-- A swap begins as a request; every step is an event, the newest says where it stands (Art. 14).
-- Minutes after midnight of the shift's day; both NULL for the whole shift.
CREATE TABLE swap_request (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  duty_shift_id INTEGER NOT NULL REFERENCES duty_shift (id),
  giver_no TEXT NOT NULL REFERENCES staff (staff_no),
  taker_no TEXT NOT NULL REFERENCES staff (staff_no),
  start_minute INTEGER,
  end_minute INTEGER,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT swap_request_between_two CHECK (giver_no <> taker_no),
  CONSTRAINT swap_request_part CHECK ((start_minute IS NULL) = (end_minute IS NULL) AND (start_minute IS NULL OR start_minute < end_minute)),
  CONSTRAINT swap_request_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE INDEX swap_request_of ON swap_request (duty_shift_id);

CREATE TABLE swap_event (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  swap_request_id INTEGER NOT NULL REFERENCES swap_request (id),
  state TEXT NOT NULL,
  by_no TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT,
  CONSTRAINT swap_event_state CHECK (state IN ('requested', 'agreed', 'approved', 'declined', 'withdrawn')),
  CONSTRAINT swap_event_reason CHECK (state NOT IN ('declined', 'withdrawn') OR length(reason) > 0)
) STRICT;
CREATE INDEX swap_event_of ON swap_event (swap_request_id, id);

-- What was approved takes effect here: the whole shift or a part of it, for a request or for leave.
ALTER TABLE shift_swap ADD COLUMN start_minute INTEGER;
ALTER TABLE shift_swap ADD COLUMN end_minute INTEGER;
ALTER TABLE shift_swap ADD COLUMN swap_request_id INTEGER REFERENCES swap_request (id);
ALTER TABLE shift_swap ADD COLUMN leave_span_id INTEGER REFERENCES leave_span (id);
ALTER TABLE shift_swap ADD COLUMN recorded_late INTEGER;
DROP INDEX shift_swap_once;
CREATE UNIQUE INDEX shift_swap_once ON shift_swap (duty_shift_id, ifnull(start_minute, -1)) WHERE voided_by IS NULL;
CREATE INDEX shift_swap_of_leave ON shift_swap (leave_span_id) WHERE leave_span_id IS NOT NULL;
DROP TRIGGER IF EXISTS shift_swap_is_never_deleted;
DROP TRIGGER IF EXISTS shift_swap_is_never_replaced;
DROP TRIGGER IF EXISTS shift_swap_is_never_changed;

-- Why a span of leave was shortened or cancelled; the span itself is voided, a shorter one follows it.
CREATE TABLE leave_change (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  leave_span_id INTEGER NOT NULL REFERENCES leave_span (id),
  kind TEXT NOT NULL,
  next_id INTEGER REFERENCES leave_span (id),
  reason TEXT NOT NULL,
  by_no TEXT NOT NULL,
  CONSTRAINT leave_change_kind CHECK (kind IN ('shortened', 'cancelled')),
  CONSTRAINT leave_change_next CHECK ((kind = 'shortened') = (next_id IS NOT NULL)),
  CONSTRAINT leave_change_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE INDEX leave_change_of ON leave_change (leave_span_id);

-- When a person is taken to have come and gone; raw punches stay, a later row wins (Art. 23).
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  duty_shift_id INTEGER NOT NULL REFERENCES duty_shift (id),
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  in_at TEXT,
  out_at TEXT,
  reason TEXT NOT NULL,
  witness_no TEXT NOT NULL REFERENCES staff (staff_no),
  by_no TEXT NOT NULL,
  beyond INTEGER NOT NULL,
  CONSTRAINT correction_says_something CHECK (in_at IS NOT NULL OR out_at IS NOT NULL),
  CONSTRAINT correction_order CHECK (in_at IS NULL OR out_at IS NULL OR in_at < out_at),
  CONSTRAINT correction_has_a_reason CHECK (length(reason) > 0),
  CONSTRAINT correction_is_not_one_s_own CHECK (staff_no <> witness_no AND staff_no <> by_no),
  CONSTRAINT correction_beyond CHECK (beyond IN (0, 1))
) STRICT;
CREATE INDEX correction_of ON correction (duty_shift_id, staff_no);
CREATE INDEX correction_by_person ON correction (staff_no);

-- A spot check found somebody away from the post (Art. 14); from and to where they are known.
CREATE TABLE spot_check (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  duty_shift_id INTEGER NOT NULL REFERENCES duty_shift (id),
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  at TEXT NOT NULL,
  to_at TEXT,
  witness_no TEXT NOT NULL REFERENCES staff (staff_no),
  by_no TEXT NOT NULL,
  note TEXT,
  CONSTRAINT spot_check_order CHECK (to_at IS NULL OR at < to_at),
  CONSTRAINT spot_check_is_not_one_s_own CHECK (staff_no <> witness_no)
) STRICT;
CREATE UNIQUE INDEX spot_check_once ON spot_check (duty_shift_id, staff_no, at) WHERE voided_by IS NULL;

CREATE TABLE spot_check_event (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  spot_check_id INTEGER NOT NULL REFERENCES spot_check (id),
  state TEXT NOT NULL,
  by_no TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT spot_check_event_state CHECK (state IN ('contested', 'upheld', 'dropped')),
  CONSTRAINT spot_check_event_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE INDEX spot_check_event_of ON spot_check_event (spot_check_id, id);

-- A fault that the officer excuses: the status stays, the report shows the mark.
CREATE TABLE excuse (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  duty_shift_id INTEGER NOT NULL REFERENCES duty_shift (id),
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  reason TEXT NOT NULL,
  by_no TEXT NOT NULL,
  CONSTRAINT excuse_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE UNIQUE INDEX excuse_once ON excuse (duty_shift_id, staff_no) WHERE voided_by IS NULL;

-- What was reported of a month, kept as it was (Art. 23). A month is closed while its newest closing
-- has not been reopened.
CREATE TABLE month_close (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  month TEXT NOT NULL,
  shifts INTEGER NOT NULL,
  accepted_open INTEGER NOT NULL,
  digest TEXT NOT NULL,
  head_entry_no INTEGER NOT NULL REFERENCES entry (entry_no),
  head_digest TEXT NOT NULL,
  at TEXT NOT NULL,
  by_no TEXT NOT NULL,
  CONSTRAINT month_close_month CHECK (month || '-01' IS date(month || '-01'))
) STRICT;
CREATE INDEX month_close_of ON month_close (month, id);

CREATE TABLE month_line (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  month_close_id INTEGER NOT NULL REFERENCES month_close (id),
  duty_shift_id INTEGER NOT NULL REFERENCES duty_shift (id),
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  on_date TEXT NOT NULL,
  start_minute INTEGER NOT NULL,
  end_minute INTEGER NOT NULL,
  status TEXT NOT NULL,
  marks TEXT NOT NULL,
  leave_kind TEXT,
  minutes_late INTEGER NOT NULL,
  minutes_early INTEGER NOT NULL,
  minutes_served INTEGER NOT NULL
) STRICT;
CREATE INDEX month_line_of ON month_line (month_close_id, id);

CREATE TABLE month_total (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  month_close_id INTEGER NOT NULL REFERENCES month_close (id),
  staff_no TEXT REFERENCES staff (staff_no),
  code TEXT NOT NULL,
  value INTEGER NOT NULL
) STRICT;
CREATE INDEX month_total_of ON month_total (month_close_id, id);

CREATE TABLE month_reopen (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  month_close_id INTEGER NOT NULL REFERENCES month_close (id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by_no TEXT NOT NULL,
  CONSTRAINT month_reopen_has_a_reason CHECK (length(reason) > 0)
) STRICT;
CREATE UNIQUE INDEX month_reopen_once ON month_reopen (month_close_id);

CREATE VIEW closed_month AS
SELECT c.month FROM month_close c
WHERE NOT EXISTS (SELECT 1 FROM month_reopen r WHERE r.month_close_id = c.id);

-- No fact of a closed month is added, voided or brought back: nothing can go round a trigger.
CREATE TRIGGER month_close_stands BEFORE UPDATE OF voided_by ON month_close
BEGIN SELECT RAISE(ABORT, 'a closing stands'); END;
CREATE TRIGGER month_line_stands BEFORE UPDATE OF voided_by ON month_line
BEGIN SELECT RAISE(ABORT, 'a closing stands'); END;
CREATE TRIGGER month_total_stands BEFORE UPDATE OF voided_by ON month_total
BEGIN SELECT RAISE(ABORT, 'a closing stands'); END;
CREATE TRIGGER month_reopen_stands BEFORE UPDATE OF voided_by ON month_reopen
BEGIN SELECT RAISE(ABORT, 'a closing stands'); END;
CREATE TRIGGER duty_shift_of_a_closed_month BEFORE INSERT ON duty_shift
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = substr(NEW.on_date, 1, 7))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER duty_shift_stays_in_a_closed_month BEFORE UPDATE OF voided_by ON duty_shift
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = substr(OLD.on_date, 1, 7))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER shift_swap_of_a_closed_month BEFORE INSERT ON shift_swap
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = (SELECT substr(on_date, 1, 7) FROM duty_shift WHERE id = NEW.duty_shift_id))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER shift_swap_stays_in_a_closed_month BEFORE UPDATE OF voided_by ON shift_swap
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = (SELECT substr(on_date, 1, 7) FROM duty_shift WHERE id = OLD.duty_shift_id))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER correction_of_a_closed_month BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = (SELECT substr(on_date, 1, 7) FROM duty_shift WHERE id = NEW.duty_shift_id))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER correction_stays_in_a_closed_month BEFORE UPDATE OF voided_by ON correction
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = (SELECT substr(on_date, 1, 7) FROM duty_shift WHERE id = OLD.duty_shift_id))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER spot_check_of_a_closed_month BEFORE INSERT ON spot_check
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = (SELECT substr(on_date, 1, 7) FROM duty_shift WHERE id = NEW.duty_shift_id))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER spot_check_stays_in_a_closed_month BEFORE UPDATE OF voided_by ON spot_check
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = (SELECT substr(on_date, 1, 7) FROM duty_shift WHERE id = OLD.duty_shift_id))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER spot_check_event_of_a_closed_month BEFORE INSERT ON spot_check_event
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = (SELECT substr(d.on_date, 1, 7) FROM spot_check c JOIN duty_shift d ON d.id = c.duty_shift_id WHERE c.id = NEW.spot_check_id))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER spot_check_event_stays_in_a_closed_month BEFORE UPDATE OF voided_by ON spot_check_event
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = (SELECT substr(d.on_date, 1, 7) FROM spot_check c JOIN duty_shift d ON d.id = c.duty_shift_id WHERE c.id = OLD.spot_check_id))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER excuse_of_a_closed_month BEFORE INSERT ON excuse
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = (SELECT substr(on_date, 1, 7) FROM duty_shift WHERE id = NEW.duty_shift_id))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER excuse_stays_in_a_closed_month BEFORE UPDATE OF voided_by ON excuse
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = (SELECT substr(on_date, 1, 7) FROM duty_shift WHERE id = OLD.duty_shift_id))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER leave_span_of_a_closed_month BEFORE INSERT ON leave_span
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month BETWEEN substr(NEW.from_at, 1, 7) AND substr(NEW.to_at, 1, 7))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER leave_span_stays_in_a_closed_month BEFORE UPDATE OF voided_by ON leave_span
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month BETWEEN substr(OLD.from_at, 1, 7) AND substr(OLD.to_at, 1, 7))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER local_day_of_a_closed_month BEFORE INSERT ON local_day
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month BETWEEN substr(NEW.from_on, 1, 7) AND substr(NEW.to_on, 1, 7))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER local_day_stays_in_a_closed_month BEFORE UPDATE OF voided_by ON local_day
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month BETWEEN substr(OLD.from_on, 1, 7) AND substr(OLD.to_on, 1, 7))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
-- A punch soon after midnight may belong to a shift of the day before.
CREATE TRIGGER punch_of_a_closed_month BEFORE INSERT ON punch
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = substr(NEW.at, 1, 7))
  OR EXISTS (SELECT 1 FROM closed_month m JOIN duty_shift d ON substr(d.on_date, 1, 7) = m.month
    WHERE d.voided_by IS NULL AND d.end_minute > 1440 AND d.on_date = date(substr(NEW.at, 1, 10), '-1 day')
    AND substr(NEW.at, 12, 5) <= strftime('%H:%M', (d.end_minute - 1440 + 60) * 60, 'unixepoch'))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER punch_stays_in_a_closed_month BEFORE UPDATE OF voided_by ON punch
WHEN EXISTS (SELECT 1 FROM closed_month WHERE month = substr(OLD.at, 1, 7))
  OR EXISTS (SELECT 1 FROM closed_month m JOIN duty_shift d ON substr(d.on_date, 1, 7) = m.month
    WHERE d.voided_by IS NULL AND d.end_minute > 1440 AND d.on_date = date(substr(OLD.at, 1, 10), '-1 day')
    AND substr(OLD.at, 12, 5) <= strftime('%H:%M', (d.end_minute - 1440 + 60) * 60, 'unixepoch'))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
-- A setting that judges attendance may not reach back into a closed month.
CREATE TRIGGER decision_of_a_closed_month BEFORE INSERT ON decision
WHEN NEW.name LIKE 'attendance.%' AND NEW.name <> 'attendance.legend'
  AND EXISTS (SELECT 1 FROM closed_month WHERE month >= substr(NEW.from_on, 1, 7))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;
CREATE TRIGGER decision_stays_in_a_closed_month BEFORE UPDATE OF voided_by ON decision
WHEN OLD.name LIKE 'attendance.%' AND OLD.name <> 'attendance.legend'
  AND EXISTS (SELECT 1 FROM closed_month WHERE month >= substr(OLD.from_on, 1, 7))
BEGIN SELECT RAISE(ABORT, 'the month is closed'); END;

CREATE TABLE hall (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  college TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT,
  email TEXT,
  effective_from TEXT NOT NULL,
  noon TEXT NOT NULL,
  CONSTRAINT hall_effective_from_is_a_date CHECK (effective_from IS date(effective_from)),
  CONSTRAINT hall_noon CHECK (noon IN ('straight', 'turns', 'closed'))
) STRICT;

-- A dated policy decision over a shipped figure (Art. 37: who decided, when, why).
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  from_on TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  note TEXT,
  CONSTRAINT decision_value_is_json CHECK (json_valid(value)),
  CONSTRAINT decision_from_on_is_a_date CHECK (from_on IS date(from_on)),
  CONSTRAINT decision_decided_on_is_a_date CHECK (decided_on IS date(decided_on))
) STRICT;

CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  term TEXT NOT NULL,
  week1_on TEXT NOT NULL,
  weeks INTEGER NOT NULL,
  CONSTRAINT term_week1_on_is_a_monday CHECK (week1_on IS date(week1_on) AND strftime('%w', week1_on) = '1'),
  CONSTRAINT term_weeks CHECK (weeks BETWEEN 1 AND 60)
) STRICT;
CREATE UNIQUE INDEX term_once ON term (term) WHERE voided_by IS NULL;

-- One row per import of a year's notice; the newest standing row of a year is the one in force.
CREATE TABLE calendar_year (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL,
  source TEXT NOT NULL,
  CONSTRAINT calendar_year_range CHECK (year BETWEEN 2000 AND 2199)
) STRICT;
CREATE INDEX calendar_year_by_year ON calendar_year (year);

CREATE TABLE calendar_day (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  calendar_year_id INTEGER NOT NULL REFERENCES calendar_year (id),
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  CONSTRAINT calendar_day_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT calendar_day_kind CHECK (kind IN ('off', 'work'))
) STRICT;
CREATE INDEX calendar_day_of_year ON calendar_day (calendar_year_id);

CREATE TABLE local_day (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  opens_minute INTEGER,
  closes_minute INTEGER,
  authority TEXT NOT NULL,
  CONSTRAINT local_day_kind CHECK (kind IN ('vacation', 'closure', 'special_hours', 'makeup_work', 'makeup_class', 'holiday')),
  CONSTRAINT local_day_dates CHECK (from_on IS date(from_on) AND to_on IS date(to_on) AND from_on <= to_on),
  CONSTRAINT local_day_hours CHECK (opens_minute IS NULL OR (opens_minute >= 0 AND opens_minute < closes_minute AND closes_minute <= 1440)),
  CONSTRAINT local_day_special_hours_have_hours CHECK (kind <> 'special_hours' OR opens_minute IS NOT NULL)
) STRICT;

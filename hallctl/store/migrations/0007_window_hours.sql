-- Hours of a window's own (Art. 22), in force from from_on until the next row of the window; a row
-- without hours goes back to the hall's.
CREATE TABLE window_hours (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  from_on TEXT NOT NULL,
  opens_minute INTEGER,
  closes_minute INTEGER,
  days TEXT,
  through_noon INTEGER NOT NULL,
  authority TEXT NOT NULL,
  CONSTRAINT window_hours_from_on_is_a_date CHECK (from_on IS date(from_on)),
  CONSTRAINT window_hours_order CHECK (opens_minute IS NULL OR (opens_minute >= 0 AND opens_minute < closes_minute AND closes_minute <= 1440)),
  CONSTRAINT window_hours_whole CHECK ((opens_minute IS NULL) = (days IS NULL) AND (opens_minute IS NULL) = (closes_minute IS NULL)),
  CONSTRAINT window_hours_days CHECK (days NOT GLOB '*[^1-7]*' AND length(days) BETWEEN 1 AND 7),
  CONSTRAINT window_hours_through_noon CHECK (through_noon IN (0, 1)),
  CONSTRAINT window_hours_has_an_authority CHECK (length(authority) > 0)
) STRICT;
CREATE INDEX window_hours_of ON window_hours (window_no, from_on, id);

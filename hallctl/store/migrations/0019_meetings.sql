-- Meetings, trainings, discussions, summaries (Art. 10, 11). A correction is a new row that keeps the
-- number; the row before is voided.
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  meeting_no TEXT NOT NULL,
  kind TEXT NOT NULL,
  on_date TEXT NOT NULL,
  topic TEXT NOT NULL,
  window_no TEXT REFERENCES service_window (window_no),
  chair_no TEXT NOT NULL REFERENCES staff (staff_no),
  place TEXT,
  note TEXT,
  CONSTRAINT meeting_no_form CHECK (meeting_no GLOB 'M[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*'),
  CONSTRAINT meeting_kind CHECK (kind IN ('meeting', 'training', 'discussion', 'summary')),
  CONSTRAINT meeting_is_a_date CHECK (on_date IS date(on_date)),
  CONSTRAINT meeting_has_a_topic CHECK (length(topic) > 0)
) STRICT;
CREATE UNIQUE INDEX meeting_once ON meeting (meeting_no) WHERE voided_by IS NULL;
CREATE INDEX meeting_on ON meeting (on_date);

CREATE TABLE meeting_person (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  state TEXT NOT NULL,
  CONSTRAINT meeting_person_state CHECK (state IN ('present', 'excused', 'absent'))
) STRICT;
CREATE UNIQUE INDEX meeting_person_once ON meeting_person (meeting_id, staff_no) WHERE voided_by IS NULL;

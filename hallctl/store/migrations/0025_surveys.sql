-- Answers to a survey about the windows (Art. 33): nameless, each known by its number and time of
-- submission within its survey.
CREATE TABLE survey_answer (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  survey TEXT NOT NULL,
  serial TEXT NOT NULL,
  at TEXT NOT NULL,
  window_no TEXT NOT NULL REFERENCES service_window (window_no),
  level INTEGER NOT NULL,
  comment TEXT,
  CONSTRAINT survey_answer_level CHECK (level BETWEEN 1 AND 5),
  CONSTRAINT survey_answer_serial CHECK (length(serial) > 0)
) STRICT;
CREATE UNIQUE INDEX survey_answer_once ON survey_answer (survey, serial, at) WHERE voided_by IS NULL;
CREATE INDEX survey_answer_at ON survey_answer (at);

-- The published weeks that a term's stars were named on: none of them is undone while the stars stand.
CREATE TABLE star_basis (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  term TEXT NOT NULL,
  week_publication_id INTEGER NOT NULL REFERENCES week_publication (id)
) STRICT;
CREATE UNIQUE INDEX star_basis_once ON star_basis (term, week_publication_id) WHERE voided_by IS NULL;
CREATE INDEX star_basis_of ON star_basis (week_publication_id);

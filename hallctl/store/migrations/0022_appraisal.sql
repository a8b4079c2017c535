-- Conduct that was seen (Art. 14 to 17) and praise: what the weekly appraisal counts beside attendance.
CREATE TABLE conduct_note (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  kind TEXT NOT NULL,
  on_date TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT conduct_note_kind CHECK (kind IN ('praise', 'screen', 'order', 'outsider', 'badge', 'left_post')),
  CONSTRAINT conduct_note_says_what CHECK (length(note) > 0)
) STRICT;
CREATE UNIQUE INDEX conduct_note_once ON conduct_note (staff_no, kind, on_date, note) WHERE voided_by IS NULL;
CREATE INDEX conduct_note_on ON conduct_note (on_date);

-- What a window leader gave a student worker for a week, or the officer a leader; a new one voids the old.
CREATE TABLE week_score (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  week TEXT NOT NULL,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  score INTEGER NOT NULL,
  remark TEXT NOT NULL,
  by_no TEXT NOT NULL REFERENCES staff (staff_no),
  CONSTRAINT week_score_bounds CHECK (score >= 0),
  CONSTRAINT week_score_not_himself CHECK (by_no <> staff_no)
) STRICT;
CREATE UNIQUE INDEX week_score_once ON week_score (week, staff_no) WHERE voided_by IS NULL;

-- A week as it was published: later facts do not change it. The digest is over its lines.
CREATE TABLE week_publication (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  week TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  at TEXT NOT NULL,
  by_no TEXT NOT NULL,
  digest TEXT NOT NULL,
  CONSTRAINT week_publication_days CHECK (from_on <= to_on)
) STRICT;
CREATE UNIQUE INDEX week_publication_once ON week_publication (week) WHERE voided_by IS NULL;
CREATE INDEX week_publication_to ON week_publication (to_on);

-- One person's line of a published week; it rests on the score it counted. line and ground are as they
-- were that day.
CREATE TABLE week_line (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  week_publication_id INTEGER NOT NULL REFERENCES week_publication (id),
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  week_score_id INTEGER REFERENCES week_score (id),
  line TEXT NOT NULL,
  ground TEXT NOT NULL,
  CONSTRAINT week_line_is_json CHECK (json_valid(line) AND json_valid(ground))
) STRICT;
CREATE UNIQUE INDEX week_line_once ON week_line (week_publication_id, staff_no) WHERE voided_by IS NULL;

-- Whom the officer made a service star of a term (Art. 29), with the evidence of that day.
CREATE TABLE star_award (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  term TEXT NOT NULL,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  decided_on TEXT NOT NULL,
  by_no TEXT NOT NULL,
  note TEXT NOT NULL,
  evidence TEXT NOT NULL,
  CONSTRAINT star_award_says_why CHECK (length(note) > 0),
  CONSTRAINT star_award_evidence_is_json CHECK (json_valid(evidence))
) STRICT;
CREATE UNIQUE INDEX star_award_once ON star_award (term, staff_no) WHERE voided_by IS NULL;

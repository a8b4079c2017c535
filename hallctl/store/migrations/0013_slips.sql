-- Every print of a slip. The first print of a slip keeps the words that stood on it; a copy repeats
-- them. A paper about something else than a case names it in subject, and a later migration adds the
-- column that points at its row.
CREATE TABLE slip_print (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  slip_no TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  case_no TEXT REFERENCES case_file (case_no),
  case_event_id INTEGER REFERENCES case_event (id),
  copy INTEGER NOT NULL,
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  words TEXT,
  CONSTRAINT slip_print_copy CHECK (copy > 0),
  CONSTRAINT slip_print_subject CHECK (subject GLOB '?*:?*'),
  CONSTRAINT slip_print_sha256 CHECK (length(sha256) = 64),
  CONSTRAINT slip_print_first_has_words CHECK ((copy = 1) = (words IS NOT NULL)),
  CONSTRAINT slip_print_words_are_json CHECK (words IS NULL OR json_valid(words)),
  CONSTRAINT slip_print_event_of_a_case CHECK (case_event_id IS NULL OR case_no IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX slip_print_once ON slip_print (slip_no, copy) WHERE voided_by IS NULL;
CREATE INDEX slip_print_of ON slip_print (subject, id);

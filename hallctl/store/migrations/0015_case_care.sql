-- What follows the handling of a case (Art. 24, 33): fees, collection, the applicant's rating, and
-- what is done about a bad one.

-- A payment, or its reversal: then the payment is voided and a row of kind 'reversed' says why.
CREATE TABLE case_fee (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  case_no TEXT NOT NULL REFERENCES case_file (case_no),
  kind TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  voucher_no TEXT NOT NULL,
  taken_by TEXT REFERENCES staff (staff_no),
  at TEXT NOT NULL,
  reverses_id INTEGER REFERENCES case_fee (id),
  note TEXT,
  CONSTRAINT case_fee_kind CHECK (kind IN ('paid', 'reversed')),
  CONSTRAINT case_fee_amount CHECK (amount_fen > 0),
  CONSTRAINT case_fee_voucher CHECK (length(voucher_no) BETWEEN 1 AND 64),
  CONSTRAINT case_fee_reversal CHECK ((kind = 'reversed') = (reverses_id IS NOT NULL) AND (kind = 'paid' OR length(note) > 0))
) STRICT;
CREATE UNIQUE INDEX case_fee_voucher_once ON case_fee (voucher_no) WHERE kind = 'paid' AND voided_by IS NULL;
CREATE INDEX case_fee_by_voucher ON case_fee (voucher_no);
CREATE INDEX case_fee_of ON case_fee (case_no, id);
CREATE INDEX case_fee_at ON case_fee (at);
CREATE INDEX case_fee_reversed ON case_fee (reverses_id) WHERE reverses_id IS NOT NULL;

-- Collection of the result; it rests on the step that closed the case.
CREATE TABLE case_delivery (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  case_no TEXT NOT NULL REFERENCES case_file (case_no),
  case_event_id INTEGER NOT NULL REFERENCES case_event (id),
  collected_by TEXT,
  proxy INTEGER NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT case_delivery_proxy CHECK (proxy = 0 OR (proxy = 1 AND length(collected_by) > 0))
) STRICT;
CREATE UNIQUE INDEX case_delivery_once ON case_delivery (case_event_id) WHERE voided_by IS NULL;
CREATE INDEX case_delivery_of ON case_delivery (case_no, at);

-- One rating per case, from 5 (very satisfied) to 1. A bad one has its two limits, in working days and
-- as dates: the call-back and the rectification.
CREATE TABLE case_rating (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  case_no TEXT NOT NULL REFERENCES case_file (case_no),
  case_event_id INTEGER NOT NULL REFERENCES case_event (id),
  level INTEGER NOT NULL,
  rated_by TEXT,
  channel TEXT,
  comment TEXT,
  recorder_no TEXT REFERENCES staff (staff_no),
  at TEXT NOT NULL,
  ref TEXT,
  contact_days INTEGER,
  contact_due_on TEXT,
  contact_due_latest TEXT,
  fix_days INTEGER,
  fix_due_on TEXT,
  fix_due_status TEXT,
  fix_due_earliest TEXT,
  fix_due_latest TEXT,
  ground TEXT NOT NULL,
  CONSTRAINT case_rating_level CHECK (level BETWEEN 1 AND 5),
  CONSTRAINT case_rating_channel CHECK (channel IN ('window', 'phone', 'link')),
  CONSTRAINT case_rating_limits CHECK ((fix_days IS NULL) = (fix_due_on IS NULL) AND (fix_days IS NULL) = (contact_due_on IS NULL)),
  CONSTRAINT case_rating_due_status CHECK (fix_due_status IN ('firm', 'provisional')),
  CONSTRAINT case_rating_due_interval CHECK (fix_due_earliest <= fix_due_on AND fix_due_on <= fix_due_latest),
  CONSTRAINT case_rating_ground_is_json CHECK (json_valid(ground))
) STRICT;
CREATE UNIQUE INDEX case_rating_once ON case_rating (case_no) WHERE voided_by IS NULL;
CREATE UNIQUE INDEX case_rating_ref ON case_rating (ref) WHERE ref IS NOT NULL AND voided_by IS NULL;
CREATE INDEX case_rating_at ON case_rating (at);
CREATE INDEX case_rating_bad ON case_rating (fix_due_on) WHERE fix_due_on IS NOT NULL AND voided_by IS NULL;

-- What was done about a bad rating: the applicant was called back, the matter was put right.
CREATE TABLE case_fix (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  case_rating_id INTEGER NOT NULL REFERENCES case_rating (id),
  step TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT case_fix_step CHECK (step IN ('contacted', 'fixed')),
  CONSTRAINT case_fix_says_what CHECK (length(note) > 0)
) STRICT;
CREATE UNIQUE INDEX case_fix_once ON case_fix (case_rating_id, step) WHERE voided_by IS NULL;

CREATE INDEX case_file_first_contact ON case_file (first_contact_no);

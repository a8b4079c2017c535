-- A card is in one person's hands at a time; an end is the same row once more with its last day.
CREATE TABLE staff_card (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  card_no TEXT NOT NULL,
  staff_no TEXT NOT NULL REFERENCES staff (staff_no),
  from_on TEXT NOT NULL,
  until_on TEXT,
  CONSTRAINT staff_card_no_is_given CHECK (length(card_no) BETWEEN 1 AND 32),
  CONSTRAINT staff_card_dates CHECK (from_on IS date(from_on) AND (until_on IS NULL OR until_on IS date(until_on) AND until_on >= from_on))
) STRICT;
CREATE UNIQUE INDEX staff_card_once ON staff_card (card_no, from_on) WHERE voided_by IS NULL;
CREATE UNIQUE INDEX staff_card_in_hand ON staff_card (card_no) WHERE voided_by IS NULL AND until_on IS NULL;
CREATE INDEX staff_card_of ON staff_card (staff_no) WHERE voided_by IS NULL;

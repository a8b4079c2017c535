-- From which day on an item is no longer offered, or offered again, and why (Art. 9).
CREATE TABLE item_offer (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  item_code TEXT NOT NULL REFERENCES service_item (item_code),
  offered INTEGER NOT NULL,
  from_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT item_offer_offered CHECK (offered IN (0, 1)),
  CONSTRAINT item_offer_has_a_reason CHECK (length(reason) > 0),
  CONSTRAINT item_offer_from_on_is_a_date CHECK (from_on IS date(from_on))
) STRICT;
CREATE INDEX item_offer_of ON item_offer (item_code, from_on, id);

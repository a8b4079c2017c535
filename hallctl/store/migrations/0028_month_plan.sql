-- What the hall means to do in a month (Art. 10): typed, said on a day, printed on the report of the month before.
CREATE TABLE month_plan (
  id INTEGER PRIMARY KEY,
  entry_no INTEGER NOT NULL REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  voided_by INTEGER REFERENCES entry (entry_no) DEFERRABLE INITIALLY DEFERRED,
  month TEXT NOT NULL,
  text TEXT NOT NULL,
  on_date TEXT NOT NULL,
  CONSTRAINT month_plan_is_of_a_month CHECK (month || '-01' IS date(month || '-01')),
  CONSTRAINT month_plan_says_something CHECK (length(text) > 0),
  CONSTRAINT month_plan_on_is_a_date CHECK (on_date IS date(on_date))
) STRICT;
CREATE UNIQUE INDEX month_plan_once ON month_plan (month, text) WHERE voided_by IS NULL;

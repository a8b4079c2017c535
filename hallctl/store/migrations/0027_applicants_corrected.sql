-- Cases by who turned out to be their applicant: asked for each person whose data are to be erased.
CREATE INDEX case_event_of_applicant ON case_event (applicant_no) WHERE applicant_no IS NOT NULL;

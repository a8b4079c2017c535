"""The reports beside the monthly one as official forms: day, week, term, year, work-study, cases."""

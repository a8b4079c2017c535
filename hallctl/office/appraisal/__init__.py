"""Appraisal (Art. 29, 31, 32): weeks, scores, terms, service stars, merit and the year."""

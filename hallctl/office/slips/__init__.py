"""Slips: which paper fits where a case stands, what it says, and the log of every print."""

"""The only room that speaks SQL: one SQLite file, immutable facts, one audit entry per change."""

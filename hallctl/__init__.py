"""hallctl keeps the records of a college's one-stop student service hall in one SQLite file."""

__version__ = "0.2.0"

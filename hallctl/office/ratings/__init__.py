"""Ratings of the windows: surveys in, and how satisfied applicants were, window by window (Art. 33)."""

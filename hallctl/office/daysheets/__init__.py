"""Windows' day sheets: out in the morning, in at the end of the day (Art. 24 to 27)."""

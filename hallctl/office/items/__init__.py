"""The item catalogue: imported, looked at, checked, printed (Art. 4, 8, 9, 34)."""

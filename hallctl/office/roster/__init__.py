"""The staff roster: imported, looked at, and every change of a post (Art. 5, 6, 14, 30)."""

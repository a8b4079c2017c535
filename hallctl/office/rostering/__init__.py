"""Free hours, the duty roster that avoids classes, and its publication (Art. 6, 14, 22)."""

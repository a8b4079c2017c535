"""Work logs: written at each hand-over, acknowledged, missed (Art. 19)."""

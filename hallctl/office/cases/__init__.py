"""The life of a case, from the counter to the completion (Art. 8, 24 to 28)."""

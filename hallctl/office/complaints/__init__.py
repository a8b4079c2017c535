"""Complaints (Art. 33), from the counter to the reply; who complained stays sealed."""

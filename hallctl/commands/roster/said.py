"""What verbs of the staff roster share."""

COLUMNS = ("staff_no", "name", "role", "window", "faculty", "class_name", "started_on", "ended_on")
"""What is shown of a person."""

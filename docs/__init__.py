"""The documents, and the script that writes the command reference from ``--help``."""

"""Pages for a browser: one file each, complete in itself. Text goes in escaped, never as it comes."""

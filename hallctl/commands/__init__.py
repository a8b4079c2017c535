"""The officer's words: one file per noun, parsing options and calling one act of the office."""

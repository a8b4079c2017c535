"""Reports: gathered from the facts, counted twice, written, compared."""

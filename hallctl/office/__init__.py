"""Use cases: gather what a rule needs, let it decide, apply the result in one transaction."""

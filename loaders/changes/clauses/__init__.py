"""Sentences and clauses on changes, and what each says."""

"""The words that readers look for: one TOML file a subject, with examples, its named tuples beside it."""

"""What names of units and places are made of: one TOML file a subject, its named tuples beside it."""

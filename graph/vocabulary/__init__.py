"""What names of units and places are made of: one TOML file a subject, its dataclasses beside it."""

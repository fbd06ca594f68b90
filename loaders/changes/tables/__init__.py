"""Changes told in tables."""

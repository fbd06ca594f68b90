"""The one store of a running service: whole states for readers, one change at a time."""

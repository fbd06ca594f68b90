"""When a change took place."""

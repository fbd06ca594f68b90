"""Pages of tasks: lists, filters, one task, the line of time."""

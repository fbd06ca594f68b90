"""The columns of an answer to a question in words."""

COLUMNS = (
    *("name", "place", "tasks", "load", "leads", "lead_tasks", "verdict", "kind", "other", "since", "until"),
    *("stated_on", "field", "values", "sources"),
)
"""What is shown of rows that have a name, where any of them says it."""

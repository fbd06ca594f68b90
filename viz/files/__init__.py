"""Tasks to take along: workbooks and calendars."""

"""Tasks as a Word document, by a template that an office may replace."""

"""Tables: their headers and rows, what the columns mean, and the tasks that the rows set."""

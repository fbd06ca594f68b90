"""Changes of places: events, roles, dates, and the periods of every place."""

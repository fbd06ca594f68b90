"""Lists of places by code and name, as a bureau publishes them for a day."""

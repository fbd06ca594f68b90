"""Where marks stand and how much room they take."""

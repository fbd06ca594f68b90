"""Questions as a person asks them, for the command line, the service and the pages."""

"""The service's parts: what each answer over HTTP has in common, and the questions that can be asked so."""

"""Files on their way into a store and out of it, and the check that their words still stand."""

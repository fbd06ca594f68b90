"""Periods of places and the steps between them: which of one day are which of another."""

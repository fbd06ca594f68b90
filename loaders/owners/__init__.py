"""Owners: lists of units, verbs of duty, stated conventions, leaders."""

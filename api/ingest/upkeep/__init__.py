"""Bringing a store up to date: files that are read again, what was lost and is done again."""

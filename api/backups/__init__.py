"""Backups of a store in one file, and stores made of them."""

"""Editions and revisions of papers: which stand, what changed between them, and what a load did to them."""

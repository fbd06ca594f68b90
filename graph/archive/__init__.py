"""A store as one file that is kept: passages, decisions, reports, the register and originals, with digests of all."""

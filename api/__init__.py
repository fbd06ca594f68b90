"""The ways in: loading and verifying, the command line."""

"""The embedded engine: one file, kept by Ladybug in this process."""

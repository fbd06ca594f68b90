"""Uploaded files: kept beside the store and beside their namesakes, and in the trash when they go."""

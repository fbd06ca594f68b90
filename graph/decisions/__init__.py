"""What people decided on names, and what they may decide."""

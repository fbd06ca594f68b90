"""Lists of places beside a store: adding them, and what they say of what papers tell."""

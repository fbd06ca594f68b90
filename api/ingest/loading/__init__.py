"""Files into a store and out of it, what gives way, and what a load did."""

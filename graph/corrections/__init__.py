"""What people put right in the facts that readers made: a layer of their words over the words of files."""

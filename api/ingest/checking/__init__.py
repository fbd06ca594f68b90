"""Whether a store is whole, and whether the quoted words still stand in its originals."""

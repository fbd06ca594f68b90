"""Files as they lie there: which are meant, which are a store's own, where loaded ones lie, and what each says."""

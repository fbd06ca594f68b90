"""Tables of a store that are read again to the same graph: a row a leg of a change, a row a unit with its days."""

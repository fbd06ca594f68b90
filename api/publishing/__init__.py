"""A graph as a static site: a page and data for each thing, lists, a search, dumps, and what the data set is."""

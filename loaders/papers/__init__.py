"""Papers: collections, headings, the plans in a paper, and the place that it speaks for."""

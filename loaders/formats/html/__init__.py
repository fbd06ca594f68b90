"""Web pages: the paper in a saved page, its paragraphs, lists and tables, without what the site sets around it."""

"""The graph for other programs: RDF, GraphML, the extract of a file."""

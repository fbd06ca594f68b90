"""The graph for other programs: RDF, GraphML, the extract of a file, the networkx view, what lies around a node."""

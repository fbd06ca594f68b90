"""The graph for other programs: RDF, GraphML, the extract of a file; and the networkx view with what lies around a node."""

"""The graph: statements, model, identity, build, stores, RDF. Imports nothing else of the project."""

"""The server: a database of Neo4j, by its official driver."""

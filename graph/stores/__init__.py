"""Where a graph is kept: one interface, one folder an engine, schema and statements derived from the model."""

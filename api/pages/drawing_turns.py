"""WorkTurns at drawing: few pictures, of the graph or of a paper's pages, are drawn at the same time."""

from api.http.around.turns import WorkTurns

drawing = WorkTurns(2)
"""A large picture keeps a processor busy for seconds."""

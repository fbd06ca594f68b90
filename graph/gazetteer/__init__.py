"""The gazetteer: which places stood by which code on the days of lists that a person brought; it knows no changes."""

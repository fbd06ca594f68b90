"""Pages of those who work: leaders and units, their loads and months."""

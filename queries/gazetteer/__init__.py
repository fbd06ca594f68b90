"""What lists of places say of what papers tell: codes, existence on days, days between which a change lies."""

"""Which mentions are one: the place inside which a name means something, and certain joins."""

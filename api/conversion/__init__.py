"""Tables that people bring, with the places of another day beside those that they name."""

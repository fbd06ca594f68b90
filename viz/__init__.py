"""Views of answers: pictures that open offline."""

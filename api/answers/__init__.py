"""Answers to questions in Chinese: the names that a graph knows, what was read of a question, and the rows that it asks for."""

"""Answers to questions in Chinese: names that a graph knows, what was read of a question, the rows it asks for."""

"""Markdown: its tokens by markdown-it-py, its lines and marks, and its tables as written."""

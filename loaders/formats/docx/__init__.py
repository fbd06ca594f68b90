"""Word documents (.docx, .docm): the package, its styles and numbers, and the walk over paragraphs and tables."""

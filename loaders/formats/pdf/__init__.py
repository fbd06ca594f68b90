"""PDF files: characters and lines of a page by pypdfium2, and of them paragraphs and tables, over all pages."""

"""Excel workbooks: from a package of parts to sheets of rows and cells, bounded before anything is built of it."""

"""Pages of papers: what each sets, its text with every fact marked, uploads."""

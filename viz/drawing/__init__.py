"""A picture as a page, as SVG and as PNG."""

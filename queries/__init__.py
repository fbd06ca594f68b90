"""The questions: one .cypher file each, their catalogue, and thin Python over them."""

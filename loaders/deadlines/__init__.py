"""Deadlines: from the words of a deadline (完成时限) to days, intervals and what names no day."""

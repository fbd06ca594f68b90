"""What people correct: what can be corrected, how a correction is made of words, and how those that stand are told."""

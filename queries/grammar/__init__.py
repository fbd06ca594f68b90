"""Questions in Chinese by a grammar: words to tokens, tokens to a reading; nothing is guessed and no store is asked."""

"""The words that the program itself says, in Chinese and English."""

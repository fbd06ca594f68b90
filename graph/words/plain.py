"""Words that people typed, without what no cell, page or line shows."""


def plain(words: str) -> str:
    """Words without characters that nobody sees, with lines parted in one way, and no white space at the ends."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    return "".join(sign for sign in lines if sign in "\n\t" or sign.isprintable() or sign == "\u3000")


def one_line(words: str) -> str:
    """The same in one line."""
    return " ".join(plain(words).replace("\t", "\n").split("\n"))

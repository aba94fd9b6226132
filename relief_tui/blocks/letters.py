"""The smallest alphabet: letters five pixels high, and the shapes that name a phase.

This module imports nothing at all: the first cue is drawn with it before anything else is loaded.

A pixel is half a terminal cell, so that pixels are square: two of them stand in every cell.
"""

HEIGHT = 5
"""Height of every letter and shape, in pixels."""

GAP = 1
"""Empty pixels between two letters."""

GLYPHS: dict[str, str] = {
    " ": "000 000 000 000 000",
    "A": "0110 1001 1111 1001 1001",
    "B": "1110 1001 1110 1001 1110",
    "C": "0111 1000 1000 1000 0111",
    "D": "1110 1001 1001 1001 1110",
    "E": "111 100 110 100 111",
    "F": "111 100 110 100 100",
    "G": "0111 1000 1011 1001 0111",
    "H": "1001 1001 1111 1001 1001",
    "I": "1 1 1 1 1",
    "J": "001 001 001 101 010",
    "K": "1001 1010 1100 1010 1001",
    "L": "100 100 100 100 111",
    "M": "10001 11011 10101 10001 10001",
    "N": "1001 1101 1011 1001 1001",
    "O": "0110 1001 1001 1001 0110",
    "P": "1110 1001 1110 1000 1000",
    "Q": "0110 1001 1001 1010 0101",
    "R": "1110 1001 1110 1010 1001",
    "S": "0111 1000 0110 0001 1110",
    "T": "111 010 010 010 010",
    "U": "1001 1001 1001 1001 0110",
    "V": "10001 10001 01010 01010 00100",
    "W": "10001 10001 10101 11011 10001",
    "X": "10001 01010 00100 01010 10001",
    "Y": "101 101 010 010 010",
    "Z": "1111 0010 0100 1000 1111",
    "0": "111 101 101 101 111",
    "1": "110 010 010 010 111",
    "2": "111 001 111 100 111",
    "3": "111 001 011 001 111",
    "4": "101 101 111 001 001",
    "5": "111 100 111 001 111",
    "6": "111 100 111 101 111",
    "7": "111 001 010 010 010",
    "8": "111 101 111 101 111",
    "9": "111 101 111 001 111",
    "?": "110 001 010 000 010",
    "!": "1 1 1 0 1",
    ".": "0 0 0 0 1",
    ",": "00 00 00 01 10",
    ":": "0 1 0 1 0",
    ";": "00 01 00 01 10",
    "·": "0 0 1 0 0",
    "'": "1 1 0 0 0",
    '"': "101 101 000 000 000",
    "-": "000 000 111 000 000",
    "+": "000 010 111 010 000",
    "/": "001 001 010 100 100",
    "%": "11001 11010 00100 01011 10011",
    "(": "01 10 10 10 01",
    ")": "10 01 01 01 10",
    "→": "00100 00010 11111 00010 00100",
}
"""Five rows of pixels for every letter, top row first, `1` where there is ink."""

SHAPES: dict[str, tuple[str, ...]] = {
    name: tuple(rows.split())
    for name, rows in {
        "ready": "00100 01110 10101 00100 00100",
        "ease_out": "00100 00100 10101 01110 00100",
        "hold": "11111 11111 11111 11111 11111",
        "release": "11111 10001 10001 10001 11111",
        "check": "01100 00010 00100 00000 00100",
        "rest": "01110 11111 11111 11111 01110",
        "danger": "00100 00100 00100 00000 00100",
        "paused": "11011 11011 11011 11011 11011",
    }.items()
}
"""The sign of each phase, five pixels square; every one differs from every other in outline."""

# A table and not `unicodedata`, which would be an import.
_PLAIN = {
    "A": "ÀÁÂÃÄÅĀĂĄ",
    "AE": "Æ",
    "C": "ÇĆĈĊČ",
    "D": "ÐĎĐ",
    "E": "ÈÉÊËĒĔĖĘĚ",
    "G": "ĜĞĠĢ",
    "H": "ĤĦ",
    "I": "ÌÍÎÏĨĪĬĮİ",
    "IJ": "Ĳ",
    "J": "Ĵ",
    "K": "Ķ",
    "L": "ĹĻĽĿŁ",
    "N": "ÑŃŅŇŊ",
    "O": "ÒÓÔÕÖØŌŎŐ",
    "OE": "Œ",
    "R": "ŔŖŘ",
    "S": "ŚŜŞŠ",
    "T": "ŢŤŦ",
    "TH": "Þ",
    "U": "ÙÚÛÜŨŪŬŮŰŲ",
    "W": "Ŵ",
    "X": "×",
    "Y": "ÝŶŸ",
    "Z": "ŹŻŽ",
    "1/2": "½",
    "1/4": "¼",
    "3/4": "¾",
    "/": "⁄",
    "-": "‐‑‒–—−",
    "'": "‘’ʼ´`",
    '"': "“”„",
    "·": "•",
    "...": "…",
    "": "".join(map(chr, range(0x300, 0x370))),  # accents that follow their letter
}
_FOLDED = {ord(char): plain for plain, chars in _PLAIN.items() for char in chars}


def fold(text: str) -> str:
    """Return `text` in the characters of the alphabet: capitals, no accents, else a space."""
    plain = text.upper().translate(_FOLDED)
    return "".join(char if char in GLYPHS else " " for char in plain)


def width(text: str) -> int:
    """Return how many pixels wide `text` is, gaps between its letters included."""
    return len(bitmap(text)[0])


def bitmap(text: str) -> tuple[str, ...]:
    """Return `text` as five rows of pixels, `1` where there is ink and `0` elsewhere."""
    letters = [GLYPHS[char].split() for char in fold(text)]
    return tuple(("0" * GAP).join(letter[row] for letter in letters) for row in range(HEIGHT))


def half_blocks(rows: tuple[str, ...]) -> tuple[tuple[tuple[bool, bool], ...], ...]:
    """Pair rows of pixels into rows of terminal cells, each cell (upper is ink, lower is ink).

    To paint a cell where both agree, write a space on that colour; where they differ, write `▄`
    in the colour of the lower pixel on the colour of the upper one. An odd last row gets an empty
    row below it.
    """
    whole = rows if len(rows) % 2 == 0 else (*rows, "0" * len(rows[-1]))
    return tuple(
        tuple((above == "1", below == "1") for above, below in zip(upper, lower, strict=True))
        for upper, lower in zip(whole[::2], whole[1::2], strict=True)
    )

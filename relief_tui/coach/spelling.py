"""Words without their endings, and how far apart two of them are."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 200
"""Characters that are looked at; nobody types more to find something."""

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of the first ``LONGEST`` characters, in small letters and without endings."""
    return words_in(text[:LONGEST])


def words_in(text: str) -> list[str]:
    """The same for a text of any length."""
    return [stem(word) for word in _WORD.findall(text.casefold())]


def stem(word: str) -> str:
    """``word`` without the endings of plurals and of the forms of verbs."""
    if word[-1:] not in _LAST:
        return word
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word.removesuffix(ending) + instead
    return word


_ENDINGS = (
    ("sses", "ss", 2),
    ("ches", "ch", 2),
    ("shes", "sh", 2),
    ("ies", "y", 2),
    ("ss", "ss", 0),
    ("us", "us", 0),
    ("s", "", 3),
    ("ing", "", 4),
    ("ed", "", 4),
)
_LAST = {ending[-1] for ending, _, _ in _ENDINGS}


def distance(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change or swap with their neighbour to make ``other`` of ``one``;
    ``most`` + 1 stands for all that are more."""
    before: Sequence[int] = ()
    row: Sequence[int] = range(len(other) + 1)
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and wanted == one[i - 2]:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def letters_of(word: str) -> int:
    """The set of letters of ``word``, one bit each; letters far from ours share bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 64)
    return bits

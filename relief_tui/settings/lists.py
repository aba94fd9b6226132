"""A list of numbers as it is typed, where a comma may part two of them or be the decimal sign."""

from __future__ import annotations

import re
from itertools import pairwise

from relief_tui.settings.words import short


def parted(text: str, unit: str) -> list[str]:
    """The numbers in ``text``, each as it was typed, with its ``unit`` if it says one.

    A semicolon always parts; so does a blank, and a comma beside a blank or a decimal point.
    Raises ``ValueError`` with a sentence for the person where a comma may be meant in two ways.
    """
    text = re.sub(r"\s+(?=,)", "", text.strip().strip("[]").strip())
    if unit:
        text = re.sub(rf"\s+(?={unit}\b)", "", text)
    if ";" in text:
        parts = text.split(";")
    elif "." in text:
        parts = re.split(r"[\s,]+", text)
    else:
        parts = _by_blanks(text, unit)
    return [part for part in map(str.strip, parts) if part]


def _by_blanks(text: str, unit: str) -> list[str]:
    """The same where neither a semicolon nor a point tells what a comma is."""
    parts = re.split(r",?\s+", text.rstrip(","))
    inner = [part for part in parts if "," in part]
    if not inner:
        return parts
    if len(parts) > 1 and not re.search(r",\s", text) and all(p.count(",") == 1 for p in inner):
        return parts
    numbers = inner[0].split(",")
    if len(parts) == 1 and not _decimals(numbers, unit):
        return numbers
    whole, part = (number.removesuffix(unit) for number in numbers[:2])
    raise ValueError(
        f"{short(text)} can be read in two ways; write {whole}.{part} or {whole}; {part}"
    )


def _decimals(numbers: list[str], unit: str) -> bool:
    """True if commas may have been meant as decimal signs: two bare numbers, or more that go up
    and down as no list of weights does."""
    bare = [number.removesuffix(unit) for number in numbers]
    if not all(re.fullmatch(r"[0-9]{1,6}", number) for number in bare) or numbers[0] != bare[0]:
        return False
    steps = [int(b) - int(a) for a, b in pairwise(bare)]
    in_order = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    return len(numbers) == 2 or not in_order

"""A set as a lifter types it: ``8``, ``8 45kg``, ``45 × 8``, ``8@45``, ``45kg``, ``8 reps``."""

from __future__ import annotations

import re

from relief_tui.coach.load import Load, Unit, parse_load
from relief_tui.coach.value import dataclass
from relief_tui.coach.workout.card import LONGEST_NAME, MOST_REPS

_REPS = re.compile(r"(\d{1,9})(\s?reps?)?")
_APART = re.compile(r"\s*[x×*@]\s*|\s+(?=\d)")
_TIMES = re.compile(r"[x×*]")
_OPEN = re.compile(r"[x×*@]\s*\Z")
_NAME = re.compile(r"[^\W\d_]{2}")
_UNIT = r"(?:k(?:[gk]\w?|ilos?)?|lb\w?|l|pounds?)\b"
_SLIP = re.compile(
    rf"[+-]?\d[\d.,e+-]*\s*[^\W\d_]+\Z|.*?\d\S*?\s*{_UNIT}|.*\b(?:kg|lb)s?\Z", re.IGNORECASE
)
"""Words that were meant to be, or to have in them, a load: such as ``1e9 kg``, ``45 kk``,
``4O kg``. As a name they would stand in place of the exercise, and the load would be gone."""
HINT = "8, or 8 45kg, or 45kg*8, or 45kg"
LONGEST = 40
"""Characters of the longest line that may be a set."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed; None: nothing of the kind."""

    reps: int | None = None
    load: Load | None = None


def parse_set(text: str, unit: Unit) -> Typed:
    """Read repetitions, a load, or both; a bare number is repetitions, as is one with ``reps``. Of
    two bare ones the load is the second (``8 45``, ``8@45``), but the first before ``x``, ``×`` or
    ``*``.

    Raises ``ValueError`` with a sentence for the person when it is something else.
    """
    text = text.strip()
    line = text.casefold()
    parts = [part for part in _APART.split(line) if part] if len(text) <= LONGEST else []
    if not 1 <= len(parts) <= 2 or _OPEN.search(line):
        raise ValueError(f"{_short(text)} is no set; write for example {HINT}")
    if len(parts) == 1:
        bare = _bare(parts[0]) and not line.startswith("@")
        return Typed(_reps(text, parts[0])) if bare else Typed(load=_load(parts[0], unit))
    one, other = parts
    second = _said(other) or (_bare(other) and not _said(one) and _TIMES.search(line))
    if _bare(one) and not second:
        return Typed(_reps(text, one), _load(other, unit))
    if _bare(other):
        return Typed(_reps(text, other), _load(one, unit))
    raise ValueError(f"{_short(text)} is no set; write for example {HINT}")


def read_set(text: str, unit: Unit) -> tuple[str, Typed]:
    """The same with the name of an exercise before it, as in ``Back Squat 60kg × 8``: the shortest
    that leaves a set behind it; empty for none. What looks like a load is no name.

    Raises ``ValueError`` as :func:`parse_set` does.
    """
    words = text.split()
    for count in range(1, len(words)):
        name, rest = " ".join(words[:count]), " ".join(words[count:])
        begun = _OPEN.sub("", name).rstrip()
        named = _NAME.search(name) and not _slip(begun) and not _is_set(begun, unit)
        if named and _is_set(rest, unit):
            return name, parse_set(rest, unit)
    return "", parse_set(text, unit)


def _slip(text: str) -> bool:
    """True if it was meant as a load; a text that is too long for a name is none either way."""
    return len(text) <= LONGEST_NAME and _SLIP.match(text) is not None


def _is_set(text: str, unit: Unit) -> bool:
    try:
        parse_set(text, unit)
    except ValueError:
        return False
    return True


def _bare(part: str) -> bool:
    return _REPS.fullmatch(part) is not None


def _said(part: str) -> bool:
    """True if it says itself that it is repetitions."""
    found = _REPS.fullmatch(part)
    return found is not None and bool(found[2])


def _reps(text: str, part: str) -> int:
    found = _REPS.fullmatch(part)
    reps = int(found[1]) if found else 0
    if reps > MOST_REPS:
        raise ValueError(f"{_short(text)}: a set has at most {MOST_REPS} repetitions")
    return reps


def _load(part: str, unit: Unit) -> Load:
    return parse_load(part, unit)


def _short(text: str) -> str:
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")

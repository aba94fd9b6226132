"""What a line, a text, a length of time or an id may be: the limits all content files share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

LONGEST_LINE = 60
"""Characters. More cannot be read across a room on a narrow terminal."""
SHORTEST_HOLD_S, LONGEST_HOLD_S = 10.0, 30.0
"""A hold is the time between two checks, not a dose: no trial compares durations (S1, S22)."""

_UNSEEN = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"  # what a terminal obeys, or turns round
_PLAIN = rf"\A(?! )[^{_UNSEEN}]+(?<! )\Z"
_FIGURE = _PLAIN.replace(r"\A", r"\A(?=.*\{n\})")
_CARD, _POSITION, _RUNG = r"\ARF[0-9]{2}\Z", r"\AP[1-9]\Z", r"\AR[1-9]\Z"
_ROUTINE = r"\A(?!(?i:con|prn|aux|nul|com\d|lpt\d)\Z)\w+(?:[ -]\w+)*\Z"
"""A name is that of a file, too, and Windows keeps a few for its devices."""
_SOURCE, _NAME = r"\A[SK][0-9]{1,3}\Z", r"\A[a-z]+(?:-[a-z]+)*\Z"

MEANINGS = {
    _PLAIN: "one line of plain text, with no space before or after it",
    _FIGURE: "one line of plain text with {n} where the figure stands",
    _CARD: "the id of a card, such as RF04",
    _POSITION: "the id of a position, such as P1",
    _RUNG: "the id of a rung, such as R1",
    _SOURCE: "the id of a source, such as S74",
    _ROUTINE: (
        "letters and figures, words joined by a blank or a hyphen, such as ankle-morning; "
        "no name that Windows keeps, such as con"
    ),
    _NAME: "small letters joined by hyphens, such as push-through",
}
"""What to write where a pattern is wanted, in words for the person who edits the file."""

Line: TypeAlias = Annotated[str, Meta(min_length=1, max_length=LONGEST_LINE, pattern=_PLAIN)]
"""One cue, read at a glance."""
FigureLine: TypeAlias = Annotated[str, Meta(min_length=1, max_length=LONGEST_LINE, pattern=_FIGURE)]
"""A line with a figure in it; ``{n}`` stands in its place."""
Lines: TypeAlias = Annotated[tuple[Line, ...], Meta(min_length=1, max_length=3)]
Options: TypeAlias = Annotated[tuple[Line, ...], Meta(min_length=1, max_length=9)]
"""The lines of a list: each is answered by one figure key."""
Word: TypeAlias = Annotated[str, Meta(min_length=1, pattern=_PLAIN)]
"""A word or a few; how long is for who uses it to say."""
Text: TypeAlias = Annotated[str, Meta(min_length=1, max_length=400, pattern=_PLAIN)]
"""A sentence or a few, read at rest."""

Seconds: TypeAlias = Annotated[float, Meta(gt=0, le=600)]
HoldSeconds: TypeAlias = Annotated[float, Meta(ge=SHORTEST_HOLD_S, le=LONGEST_HOLD_S)]

CardId: TypeAlias = Annotated[str, Meta(pattern=_CARD)]
PositionId: TypeAlias = Annotated[str, Meta(pattern=_POSITION)]
RungId: TypeAlias = Annotated[str, Meta(pattern=_RUNG)]
SourceId: TypeAlias = Annotated[str, Meta(pattern=_SOURCE)]
Name: TypeAlias = Annotated[str, Meta(max_length=40, pattern=_NAME)]
RoutineName: TypeAlias = Annotated[str, Meta(min_length=1, max_length=40, pattern=_ROUTINE)]


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a content file: a key that is not a field is a fault, never ignored."""

"""Reads ``assets/safety`` into the coach's ``Safety``: the cards, and what leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta
from msgspec.structs import asdict

from relief_tui.coach.safety import NO_STRETCH, Card, PickerLine, Reorder, Safety
from relief_tui.content.checks import check_unique, fault
from relief_tui.content.folder import assets_folder
from relief_tui.content.reading import read
from relief_tui.content.shapes import CardId, Line, Lines, SourceId, Table, Text

CARDS, PICKER = "cards.toml", "picker.toml"

_Ids: TypeAlias = Annotated[tuple[CardId, ...], Meta(min_length=1)]
_Cards: TypeAlias = Mapping[str, Card]


class _CardTable(Table, frozen=True):
    id: CardId
    tier: Annotated[int, Meta(ge=1, le=4)]
    condition: Line
    signs: Text
    do: Text
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]
    do_not: Text = ""


class _CardsFile(Table, frozen=True):
    cards: Annotated[tuple[_CardTable, ...], Meta(min_length=1)]


class _ReorderTable(Table, frozen=True):
    words: Line
    yes: _Ids
    no: _Ids


class _PickerTable(Table, frozen=True):
    words: Line
    cards: Literal["all"] | _Ids
    reorder: _ReorderTable | None = None


class _PickerFile(Table, frozen=True):
    screen: Annotated[tuple[tuple[CardId, ...], ...], Meta(min_length=1, max_length=9)]
    tear: _Ids
    multi: _Ids
    worse_twice: _Ids
    ten_minutes: _Ids
    severe_pain: _Ids
    end: Lines
    picker: Annotated[tuple[_PickerTable, ...], Meta(min_length=1, max_length=9)]


def load_safety(assets: Path | None = None) -> Safety:
    """The red flags of the assets folder, of this installation unless another is given.

    Raises ``ContentError`` if a file is missing or broken, names a card there is none of, or does
    not put the highest tier first.
    """
    folder = (assets or assets_folder()) / "safety"
    cards = _cards(read(folder / CARDS, _CardsFile))
    file = read(folder / PICKER, _PickerFile)
    for place, ids in _lists(file):
        _check_list(place, ids, cards)
    lines = [_picker_line(line, cards) for line in file.picker]
    for index, line in enumerate(lines):
        _check_reorder(f"$.picker[{index}].reorder", line, cards)
    return Safety(
        cards=cards,
        picker=tuple(lines),
        screen=file.screen,
        tear=file.tear,
        multi=file.multi,
        worse_twice=file.worse_twice,
        ten_minutes=file.ten_minutes,
        severe_pain=file.severe_pain,
        end=file.end,
    )


def _cards(file: _CardsFile) -> _Cards:
    check_unique(CARDS, "cards", "id", (table.id for table in file.cards))
    cards = {table.id: Card(**asdict(table)) for table in file.cards}
    if missing := NO_STRETCH - cards.keys():
        raise fault(CARDS, "$.cards", f"lacks {min(missing)}, which forbids a stretch; add it")
    return cards


def _picker_line(table: _PickerTable, cards: _Cards) -> PickerLine:
    every = tuple(sorted(cards, key=lambda id: (cards[id].tier, id)))
    ids = every if table.cards == "all" else table.cards
    order = table.reorder
    reorder = Reorder(order.words, order.yes, order.no) if order else None
    return PickerLine(table.words, ids, reorder)


def _lists(file: _PickerFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every list of cards that is shown in the order of the file, with its place."""
    for index, ids in enumerate(file.screen):
        yield f"$.screen[{index}]", ids
    for name in ("tear", "multi", "worse_twice", "ten_minutes", "severe_pain"):
        yield f"$.{name}", getattr(file, name)
    for index, line in enumerate(file.picker):
        if line.cards != "all":
            yield f"$.picker[{index}].cards", line.cards


def _check_list(place: str, ids: tuple[str, ...], cards: _Cards) -> None:
    """Every card is known, and none stands behind one of a lower tier."""
    for index, id in enumerate(ids):
        if id not in cards:
            raise fault(PICKER, f"{place}[{index}]", f"is {id}, no card of {CARDS}; name another")
    for index, (before, after) in enumerate(pairwise(ids), 1):
        if cards[after].tier < cards[before].tier:
            what = f"is {after}, more urgent than {before}; put it before"
            raise fault(PICKER, f"{place}[{index}]", what)


def _check_reorder(place: str, line: PickerLine, cards: _Cards) -> None:
    """A reorder shows the cards of its line, one of the highest tier in front."""
    if line.reorder is None:
        return
    highest = cards[line.cards[0]].tier
    for answer, ids in (("yes", line.reorder.yes), ("no", line.reorder.no)):
        if sorted(ids) != sorted(line.cards):
            what = "has other cards than its line; change only the order"
            raise fault(PICKER, f"{place}.{answer}", what)
        if cards[ids[0]].tier != highest:
            what = f"is {ids[0]}, not of the highest tier; put one that is first"
            raise fault(PICKER, f"{place}.{answer}[0]", what)

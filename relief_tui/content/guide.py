"""Reads ``assets/guide`` into the coach's ``Guide``: what is broken is told, the rest stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import Meta, field
from msgspec.structs import asdict

from relief_tui.coach.guide import (
    TOPICS,
    About,
    Entry,
    Grade,
    Guide,
    Label,
    Rank,
    Source,
    Topic,
    Verdict,
)
from relief_tui.coach.safety import Card
from relief_tui.content.checks import fault
from relief_tui.content.folder import assets_folder
from relief_tui.content.plain import plainly
from relief_tui.content.reading import ContentError, read
from relief_tui.content.safety import CARDS, load_safety
from relief_tui.content.shapes import CardId, Line, Name, SourceId, Table, Text

ABOUT, SOURCES = "about.toml", "sources.toml"

ClaimId: TypeAlias = Annotated[str, Meta(pattern=r"\A[AB][0-9]{2}\Z")]
_Place: TypeAlias = Annotated[int, Meta(ge=1, le=99)]
_ShapeT = TypeVar("_ShapeT")


class _RankTable(Table, frozen=True):
    normal_day: _Place
    why: Text
    after_cramp: _Place | None = None


class _EntryTable(Table, frozen=True):
    id: Name
    says: Text
    verdict: Verdict
    grade: Grade
    known: Text | Literal[""] = ""
    do: Text | Literal[""] = ""
    numbers: Text | Literal[""] = ""
    sources: tuple[SourceId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    related: tuple[Name, ...] = ()
    words: tuple[Line, ...] = ()
    card: CardId | Literal[""] = ""
    title: Line | Literal[""] = ""
    rank: _RankTable | None = None


class _TopicFile(Table, frozen=True):
    about: Text
    entries: Annotated[tuple[Any, ...], Meta(min_length=1)]
    names: tuple[Line, ...] = ()


class _SourceTable(Table, frozen=True):
    id: SourceId
    citation: Text
    status: Literal["seen", "own"]
    seen: Text
    where: Text | Literal[""] = ""


class _SourcesFile(Table, frozen=True):
    sources: Annotated[tuple[Any, ...], Meta(min_length=1)]


class _LabelsTable(Table, frozen=True):
    good: Text
    limited: Text
    thumb: Text = field(name="rule-of-thumb")
    corrected: Text
    no_support: Text = field(name="no-support")
    articles: Text


class _AboutFile(Table, frozen=True):
    what: Text
    what_not: Text
    sign_off: Text
    limits: Text
    labels: _LabelsTable


def file_of(topic: str) -> str:
    """The name of the file that holds a topic."""
    return f"{'-'.join(re.findall('[a-z]+', topic.lower()))}.toml"


def load_guide(assets: Path | None = None) -> Guide:
    """The guide in the assets folder of this installation, unless another is given.

    Never raises for what is in the files: an entry that cannot be read is left out, a file that
    cannot be read takes its topic's entries with it, and ``troubles`` says so.
    """
    return _Reading(assets or assets_folder()).guide()


class _Reading:
    """One reading of the folder, and what went wrong in it."""

    def __init__(self, assets: Path) -> None:
        self._assets = assets
        self._folder = assets / "guide"
        self._troubles: list[str] = []
        self._seen: dict[str, str] = {}  # every id, its file; those of entries left out, too
        self._lost = False  # entries of a file that cannot be read: nobody knows which

    def guide(self) -> Guide:
        about, sources, cards = self._about(), self._sources(), self._cards()
        topics = [self._topic(name, cards) for name in TOPICS]
        for topic in topics:
            for entry in topic.entries:
                self._check(entry, file_of(topic.name), sources)
        return Guide(about, topics, sources, cards, self._troubles)

    def _file(self, name: str, shape: type[_ShapeT]) -> _ShapeT | None:
        try:
            return read(self._folder / name, shape)
        except ContentError as error:
            self._troubles.append(f"guide/{error}")
            return None

    def _each(
        self, name: str, key: str, rows: Iterable[Any], shape: type[_ShapeT]
    ) -> Iterator[tuple[str, _ShapeT]]:
        """The rows that can be read, each with its place in the file."""
        for index, row in enumerate(rows):
            place = f"$.{key}[{index}]"
            if isinstance(row, Mapping):
                self._seen.setdefault(str(row.get("id")), "")
            try:
                yield place, msgspec.convert(row, shape)
            except msgspec.ValidationError as error:
                said = plainly(str(error), row).removeprefix("$")
                self._troubles.append(f"guide/{name}: {place}{said}")

    def _about(self) -> About | None:
        file = self._file(ABOUT, _AboutFile)
        if file is None:
            return None
        labels = dict(zip(Label, asdict(file.labels).values(), strict=True))
        return About(file.what, file.what_not, file.sign_off, file.limits, labels)

    def _sources(self) -> dict[str, Source]:
        file = self._file(SOURCES, _SourcesFile)
        rows = self._each(SOURCES, "sources", file.sources if file else (), _SourceTable)
        return {
            row.id: Source(row.id, row.citation, row.status == "seen", row.seen, row.where)
            for _, row in rows
        }

    def _cards(self) -> Mapping[str, Card]:
        try:
            return load_safety(self._assets).cards
        except ContentError as error:
            self._troubles.append(f"safety/{error}")
            return {}

    def _topic(self, name: str, cards: Mapping[str, Card]) -> Topic:
        called = file_of(name)
        file = self._file(called, _TopicFile)
        if file is None:
            self._lost = True
            return Topic(name, "")
        entries = []
        for place, row in self._each(called, "entries", file.entries, _EntryTable):
            try:
                entries.append(self._entry(row, name, called, place, cards))
            except ContentError as error:
                self._troubles.append(f"guide/{error}")
        return Topic(name, file.about, file.names, tuple(filter(None, entries)))

    def _entry(
        self, row: _EntryTable, topic: str, file: str, place: str, cards: Mapping[str, Card]
    ) -> Entry | None:
        """What a card says stands in ``cards.toml`` alone, and is taken from there."""
        if self._seen.get(row.id):
            raise fault(file, f"{place}.id", f"is {row.id} again; give it its own")
        self._seen[row.id] = file
        rank = Rank(**asdict(row.rank)) if row.rank else None
        entry = Entry(**asdict(row) | {"topic": topic, "rank": rank})
        if not row.card:
            for key in ("known", "do"):
                if not getattr(row, key):
                    raise fault(file, f"{place}.{key}", "is missing; add it")
            return entry
        if not cards:
            return None  # that they cannot be read is told once
        if row.card not in cards:
            what = f"is {row.card}, no card of {CARDS}; name another"
            raise fault(file, f"{place}.card", what)
        return _with_card(entry, cards[row.card])

    def _check(self, entry: Entry, file: str, sources: Mapping[str, Source]) -> None:
        """What an entry names and is not there is told; the entry itself stands."""
        for id in entry.sources:
            if sources and id not in sources:
                what = f"rests on {id}, which {SOURCES} lacks; add it there"
                self._troubles.append(f"guide/{fault(file, entry.id, what)}")
        for id in entry.related:
            if id not in self._seen and not self._lost:
                what = f"names {id} as related, no entry; name another"
                self._troubles.append(f"guide/{fault(file, entry.id, what)}")


def _with_card(entry: Entry, card: Card) -> Entry:
    return Entry(
        id=entry.id,
        topic=entry.topic,
        says=entry.says,
        known=card.signs,
        do=card.do,
        do_not=card.do_not,
        verdict=entry.verdict,
        grade=entry.grade,
        sources=tuple(dict.fromkeys((*card.sources, *entry.sources))),
        claims=entry.claims,
        related=entry.related,
        words=(card.condition, *entry.words),
        card=card.id,
        title=entry.title,
    )

"""The guide: what people say about calf cramps, what is known, what to do, how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from relief_tui.coach.safety import Card
from relief_tui.coach.search import Index
from relief_tui.coach.spelling import words_of
from relief_tui.coach.value import dataclass

TOPICS = (
    "Right now",
    "Why it happens",
    "Warm-up and mobility",
    "Technique and machine set-up",
    "Drinking and salt",
    "Food",
    "Programming and recovery",
    "Easier on the calf",
    "Every day",
    "At night",
    "When to get help",
    "Questions",
    "About the articles",
)
"""In the order in which a person would look for them."""


class Verdict(StrEnum):
    """What became of a claim: supported, in part, not supported, contradicted; or it is none."""

    SUP = "SUP"
    PART = "PART"
    UNS = "UNS"
    CON = "CON"
    NONE = "n/a"


class Grade(StrEnum):
    """The strength of the evidence behind a verdict: A reviews and trials, B controlled studies or
    consensus, C indirect, small or mixed, D none found."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    NONE = "-"


class Label(StrEnum):
    """How sure a line of advice is, in the words that are shown."""

    GOOD = "evidence: good"
    LIMITED = "evidence: limited"
    THUMB = "rule of thumb"
    CORRECTED = "corrected"
    NO_SUPPORT = "no support found"
    ARTICLES = "about the articles"

    @property
    def shape(self) -> str:
        """One character that tells labels apart without colour."""
        return _SHAPES[self]


_SHAPES = {
    Label.GOOD: "●",
    Label.LIMITED: "◐",
    Label.THUMB: "○",
    Label.CORRECTED: "↺",
    Label.NO_SUPPORT: "∅",
    Label.ARTICLES: "¶",
}
_GIVEN = {
    Verdict.CON: Label.CORRECTED,
    Verdict.UNS: Label.NO_SUPPORT,
    Verdict.NONE: Label.ARTICLES,
}
"""Verdicts that settle the label, whatever the grade."""


def label_of(verdict: Verdict, grade: Grade, sources: Sequence[str]) -> Label:
    """The label of what rests on ``sources`` (ids); the first rule that fits wins."""
    if verdict in _GIVEN:
        return _GIVEN[verdict]
    if grade in (Grade.D, Grade.NONE) or not sources:
        return Label.THUMB
    good = verdict is Verdict.SUP and grade in (Grade.A, Grade.B)
    return Label.GOOD if good else Label.LIMITED


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is known from. ``seen`` is what was read of it; where ``checked`` is False
    nothing was: it is general knowledge."""

    id: str
    citation: str
    checked: bool
    seen: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Rank:
    """How easy an exercise is on the calf, 1 being the easiest. ``after_cramp`` is None for what
    is not for the day of a cramp; ``why`` it has its place, in a sentence."""

    normal_day: int
    after_cramp: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to look up.

    ``sources`` and ``related`` are ids; ``claims`` the ids of what the two articles claim of it;
    ``words`` other words that people look for it by; ``card`` the id of the red-flag card it
    opens.
    """

    id: str
    topic: str
    says: str
    known: str
    do: str
    verdict: Verdict
    grade: Grade
    sources: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    numbers: str = ""
    do_not: str = ""
    card: str = ""
    rank: Rank | None = None
    title: str = ""

    @property
    def name(self) -> str:
        """A short name, as people would say it; the id in words where that will do."""
        return self.title or self.id.replace("-", " ").capitalize()

    @property
    def label(self) -> Label:
        """How sure it is."""
        return label_of(self.verdict, self.grade, self.sources)


@dataclass(frozen=True, slots=True)
class Topic:
    """Entries that belong together. ``names`` are other words for the topic."""

    name: str
    about: str
    names: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()

    def is_called(self, text: str) -> bool:
        """True if ``text`` names the topic, however it is written."""
        return words_of(text) in [words_of(name) for name in (self.name, *self.names)]


@dataclass(frozen=True, slots=True)
class About:
    """The first page: what Relief is, what it is not, who has signed it off, what labels mean."""

    what: str
    what_not: str
    sign_off: str
    limits: str
    labels: Mapping[Label, str]


class Guide:
    """All there is to look up; ``entries`` are those of all topics, in order.

    ``troubles`` are plain lines about what could not be read; the rest stands.
    """

    def __init__(
        self,
        about: About | None,
        topics: Iterable[Topic],
        sources: Mapping[str, Source],
        cards: Mapping[str, Card],
        troubles: Iterable[str] = (),
    ) -> None:
        self.about = about
        self.topics = tuple(topics)
        self.sources = sources
        self.cards = cards
        self.troubles = tuple(troubles)
        self.entries = tuple(entry for topic in self.topics for entry in topic.entries)
        self._by_id = {entry.id: entry for entry in self.entries}
        self._index: Index[Entry] | None = None

    @property
    def index(self) -> Index[Entry]:
        """For searching, built on the first use."""
        if self._index is None:
            self._index = Index(self.entries)
        return self._index

    def search(self, text: str) -> tuple[Entry, ...]:
        """The entries that ``text`` may be about, best first."""
        return self.index.search(text)

    def entry(self, id: str) -> Entry | None:
        """The entry of this id; blanks do for its hyphens."""
        return self._by_id.get("-".join(id.lower().split()))

    def topic(self, text: str) -> Topic | None:
        """The topic that ``text`` names, however it is written."""
        return next((topic for topic in self.topics if topic.is_called(text)), None)

    def sources_of(self, entry: Entry) -> tuple[Source, ...]:
        """What ``entry`` rests on."""
        return tuple(self.sources[id] for id in entry.sources if id in self.sources)

    def related_to(self, entry: Entry) -> tuple[Entry, ...]:
        """What to read next."""
        return tuple(self._by_id[id] for id in entry.related if id in self._by_id)

    def card_of(self, entry: Entry) -> Card | None:
        """The red-flag card that ``entry`` opens."""
        return self.cards.get(entry.card)

    def variations(self, *, after_cramp: bool) -> tuple[Entry, ...]:
        """Exercises, the easiest on the calf first; ``after_cramp`` leaves out what is not for
        the day of a cramp."""
        ranked = [
            (place, entry)
            for entry in self.entries
            if entry.rank is not None
            and (place := entry.rank.after_cramp if after_cramp else entry.rank.normal_day)
        ]
        return tuple(entry for _, entry in sorted(ranked, key=lambda pair: pair[0]))

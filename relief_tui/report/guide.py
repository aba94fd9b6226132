"""The guide for the shell: its first page, a topic, an entry with its sources; or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from textwrap import TextWrapper

from relief_tui.coach.guide import Entry, Guide, Label, Source, Topic
from relief_tui.coach.restrictions import ruled_out
from relief_tui.coach.safety import Card
from relief_tui.coach.spelling import words_of
from relief_tui.report.variations import ORDER, Today, not_today

WIDEST = 88
"""Cells of a line: longer ones are hard to read."""
NARROWEST = 24
_INDENT = 11
"""Cells before what is said, known and done: room for their names."""
_BOLD, _DIM = "1", "2"
_COLOURS = {
    Label.GOOD: "32",
    Label.LIMITED: "36",
    Label.THUMB: "33",
    Label.CORRECTED: "35",
    Label.NO_SUPPORT: "31",
    Label.ARTICLES: _DIM,
}
DOUBTED = (Label.CORRECTED, Label.NO_SUPPORT)
"""What people say there, Relief would not say: it is quoted."""
_HOW = (
    "relief guide WORDS finds, for example: relief guide hot or cold. The name of a topic or of an "
    "entry shows that one."
)
_TIERS = {1: "emergency now", 2: "see someone today", 3: "book a visit", 4: "self-care"}


def as_json(entries: Iterable[Entry]) -> str:
    """The entries as one list, one a line; ASCII alone, so that no encoding trips over it."""
    lines = ",\n".join(json.dumps(_row(entry)) for entry in entries)
    return f"[\n{lines}\n]" if lines else "[]"


def _row(entry: Entry) -> dict[str, object]:
    rank = entry.rank
    return {
        "id": entry.id,
        "topic": entry.topic,
        "says": entry.says,
        "known": entry.known,
        "do": entry.do,
        "do_not": entry.do_not,
        "numbers": entry.numbers,
        "label": entry.label.value,
        "grade": entry.grade.value,
        "sources": list(entry.sources),
        "claims": list(entry.claims),
        "related": list(entry.related),
        "card": entry.card,
        "title": entry.name,
        "rank": rank and {"normal_day": rank.normal_day, "after_cramp": rank.after_cramp},
    }


class Page:
    """Pages of the guide as lines of at most ``width`` cells, escape codes only with ``colour``;
    with ``sources`` what an entry rests on is told in full, not by its id."""

    def __init__(self, guide: Guide, *, width: int, colour: bool, sources: bool = False) -> None:
        self._guide = guide
        self._cites = sources
        self._width = max(NARROWEST, min(WIDEST, width))
        self._colour = colour

    def first(self) -> str:
        """What the guide is and is not, its topics and labels, and how to go on."""
        parts = []
        if about := self._guide.about:
            parts += [self._wrap(about.what), self._wrap(about.what_not)]
            parts.append(self._strong(about.sign_off))
        parts.append("\n".join(self._topic_line(topic) for topic in self._guide.topics))
        parts.append("\n".join(self._label(label) for label in Label))
        parts.append(self._wrap(_HOW))
        return "\n\n".join(parts)

    def topic(self, topic: Topic, today: Today | None = None) -> str:
        """What the topic is about, and its entries as lines; exercises as they are ranked for
        ``today``, with the reasons, before the rest."""
        head = f"{self._strong(topic.name)}\n{self._wrap(topic.about)}"
        if today is None:
            return f"{head}\n\n{self.lines(topic.entries)}"
        rest = self.lines(entry for entry in topic.entries if not entry.rank)
        return "\n\n".join(part for part in (head, *self._ranking(topic, today), rest) if part)

    def lines(self, entries: Iterable[Entry]) -> str:
        """Each entry as a line: its label, what people say, its name."""
        return "\n".join(map(self._line, entries))

    def found(self, entries: Sequence[Entry]) -> str:
        """The first in full, the others as lines."""
        first, *others = entries
        parts = [self.entry(first)]
        if others:
            parts.append(f"{self._strong('More on this')}\n{self.lines(others)}")
        return "\n\n".join(parts)

    def entry(self, entry: Entry) -> str:
        """All of one entry, what to do first."""
        card = self._guide.card_of(entry)
        parts = [
            f"{self._strong(self._wrap(entry.name))}\n{self._under(entry)}",
            "\n".join(self._told(entry, card)),
        ]
        if entry.sources:
            parts.append(self._sources(entry))
        if related := self._guide.related_to(entry):
            parts.append(f"{self._strong('Read on')}\n{self.lines(related)}")
        return "\n\n".join(parts)

    def _under(self, entry: Entry) -> str:
        """Below the name: how sure it is, and where it stands."""
        label, place = self._label(entry.label), f"{entry.topic} · {entry.id}"
        fits = len(entry.label) + len(place) + 4 <= self._width
        return f"{label}{'  ' if fits else chr(10)}{self._dim(self._wrap(place))}"

    def _told(self, entry: Entry, card: Card | None) -> list[str]:
        not_for_you = ruled_out(entry.do)
        rows = [
            ("Card", f"{card.condition}: {_TIERS[card.tier]} ({card.id})" if card else ""),
            ("Signs", entry.known if card else ""),
            ("For you" if not_for_you else "Do", entry.do),
            ("Do not", entry.do_not),
            (who_says(entry), said(entry)),
            ("Known", "" if card else entry.known),
            ("Figures", entry.numbers),
            ("Calf", ranked_words(entry)),
        ]
        return [self._named(name, text) for name, text in rows if text]

    def _sources(self, entry: Entry) -> str:
        if not self._cites:
            ids = f"Sources    {', '.join(entry.sources)}  (--sources reads them)"
            return self._dim(self._wrap(ids, hang=_INDENT))
        known = {source.id: source for source in self._guide.sources_of(entry)}
        told = [self._strong(self._wrap("Sources, and what was read of them"))]
        for id in entry.sources:
            source = known.get(id)
            told.append(self._source(source) if source else f"{id}  (not in this guide)")
        return "\n".join(told)

    def _source(self, source: Source) -> str:
        where = f" ({source.where})" if source.where else ""
        read = "Read" if source.checked else "General knowledge, not checked"
        cited = self._wrap(f"{source.id:<4} {source.citation}{where}", hang=5)
        return f"{cited}\n{self._dim(self._wrap(f'{read}: {source.seen}', indent=5, hang=5))}"

    def _ranking(self, topic: Topic, today: Today) -> list[str]:
        """The exercises in the order for today: name, reason, how; then what is not for today."""
        ways = self._guide.variations(after_cramp=today.after_cramp)
        told = [f"{self._strong(today.title)}\n{self._wrap(today.why)}\n{self._wrap(ORDER)}"]
        for number, way in enumerate(ways, start=1):
            why = way.rank.why if way.rank else ""
            head = f"{self._strong(f'{number}  {way.name}')}  {self._label(way.label)}"
            told.append("\n".join([head, *(self._under_number(t) for t in (why, way.do))]))
        left = tuple(way for way in topic.entries if way.rank and way not in ways)
        return [*told, self._wrap(f"Not today: {not_today(left)}")] if left else told

    def _under_number(self, text: str) -> str:
        return self._wrap(text, indent=3, hang=3)

    def _topic_line(self, topic: Topic) -> str:
        wide = max(len(each.name) for each in self._guide.topics)
        if self._width < wide + 40:
            return f"{self._strong(topic.name)} ({len(topic.entries)})"
        text = f"{topic.name:<{wide}} {len(topic.entries):>4}  {topic.about}"
        return self._wrap(text, hang=wide + 7)

    def _line(self, entry: Entry) -> str:
        doubt = f"{entry.label}: " if entry.label in DOUBTED else ""
        return self._wrap(f"{entry.label.shape} {doubt}{said(entry)} [{entry.id}]", hang=2)

    def _named(self, name: str, text: str) -> str:
        told = self._wrap(f"{name:<{_INDENT}}{text}", hang=_INDENT)
        return f"{self._strong(told[: len(name)])}{told[len(name) :]}"

    def _label(self, label: Label) -> str:
        return self._styled(f"{label.shape} {label.value}", _COLOURS[label])

    def _wrap(self, text: str, *, indent: int = 0, hang: int = 0) -> str:
        wrapper = TextWrapper(
            self._width,
            initial_indent=" " * indent,
            subsequent_indent=" " * hang,
            break_on_hyphens=False,
        )
        return wrapper.fill(text)

    def _strong(self, text: str) -> str:
        return self._styled(text, _BOLD)

    def _dim(self, text: str) -> str:
        return self._styled(text, _DIM)

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._colour else text


def who_says(entry: Entry) -> str:
    """What stands before what people say: many an entry answers it with yes or no."""
    return "People ask" if entry.says.endswith("?") else "People say"


def said(entry: Entry) -> str:
    """What people say; in quotes where it is not what Relief would say, or not to this person."""
    quoted = entry.label in DOUBTED or (ruled_out(entry.do) and not entry.says.endswith("?"))
    return f"“{entry.says}”" if quoted else entry.says


def near(guide: Guide, text: str) -> list[str]:
    """Names of topics and words to look for, spelt much like ``text``."""
    names: dict[str, str] = {}
    for topic in guide.topics:
        names |= {" ".join(words_of(name)): topic.name for name in (topic.name, *topic.names)}
    for entry in guide.entries:
        for word in entry.words:
            names.setdefault(" ".join(words_of(word)), word)
    alike = get_close_matches(" ".join(words_of(text)[:6]), names, n=6, cutoff=0.6)
    return list(dict.fromkeys(names[name] for name in alike))[:4]


def ranked_words(entry: Entry) -> str:
    """How easy an exercise is on the calf, after a cramp and on a normal day."""
    if entry.rank is None:
        return ""
    after = entry.rank.after_cramp
    today = f"number {after} after a cramp" if after else "not on the day of a cramp"
    return f"{today}, number {entry.rank.normal_day} on a normal day (1 is the easiest on the calf)"

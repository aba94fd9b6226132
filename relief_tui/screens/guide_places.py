"""Where one is in the guide: the lines of the list, the marked one, and what is read of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from relief_tui.coach.guide import Entry, Guide, Label, Topic
from relief_tui.coach.value import dataclass
from relief_tui.report.guide import near
from relief_tui.report.variations import TODAY, Today
from relief_tui.screens.guide_pages import (
    FIRST,
    entry_page,
    first_page,
    line_of,
    related,
    sources_page,
    topic_page,
)
from relief_tui.widgets.guidelist import GuideLine
from relief_tui.widgets.guidepane import Page, Part

Aim: TypeAlias = Topic | Entry | None
"""What a line leads to; None is the first page."""
LEGEND = tuple(f"{label.shape} {label}" for label in Label)
UNSIGNED = "not signed off by a clinician"
NOTHING, OTHERS = "Nothing found.", "Fewer words, or others?"
TOPICS = "Topics (esc leads to them)"


@dataclass(frozen=True, slots=True)
class Place:
    """``aims`` are what the lines of the list lead to. ``reading``: the arrows are for the page;
    ``sources``: the page is that of the sources. ``searching``: the lines are what was found;
    where that is nothing, ``near`` are names spelt much like what was typed."""

    aims: tuple[Aim, ...]
    topic: Topic | None = None
    marked: int = 0
    reading: bool = False
    sources: bool = False
    searching: bool = False
    near: tuple[str, ...] = ()

    @property
    def aim(self) -> Aim:
        """What the marked line leads to."""
        return self.aims[self.marked] if self.aims else None

    @property
    def entry(self) -> Entry | None:
        """The marked entry."""
        return self.aim if isinstance(self.aim, Entry) else None

    @property
    def is_list(self) -> bool:
        """True where the marked line leads to another list."""
        return isinstance(self.aim, Topic) and self.aim is not self.topic

    def moved(self, by: int) -> Place:
        """Another line is marked."""
        last = max(0, len(self.aims) - 1)
        return replace(self, marked=max(0, min(last, self.marked + by)))


def near_words(place: Place) -> str:
    """What to try where nothing was found."""
    return f"Near it: {', '.join(place.near)}" if place.near else OTHERS


class Atlas:
    """Makes places and their pages for one guide on one day."""

    def __init__(self, guide: Guide, today: Today) -> None:
        self.guide = guide
        self._today = today
        self.start = Place((None, *guide.topics))

    def opened(self, place: Place) -> Place:
        """Where the marked line leads to: a list of entries, or its page."""
        if place.is_list and isinstance(place.aim, Topic):
            return self.topic(place.aim)
        return replace(place, reading=True)

    def topic(self, topic: Topic) -> Place:
        """The entries of a topic; exercises in the order for today, behind their ranking."""
        ranked = self.guide.variations(after_cramp=self._today.after_cramp)
        own = [entry for entry in ranked if entry.topic == topic.name]
        rest = [entry for entry in topic.entries if entry not in own]
        if not own:
            return Place(tuple(topic.entries), topic)
        plain = [entry for entry in rest if entry.rank is None]
        later = [entry for entry in rest if entry.rank is not None]
        return Place((topic, *plain, *own, *later), topic)

    def at(self, entry: Entry) -> Place:
        """An entry among those of its topic, to be read."""
        topic = next(each for each in self.guide.topics if each.name == entry.topic)
        place = self.topic(topic)
        return replace(place, marked=place.aims.index(entry), reading=True)

    def found(self, text: str, before: Place) -> Place:
        """What the words find, as a place of its own; without words that of ``before``."""
        if not text.strip():
            return replace(before, reading=False, sources=False, searching=True)
        found = self.guide.search(text)
        return Place(found, searching=True, near=() if found else tuple(near(self.guide, text)))

    def read(self, place: Place) -> Page:
        """The page of the marked line."""
        aim = place.aim
        if not place.aims:
            return self._nothing(place) if place.searching else Page("Nothing here.")
        if isinstance(aim, Topic):
            return topic_page(self.guide, aim, self._today)
        if aim is None:
            return first_page(self.guide)
        return sources_page(self.guide, aim) if place.sources else entry_page(self.guide, aim)

    def _nothing(self, place: Place) -> Page:
        return Page(
            NOTHING, parts=(Part("", near_words(place)), Part(TOPICS, "\n".join(self._topics)))
        )

    def nothing(self, place: Place) -> tuple[str, ...]:
        """That nothing was found, what is near it, and what there is to read."""
        return (NOTHING, near_words(place), "", f"{TOPICS}:", f"{' · '.join(self._topics)}.")

    @property
    def _topics(self) -> tuple[str, ...]:
        return tuple(topic.name for topic in self.guide.topics)

    def onward(self, place: Place) -> tuple[Entry, ...]:
        """What the numbers of the page lead to."""
        aim = place.aim
        if isinstance(aim, Entry):
            return () if place.sources else related(self.guide, aim)
        if isinstance(aim, Topic) and any(entry.rank for entry in aim.entries):
            return self.guide.variations(after_cramp=self._today.after_cramp)
        return ()

    def lines(self, place: Place) -> tuple[GuideLine, ...]:
        """The lines of the list."""
        return tuple(self._lines(place.aims, place.topic))

    def _lines(self, aims: Iterable[Aim], topic: Topic | None) -> Iterable[GuideLine]:
        for aim in aims:
            if aim is None:
                yield GuideLine("", FIRST, self.guide.about.sign_off if self.guide.about else "")
            elif isinstance(aim, Entry):
                yield line_of(aim)
            elif aim is topic:
                yield GuideLine("", TODAY, self._today.why)
            else:
                yield GuideLine("", aim.name, aim.about)

    def told(self, place: Place, room: str, *, typed: str, fresh: bool) -> tuple[str, str, str]:
        """What stands above: where one is, how much was found, who has signed it off. ``fresh``:
        nothing was opened yet; where there is no room for a title, it is said there."""
        where = place.topic.name if place.topic else "found" if place.searching else ""
        found = f"{len(place.aims)} found" if place.searching and typed else ""
        if fresh and room in ("tiny", "xs"):
            found = UNSIGNED
        about = self.guide.about
        signed = about.sign_off if about and room in ("m", "l", "xl") else UNSIGNED
        return where, found, signed

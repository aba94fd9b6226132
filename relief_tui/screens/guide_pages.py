"""The pages of the guide: what is read of a topic, of an entry, of its sources."""

from __future__ import annotations

from collections.abc import Sequence

from relief_tui.coach.guide import Entry, Guide, Label, Source, Topic
from relief_tui.coach.redflags import GET_HELP, Deck
from relief_tui.coach.restrictions import ruled_out
from relief_tui.report.guide import DOUBTED, ranked_words, said, who_says
from relief_tui.report.variations import EASIEST_FIRST, ORDER, Today, not_today
from relief_tui.widgets.guidelist import GuideLine
from relief_tui.widgets.guidepane import MOST_JUMPS, Jump, Page, Part

FIRST = "What this is, and is not"
_NO_ENTRIES = "Nothing of it can be read here; the shell says why: relief guide."


def line_of(entry: Entry) -> GuideLine:
    """An entry in a list."""
    return GuideLine(entry.label.shape, entry.name, said(entry))


def first_page(guide: Guide) -> Page:
    """What the guide is, what it is not, who has signed it off, what its labels mean."""
    about = guide.about
    legend = Part("", "\n".join(f"{label.shape} {label.value}" for label in Label), dim=True)
    if about is None:
        return Page("The guide", parts=(*_troubles(guide), legend))
    means = "\n".join(f"{label.shape} {label}: {about.labels[label]}" for label in Label)
    return Page(
        "What people say, what is known, what to do",
        about.sign_off,
        (
            Part("What this is", about.what),
            Part("What it is not", about.what_not),
            Part("How sure it is", about.limits),
            Part("Labels", means),
            *_troubles(guide),
        ),
    )


def _troubles(guide: Guide) -> tuple[Part, ...]:
    return (Part("Not all could be read", "\n".join(guide.troubles)),) if guide.troubles else ()


def topic_page(guide: Guide, topic: Topic, today: Today) -> Page:
    """What a topic is about, and what stands in it; exercises in the order for today."""
    if any(entry.rank for entry in topic.entries):
        return _ranking(guide, topic, today)
    names = "\n".join(f"{each.label.shape} {each.name}" for each in topic.entries)
    parts = (Part(f"{len(topic.entries)} entries", f"\n{names}"),)
    return Page(topic.name, topic.about, parts if topic.entries else (Part("", _NO_ENTRIES),))


def _ranking(guide: Guide, topic: Topic, today: Today) -> Page:
    ways = guide.variations(after_cramp=today.after_cramp)[:MOST_JUMPS]
    why = [
        Part(f"{number}  {way.name}", f"{way.rank.why if way.rank else ''}\n{way.do}")
        for number, way in enumerate(ways, start=1)
    ]
    left = not_today(tuple(way for way in topic.entries if way.rank and way not in ways))
    last = (Part("Not today", left),) if left else ()
    order = Part("", ORDER, dim=True)
    return Page(today.title, today.why, (order, *why, *last), EASIEST_FIRST, _jumps(ways))


def entry_page(guide: Guide, entry: Entry) -> Page:
    """All of one entry but its sources, which are one key away."""
    card = guide.card_of(entry)
    deck = Deck((card,), browsed=True) if card else None
    not_for_you = ruled_out(entry.do)
    rows = [
        ("For you", entry.do if not_for_you else ""),
        (who_says(entry), said(entry)),
        ("Signs", entry.known if card else ""),
        ("DO" if card else "Do", "" if not_for_you else entry.do),
        ("DO NOT", entry.do_not),
        ("What is known", "" if card else entry.known),
        ("Numbers", entry.numbers),
        ("Easy on the calf", ranked_words(entry)),
    ]
    parts = [
        Part(name, text, dim=text == said(entry) and entry.label in DOUBTED)
        for name, text in rows
        if text
    ]
    ids = ", ".join(entry.sources)
    rests = f"Sources {ids} (s reads them)" if ids else "No source: see its label"
    parts.append(Part("", rests, dim=True))
    return Page(
        "" if deck else entry.name,
        f"{entry.label.shape} {entry.label}",
        tuple(parts),
        jumps=_jumps(related(guide, entry)),
        help=f"{GET_HELP} · {deck.title}" if deck else "",
        call=deck.call if deck else "",
    )


def related(guide: Guide, entry: Entry) -> tuple[Entry, ...]:
    """What to read next, as many as there are numbers."""
    return guide.related_to(entry)[:MOST_JUMPS]


def _jumps(entries: Sequence[Entry]) -> tuple[Jump, ...]:
    return tuple(Jump(entry.label.shape, entry.name) for entry in entries)


def sources_page(guide: Guide, entry: Entry) -> Page:
    """What an entry rests on, and what was read of it."""
    known = {source.id: source for source in guide.sources_of(entry)}
    parts = [_source(id, known.get(id)) for id in entry.sources]
    return Page(
        f"Sources of: {entry.name}",
        f"{entry.label.shape} {entry.label}",
        tuple(parts) or (Part("", "None: a rule of thumb, or about the articles alone."),),
    )


def _source(id: str, source: Source | None) -> Part:
    if source is None:
        return Part(id, "not in this guide")
    read = "Read" if source.checked else "General knowledge, not checked"
    where = f" ({source.where})" if source.where else ""
    return Part(id, f"{source.citation}{where}\n{read}: {source.seen}")

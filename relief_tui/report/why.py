"""Why it cramped: an episode, what speaks for each cause, the one change to try."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from relief_tui.coach.causes import (
    Answers,
    Asked,
    Cause,
    Circumstances,
    Finding,
    Why,
    explain,
    signs,
)
from relief_tui.coach.guide import Label
from relief_tui.coach.profile import Profile
from relief_tui.coach.step import counted
from relief_tui.coach.value import dataclass
from relief_tui.journal.circumstances import Past
from relief_tui.journal.cramps import Episode
from relief_tui.report.recent import leg_of
from relief_tui.report.text import day_and_time, minutes, visible

if TYPE_CHECKING:
    from relief_tui.content.causes import Causes

NO_EPISODE = "No cramp is written down yet: after the first one it says here what speaks for what."
TOO_LITTLE = "Too little is known to say. The usual first change all the same:"
NOTHING_SPEAKS = "Nothing known speaks for it here."
NOTHING_SPEAKS_FOR = "Nothing known speaks here for:"
NOTHING_SAID = Profile()
NO_CERTAINTY = "Signs are counted here; nothing of it is certain."
MOST_EARLIER = 10
"""How many of the cramps before are looked at."""


@dataclass(frozen=True, slots=True)
class WhyValue:
    """All that can be said of ``episode``. ``open`` are the questions that were not answered;
    ``lines`` what to say to this person beside it; ``trying`` is the id of the cause whose change
    is being tried, empty without one."""

    episode: Episode
    known: Circumstances
    answers: Answers
    why: Why
    open: tuple[Asked, ...]
    lines: tuple[str, ...] = ()
    trying: str = ""

    @property
    def tried(self) -> bool:
        """True if the one change is being tried already."""
        return self.trying == self.why.change.id


def told_episodes(past: Past) -> tuple[Episode, ...]:
    """The cramps that somebody can be asked about, the newest first."""
    return tuple(filter(_told, reversed(past.cramps)))


def _told(episode: Episode) -> bool:
    return episode.outcome != "unanswered"


def why_value(
    past: Past,
    episode: Episode,
    causes: Causes,
    profile: Profile = NOTHING_SAID,
    trying: str = "",
) -> WhyValue:
    """What can be said of ``episode``, beside the episodes before it."""
    names = {question.name for question in causes.questions}
    known, answers = past.known(episode), past.answers(episode, names)
    if profile.fluid_restriction:
        known = replace(known, drinks=None)
    earlier = [one for one in past.before(episode) if _told(one)][:MOST_EARLIER]
    here, *before = (
        signs(circumstances, given, causes.questions)
        for circumstances, given in (
            (known, answers),
            *((past.known(one), past.answers(one, names)) for one in earlier),
        )
    )
    return WhyValue(
        episode,
        known,
        answers,
        explain(causes.causes, here, before),
        tuple(each for each in causes.questions if each.name not in answers),
        profile.lines,
        trying,
    )


def label_words(cause: Cause) -> str:
    """The label of a cause: its shape and its words."""
    return f"{Label(cause.evidence).shape} {cause.evidence}"


def earlier_words(finding: Finding, of: int) -> str:
    """In how many of the cramps before something spoke for it; empty for none."""
    return f"Spoke before: in {finding.earlier} of {of} cramps." if finding.earlier else ""


def known_words(known: Circumstances) -> tuple[str, ...]:
    """What the journal knows of the circumstances, in a few words each."""
    said = []
    if known.exercise or known.machine:
        said.append(visible(known.exercise or f"{known.machine} machine"))
    if known.load is not None:
        change = f", {known.heavier:+d} % to your last cramp there" if known.heavier else ""
        said.append(f"{known.load}{change}")
    if known.minutes_in is not None:
        said.append(f"{known.minutes_in} min into the training")
    if known.cramp_no > 1:
        said.append(f"cramp {known.cramp_no} of it")
    if known.warmed_up is not None:
        said.append("warm-up done" if known.warmed_up else "no warm-up noted")
    if known.drinks is not None:
        said.append(f"{counted(known.drinks, 'drink')} noted")
    return tuple(said)


def episode_words(episode: Episode) -> str:
    """``Mon 2 Nov 18:30, left calf, let go in 0:41``."""
    span = minutes(episode.time_to_relief_s)
    how = f"let go in {span}" if episode.time_to_relief_s is not None else episode.outcome
    return f"{day_and_time(episode.at)}, {leg_of(episode)}, {how}"


def as_json(value: WhyValue | None) -> str:
    """One document; null where there is no episode."""
    return json.dumps(_document(value) if value else None, ensure_ascii=False)


def as_text(value: WhyValue, *, width: int, asks: bool = True) -> str:
    """For a person, in lines of at most ``width`` characters; with ``asks`` the open questions."""
    return "\n".join(
        piece
        for line in (*_lines(value), *(_open(value) if asks else ()))
        for piece in (wrap(line, width, subsequent_indent=_indent(line)) or [""])
    )


def _lines(value: WhyValue) -> Iterator[str]:
    why = value.why
    yield f"Why did it cramp? {episode_words(value.episode)}"
    yield f"Known: {' · '.join(known_words(value.known)) or 'nothing of the circumstances'}"
    for finding in why.findings:
        cause = finding.cause
        if _unspoken(finding, why):
            continue
        yield ""
        yield f"{cause.title}   {label_words(cause)}"
        yield f"  {cause.known}"
        for words in finding.speaks or (NOTHING_SPEAKS,):
            yield f"  - {words}"
        if why.of:
            yield f"  {earlier_words(finding, why.of)}"
    if unspoken := [each.cause for each in why.findings if _unspoken(each, why)]:
        yield ""
        titles = ", ".join(f"{cause.title[:1].lower()}{cause.title[1:]}" for cause in unspoken)
        yield f"{NOTHING_SPEAKS_FOR} {titles}."
    yield ""
    yield TOO_LITTLE if why.too_little else "One change to try:"
    yield f"  {why.change.change}   (relief guide {why.change.entry})"
    tried = next((f.cause for f in why.findings if f.cause.id == value.trying), None)
    if tried is not None:
        yield f"Being tried: {tried.short}"
    yield from value.lines
    yield NO_CERTAINTY


def _unspoken(finding: Finding, why: Why) -> bool:
    """True where nothing speaks for a cause, now or before, and nothing is to change for it."""
    return not (finding.speaks or finding.earlier or finding.cause == why.change)


def _open(value: WhyValue) -> Iterator[str]:
    for question in value.open:
        lines = " · ".join(f"{n} {line}" for n, line in enumerate(question.lines, start=1))
        yield f"Not asked yet: {question.title} {lines} · 0 not sure"
    if value.open and not value.answers:  # the command answers all of them
        yield "Answer them in this order: relief why --answers N,N,…"


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" -")))


def _document(value: WhyValue) -> dict[str, Any]:
    why, episode, known = value.why, value.episode, value.known
    return {
        "episode": {"at": episode.at, "run": episode.run, "side": episode.side},
        "known": {
            "machine": known.machine,
            "exercise": known.exercise,
            "load": _load(known.load),
            "before": _load(known.before),
            "minutes_in": known.minutes_in,
            "cramp_no": known.cramp_no,
            "warmed_up": known.warmed_up,
            "drinks": known.drinks,
        },
        "answers": dict(value.answers),
        "causes": [
            {
                "id": finding.cause.id,
                "title": finding.cause.title,
                "label": finding.cause.evidence,
                "speaks": list(finding.speaks),
                "earlier": finding.earlier,
                "of": why.of,
                "change": finding.cause.change,
                "entry": finding.cause.entry,
            }
            for finding in why.findings
        ],
        "change": why.change.id,
        "too_little": why.too_little,
        "trying": value.trying or None,
        "open": [question.name for question in value.open],
    }


def _load(load: Any) -> dict[str, Any] | None:
    return {"value": load.value, "unit": load.unit} if load else None

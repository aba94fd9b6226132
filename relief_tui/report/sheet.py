"""One page for each thing that happened: all that the journal holds of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from relief_tui.coach.causes import Asked as CauseAsked
from relief_tui.coach.event import Advised, Answered, Flagged, SetDone
from relief_tui.coach.safety import OpenFlag
from relief_tui.coach.step import clock_words, counted
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import counting, was
from relief_tui.journal.diary import Group, Told
from relief_tui.journal.entry import Entry
from relief_tui.journal.timeline import Moment, timeline
from relief_tui.report.recent import day_words
from relief_tui.report.text import LONGEST_TEXT, visible
from relief_tui.report.told import (
    OTHERS,
    head_of,
    joined,
    kind_of,
    line_of,
    load_words,
    set_words,
    sets_lines,
    sets_of,
    span_words,
    where_words,
)
from relief_tui.services import Services


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title, a line under it, and parts, each with its name; lines of a part end with ``\\n``."""

    title: str
    under: str = ""
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by its words and its lines, which are numbered from 1; ``none`` is 0."""

    title: str
    lines: tuple[str, ...] = ()
    none: str = "none"


class Sheets:
    """Makes the pages. ``services`` know the words of the questions and of the red flags; ``flags``
    tells which of those are open."""

    def __init__(self, services: Services, flags: Callable[[], Iterable[OpenFlag]]) -> None:
        self._services = services
        self._flags_open = flags

    def of(self, told: Told, entries: Iterable[Entry]) -> Sheet:
        """The page of what happened; ``entries`` are those of its run."""
        known = list(entries)
        words, more = kind_of(told).words(told)
        parts = tuple(part for part in self._parts(told, known, more) if part[1])
        at = datetime.fromisoformat(told.at)
        under = joined(f"{day_words(at)} {at.year} {at:%H:%M}", "" if told.ended else "not ended")
        return Sheet(f"{words[:1].upper()}{words[1:]}", under, parts)

    def _parts(self, told: Told, entries: list[Entry], more: str) -> Iterator[tuple[str, str]]:
        moments = timeline(entries, told.run) if told.run else ()
        cramp = told.cramp
        if told.undone_by:
            yield "Deleted", "It counts for nothing any more."
        if cramp is not None:
            yield "Where", where_words(cramp) or "not known"
            yield "How bad", joined(str(cramp.band or "not told"), _holds(cramp.holds))
        elif told.plan != "workout":  # its sets are told below
            yield "", more
        yield "Lower the weight", _advice(moments)
        yield "Sets", "\n".join(sets_lines(sets_of(told)))
        yield "Red flags", "\n".join(self._flags(told))
        yield "Note", visible(told.note, LONGEST_TEXT)
        yield "Why", "\n".join(self._why(moments))
        yield "Corrected", "\n".join(_corrections(entries))
        yield "From its start", "\n".join(self._moments(told, moments))
        if kind_of(told).name == OTHERS:
            yield "What it says", "\n".join(_plain(told))

    def _flags(self, told: Told) -> Iterator[str]:
        cards = self._services.script.safety.cards
        still = {(flag.card, flag.side) for flag in self._flags_open()}
        for entry in told.entries:
            event = entry.event if entry.kind == Flagged.kind else None
            if isinstance(event, Flagged):
                name = cards[event.card].condition if event.card in cards else visible(event.card)
                word = "open" if (event.card, event.side) in still else "cleared"
                yield f"{name}: {word}"

    def _why(self, moments: Iterable[Moment]) -> Iterator[str]:
        """The answers about the causes, the last of each."""
        asked = {each.name: Asked(each.title, each.lines, "not sure") for each in self._causes}
        said = (moment.event for moment in moments)
        answers = {e.question: e.answer for e in said if isinstance(e, Answered)}
        for name, question in asked.items():
            if name in answers:
                yield _answer(question, answers[name])

    @property
    def _causes(self) -> tuple[CauseAsked, ...]:
        return self._services.causes.questions

    def _moments(self, told: Told, moments: Iterable[Moment]) -> Iterator[str]:
        for moment in moments:
            steps = told.plan in ("warmup", "workout")  # what is done in them is told by itself
            lines = steps and moment.kind == "step_began"
            if words := "" if lines else self._words(moment):
                yield f"{clock_words(moment.t_s):>5}  {words}"

    def _words(self, moment: Moment) -> str:
        if isinstance(moment.event, Answered):
            return self._answered(moment.event)
        if moment.kind in _MADE:
            return _MADE[moment.kind](moment.data)
        return _FIXED.get(moment.kind, joined(visible(moment.kind), _fields(moment.data)))

    def _answered(self, event: Answered) -> str:
        if event.question in {each.name for each in self._causes}:
            return ""
        if event.question == "check":
            return visible(str(event.answer))
        asked = self._questions.get(event.question)
        return _answer(asked or Asked(visible(event.question)), event.answer)

    @property
    def _questions(self) -> Mapping[str, Asked]:
        """What a relief asks beside *How is it?*."""
        words, after = self._services.script.words, self._services.script.after
        none, any_of = words.none_of_these, words.any_of_these
        plan = after.plan
        return {
            "pain": Asked(words.pain),
            "screen": Asked(any_of, words.screen, none),
            "tear": Asked(any_of, words.tear, none),
            "multi": Asked(any_of, words.multi, none),
            "green": Asked(after.green.title, after.green.lines, after.green.none),
            "swap": Asked(after.swap.title, after.swap.lines, after.swap.none),
            "plan": Asked(
                plan.title, (plan.lighter, plan.recovery, plan.swap, plan.twitch), plan.none
            ),
        }


def group_sheet(group: Group, now: datetime) -> Sheet:
    """The page of a training, or of a day: its lines, with all that else stands beside them."""
    name, count = head_of(group, now)
    shapes = (f"{kind_of(told).shape} {_one_line(told)}" for told in group.told)
    return Sheet(
        name, joined(span_words(group) if group.training else "", count), (("", "\n".join(shapes)),)
    )


def as_text(sheet: Sheet) -> str:
    """The page as lines for the shell."""
    lines = [sheet.title, sheet.under, ""]
    for name, text in sheet.parts:
        pieces = text.split("\n")
        if name and pieces == [text.lstrip()]:
            lines.append(f"{name}: {text}")
        else:
            lines += [f"{name}:"] * bool(name) + [f"  {piece}" for piece in pieces]
    return "\n".join(lines)


def _one_line(told: Told) -> str:
    return joined(*line_of(told))


def _holds(holds: int) -> str:
    return counted(holds, "hold")


def _advice(moments: Iterable[Moment]) -> str:
    """The last advice: ``45 → 35 kg (rule of thumb)`` and why."""
    said = [moment.event for moment in moments if isinstance(moment.event, Advised)]
    if not said:
        return ""
    last = said[-1]
    before, after = last.load_before, last.load_after
    change = f"{before or 'load not known'} → {after or 'none'}" if before or after else ""
    return joined(change, f"{visible(last.reason)} ({visible(last.evidence)})")


def _corrections(entries: list[Entry]) -> Iterator[str]:
    """What was written at first where it was corrected since."""
    written = {entry.id: entry for entry in entries}
    number = 0
    for told in counting(entries, deleted=True):
        number += told.kind == SetDone.kind
        of = f"set {number}: " if told.kind == SetDone.kind else ""
        for name, value in was(written[told.id], told).items():
            words = load_words(value) if name == "load" else visible(str(value or ""))
            yield f"{of}{'leg' if name == 'side' else name} was {words or 'not known'}"


def _answer(asked: Asked, answer: str | int) -> str:
    if isinstance(answer, int) and asked.lines:
        fits = 0 < answer <= len(asked.lines)
        answer = asked.lines[answer - 1] if fits else asked.none
    title = asked.title if asked.title.endswith("?") else f"{asked.title}:"
    return f"{title} {visible(str(answer))}"


def _step(data: Mapping[str, Any]) -> str:
    side = visible(str(data.get("side") or "")).upper()
    return f"{visible(str(data.get('phase', '')))} {side}".strip()


def _fields(data: Mapping[str, Any]) -> str:
    return joined(*(f"{visible(str(name))} {visible(str(value))}" for name, value in data.items()))


def _plain(told: Told) -> Iterator[str]:
    for entry in told.entries:
        yield joined(visible(entry.kind), _fields(entry.data))


def _ended(data: Mapping[str, Any]) -> str:
    outcome = str(data.get("outcome") or "gone")
    return "the end" if outcome == "gone" else visible(outcome)


def _line(data: Mapping[str, Any]) -> str:
    name = visible(str(data.get("name") or f"line {data['step']}"))
    return joined(name, str(data.get("side") or ""), str(data["result"]))


_MADE: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "step_began": _step,
    "hold_done": lambda data: f"held {data['seconds']:.0f} s",
    "warmup_step": _line,
    "set_done": lambda data: set_words(dict(data)),
    "relief_ended": _ended,
    "recovery_ended": _ended,
    "warmup_ended": _ended,
    "workout_ended": _ended,
}
_FIXED = {
    "paused": "paused",
    "resumed": "went on",
    "drank": "drank",
    "snoozed": "reminder put off",
    "flagged": "red flag",
    "flag_cleared": "red flag cleared",
    **dict.fromkeys(("relief_began", "warmup_began", "recovery_began", "workout_began"), ""),
    **dict.fromkeys(("advised", "noted", "corrected", "undone"), ""),
}
"""A row for each kind of moment, here or above; without words it has no line."""

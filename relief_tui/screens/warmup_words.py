"""A routine that runs, in words: its band, its status row, its cue."""

from __future__ import annotations

from textual.content import Content

from relief_tui.coach.checklist import Checklist, Mark
from relief_tui.coach.step import Phase, Side, clock_words, reps_words, side_word
from relief_tui.coach.view import View
from relief_tui.screens.beat_words import beat_band
from relief_tui.widgets.band import BandValue
from relief_tui.widgets.checklist import CHOSEN, fitted

_SMALL = ("tiny", "xs", "s")
_ONE_CUE = (*_SMALL, "m")
"""Windows with room for one cue at a time."""


def band(view: View, shape: str) -> BandValue:
    """What is done and the leg; of a line by tempo its part and the repetition."""
    if view.beat is not None:
        return beat_band(view.beat, shape, before=f"{view.line} · ")
    left = view.title
    right = "" if view.side in (None, Side.BOTH) else side_word(view.side)
    plain = f"{line(view)} · {left}"
    short = left.split()[-1:] + right.split()[-1:]
    return BandValue(shape, left, right, plain, (short[0], short[-1] if right else ""))


def passed_over(view: View) -> frozenset[int]:
    """The lines that were skipped or left out."""
    lines = view.checklist.lines if view.checklist else ()
    marks = (Mark.SKIPPED, Mark.OFF)
    return frozenset(index for index, line in enumerate(lines) if line.mark in marks)


def line(view: View) -> str:
    """The phase line; of a line that waits for a key its repetitions."""
    reps = view.checklist.reps if view.checklist else 0
    return f"{view.words} {reps_words(reps)}" if reps else view.line


def status(view: View, room: str) -> str:
    """The phase line, the beat, and what is done."""
    small = room in _SMALL
    parts = [line(view)]
    if view.paused:
        parts.append("paused")
    if view.beat is not None:
        beat = view.beat
        parts += [f"{beat.word} {beat.seconds}", f"rep {beat.rep} of {beat.reps}"]
    name = view.title if small and view.beat is not None else view.position
    if view.phase is not Phase.WORK and view.side not in (None, Side.BOTH):
        name = f"{name} {side_word(view.side)}"
    return " · ".join([*parts, name])


def status_right(view: View, checklist: Checklist, room: str) -> str:
    """The routine, its length, and how much of it is left."""
    left = f"{clock_words(view.left_s or 0)} left"
    narrow = room in _SMALL or (room == "m" and view.beat is not None)
    return left if narrow else f"{checklist.title}   {left}"


def cue(view: View, checklist: Checklist, room: str, *, cols: int, chosen: int | None) -> Content:
    """What to do: all of it, or one cue after the other where there is room for one; then what
    comes next, always in one line."""
    lines = [Content.styled(words, "bold") for words in _first(view, checklist, room, chosen)]
    if room in ("l", "xl") and chosen is None and not (view.paused or view.away_words):
        lines += [Content(words) for words in view.cues[len(lines) - bool(checklist.reps) :]]
    if view.next and room != "tiny":
        words = f"next: {view.next}"
        lines.append(Content.styled(fitted(words, min(len(words), cols)).rstrip(), "dim"))
    return Content("\n").join(lines)


def _first(view: View, checklist: Checklist, room: str, chosen: int | None) -> list[str]:
    """What matters most now."""
    if chosen is not None:
        return [f"{CHOSEN} {checklist.lines[chosen].name}: ENTER start here · v done"]
    if view.pause_words:
        return [view.pause_words]
    if checklist.reps:
        then = f"{reps_words(checklist.reps)}, then SPACE"
        return [then, *view.cues[:1]] if room == "m" else [then]
    if not view.cues:
        return []
    turns = view.phase is Phase.WORK and room in _ONE_CUE
    at = min(len(view.cues) - 1, int(view.done * len(view.cues))) if turns else 0
    return [view.cues[at]]

"""A view in words: what stands in the band, the status row, the cue and the notes of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from relief_tui.coach.plan import Note
from relief_tui.coach.step import Phase, Tone, clock_words, side_word
from relief_tui.coach.view import View
from relief_tui.firstcue import lines_in
from relief_tui.screens import warmup_words
from relief_tui.screens.beat_words import beat_band
from relief_tui.widgets.band import BandValue
from relief_tui.widgets.lighter import RULE_OF_THUMB, with_label

if TYPE_CHECKING:  # no relief has to wait for it
    from relief_tui.screens.workout_words import SetWords

TROUBLED = "Journal trouble: told at home."
"""Where there is no room for what is wrong beside the digits."""
_MINUTES_FROM_S = 100
"""From here on digits are shown as minutes and seconds."""
_SHAPES = {
    Tone.READY: "ready",
    Tone.EASE_OUT: "ease_out",
    Tone.HOLD: "hold",
    Tone.RELEASE: "release",
    Tone.CHECK: "check",
    Tone.REST: "rest",
    Tone.DANGER: "danger",
}
_WAITS = (Phase.WAITING, Phase.PLAN)
"""Phases that only wait for an answer."""
_EVERY_LINE = (Phase.START, Phase.EASE_OUT, Phase.POSITION)
"""Phases in which every line must be read at once."""


def set_words(view: View) -> SetWords | None:
    """What is said of a workout; None where the run is none, or over."""
    if view.workout is None:
        return None
    from relief_tui.screens.workout_words import SetWords

    return SetWords(view, view.workout)


def band(view: View, *, showing_digits: bool) -> BandValue:
    """Phase at the left; the leg at the right, or the time where no digits are shown."""
    if view.ending is not None:
        word, score = view.ending.word, view.ending.score
        return BandValue("rest", word, score, f"{word} {score}".strip())
    shape = "paused" if view.paused else _SHAPES[view.phase.tone]
    if (sets := set_words(view)) is not None:
        return sets.band(shape)
    if view.checklist is not None:
        return warmup_words.band(view, shape)
    if view.beat is not None:
        return beat_band(view.beat, shape)
    word = view.phase.word
    if view.checking:
        shape = "" if not view.paused else shape
    right = side_word(view.side) if view.phase.carries_side else ""
    if not right and not showing_digits and view.phase not in _WAITS:
        right = clock_words(view.seconds)
    if view.phase is Phase.PLAN and view.lighter is not None:
        return BandValue(shape, word, right, f"{word} {view.lighter.words}")
    return BandValue(shape, word, right, view.line)


def status(view: View, *, saved: bool, room: str = "m") -> str:
    """The phase line, and the position or the beat; at the end whether the journal has it all."""
    if view.ending is not None:
        word = view.ending.word
        return f"{word} · Log saved." if saved else word
    if (sets := set_words(view)) is not None:
        return sets.status(room)
    if view.checklist is not None:
        return warmup_words.status(view, room)
    line = view.line
    if view.phase is Phase.PLAN and view.lighter is not None:
        line = f"{view.words} {view.lighter.words}"
    if view.beat is not None:
        beat = view.beat
        line = f"{line} · {beat.word} {beat.seconds} · rep {beat.rep} of {beat.reps}"
    if view.paused:
        line = f"{line} · paused"
    return f"{line} · {view.position}" if view.position else line


def title(view: View) -> str:
    """The phase line for the title of the window; without seconds where none run."""
    if view.ending is not None:
        return view.ending.word
    if (sets := set_words(view)) is not None:
        return sets.title
    words = view.line if view.seconds else view.words
    return f"{words} paused" if view.paused else words


def heading(view: View) -> str:
    """What matters most once it let go; at the end, what to do first."""
    if view.ending is not None and view.ending.first:
        return view.ending.first
    if view.lighter is None or not view.lighter.over:
        return "LOWER THE WEIGHT"
    return "ANOTHER EXERCISE" if view.lighter.swap else "NO MORE CURLS"


def status_right(view: View, *, practice: bool = False, room: str = "m") -> str:
    """How far the relief is, and whether it is one."""
    if (sets := set_words(view)) is not None:
        return sets.status_right
    if view.checklist is not None and view.ending is None:
        return warmup_words.status_right(view, view.checklist, room)
    hold = f"hold {view.hold} of {view.holds}" if view.hold else ""
    parts = ("practice" if practice else "", hold, clock_words(view.lasted_s))
    return "   ".join(part for part in parts if part)


def digits_words(view: View) -> str:
    """The seconds as the digits show them; one digit keeps the place of two. In a set by
    metronome they are those of the part."""
    if view.phase is Phase.SET and (sets := set_words(view)) is not None:
        return sets.digits
    if view.beat is not None:
        return str(view.beat.seconds)
    if view.checklist is not None and view.checklist.reps:
        return str(view.checklist.reps)
    if view.seconds >= _MINUTES_FROM_S:
        return clock_words(view.seconds)
    return f"{view.seconds:2d}" if view.length_s >= 10 else str(view.seconds)


def cue(view: View, room: str, *, cols: int = 80, chosen: int | None = None) -> Content:
    """What to do, as many lines as there is room for, and what comes next. ``chosen``: the line of
    a routine that somebody chose."""
    if (sets := set_words(view)) is not None:
        return sets.cue(room)
    if view.checklist is not None:
        return warmup_words.cue(view, view.checklist, room, cols=cols, chosen=chosen)
    if view.pause_words:
        still = view.cues[:1] if room != "tiny" else ()
        return Content("\n").join([Content.styled(view.pause_words, "bold"), *map(Content, still)])
    first, *more = [line for line in view.cues if line] or [""]
    if view.phase is Phase.START and cols < len(first):
        first, *more = lines_in(cols)
    lines = [Content.styled(first, "bold")] if first else []
    if view.phase is Phase.START and room in ("xs", "s"):
        return Content("\n").join([*lines, Content(more[0])])
    if room in ("l", "xl") or (view.phase in _EVERY_LINE and room == "m"):
        lines += [Content(line) for line in more]
    if view.next and room != "tiny":
        lines.append(Content.styled(f"next: {view.next}", "dim"))
    return Content("\n").join(lines)


def sips(view: View) -> bool:
    """True where a sip is offered: not to a person who was told to drink only so much."""
    return any("SIP" in note.words for note in view.notes)


def standing(view: View) -> tuple[Note, ...]:
    """The lines that stand there all the while; beside a list also a cue, which has no room. On
    the plan they are part of it."""
    if view.phase is Phase.PLAN:
        return ()
    if (sets := set_words(view)) is not None:
        return sets.standing
    return view.notes or (tuple(map(Note, view.cues)) if view.list_open else ())


def _beside(view: View, room: str) -> tuple[Note, ...]:
    """What else there is to know, where there is room for it."""
    return view.details if view.lowering and room not in ("tiny", "xs", "s") else ()


def notes(view: View, troubles: tuple[str, ...], room: str) -> Content:
    """The standing lines; a figure without a trial says so."""
    lines = [with_label(note) for note in (*standing(view), *_beside(view, room))]
    if room in ("tiny", "xs") and view.lowering:
        short = Content(RULE_OF_THUMB)
        if sips(view):
            short = Content.assemble(f"{RULE_OF_THUMB} · ", ("Thirsty? SIP", "bold"))
        lines = [Content.styled(view.notes[0].words, "bold"), short]
    if room in ("tiny", "xs") and troubles:
        troubles = (TROUBLED,)
    lines += [Content.styled(trouble, "dim") for trouble in troubles]
    return Content("\n").join(lines)

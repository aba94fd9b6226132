"""What the voice says at a cue: short, as long speech is cut off by the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relief_tui.coach.step import Phase, Side
from relief_tui.coach.view import View

if TYPE_CHECKING:
    from relief_tui.coach.workout.card import WorkoutView

_ALWAYS = {
    "half": "Half time.",
    "3": "Three.",
    "2": "Two.",
    "1": "One.",
    "thirsty": "Thirsty? Sip.",
}
"""Cues that mean the same in every phase."""
LOWER = "Lower the weight."
OTHER = "Other exercise."
"""In place of a set of one that is over for today."""
ALL_DONE = "All sets done."
"""In place of one more set: it may be done, but nobody is called to it."""

_SAYS: dict[Phase, str] = {
    Phase.START: "Stop the set.",
    Phase.EASE_OUT: "Weight down.",
    Phase.POSITION: "Toes to shin.",
    Phase.EASE_IN: "Ease in.",
    Phase.HOLD: "Hold.",
    Phase.LET_GO: "Let go.",
    Phase.CHECK: "Is it gone?",
    Phase.RELEASE: "Let go.",
    Phase.TOES_UP: "Toes to shin.",
    Phase.REST: "Rest.",
    Phase.WAITING: "Answer, please.",
    Phase.SPENT: "Rest.",
    Phase.RECHECK: "Is it gone?",
    Phase.PLAN: "Lower the weight.",
    Phase.READY: "Get ready.",
    Phase.CHANGE: "Next.",
    Phase.SWITCH: "Switch sides.",
    Phase.WORK: "Work.",
    Phase.BETWEEN: "Rest.",
    Phase.TEMPO: "Go.",
    Phase.SET_REST: "Rest.",
}
"""Phases that are not here open in silence."""
_SIDED = frozenset(
    {Phase.EASE_OUT, Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.SWITCH, Phase.WORK}
)
"""Where the leg is said: whoever lets go knows which."""
_TIMED = frozenset({Phase.HOLD, Phase.WORK, Phase.REST, Phase.SPENT, Phase.BETWEEN, Phase.SET_REST})
"""Where it is said how long."""
_NAMED = frozenset({Phase.READY, Phase.CHANGE, Phase.WORK})
"""Where what is to be done has a name of its own."""
_LEGS = {Side.LEFT: "Left.", Side.RIGHT: "Right.", Side.BOTH: "Both."}


def phrase(cue: str, view: View) -> str:
    """The words for ``cue``, with ``view`` before the eyes; empty for silence.

    An unknown leg is not named. In a light set the parts of a repetition are said; in a routine
    they come too fast, and only tick.
    """
    if view.beat is not None and cue == view.beat.word:
        return f"{cue.capitalize()}." if view.lifting else ""
    if cue in _ALWAYS:
        return _ALWAYS[cue]
    return "Done." if view.phase is Phase.OVER else _opening(view)


def _opening(view: View) -> str:
    """Step, leg and seconds: ``Hold. Left. 15 seconds.``"""
    words = [_step(view)]
    if view.phase in _SIDED and view.side is not None:
        words.append(_LEGS[view.side])
    if view.phase in _TIMED and view.seconds:
        words.append(seconds_words(view.seconds))
    return " ".join(filter(None, words))


def _step(view: View) -> str:
    """What is to be done; in a routine the name of its line, which stands ready before it."""
    says = _SAYS.get(view.phase, "")
    if view.phase is Phase.SET and view.workout is not None:
        return _set(view.workout)
    if not view.position or view.phase not in _NAMED:
        return says
    return f"{view.position}." if view.phase is Phase.WORK else f"{says} {view.position}."


def _set(card: WorkoutView) -> str:
    """What is called to while a set waits."""
    if card.off:
        return OTHER
    if card.lower is not None:
        return LOWER
    if card.led is not None:
        return "Set done?"
    return ALL_DONE if card.all_done else "Next set."


def seconds_words(seconds: int) -> str:
    """``15 seconds.``, ``1 minute.``, ``1 minute 30.``"""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} second{'' if rest == 1 else 's'}."
    return f"{minutes} minute{'' if minutes == 1 else 's'}{f' {rest}' if rest else ''}."

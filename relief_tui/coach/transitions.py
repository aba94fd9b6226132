"""The table of a relief: phase × move → phase, all of it, in one place.

The diagram in the README is generated from this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from relief_tui.coach.step import Phase


class Move(StrEnum):
    """Why a phase ends."""

    TIME_UP = "time up"
    GONE = "gone"
    AGAIN = "hold again"
    MOVED = "other position"
    WORSE = "worse"
    CLEAR = "lists clear"
    LIMIT = "limit"
    NOBODY = "nobody there"
    OPEN_FLAG = "open red flag"
    LISTED = "list open"
    ANSWERED = "all answered"
    MORE_REST = "rest not over"
    RETEST = "not yet right"
    NOT_RIGHT = "twice not right"
    GREEN = "green light"
    CHOSEN = "chosen"
    TWITCH = "twitch"
    SIDE_DONE = "side done"
    LINE_DONE = "line done"
    ALL_DONE = "all done"
    OTHER_LEG = "other leg first"
    JUMP = "other line"
    LOGGED = "set logged"
    LED = "by tempo"
    NO_REST = "no rest"
    CRAMP = "cramp"
    BACK = "back"
    TEN_MINUTES = "ten minutes"
    HELP = "red flag"
    STOP = "stop"
    INTERRUPTED = "away 30 min"


_ALWAYS = {
    Move.HELP: Phase.OVER,
    Move.STOP: Phase.OVER,
    Move.INTERRUPTED: Phase.OVER,
}

_WAY_TO_A_HOLD = {
    Move.LIMIT: Phase.SPENT,
    Move.OPEN_FLAG: Phase.OVER,
}

_FOOT_IN_HAND = {
    Move.MOVED: Phase.POSITION,
    Move.WORSE: Phase.RELEASE,
    Move.OPEN_FLAG: Phase.OVER,
}

_PULL = {
    Move.GONE: Phase.TOES_UP,
    Move.AGAIN: Phase.EASE_IN,
    Move.LIMIT: Phase.SPENT,
    **_FOOT_IN_HAND,
}

_AFTER_WORSE = {
    Move.CLEAR: Phase.POSITION,
    **_WAY_TO_A_HOLD,
}

_LATE = {
    Move.GONE: Phase.TOES_UP,
    Move.WORSE: Phase.RELEASE,
    Move.TEN_MINUTES: Phase.OVER,
    Move.NOBODY: Phase.OVER,
}

RELIEF: Mapping[Phase, Mapping[Move, Phase]] = {
    Phase.START: {Move.TIME_UP: Phase.EASE_OUT, Move.WORSE: Phase.ASIDE, **_ALWAYS},
    Phase.EASE_OUT: {
        Move.TIME_UP: Phase.POSITION,
        Move.WORSE: Phase.ASIDE,
        **_WAY_TO_A_HOLD,
        **_ALWAYS,
    },
    Phase.POSITION: {
        Move.TIME_UP: Phase.EASE_IN,
        Move.LIMIT: Phase.SPENT,
        **_FOOT_IN_HAND,
        **_ALWAYS,
    },
    Phase.EASE_IN: {Move.TIME_UP: Phase.HOLD, **_PULL, **_ALWAYS},
    Phase.HOLD: {Move.TIME_UP: Phase.LET_GO, **_PULL, **_ALWAYS},
    Phase.LET_GO: {
        Move.TIME_UP: Phase.CHECK,
        Move.GONE: Phase.TOES_UP,
        **_FOOT_IN_HAND,
        **_ALWAYS,
    },
    Phase.CHECK: {**_PULL, Move.NOBODY: Phase.OVER, **_ALWAYS},
    Phase.RELEASE: {Move.TIME_UP: Phase.ASIDE, **_AFTER_WORSE, **_ALWAYS},
    Phase.ASIDE: {Move.TIME_UP: Phase.OVER, **_AFTER_WORSE, **_ALWAYS},
    Phase.SPENT: {Move.TIME_UP: Phase.RECHECK, **_LATE, **_ALWAYS},
    Phase.RECHECK: {Move.TIME_UP: Phase.SPENT, **_LATE, **_ALWAYS},
    Phase.TOES_UP: {Move.TIME_UP: Phase.REST, Move.WORSE: Phase.RELEASE, **_ALWAYS},
    Phase.REST: {Move.LISTED: Phase.WAITING, Move.ANSWERED: Phase.OVER, **_ALWAYS},
    Phase.WAITING: {
        Move.LISTED: Phase.WAITING,
        Move.TIME_UP: Phase.OVER,
        Move.ANSWERED: Phase.OVER,
        Move.MORE_REST: Phase.REST,
        Move.RETEST: Phase.REST,
        Move.NOT_RIGHT: Phase.OVER,
        Move.GREEN: Phase.PLAN,
        **_ALWAYS,
    },
    Phase.PLAN: {
        Move.LISTED: Phase.PLAN,
        Move.TIME_UP: Phase.OVER,
        Move.CHOSEN: Phase.OVER,
        **_ALWAYS,
    },
    Phase.OVER: {},
}

RECOVERY: Mapping[Phase, Mapping[Move, Phase]] = {
    Phase.READY: {Move.TIME_UP: Phase.WORK, Move.TWITCH: Phase.OVER, **_ALWAYS},
    Phase.WORK: {
        Move.TIME_UP: Phase.OVER,
        Move.AGAIN: Phase.BETWEEN,
        Move.TWITCH: Phase.OVER,
        **_ALWAYS,
    },
    Phase.BETWEEN: {Move.TIME_UP: Phase.WORK, Move.TWITCH: Phase.OVER, **_ALWAYS},
    Phase.OVER: {},
}
"""The same of an active-recovery set."""

_BEFORE_WORK = {
    Move.TIME_UP: Phase.WORK,
    Move.LINE_DONE: Phase.CHANGE,
    Move.ALL_DONE: Phase.OVER,
    Move.JUMP: Phase.CHANGE,
    **_ALWAYS,
}

WARMUP: Mapping[Phase, Mapping[Move, Phase]] = {
    Phase.READY: _BEFORE_WORK,
    Phase.CHANGE: _BEFORE_WORK,
    Phase.SWITCH: _BEFORE_WORK,
    Phase.WORK: {
        Move.SIDE_DONE: Phase.SWITCH,
        Move.OTHER_LEG: Phase.SWITCH,
        Move.LINE_DONE: Phase.CHANGE,
        Move.ALL_DONE: Phase.OVER,
        Move.JUMP: Phase.CHANGE,
        **_ALWAYS,
    },
    Phase.OVER: {},
}
"""The same of a routine."""

WORKOUT: Mapping[Phase, Mapping[Move, Phase]] = {
    Phase.SET: {
        Move.LOGGED: Phase.SET_REST,
        Move.NO_REST: Phase.SET,
        Move.LED: Phase.READY,
        Move.BACK: Phase.SET_REST,
        Move.NOBODY: Phase.OVER,
        **_ALWAYS,
    },
    Phase.READY: {
        Move.TIME_UP: Phase.TEMPO,
        Move.CRAMP: Phase.SET,
        Move.BACK: Phase.SET,
        **_ALWAYS,
    },
    Phase.TEMPO: {
        Move.TIME_UP: Phase.SET,
        Move.BACK: Phase.SET,
        Move.LOGGED: Phase.SET_REST,
        Move.NO_REST: Phase.SET,
        Move.CRAMP: Phase.SET,
        **_ALWAYS,
    },
    Phase.SET_REST: {Move.TIME_UP: Phase.SET, Move.BACK: Phase.SET, **_ALWAYS},
    Phase.OVER: {},
}
"""The same of a workout."""

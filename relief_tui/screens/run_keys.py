"""The keys of a run, and which of them the footer shows: only those that do something now."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from relief_tui.coach.checklist import Checklist
from relief_tui.coach.step import Phase
from relief_tui.coach.view import View
from relief_tui.widgets.keyline import Key


def _key(keys: str, action: str, id: str, tip: str) -> Binding:
    return Binding(keys, action, tip, id=id, tooltip=tip, show=False)


IN_A_WORKOUT = "in a workout: "
"""Behind it stands what a key does there."""

RUN_BINDINGS: list[BindingType] = [
    _key("space,full_stop,b", "main", "main", "Pause, go on; at the check: hold again"),
    _key("enter", "enter", "choose", "Next; or what you chose: an answer, a line"),
    _key("n,pagedown", "next", "next", "Next"),
    _key("p,pageup", "back", "back", "Back to the step before"),
    _key("r", "again", "again", "This step again, from its start"),
    _key("plus,equals_sign", "adjust(5)", "longer", "Five seconds more"),
    _key("minus", "adjust(-5)", "shorter", "Five seconds less"),
    _key("s", "other_side", "side", "Other side"),
    _key("o", "other_position", "position", "Other position; in a workout: other exercise"),
    _key("u", "undo", "undo", "Undo the last press (10 s)"),
    _key("x", "stop", "stop", "Stop; what was done is kept"),
    _key("0,à", "digit(0)", "digit-0", "In a list: none of these"),
    _key("1,ampersand", "digit(1)", "digit-1", "Gone, or line 1"),
    _key("2,é", "digit(2)", "digit-2", "Easing, or line 2"),
    _key("3,quotation_mark", "digit(3)", "digit-3", "Same, or line 3"),
    _key("4,apostrophe", "digit(4)", "digit-4", "Worse: let go at once; or line 4"),
    *(
        _key(str(n), f"digit({n})", f"digit-{n}", "In a list: that line; pain now: that number")
        for n in range(5, 10)
    ),
    _key("left", "move(-1,0)", "left", "Choose an answer; in a workout: a rep less"),
    _key("right", "move(1,0)", "right", "Choose an answer; in a workout: a rep more"),
    _key("up", "move(0,-1)", "up", "Choose an answer, a line; in a workout: heavier"),
    _key("down", "move(0,1)", "down", "Choose an answer, a line; in a workout: lighter"),
    _key("v", "tick", "tick", "In a warm-up: this line, or the chosen one, is done"),
    _key("l", "mine", "own-load", "In a workout: go on with your load, against the advice; or not"),
    _key("z", "later", "later", "In a workout: ask for a sip later"),
    _key("e", "tempo", "metronome", "In a workout: a metronome leads the sets, or not"),
    _key("i", "app.why_this", "why-this", "Why does the coach say this? The guide tells"),
    _key("escape", "leave", "leave", "Home, once it is over; a warm-up or workout waits there"),
]

_GONE = Key("1", "gone", "digit(1)")
_WORSE = Key("4", "worse", "digit(4)")
_SIDE = Key("s", "other side", "other_side")
_NEXT = Key("n", "next", "next")
_WAY = Key("o", "other position", "other_position")
_STOP = Key("x", "stop", "stop")
_HELP = Key("?", "help", "app.help")
_UNDO = Key("u", "undo", "undo")
_WHY = Key("y", "why did it cramp?", "app.why")
_WHY_THIS = Key("i", "why this", "app.why_this")
_SIP = Key("d", "drank", "app.drank")
_PAUSE = Key("SPACE", "pause", "main")

_PULLING = (_PAUSE, _GONE, _WORSE, _SIDE, _WAY, _NEXT, _STOP, _HELP, _WHY_THIS)
_LISTS = (_UNDO, _STOP, _HELP, _WHY_THIS)

_LIGHT = (Key("c", "twitch: relief", "app.cramp"), _PAUSE, _NEXT, _STOP, _HELP, _WHY_THIS)

_HOME = Key("esc", "home", "leave")
_TICK = Key("v", "done", "tick")
_FIRST = Key("s", "other leg first", "other_side")
_ROUTINE = (_NEXT, Key("p", "back", "back"), _TICK, Key("r", "again", "again"), _FIRST)
_LAST = (_UNDO, _STOP, _HOME, _HELP, _WHY_THIS)

_KEYS: dict[Phase, tuple[Key, ...]] = {
    Phase.START: (_PAUSE, _NEXT, _SIDE, _STOP, _HELP, _WHY_THIS),
    Phase.EASE_OUT: (_PAUSE, _NEXT, _SIDE, _STOP, _HELP, _WHY_THIS),
    Phase.POSITION: (_PAUSE, _NEXT, _SIDE, _WAY, _STOP, _HELP, _WHY_THIS),
    Phase.EASE_IN: _PULLING,
    Phase.HOLD: _PULLING,
    Phase.LET_GO: _PULLING,
    Phase.CHECK: (Key("SPACE", "hold again", "main"), _SIDE, _WAY, _STOP, _HELP, _WHY_THIS),
    Phase.RELEASE: _LISTS,
    Phase.ASIDE: _LISTS,
    Phase.SPENT: (_PAUSE, _GONE, _WORSE, _STOP, _WHY_THIS, _HELP),
    Phase.RECHECK: (Key("SPACE", "not yet", "main"), _STOP, _WHY_THIS, _HELP),
    Phase.TOES_UP: (_PAUSE, _NEXT, _SIP, _UNDO, _STOP, _HELP, _WHY_THIS),
    Phase.REST: (_PAUSE, _NEXT, _SIP, _UNDO, _STOP, _WHY_THIS, _HELP),
    Phase.WAITING: (_SIP, _UNDO, _STOP, _WHY_THIS, _HELP),
    Phase.PLAN: (Key("a", "active recovery", "app.recovery"), _SIP, _UNDO, _STOP, _WHY_THIS, _HELP),
    Phase.READY: _LIGHT,
    Phase.WORK: _LIGHT,
    Phase.BETWEEN: _LIGHT,
}


def keys_of(
    view: View,
    *,
    chosen: bool = False,
    sips: bool = True,
    why: bool = False,
    home: bool = True,
) -> tuple[Key, ...]:
    """The keys of the footer, the most useful first. ``chosen``: a line of a routine is; ``sips``:
    whether a drink is spoken of; ``why``: whether it can be asked why it cramped; ``home``: the end
    leads there, and not back to a workout."""
    if view.phase is Phase.OVER:
        asks = (_WHY,) if why else ()
        undo = (_UNDO,) if view.can_undo else ()
        return (Key("SPACE", "home" if home else "back", "main"), *asks, *undo, _WHY_THIS, _HELP)
    if view.workout is not None:
        from relief_tui.screens.workout_keys import set_keys  # no relief has to wait for it

        return set_keys(view, view.workout)
    if view.checklist is not None:
        keys, either = _routine_keys(view, view.checklist, chosen=chosen), view.checklist.other_leg
        return tuple(
            key
            for key in keys
            if (either or key is not _FIRST) and (view.can_undo or key is not _UNDO)
        )
    keys = _KEYS[view.phase]
    if view.paused:
        return (
            Key("SPACE", "go on", "main"),
            Key("r", "restart", "again"),
            _STOP,
            _HELP,
            _WHY_THIS,
        )
    if view.list_open:
        keys = tuple(key for key in keys if key not in (_GONE, _WORSE))
    if not sips:
        keys = tuple(key for key in keys if key is not _SIP)
    return keys if view.can_undo else tuple(key for key in keys if key is not _UNDO)


def _routine_keys(view: View, checklist: Checklist, *, chosen: bool) -> tuple[Key, ...]:
    main = Key("SPACE", "go on", "main") if view.paused else _PAUSE
    if checklist.reps and not view.paused:
        main = Key("SPACE", "done", "main")
    if chosen:
        return (Key("ENTER", "start here", "enter"), _TICK, main, *_LAST)
    if view.paused:
        return (main, Key("r", "restart", "again"), *_ROUTINE[:3], _FIRST, *_LAST)
    return (main, *_ROUTINE, *_LAST)

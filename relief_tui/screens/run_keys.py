"""Which keys the footer of a run shows: only those that do something in this phase."""

from __future__ import annotations

from relief_tui.coach.step import Phase
from relief_tui.coach.view import View
from relief_tui.widgets.keyline import Key

_GONE = Key("1", "gone", "digit(1)")
_WORSE = Key("4", "worse", "digit(4)")
_SIDE = Key("s", "other side", "other_side")
_NEXT = Key("n", "next", "next")
_WAY = Key("o", "other position", "other_position")
_STOP = Key("x", "stop", "stop")
_HELP = Key("?", "help", "app.help")
_UNDO = Key("u", "undo", "undo")
_SIP = Key("d", "drank", "app.drank")
_PAUSE = Key("SPACE", "pause", "main")

_PULLING = (_PAUSE, _GONE, _WORSE, _SIDE, _WAY, _NEXT, _STOP, _HELP)
_LISTS = (_UNDO, _STOP, _HELP)

_KEYS: dict[Phase, tuple[Key, ...]] = {
    Phase.START: (_PAUSE, _NEXT, _SIDE, _STOP, _HELP),
    Phase.EASE_OUT: (_PAUSE, _NEXT, _SIDE, _STOP, _HELP),
    Phase.POSITION: (_PAUSE, _NEXT, _SIDE, _WAY, _STOP, _HELP),
    Phase.EASE_IN: _PULLING,
    Phase.HOLD: _PULLING,
    Phase.LET_GO: _PULLING,
    Phase.CHECK: (Key("SPACE", "hold again", "main"), _SIDE, _WAY, _STOP, _HELP),
    Phase.RELEASE: _LISTS,
    Phase.ASIDE: _LISTS,
    Phase.SPENT: (_PAUSE, _GONE, _WORSE, _STOP, _HELP),
    Phase.RECHECK: (Key("SPACE", "not yet", "main"), _STOP, _HELP),
    Phase.TOES_UP: (_PAUSE, _NEXT, _SIP, _UNDO, _STOP, _HELP),
    Phase.REST: (_PAUSE, _NEXT, _SIP, _UNDO, _STOP, _HELP),
    Phase.WAITING: (_SIP, _UNDO, _STOP, _HELP),
}


def keys_of(view: View) -> tuple[Key, ...]:
    """The keys of the footer, the most useful first."""
    if view.phase is Phase.OVER:
        return (Key("SPACE", "home", "main"), *((_UNDO,) if view.can_undo else ()), _HELP)
    keys = _KEYS[view.phase]
    if view.paused:
        return (Key("SPACE", "go on", "main"), Key("r", "restart", "again"), _STOP, _HELP)
    if view.list_open:
        keys = tuple(key for key in keys if key not in (_GONE, _WORSE))
    return keys if view.can_undo else tuple(key for key in keys if key is not _UNDO)

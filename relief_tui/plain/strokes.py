"""Keys as a person presses them on a terminal: which ends a line, and which line means nothing."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from relief_tui.clock import Clock
from relief_tui.coach.step import FUZZ_S
from relief_tui.plain.keys import Named
from relief_tui.plain.stdin import Keys

LINE_S = 2.0
"""What comes this long (seconds) after a key is no longer of its line."""
_HURTS = "cc"
"""Whoever presses it twice means it, also in the middle of a line that means nothing."""
_LONGEST = 40
"""Characters of such a line that are told."""
ERASE = frozenset({"\x7f", "\x08"})


def no_key(typed: str) -> str:
    """The line that tells of what is no key."""
    short = typed if len(typed) <= _LONGEST else f"{typed[:_LONGEST]}…"
    return f"{short!r} is none of the keys; ? shows them."


def _silent(text: str) -> None:
    """Tell nobody."""
    del text


def is_text(key: str) -> bool:
    """True for a key that stands for a character."""
    return len(key) == 1 and key.isprintable()


class Strokes:
    """The keys of ``keys``; every one acts at once.

    On a terminal an ENTER that comes directly after another key only ends the line that a person
    is used to end, and is no key: not where something that was typed waits for it, nor after the
    space bar or another ENTER. Keys of a pipe come as they are.
    """

    def __init__(self, keys: Keys, clock: Clock) -> None:
        self._keys = keys
        self._clock = clock
        self._last = ""
        self._at = 0.0
        self._line = ""
        """A line that began with no key; all of it does nothing."""

    @property
    def terminal(self) -> bool:
        """True if a person presses them one by one."""
        return self._keys.terminal

    @property
    def ended(self) -> bool:
        """True once no key can come any more."""
        return self._keys.ended

    def check(self) -> None:
        """Raises ``Signalled`` if the process was told to end."""
        self._keys.check()

    def name_lines(self, named: Named) -> None:
        """From now on a line from a pipe may mean a key of its own."""
        self._keys.name_lines(named)

    def put_back(self, key: str) -> None:
        """The key comes again, before all others."""
        self._keys.put_back(key)

    def key(
        self,
        wait_s: float | None,
        say: Callable[[str], None] = _silent,
        *,
        typed: bool = False,
        known: AbstractSet[str] | None = None,
    ) -> str | None:
        """The next key, as ``Keys.key`` answers it; ``wait_s`` in real seconds.

        ``typed``: what was typed waits for more of it, or for its ENTER. ``known``: a line that
        begins with none of these does nothing, and ``say`` tells of it; None: there is no such.
        """
        while True:
            before, silence_s = self._clock.now(), self._silence_s
            shorter = silence_s is not None and (wait_s is None or silence_s < wait_s)
            key = self._keys.key(silence_s if shorter else wait_s)
            if wait_s is not None:
                wait_s = max(0.0, wait_s - self._clock.real(self._clock.now() - before))
            if self._line and (self._keys.ended or not self._in_line):
                self._give_up(say)
            elif key is None and not shorter:
                return None
            if key is not None and self.terminal:
                key = self._meant(key, say, typed=typed, known=known)
            if key is not None:
                return key

    @property
    def _in_line(self) -> bool:
        return self._clock.now() - self._at < LINE_S - FUZZ_S

    @property
    def _silence_s(self) -> float | None:
        """Real seconds until a line that does nothing is over; None if there is none."""
        if not self._line:
            return None
        return self._clock.real(max(0.0, self._at + LINE_S - self._clock.now()))

    def _meant(
        self,
        key: str,
        say: Callable[[str], None],
        *,
        typed: bool,
        known: AbstractSet[str] | None,
    ) -> str | None:
        """The key that is to act; None if none is."""
        last, in_line = self._last, self._in_line
        self._last, self._at = key, self._clock.now()
        if self._line:
            return self._further(key, say)
        if key == "enter" and not typed:
            return None if in_line and last not in ("", "space", "enter") else key
        if known is not None and not typed and is_text(key) and key not in known:
            self._line = key
            return None
        return key

    def _further(self, key: str, say: Callable[[str], None]) -> str | None:
        """A key in a line that does nothing."""
        if key in ("enter", "escape"):
            self._give_up(say)
            return None
        text = " " if key == "space" else key
        if is_text(text):
            self._line += text
        if key != "ctrl+c" and not self._line.endswith(_HURTS):
            return None
        self._line = ""
        return key

    def _give_up(self, say: Callable[[str], None]) -> None:
        line, self._line = self._line, ""
        say(no_key(line))

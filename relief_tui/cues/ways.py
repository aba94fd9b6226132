"""The ways of being heard: which programs play a file or speak words, in order of preference."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import TypeAlias

from relief_tui.coach.value import dataclass

WHAT = "{what}"
"""In a command: the file to be played, or the words to be spoken."""
CODED = "{coded}"
"""The same in base 64, for a program that would take the words of a command for its own."""
LOUDNESS = "{loudness}"
"""In a command: the figure of that program for how loud."""
WINSOUND = "winsound"
"""Not a program: the player that comes with Python on Windows."""
NOT_FOUND = "not found"
VOLUMES = ("quiet", "normal", "loud")
"""Anything else is spoken as the one in the middle."""

Table: TypeAlias = Mapping[str, tuple["Way", ...]]
"""Ways by platform; the empty name is every other."""
Find = Callable[[str], str | None]
"""Where a program lies, as ``shutil.which``; None if it does not."""


@dataclass(frozen=True, slots=True)
class Way:
    """A program that plays or speaks: its name, its command, its figure for each of the volumes,
    and the command that stops what it handed on to another process."""

    name: str
    command: tuple[str, ...]
    loudness: tuple[str, str, str] = ("", "", "")
    cancel: tuple[str, ...] = ()

    def argv(self, what: str, volume: str) -> tuple[str, ...]:
        """The command that plays or speaks ``what``."""
        loudness = self.loudness[VOLUMES.index(volume) if volume in VOLUMES else 1]
        filled = (part.replace(LOUDNESS, loudness) for part in self.command)
        return tuple(
            what if part == WHAT else part.replace(CODED, _coded(what)) if CODED in part else part
            for part in filled
        )


def _coded(words: str) -> str:
    from base64 import b64encode  # only Windows speaks in it

    return b64encode(words.encode()).decode()


_FFPLAY = Way("ffplay", ("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet", WHAT))
_ESPEAK = ("40", "100", "190")

PLAYERS: Table = {
    "darwin": (Way("afplay", ("afplay", WHAT)), _FFPLAY),
    "win32": (Way(WINSOUND, (WINSOUND, WHAT)), _FFPLAY),
    "": (
        Way("pw-play", ("pw-play", WHAT)),
        Way("paplay", ("paplay", WHAT)),
        Way("aplay", ("aplay", "-q", WHAT)),
        _FFPLAY,
    ),
}

_SPEECH = (
    "Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    f"$voice.Volume = {LOUDNESS}; "
    f"$voice.Speak([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('{CODED}')))"
)
_ESPEAKS = tuple(
    Way(name, (name, "-a", LOUDNESS, WHAT), _ESPEAK) for name in ("espeak-ng", "espeak")
)

VOICES: Table = {
    "darwin": (Way("say", ("say", WHAT)), *_ESPEAKS),
    "win32": (
        Way(
            "powershell",
            ("powershell", "-NoProfile", "-NonInteractive", "-Command", _SPEECH),
            ("40", "75", "100"),
        ),
    ),
    "": (
        *_ESPEAKS,
        Way(
            "spd-say",
            ("spd-say", "--wait", "--volume", LOUDNESS, WHAT),
            ("-60", "0", "100"),
            ("spd-say", "--cancel"),
        ),
    ),
}


def ways(table: Table, platform: str) -> tuple[Way, ...]:
    """Those of this platform."""
    return table.get(platform, table[""])


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a :class:`Choice` stands at: the way in use (empty: none), and why not each of those
    before it."""

    name: str
    others: tuple[tuple[str, str], ...] = ()


class Choice:
    """Ways in order of preference: the first that is there and never failed."""

    def __init__(self, candidates: Sequence[Way], find: Find) -> None:
        self._left = list(candidates)
        self._find = find
        self._passed: list[tuple[str, str]] = []
        self._known = False
        self._lock = Lock()

    @property
    def way(self) -> Way | None:
        """The one to be used now; None if none works."""
        with self._lock:
            while self._left and not self._known:
                self._known = self._is_there(self._left[0])
                if not self._known:
                    self._passed.append((self._left.pop(0).name, NOT_FOUND))
            return self._left[0] if self._left else None

    def drop(self, way: Way, why: str) -> None:
        """It failed, and is not tried again."""
        with self._lock:
            if self._left and self._left[0] is way:
                self._left.pop(0)
                self._passed.append((way.name, why))
                self._known = False

    @property
    def chosen(self) -> Chosen:
        """Which one it is, and why not the others."""
        way = self.way
        return Chosen(way.name if way else "", tuple(self._passed))

    def _is_there(self, way: Way) -> bool:
        return way.name == WINSOUND or self._find(way.command[0]) is not None

"""Tones: which one a cue has, and the player that plays it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from relief_tui.coach.view import View
from relief_tui.cues.children import Children
from relief_tui.cues.ways import Choice, Way

TONES: dict[str, str] = {
    "start": "attention",
    "step": "tick",
    "go": "go",
    "half": "halfway",
    "3": "three",
    "2": "two",
    "1": "one",
    "let go": "let-go",
    "check": "attention",
    "switch": "switch",
    "gone": "done",
    "done": "done",
    "attention": "attention",
    "thirsty": "attention",
}
"""The tone of every cue; a part of a repetition is no cue of this table, and ticks."""
PART = "tick"
SILENCE = "silence"

LONGEST_S = 3.0
"""A tone takes a third of a second; a player that is still busy after this hangs."""
FRESH_S = 0.3
"""When its player failed so soon, a tone is still worth playing by the next."""


def tone_of(cue: str, view: View) -> str:
    """The tone of ``cue``; a part of a repetition may have any word, also that of a cue."""
    if view.beat is not None and cue == view.beat.word:
        return PART
    return TONES.get(cue, PART)


class Tones:
    """Plays tones by the first player that works; one that fails is dropped for the next."""

    def __init__(self, choice: Choice, children: Children, folder: Path) -> None:
        self.choice = choice
        self._children = children
        self._folder = folder
        self._turn = 0

    def play(self, tone: str, volume: str, otherwise: Callable[[], None]) -> None:
        """Play at once; ``otherwise`` is called, also later and in the background, where no player
        is left for it."""
        self._play(self._folder / volume / f"{tone}.wav", self._children.now(), otherwise)

    def hush(self) -> None:
        """What failed until now is not played by another any more."""
        self._turn += 1

    def probe(self) -> None:
        """Play what cannot be heard until a player played it, or none is left. Takes its time."""
        while (way := self.choice.way) is not None and self.tried(way, self._silence):
            pass

    def sound(self, tone: str, volume: str) -> str:
        """Play to the end, and answer the name of the player that did; empty if none could."""
        path = self._folder / volume / f"{tone}.wav"
        while (way := self.choice.way) is not None:
            if not self.tried(way, path):
                return way.name
        return ""

    def tried(self, way: Way, path: Path) -> str:
        """Play a file to its end by ``way``, which is dropped if it fails; why it failed."""
        heard: list[str] = []
        argv = way.argv(str(path), "")
        self._children.begin(argv, heard.append, longest_s=LONGEST_S, mind=True)
        why = "".join(heard)
        if why:
            self.choice.drop(way, why)
        return why

    @property
    def _silence(self) -> Path:
        return self._folder / f"{SILENCE}.wav"

    def _play(self, path: Path, due: float, otherwise: Callable[[], None]) -> None:
        way, turn = self.choice.way, self._turn
        if way is None:
            otherwise()
            return

        def ended(why: str) -> None:
            if why:
                self.choice.drop(way, why)
                if turn == self._turn and self._children.now() - due <= FRESH_S:
                    self._play(path, due, otherwise)

        self._children.begin(way.argv(str(path), ""), ended, longest_s=LONGEST_S)

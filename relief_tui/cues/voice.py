"""The voice: live speech of the platform, cut short by what is to be said next."""

from __future__ import annotations

from relief_tui.coach.text import one_line
from relief_tui.cues.children import LONGEST_S, Child, Children
from relief_tui.cues.ways import Choice

FRESH_S = 1.0
"""A phrase older than this is not begun any more."""
MOST_CHARACTERS = 80
"""No name is read for longer than a step lasts."""


def speakable(words: str) -> str:
    """``words`` as a program can take them: one line, and never an option."""
    return one_line(words).lstrip("- ")[:MOST_CHARACTERS]


class Voice:
    """Says one thing at a time, by the first program that works."""

    def __init__(self, choice: Choice, children: Children) -> None:
        self.choice = choice
        self._children = children
        self._saying: Child | None = None
        self._turn = 0

    def say(self, words: str, volume: str) -> None:
        """Say it at once, in place of what is being said; nothing cuts nothing short."""
        said = speakable(words)
        if said:
            self.hush()
            self._say(said, volume, self._children.now())

    def speak(self, words: str, volume: str) -> str:
        """Say it to the end, and answer the name of the program that did; empty if none could."""
        self.hush()
        while (way := self.choice.way) is not None:
            heard: list[str] = []
            self._children.begin(way.argv(speakable(words), volume), heard.append, mind=True)
            why = "".join(heard)
            if not why:
                return way.name
            self.choice.drop(way, why)
        return ""

    def hush(self) -> None:
        """Stop in the middle of a word."""
        self._turn += 1
        child, self._saying = self._saying, None
        way = self.choice.way if child else None
        if child is not None and not child.ended:
            child.stop()
            if way is not None and way.cancel:
                self._children.begin(way.cancel, _whatever)

    def _say(self, words: str, volume: str, due: float) -> None:
        way, turn = self.choice.way, self._turn
        if way is None:
            return

        def ended(why: str) -> None:
            if why:
                self.choice.drop(way, why)
                if turn == self._turn and self._children.now() - due <= FRESH_S:
                    self._say(words, volume, due)

        argv = way.argv(words, volume)
        self._saying = self._children.begin(argv, ended, hung_s=LONGEST_S)


def _whatever(why: str) -> None:
    """What stops the speech of another process is over by then, however it ended."""
    del why

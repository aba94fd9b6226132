"""Bytes become keys: single ones from a terminal, single ones or lines from a pipe."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator

GO_ON = "go on"
"""A line from a pipe that ends a pause and, unlike the space bar, never begins one."""

WORDS = {
    "gone": "1",
    "easing": "2",
    "same": "3",
    "worse": "4",
    "go on": GO_ON,
    "stop": "x",
    "quit": "q",
}
"""Words that may stand alone on a line from a pipe, and the keys they mean."""

_NAMES = {
    " ": "space",
    "\r": "enter",
    "\n": "enter",
    "\x03": "ctrl+c",
    "\x04": "ctrl+d",
    "=": "+",
    "&": "1",
    "é": "2",
    '"': "3",
    "'": "4",
    "à": "0",
    "\x1b[5~": "p",
    "\x1b[6~": "n",
    "\x1bOP": "?",
    "\x1b[11~": "?",
    "\x1b[[A": "?",
    "\x1bOQ": "c",
    "\x1b[12~": "c",
    "\x1b[[B": "c",
    "\x1b": "escape",
}
"""What is not its own name. The row of digits on a French keyboard counts without the shift key;
PageUp and PageDown turn, F1 helps, F2 is a cramp."""

LONGEST_LINE = 1 << 16
"""So many characters of a line whose end did not come yet are kept."""
_ONE_BY_ONE = 40
"""More keys than these at once are the beginning of a line, wherever it was cut."""
Named = Callable[[str], str | None]
"""The key that a line from a pipe means, blanks made one; None: it is made of single keys."""


def unnamed(line: str) -> None:
    """No line means more than its keys."""
    del line


_SEQUENCE = re.compile(r"\x1b(?:\[\[[A-E]|\[[0-?]*[ -/]*[@-~]|O[ -~])")
_UNFINISHED = re.compile(r"\x1b(?:\[\[?[0-?]*[ -/]*|O)?\Z")


class Decoder:
    """Turns what is read into the names of keys; what is no key of ours keeps a name of its own.

    ``lines``: the bytes come from a pipe. There a line end after keys only ends the line; an
    empty line is the enter key, and a line may be one of a few words, or mean what ``named``
    says. On a terminal every line end is the enter key.
    """

    def __init__(self, *, lines: bool) -> None:
        self.named: Named = unnamed
        self._lines = lines
        self._utf8 = getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._fresh = True

    @property
    def pending(self) -> bool:
        """True if the beginning of an escape sequence, or of a line, waits for its end."""
        return bool(self._rest)

    def feed(self, data: bytes, *, more: bool = False) -> list[str]:
        """The keys in ``data``, as far as they are complete. ``more``: it was cut off, the rest is
        there already; a line from a pipe is then not taken for keys before its end was seen."""
        text = self._rest + self._utf8.decode(data)
        text, self._rest = _cut(text)
        if self._lines:
            begun = text[text.rfind("\n") + 1 :]
            if more or len(begun) > _ONE_BY_ONE:
                text = text.removesuffix(begun)
                self._rest = (begun + self._rest)[:LONGEST_LINE]
        return list(self._keys(text))

    def flush(self) -> list[str]:
        """What waited was keys of its own: nothing came after it."""
        text, key = _cut(self._rest)
        self._rest = ""
        return [*self._keys(text), *([_NAMES.get(key, key)] if key else [])]

    def _keys(self, text: str) -> Iterator[str]:
        if not self._lines:
            yield from _each(text)
            return
        *lines, rest = text.replace("\r", "").split("\n")
        for line in lines:
            yield from self._line(line)
            self._fresh = True
        self._fresh = self._fresh and not rest
        yield from _each(rest)

    def _line(self, line: str) -> Iterator[str]:
        """The keys of a line, or of what had not been read of it yet."""
        words = " ".join(line.split())
        if self._fresh and not line:
            yield "enter"
        elif self._fresh and (key := self.named(words) or WORDS.get(words.lower())):
            yield key
        else:
            yield from _each(line)


def _cut(text: str) -> tuple[str, str]:
    """The text, and the beginning of an escape sequence that ends it."""
    cut = _UNFINISHED.search(text)
    return (text[: cut.start()], cut[0]) if cut else (text, "")


def _each(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        sequence = _SEQUENCE.match(text, at)
        key = sequence[0] if sequence else text[at]
        at += len(key)
        yield _NAMES.get(key, key)

"""The first cue: STOP THE SET on the terminal before anything is imported or read.

Only built-in modules and the block letters are used here, so that it stands there within a few
milliseconds. The app's own first screen paints the same field in the same place.
"""

from relief_tui.blocks.letters import GAP, HEIGHT, bitmap, width
from relief_tui.blocks.terminal import ALL, MANY, NO_COLOUR, SIXTEEN, colours, plain_characters

WORDS = ("STOP", "THE SET")
LINES = ("STOP THE SET. Breathe out slowly.", "Weight down first. Then the toes.")
"""The words of the protocol, repeated here because no file is read yet; a test holds them equal."""
_NARROW = ("Breathe out slowly.", "Weight down first.")
"""What of them the field does not say and comes first, for a window too narrow for the whole."""


class Inks:
    """How a terminal switches to each pair of colours of the cue.

    In the field: ``low`` has ink in the lower half of a cell, ``high`` in the upper, ``full`` in
    both. Below it: the ``strong`` line and the ``plain`` ones.
    """

    def __init__(self, low: str, high: str, full: str, strong: str, plain: str) -> None:
        self.low, self.high, self.full = (f"\x1b[0;{codes}m" for codes in (low, high, full))
        self.strong, self.plain = f"\x1b[0;1;{strong}m", f"\x1b[0;{plain}m"


TRUECOLOR = Inks(
    low="38;2;20;11;1;48;2;244;175;45",
    high="38;2;244;175;45;48;2;20;11;1",
    full="38;2;20;11;1;48;2;20;11;1",
    strong="38;2;255;200;95;48;2;26;17;3",
    plain="38;2;225;233;237;48;2;26;17;3",
)
MANY_INKS = Inks(
    low="38;5;16;48;5;214",
    high="38;5;214;48;5;16",
    full="38;5;16;48;5;16",
    strong="38;5;221;48;5;233",
    plain="38;5;255;48;5;233",
)
SIXTEEN_INKS = Inks(low="30;103", high="93;40", full="30;40", strong="93;40", plain="97;40")
NONE = Inks(low="7", high="0", full="0", strong="0", plain="0")
"""Without colours: the field in reverse video."""

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"


def lines_in(cols: int) -> tuple[str, str]:
    """The lines under the field of a window that many columns wide; never cut."""
    return LINES if all(len(line) <= cols for line in LINES) else _NARROW


def field_rows(rows: int) -> int:
    """How many rows of a window that many rows high the field with the big words takes."""
    below = 7 if rows >= 20 else 4 if rows >= 12 else 3
    return max(1, rows - below)


def field(cols: int, rows: int) -> list[str]:
    """The pixels of the field, two rows of ``0`` and ``1`` a cell; empty if the words don't fit."""
    height = 2 * field_rows(rows)
    k = min(int(cols * 0.86) // width(WORDS[1]), (height - 2) // (2 * HEIGHT + 2))
    if k < 1:
        return []
    lines: list[str] = []
    for word in WORDS:
        pixels = ["".join(bit * k for bit in row) for row in bitmap(word)]
        lines += [row.center(cols, "0") for row in pixels for _ in range(k)]
        lines += ["0" * cols] * (2 * k * GAP)
    del lines[-2 * k * GAP :]
    above = (height - len(lines)) // 2
    return ["0" * cols] * above + lines + ["0" * cols] * (height - above - len(lines))


def paint(cols: int, rows: int, inks: Inks = TRUECOLOR, *, blocks: bool = True) -> str:
    """The whole first screen as text for the terminal; without ``blocks`` in plain letters."""
    high = field_rows(rows)
    pixels = field(cols, rows) if blocks else []
    out = ["\x1b[H"]
    for row in range(high):
        if pixels:
            out.append(_half_blocks(pixels[2 * row], pixels[2 * row + 1], inks))
        else:
            text = " ".join(WORDS) if row == (high - 1) // 2 else ""
            out.append(inks.low + text.center(cols)[:cols])
        out.append("\x1b[0m\r\n")
    lines = lines_in(cols)
    for row, text in enumerate(_below(rows - high, lines)):
        out.append("\r\n" if row else "")
        out.append((inks.strong if text == lines[0] else inks.plain) + text.center(cols)[:cols])
    return "".join((*out, "\x1b[0m\x1b[H"))  # a key pressed now is echoed where nothing scrolls


def _below(rows: int, lines: tuple[str, str]) -> list[str]:
    """The ``lines`` under the field, where the app has them too."""
    above = rows - len(lines) if rows < 4 else 1 + (rows > 4)
    below = [*[""] * above, *lines]
    return [*below, *[""] * (rows - len(below))][:rows]


def _half_blocks(upper: str, lower: str, inks: Inks) -> str:
    """One row of cells; a cell is painted only as ``▄`` or a space, see the look of the letters."""
    kinds = {
        "00": (inks.low, " "),
        "11": (inks.full, " "),
        "01": (inks.low, "▄"),
        "10": (inks.high, "▄"),
    }
    out, last = [], ""
    for pair in zip(upper, lower, strict=True):
        colour, glyph = kinds["".join(pair)]
        out.append(glyph if colour == last else colour + glyph)
        last = colour
    return "".join(out)


_INKS = {NO_COLOUR: NONE, SIXTEEN: SIXTEEN_INKS, MANY: MANY_INKS, ALL: TRUECOLOR}
"""The colours of the cue by how many there are."""


class FirstCue:
    """The raw cue on this terminal: shown once, then handed over to the app or taken away."""

    def __init__(self) -> None:
        self.shown_at: float | None = None
        self._fd = 1
        self._signal: int | None = None

    def show(self) -> None:
        """Put the cue on the alternate screen of standard output."""
        import os
        import sys
        import time

        try:
            self._fd = sys.stdout.fileno()
            size = os.get_terminal_size(self._fd)
        except (OSError, ValueError, AttributeError):
            return  # a terminal that cannot say its size gets its first cue from the app
        text = paint(
            size.columns or 80, size.lines or 24, _INKS[colours()], blocks=not plain_characters()
        )
        self._mind_signals()
        self.shown_at = time.monotonic()
        self._write(_ENTER + text)

    def _write(self, text: str) -> None:
        """Past ``sys.stdout``: a signal must not leave half of the text in its buffer."""
        import os

        data = text.encode()
        try:
            while data:
                data = data[os.write(self._fd, data) :]
        except OSError:
            return  # the terminal went away

    def _mind_signals(self) -> None:
        """Until the app minds them itself no signal may leave the shell on the cue's screen."""
        import _signal  # type: ignore[import-not-found] # built in; all of `signal` takes 3 ms

        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(_signal, name, None)
            if number is not None and _signal.getsignal(number) != _signal.SIG_IGN:
                _signal.signal(number, self._end)

    def _end(self, number: int, _frame: object) -> None:
        self._signal = number
        self.heed()

    def heed(self) -> None:
        """End the process if a signal told it to.

        Asked again before anything comes of it: what a signal raises while a module is imported
        gets lost in some callbacks of Python's own, and wrapped in another error in others.
        """
        if self._signal is not None:
            raise SystemExit(128 + self._signal)

    def hand_over(self) -> float:
        """The app takes the screen; returns how many seconds the cue has stood there."""
        import time

        since, self.shown_at = self.shown_at, None
        return 0.0 if since is None else time.monotonic() - since

    def leave(self) -> None:
        """Give the shell its screen back, if the cue still stands on it."""
        if self.shown_at is not None:
            self.shown_at = None
            self._write(_LEAVE)
        self.heed()


FIRST_CUE = FirstCue()
"""The one terminal of this process has one first cue."""

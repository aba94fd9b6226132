"""The first cue: STOP THE SET on the terminal before anything is imported or read.

Only built-in modules and the block letters are used here, so that it stands there within a few
milliseconds. The app's own first screen paints the same field in the same place.
"""

from relief_tui.blocks.letters import GAP, HEIGHT, bitmap, width

WORDS = ("STOP", "THE SET")
LINES = ("STOP THE SET. Breathe out slowly.", "Weight down first. Then the toes.")
"""The words of the protocol, repeated here because no file is read yet; a test holds them equal."""

FILL, ON = (0xF4, 0xAF, 0x2D), (0x14, 0x0B, 0x01)
GROUND, INK, TEXT = (0x1A, 0x11, 0x03), (0xFF, 0xC8, 0x5F), (0xE1, 0xE9, 0xED)
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"


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


def paint(cols: int, rows: int, *, truecolor: bool) -> str:
    """The whole first screen as text for the terminal."""
    on_fill = _colours(ON, FILL, truecolor, 30, 43)
    out = ["\x1b[H"]
    pixels = field(cols, rows)
    for row in range(field_rows(rows)):
        out.append(on_fill)
        if pixels:
            upper, lower = pixels[2 * row], pixels[2 * row + 1]
            out.append(_half_blocks(upper, lower, truecolor))
        else:
            text = " ".join(WORDS) if row == field_rows(rows) // 2 else ""
            out.append(text.center(cols)[:cols])
        out.append("\x1b[0m\r\n")
    below = rows - field_rows(rows)
    lines = [""] * (below - 2) if below < 4 else ["", *[""] * (below > 4)]
    lines = [*lines, *LINES]
    for row in range(below):
        strong = _colours(INK, GROUND, truecolor, 33, 40) + "\x1b[1m"
        plain = _colours(TEXT, GROUND, truecolor, 37, 40)
        text = lines[row] if row < len(lines) else ""
        out.append((strong if text == LINES[0] else plain) + text.center(cols)[:cols] + "\x1b[0m")
        if row < below - 1:
            out.append("\r\n")
    return "".join(out)


def _half_blocks(upper: str, lower: str, truecolor: bool) -> str:
    """One row of cells; a cell is painted only as ``▄`` or a space, see the look of the letters."""
    ink = _colours(ON, ON, truecolor, 30, 40)
    low, high = _colours(ON, FILL, truecolor, 30, 43), _colours(FILL, ON, truecolor, 33, 40)
    kinds = {"00": (low, " "), "11": (ink, " "), "01": (low, "▄"), "10": (high, "▄")}
    out, last = [], ""
    for pair in zip(upper, lower, strict=True):
        colour, glyph = kinds["".join(pair)]
        out.append(glyph if colour == last else colour + glyph)
        last = colour
    return "".join(out)


def _colours(
    front: tuple[int, int, int],
    back: tuple[int, int, int],
    truecolor: bool,
    front_code: int,
    back_code: int,
) -> str:
    if not truecolor:
        return f"\x1b[{front_code};{back_code}m"
    return "\x1b[38;2;{};{};{};48;2;{};{};{}m".format(*front, *back)


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
            truecolor = os.environ.get("COLORTERM", "") in ("truecolor", "24bit")
            text = _ENTER + paint(size.columns, size.lines, truecolor=truecolor)
            sys.stdout.buffer.write(text.encode())
            sys.stdout.buffer.flush()
        except (OSError, ValueError, AttributeError):
            return  # a terminal that cannot say its size gets its first cue from the app
        self.shown_at = time.monotonic()
        self._mind_signals()

    def _mind_signals(self) -> None:
        """Until the app minds them itself no signal may leave the shell on the cue's screen."""
        import signal

        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._end)

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
        import os

        if self.shown_at is not None:
            self.shown_at = None
            os.write(self._fd, _LEAVE.encode())  # sys.stdout may be half changed by now
        self.heed()


FIRST_CUE = FirstCue()
"""The one terminal of this process has one first cue."""

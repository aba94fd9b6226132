"""What a terminal is to a program: a screen that obeys escape sequences, and keys that send some.

Columns and rows are cells, counted from 0 at the top left.
"""

import copy
import re
from typing import Any, TypeAlias

import pyte

Wanted: TypeAlias = str | re.Pattern[str]  # words, or a pattern to search in the whole screen
Cell: TypeAlias = tuple[str, str, str]  # the character, its colour, the colour behind it

KEYS = {
    "space": " ", "enter": "\r", "esc": "\x1b", "tab": "\t", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H",
    "end": "\x1b[F", "delete": "\x1b[3~", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS",
}  # fmt: skip

# DEC private modes that programs switch, and how they stand in a terminal nobody has touched.
CURSOR, SYNCHRONIZED, ALTERNATE, MOUSE = 25, 2026, (47, 1047, 1049), (1000, 1002, 1003)
UNTOUCHED = {7: True, CURSOR: True} | dict.fromkeys(
    (*ALTERNATE, *MOUSE, 1004, 1006, 1015, 1016, 2004, SYNCHRONIZED, 2048), False
)
SYNCHRONIZED_ASKED, SYNCHRONIZED_KNOWN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*(?:\$[a-z]|[a-gi-km-z])")
CUT_IN_TWO = re.compile(rb"\x1b(?:\[[<>=?]?[0-9;]*\$?)?\Z")


def shows(text: str, wanted: Wanted) -> bool:
    """Whether the screen with this text shows `wanted`."""
    return wanted in text if isinstance(wanted, str) else wanted.search(text) is not None


def typed(key: str) -> bytes:
    """What the terminal sends for a key by name (`space`, `f2`, `ctrl+c`); other text as it is."""
    control = re.fullmatch(r"ctrl\+([a-z])", key)
    return (chr(ord(control[1]) - 96) if control else KEYS.get(key, key)).encode()


def clicked(col: int, row: int) -> bytes:
    """What it sends when the left button is pressed and released there (mode 1006)."""
    button = f"\x1b[<0;{col + 1};{row + 1}"
    return f"{button}M{button}m".encode()


class Screen(pyte.Screen):
    """pyte's screen with an alternate one, and deaf to the sequences that pyte would print."""

    def __init__(self, cols: int, rows: int) -> None:
        super().__init__(cols, rows)
        self._stream = pyte.ByteStream(self)
        self._rest = b""  # the beginning of a sequence that a read has cut in two
        self._main: tuple[Any, pyte.screens.Cursor] | None = None

    def take(self, output: bytes) -> bytes:
        """Draws the output; what a terminal would answer to it."""
        output = self._rest + output
        cut = CUT_IN_TWO.search(output)
        whole, self._rest = (output[: cut.start()], cut[0]) if cut else (output, b"")
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", whole))
        # Told so, Textual marks where each frame begins and ends.
        return SYNCHRONIZED_KNOWN if SYNCHRONIZED_ASKED in whole else b""

    def text(self) -> str:
        """The lines without trailing blanks (pyte's `display` fails on half a wide character)."""
        rows = (self.buffer[row] for row in range(self.lines))
        cols = range(self.columns)
        return "\n".join("".join(row[col].data for col in cols).rstrip() for row in rows)

    def cells(self, rows: int) -> list[list[Cell]]:
        """The uppermost rows as they look; a blank has no colour of its own."""
        return [
            [
                (cell.data, "" if cell.data == " " else cell.fg, cell.bg)
                for cell in (self.buffer[row][col] for col in range(self.columns))
            ]
            for row in range(rows)
        ]

    @property
    def alternate_on(self) -> bool:
        return self._on(*ALTERNATE)

    @property
    def cursor_on(self) -> bool:
        return self._on(CURSOR)

    @property
    def mouse_on(self) -> bool:
        return self._on(*MOUSE)

    @property
    def half_drawn(self) -> bool:
        """Whether the program has begun a frame and not ended it."""
        return self._on(SYNCHRONIZED)

    def switched(self) -> list[int]:
        """The private modes that do not stand as in a terminal nobody has touched."""
        return [mode for mode, on in UNTOUCHED.items() if self._on(mode) != on]

    def _on(self, *modes: int) -> bool:
        return any(mode << 5 in self.mode for mode in modes)  # so pyte tells them from others

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        super().set_mode(*modes, **kwargs)
        if self._main is None and self.alternate_on:
            self._main = copy.deepcopy(self.buffer), copy.copy(self.cursor)
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        super().reset_mode(*modes, **kwargs)
        if self._main and not self.alternate_on:
            (self.buffer, self.cursor), self._main = self._main, None
            self.ensure_hbounds()
            self.ensure_vbounds()

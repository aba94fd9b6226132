"""Reading a TOML file that a person wrote, whatever they left there."""

from __future__ import annotations

import re
import stat
import tomllib
from pathlib import Path
from typing import Any

from relief_tui.errors import ReliefError

LARGEST_BYTES = 64 * 1024
_MOST_DOTS = 1000  # in one line


_MENDS = (
    ("Invalid value", 'words stand between quotes: name = "A"'),
    (
        "Expected newline or end",
        "words stand between quotes, numbers alone",
    ),
    ("Illegal character '\\n'", 'a quote is missing at the end: name = "A"'),
    ("Unterminated string", 'a quote is missing at the end: name = "A"'),
    ("Unclosed array", "a comma after each line of a list, and ] at its end"),
    ("Expected '=' after a key", 'an = belongs between: name = "A"'),
    ("Cannot overwrite a value", "it stands there twice; keep one"),
)
"""How the reader words the commonest slips, and what to write instead."""


class TomlFileError(ReliefError):
    """The file cannot be used; ``str(error)`` names the path, the place, the fault and the mend."""


class TooLargeError(TomlFileError):
    """The file is larger than it may be."""


def read_toml(path: Path, largest_bytes: int = LARGEST_BYTES) -> dict[str, Any]:
    """The top table of the file at ``path``.

    Raises ``FileNotFoundError`` when nothing is there and ``TomlFileError`` for all else: no
    permission, a folder, a pipe, other text than UTF-8, no text, broken TOML.
    """
    try:
        text = _decode(_read(path, largest_bytes), path)
        if any(line.count(".") > _MOST_DOTS for line in text.split("\n")):
            raise ValueError  # tomllib takes minutes over a key of thousands of parts
        return tomllib.loads(text)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _fault(path, f"{error.strerror or error}; make it a file you may read") from error
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).partition(" (at ")
        what = f"{what[:1].lower()}{what[1:]}; {_mend(what, text, place)}"
        raise _fault(path, what, place.removesuffix(")")) from error
    except (ValueError, RecursionError) as error:  # thousands of digits, or of nested lists
        raise _fault(path, "a value too long or too deep to read; shorten it") from error


def _mend(what: str, text: str, place: str) -> str:
    """What to write instead, for who has never seen TOML."""
    number = re.search(r"line (\d+)", place)
    lines = text.split("\n")
    line = lines[int(number[1]) - 1] if number and int(number[1]) <= len(lines) else ""
    if re.search("[“”„‘’«»]", line):
        return 'write straight quotes: name = "A"'
    return next((mend for said, mend in _MENDS if what.startswith(said)), "mend it there")


def _read(path: Path, largest_bytes: int) -> bytes:
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise _fault(path, "a folder where a file should be; move it away")
    if not stat.S_ISREG(about.st_mode):  # reading a pipe may never end
        raise _fault(path, "not an ordinary file; put a text file in its place")
    if about.st_size > largest_bytes:
        raise TooLargeError(
            f"{path}: larger than {largest_bytes // 1024} KiB; shorten or delete it"
        )
    return path.read_bytes()


def _decode(data: bytes, path: Path) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _fault(path, "written as UTF-16; save it as UTF-8")
    data = data.removeprefix(b"\xef\xbb\xbf")  # the mark some Windows editors leave
    try:
        text, wrong = data.decode(), data.find(b"\0")
    except UnicodeDecodeError as error:
        text, wrong = "", error.start
    if wrong < 0:
        return text
    before = data[:wrong].decode().split("\n")
    place = f"line {len(before)}, column {len(before[-1]) + 1}"
    raise _fault(path, "not UTF-8 text; save it as UTF-8, or delete it", place)


def _fault(path: Path, what: str, place: str = "") -> TomlFileError:
    return TomlFileError(f"{path}, {place}: {what}" if place else f"{path}: {what}")

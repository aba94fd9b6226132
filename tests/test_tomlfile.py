"""Files that a person wrote: whatever is there, the fault is one line with a place and a mend."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from relief_tui.tomlfile import LARGEST_BYTES, TomlFileError, read_toml


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "some.toml"


def fault(path: Path) -> str:
    with pytest.raises(TomlFileError) as caught:
        read_toml(path)
    line = str(caught.value)
    assert line.startswith(str(path))
    assert "\n" not in line
    return line.removeprefix(str(path))


def test_a_good_file_is_its_table(file: Path) -> None:
    file.write_text('unit = "kg"\n[keys]\ncramp = "c"\n')
    assert read_toml(file) == {"unit": "kg", "keys": {"cramp": "c"}}


def test_a_missing_file_is_the_callers_to_judge(file: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_toml(file)


def test_the_mark_that_windows_editors_leave_is_no_fault(file: Path) -> None:
    file.write_text('unit = "kg"', encoding="utf-8-sig")
    assert read_toml(file) == {"unit": "kg"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"unit = kg", ", line 1, column 8: invalid value; words stand between quotes"),
        (b"unit =", ", end of document: invalid value; words stand between quotes"),
        (b'# \xc3\xbc\n# \xc3\xbc "\xfc"', ", line 2, column 6: not UTF-8 text; save it as UTF-8"),
        (b"\x89PNG\r\n", ", line 1, column 1: not UTF-8 text"),
        (b"a\0", ", line 1, column 2: not UTF-8 text"),
        ("unit = 'kg'".encode("utf-16"), ": written as UTF-16; save it as UTF-8"),
        (b"x = " + b"[" * 20_000, ": a value too long or too deep to read; shorten it"),
        (b"x = " + b"1" * 5_000, ": a value too long or too deep to read; shorten it"),
        (b"#" * (LARGEST_BYTES + 1), ": larger than 64 KiB; shorten or delete it"),
    ],
)
def test_the_fault_names_the_place_and_the_mend(file: Path, data: bytes, said: str) -> None:
    file.write_bytes(data)
    assert fault(file).startswith(said)


def test_a_folder_in_its_place(file: Path) -> None:
    file.mkdir()
    assert fault(file) == ": a folder where a file should be; move it away"


def test_a_path_through_a_file(file: Path) -> None:
    file.write_text("")
    with pytest.raises((TomlFileError, FileNotFoundError)):
        read_toml(file / "settings.toml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(file: Path) -> None:
    os.mkfifo(file)
    assert fault(file) == ": not an ordinary file; put a text file in its place"


def test_a_file_that_may_not_be_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    file.write_text("")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert fault(file) == ": Permission denied; make it a file you may read"


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("name = A", 'words stand between quotes: name = "A"'),
        ("name = “A”", 'write straight quotes: name = "A"'),
        ("seconds = 30s", "words stand between quotes, numbers alone"),
        ("tempo = 3-0-3", "words stand between quotes, numbers alone"),
        ('name = "A', "a quote is missing at the end"),
        ('cues = [\n "a"\n "b"\n]', "a comma after each line of a list, and ] at its end"),
        ('name: "A"', 'an = belongs between: name = "A"'),
        ("a = 1\na = 2", "it stands there twice; keep one"),
    ],
)
def test_the_commonest_slips_have_their_mend(line: str, mend: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f"{line}\nb = 1\n", encoding="utf-8")
    with pytest.raises(TomlFileError) as caught:
        read_toml(file)
    assert mend in str(caught.value)

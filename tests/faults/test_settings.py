"""Settings that cannot be read or do not fit: the defaults hold, the file stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.coached import coached, plain_lines, wrapped
from tests.support.history import outcomes
from tests.support.terminal import relief, run

pytestmark = pytest.mark.faults

BROKEN = {
    "syntax": (b"unit = kg\n", "line 1, column 8: invalid value; words stand between quotes"),
    "cut off": (b'theme = "relief', "unterminated string; a quote is missing at the end"),
    "binary": (bytes(range(256)), "not UTF-8 text; save it as UTF-8, or delete it"),
    "UTF-16": ('unit = "kg"'.encode("utf-16"), "written as UTF-16; save it as UTF-8"),
    "huge": (b"#" * 70_000, "larger than 64 KiB; shorten or delete it"),
}
UNFIT = {
    "unknown key": (b"volum = 3\n", "unknown key volum is ignored; did you mean volume?"),
    "wrong type": (b'hold_s = "long"\n', 'hold_s = "long" cannot be used; allowed: 10 to 20'),
    "out of range": (b"hold_s = 60\n", "hold_s = 60 cannot be used; allowed: 10 to 20"),
}


@pytest.mark.parametrize(("content", "line"), (BROKEN | UNFIT).values(), ids=BROKEN | UNFIT)
def test_the_coach_goes_by_its_defaults_and_says_so(
    content: bytes, line: str, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    (told,) = coached(tmp_path)
    assert told.startswith(str(path))
    assert line in told
    assert path.read_bytes() == content
    assert outcomes(tmp_path) == ["cancelled"]


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    assert coached(tmp_path) == [
        f"{path}: a folder where a file should be; move it away. Until then the defaults hold."
    ]
    assert path.is_dir()


def test_home_says_it_where_it_is_seen(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("volum = 3\n")
    with relief(home=tmp_path) as terminal:
        terminal.wait_for(wrapped("did you mean volume?"))


def test_what_is_right_beside_what_is_wrong_counts(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("hold_s = 12\nflsh = false\nvoice = 3\n")
    told = run("now", home=tmp_path, env={"RELIEF_TIME_SCALE": "200"})
    assert "HOLD CRAMPED LEG 12 s" in told.stdout
    assert len(plain_lines(told.stderr)) == 2
    assert told.returncode == 0

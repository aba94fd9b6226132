"""``relief warmup``: what it asks for, and what it refuses in a plain line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from relief_tui.cli import main
from relief_tui.coach.event import Flagged
from relief_tui.coach.routine import Routine
from relief_tui.content.routines import MORE, load_routine
from relief_tui.journal.log import open_log
from relief_tui.plain import PlainFace
from relief_tui.wishes import WarmupWish
from tests.support.clock import FakeClock


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> list[WarmupWish]:
    """What the face was asked for."""
    found: list[WarmupWish] = []

    def warmup(_face: PlainFace, wish: WarmupWish) -> int:
        found.append(wish)
        return 0

    monkeypatch.setattr(PlainFace, "warmup", warmup)
    return found


def _asked(wishes: list[WarmupWish]) -> Routine:
    (wish,) = wishes
    assert wish.routine is not None
    return wish.routine


@pytest.mark.parametrize("name", ["standard", "STANDARD", "full", "express"])
def test_a_name_chooses(name: str, wishes: list[WarmupWish]) -> None:
    assert main(["warmup", name]) == 0
    assert _asked(wishes).name == name.lower()


def test_without_a_name_there_is_the_list(wishes: list[WarmupWish]) -> None:
    assert main(["warmup", "--plain"]) == 0
    assert wishes == [WarmupWish()]


def test_a_line_to_begin_with(wishes: list[WarmupWish]) -> None:
    assert main(["warmup", "standard", "--from", "3"]) == 0
    assert wishes[0].line == 2


def test_more_rolling_in_place_of_the_other(wishes: list[WarmupWish]) -> None:
    assert main(["warmup", "standard", "--roll-more"]) == 0
    names = {step.name for step in _asked(wishes).steps}
    assert {step.name for step in load_routine(MORE).steps} <= names


def test_a_routine_of_ones_own(tmp_path: Path, wishes: list[WarmupWish]) -> None:
    folder = tmp_path / "routines"
    folder.mkdir()
    line = '[[steps]]\nname = "Circles"\nseconds = 20\ncues = ["slow", "both"]\n'
    (folder / "a.toml").write_text(f'name = "my ankle"\n{line}', "utf-8")
    assert main(["warmup", "My Ankle"]) == 0
    assert _asked(wishes).name == "my ankle"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("nothing",), 1, "no routine 'nothing'"),
        (("broken",), 1, "broken.toml"),
        (("standard", "--from", "99"), 2, "--from"),
        (("standard", "--from", "0"), 2, "--from"),
        (("standard", "--from", "x"), 2, "--from"),
        (("--from", "2"), 2, "NAME"),
        (("--roll-more",), 2, "NAME"),
    ],
)
def test_what_is_wrong_is_a_plain_line(
    arguments: tuple[str, ...],
    code: int,
    words: str,
    tmp_path: Path,
    wishes: list[WarmupWish],
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "broken.toml").write_text("name = 3\n", "utf-8")
    assert main(["warmup", *arguments]) == code
    said = capsys.readouterr()
    assert (said.out, wishes) == ("", [])
    assert words in said.err
    assert all(line.startswith("relief: ") for line in said.err.splitlines())
    assert len(said.err.splitlines()) <= 2


@pytest.mark.parametrize("card", ["RF02"])
def test_an_open_red_flag_refuses_it(
    card: str, tmp_path: Path, wishes: list[WarmupWish], capsys: pytest.CaptureFixture[str]
) -> None:
    log = open_log(tmp_path / "journal.db", FakeClock().wall)
    log.write("", Flagged(card, 1))
    log.close()
    assert main(["warmup", "standard"]) == 1
    said = capsys.readouterr()
    assert (said.out, wishes) == ("", [])
    assert re.fullmatch(r"relief: Not now: a red flag is open \(.*\)\. Press ! .*\n", said.err)

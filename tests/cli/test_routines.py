"""``relief routines`` and ``relief simulate ROUTINE`` as somebody uses them."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from relief_tui.cli import main
from relief_tui.content.routinefile import RoutineTable, StepTable
from relief_tui.content.routines import SHIPPED

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "routines"


@pytest.fixture
def template(folder: Path, tmp_path: Path, capsys: Captured) -> Path:
    """What `new` writes, moved out of the way of its own name."""
    main(["routines", "new", "mine"])
    capsys.readouterr()
    return Path(shutil.move(folder / "mine.toml", tmp_path / "given.toml"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def told(capsys: Captured) -> list[str]:
    said = capsys.readouterr()
    assert said.out == ""
    return said.err.splitlines()


def test_the_whole_way_of_one(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["routines", "new", "ankle-morning"]) == 0
    said = capsys.readouterr().out.splitlines()
    path = folder / "ankle-morning.toml"
    assert said[0] == str(path)
    assert said[1].endswith(f"relief routines check {path}")
    assert said[2].endswith("relief simulate ankle-morning")
    assert said[3].endswith("relief warmup ankle-morning")

    assert main(["routines", "check", str(path)]) == 0
    assert capsys.readouterr().out == "ok: ankle-morning, 2:30, 2 steps\n"
    assert main(["simulate", "ankle-morning"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("2:30  warmup_ended")

    given = tmp_path / "given.toml"
    shutil.move(path, given)
    assert main(["routines", "add", str(given)]) == 0
    assert str(path) in capsys.readouterr().out
    assert main(["routines", "remove", "Ankle-Morning"]) == 0
    assert capsys.readouterr().out == f"removed {path}\n"
    assert list(folder.iterdir()) == []


def test_the_list_shows_all_and_what_is_wrong_with_one(
    folder: Path, template: Path, capsys: Captured
) -> None:
    main(["routines", "add", str(template)])
    change(template, "seconds = 45", "seconds = 0")
    shutil.copy(template, folder / "broken.toml")
    capsys.readouterr()
    for words in (["routines"], ["routines", "list"]):
        assert main(words) == 0
        said = capsys.readouterr()
        lines = said.out.splitlines()
        assert [line.split()[0] for line in lines[1:10]] == list(SHIPPED)
        assert lines[2].split() == ["standard", "7:00", "roller,", "band", "shipped"]
        assert lines[10].split() == ["broken", "–", "your", "own:", "cannot", "be", "used"]
        assert f"{folder / 'broken.toml'}: step 1, $.steps[0].seconds is 0" in lines[11]
        assert lines[12].split() == ["mine", "2:30", "wall", "your", "own"]
        assert said.err == ""


def test_the_list_as_json(folder: Path, capsys: Captured) -> None:
    folder.mkdir()
    (folder / "x.toml").write_bytes(b"\xff\xfe")
    assert main(["routines", "list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == [*SHIPPED, "x"]
    assert rows[0] == {
        "name": "full",
        "own": False,
        "path": None,
        "total_s": 600.0,
        "takes": ["roller", "band", "machine"],
        "trouble": None,
    }
    assert rows[-1]["total_s"] is None
    assert "UTF-16" in rows[-1]["trouble"]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_routine_is_shown_line_by_line(name: str, capsys: Captured) -> None:
    assert main(["routines", "show", name.upper()]) == 0
    shown = capsys.readouterr().out
    assert main(["routines", "show", name, "--json"]) == 0
    routine = json.loads(capsys.readouterr().out)
    assert set(RoutineTable.__struct_fields__) <= set(routine)
    assert shown.startswith(f"{name}, ")
    for step in routine["steps"]:
        assert set(step) == set(StepTable.__struct_fields__)
        for text in (step["name"], step["purpose"], step["evidence"], *step["cues"]):
            assert text in shown
    minutes, seconds = divmod(int(routine["total_s"]), 60)
    assert f": {minutes}:{seconds:02} in all." in shown
    assert max(map(len, shown.splitlines())) <= 80


# What is refused


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("seconds = 45", "seconds = 0", "step 1, $.steps[0].seconds is 0; at least 1"),
        ("seconds = 45", "seconds = -5", "step 1, $.steps[0].seconds is -5; at least 1"),
        ("seconds = 45", "seconds = 36000", "$.steps[0].seconds is 36000; at most 3600"),
        ("seconds = 45", "secnds = 45", "unknown key 'secnds'; did you mean seconds?"),
        ("seconds = 45", "seconds = nan", "$.steps[0].seconds is nan; at least 1"),
        ('side = "each"', 'side = "up"', "is 'up'; write both, left, right or each"),
        ('tempo = "2-0-2"', 'tempo = "3-0"', "step 2, $.steps[1].tempo is wrong: '3-0' is no"),
        ("reps = 10", "reps = 0", "step 2, $.steps[1].reps is 0; at least 1"),
        (
            "Big slow circles, half each direction.",
            "x" * 61,
            "cues[0] is 61 characters; at most 60",
        ),
        ('"mine"', '"../mine"', "$.name is '../mine'; write letters and figures"),
        ('"mine"', '"CON"', "$.name is 'CON'; write letters and figures"),
        ('"mine"', '"full"', "$.name is 'full', which comes with Relief; give it its own"),
        ("seconds = 45", "seconds 45", ", line 26, column 9: expected '='"),
    ],
)
@pytest.mark.parametrize("command", ["check", "add"])
def test_a_fault_is_told_with_file_place_and_mend(
    command: str, old: str, new: str, said: str, template: Path, folder: Path, capsys: Captured
) -> None:
    change(template, old, new)
    assert main(["routines", command, str(template)]) == 1
    lines = told(capsys)
    assert lines[0].startswith(f"relief: {template}")
    assert said in lines[0]
    assert list(folder.iterdir()) == []


def test_all_faults_are_told(template: Path, capsys: Captured) -> None:
    change(template, "seconds = 45", "seconds = 0")
    change(template, 'side = "each"', 'side = "up"')
    change(template, 'tempo = "2-0-2"', 'tempo = "3-0"')
    assert main(["routines", "check", str(template)]) == 1
    assert len(told(capsys)) == 3


def test_what_is_there_already_is_refused(template: Path, folder: Path, capsys: Captured) -> None:
    main(["routines", "add", str(template)])
    change(template, '"mine"', '"MINE"')
    capsys.readouterr()
    for command in ("check", "add"):
        assert main(["routines", command, str(template)]) == 1
        (line,) = told(capsys)
        assert str(folder / "mine.toml") in line
        assert line.endswith("relief routines remove MINE first")


@pytest.mark.parametrize("words", [["check"], ["add"]])
def test_files_that_are_none(words: list[str], tmp_path: Path, capsys: Captured) -> None:
    places = [tmp_path / "none.toml", tmp_path, tmp_path / "empty.toml"]
    places[2].write_bytes(b"")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.toml")
        places.append(tmp_path / "pipe.toml")
    for place in places:
        assert main(["routines", *words, str(place)]) == 1
        lines = told(capsys)
        assert lines
        assert all(line.startswith(f"relief: {place}: ") for line in lines)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["routines", "show", "stndard"], "no routine 'stndard'; did you mean standard?"),
        (["simulate", "stndard"], "no routine 'stndard'; did you mean standard?"),
        (["simulate", "zzz"], "no routine 'zzz'; `relief routines list` shows all"),
        (["routines", "remove", "full"], "full comes with Relief and stays"),
        (["routines", "remove", "zzz"], "no routine 'zzz' of your own"),
        (["routines", "new", "a/b"], "the name of a routine is 'a/b'; write letters"),
        (["routines", "new", "full"], "which comes with Relief; give it its own"),
    ],
)
def test_a_name_that_will_not_do(words: list[str], said: str, capsys: Captured) -> None:
    assert main(words) == 1
    (line,) = told(capsys)
    assert said in line


def test_a_broken_own_routine_stops_neither_the_others_nor_simulate(
    folder: Path, capsys: Captured
) -> None:
    folder.mkdir()
    (folder / "a.toml").write_text("name = ", "utf-8")
    for name in ("full", "mine"):
        main(["routines", "new", "mine"])
        capsys.readouterr()
        assert main(["simulate", name]) == 0
        assert capsys.readouterr().err == ""
    assert main(["simulate", "a"]) == 1
    assert told(capsys)[0].startswith(f"relief: {folder / 'a.toml'}, ")


def test_no_text_of_a_file_reaches_the_terminal_as_an_order(folder: Path, capsys: Captured) -> None:
    folder.mkdir()
    text = 'name = "x"\n[[steps]]\nname = "a\\u202eb"\nseconds = 30\n'
    (folder / "x.toml").write_text(text, "utf-8")
    (folder / "y.toml").write_text('name = "\\u001b[31m"', "utf-8")
    for words in (["list"], ["show", "x"], ["show", "y"]):
        main(["routines", *words])
        said = capsys.readouterr()
        assert (said.out + said.err).replace("\n", "").isprintable()


# What a routine plays


def played(name: str, capsys: Captured, *more: str) -> list[dict[str, Any]]:
    assert main(["simulate", name, "--json", *more]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


@pytest.mark.parametrize(("name", "total_s"), [("full", 600), ("standard", 420), ("express", 300)])
def test_a_warmup_lasts_what_it_says_the_same_for_both_legs(
    name: str, total_s: int, capsys: Captured
) -> None:
    rows = played(name, capsys)
    assert rows[-1]["t_s"] == total_s
    steps = [row for row in rows if row["event"] == "step_began"]
    work = [row for row in steps if row["phase"] == "WORK"]
    left, right = (sum(r["seconds"] for r in work if r["side"] == s) for s in ("left", "right"))
    assert left == right > 0
    threes = {row["t_s"] for row in rows if row["event"] == "cue" and row["cue"] == "3"}
    changes = {row["t_s"] for row in steps[1:]} | {total_s}
    assert {change - 3 for change in changes} <= threes


def test_a_leg_may_be_first(capsys: Captured) -> None:
    rows = played("bedtime", capsys, "--side", "right")
    work = [row["side"] for row in rows if row["event"] == "step_began" and row["phase"] == "WORK"]
    assert work == ["right", "left"] * 6

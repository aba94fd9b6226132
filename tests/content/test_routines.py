"""Routine files: the shipped ones, and all that can be wrong with one that somebody wrote."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import example, given
from hypothesis import strategies as st

from relief_tui.coach.routine import Care, Routine, Sides
from relief_tui.content import ContentError
from relief_tui.content.routinefile import MOST_STEPS, RoutineTable, StepTable
from relief_tui.content.routines import RoutineError, care_of, read_routine, routine_of

GOOD = 'name = "mine"\n\n[[steps]]\nname = "Walk"\nseconds = 30\n'


def faults_of(raw: dict[str, Any]) -> list[str]:
    with pytest.raises(RoutineError) as caught:
        routine_of(raw, "mine.toml")
    assert str(caught.value).startswith(caught.value.faults[0])
    return [fault.removeprefix("mine.toml: ") for fault in caught.value.faults]


def with_step(**keys: Any) -> dict[str, Any]:
    sound = {"name": "Walk", "seconds": 30}
    return {"name": "mine", "steps": [sound, sound, sound | keys]}


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"seconds": 0}, ".seconds is 0; at least 1"),
        ({"seconds": -5}, ".seconds is -5; at least 1"),
        ({"seconds": 36000}, ".seconds is 36000; at most 3600"),
        ({"seconds": float("nan")}, ".seconds is nan; at least 1"),
        ({"seconds": float("inf")}, ".seconds is inf; at most 3600"),
        ({"seconds": 10**400}, ".seconds is a huge number; write a smaller one"),
        ({"seconds": "30"}, ".seconds is a text; write a number"),
        ({"seconds": None}, ".seconds is missing; add it, such as seconds = 30"),
        ({"sides": "left"}, " has an unknown key 'sides'; did you mean side?"),
        ({"zzz": 1}, " has an unknown key 'zzz'; remove it or mend its spelling"),
        ({"side": "up"}, ".side is 'up'; write both, left, right or each"),
        ({"kind": "laps"}, ".kind is 'laps'; write time or reps"),
        ({"tempo": "3-0"}, ".tempo is wrong: '3-0' is no tempo; write three numbers of seconds,"),
        ({"tempo": "0-0-0"}, ".tempo is wrong: '0-0-0' takes no time; write for example 3-0-3"),
        ({"reps": 0}, ".reps is 0; at least 1"),
        ({"reps": 8}, '.reps is for kind = "reps"; write that, or leave it out'),
        ({"kind": "reps"}, ".reps is missing; add it, such as reps = 10"),
        ({"kind": "reps", "reps": 8, "seconds": None}, ".tempo is missing; add it, such as"),
        ({"kind": "reps", "reps": 8, "tempo": "2-0-2"}, ".seconds is 30; 8 reps at 2-0-2 take 32"),
        ({"kind": "reps", "reps": 99, "tempo": "20-0-20"}, ".reps at 20-0-20 take 3960 s; at most"),
        ({"cues": ["x" * 61, "y"]}, ".cues[0] is 61 characters; at most 60"),
        ({"cues": ["one"]}, ".cues has 1 entry; at least 2"),
        ({"cues": ["a", "b", "c", "d"]}, ".cues has 4 entries; at most 3"),
        ({"seconds": 3, "cues": ["x" * 60, "y" * 60]}, ".cues take about 8 s to read, the step"),
        ({"parts": ["UP"]}, ".parts has 1 entry; exactly 3"),
        ({"name": "two\nlines"}, ".name is 'two\\nlines'; write one line of plain text"),
    ],
)
def test_what_is_wrong_with_a_step_is_told_with_its_place_and_the_mend(
    keys: dict[str, Any], said: str
) -> None:
    raw = with_step(**keys)
    raw["steps"][2] = {key: value for key, value in raw["steps"][2].items() if value is not None}
    (fault,) = faults_of(raw)
    assert fault.startswith(f"step 3, $.steps[2]{said}")


@pytest.mark.parametrize(
    "name",
    ["", "a/b", "..", "../x", "a\\b", ".x", "a ", "x" * 41, "a\0", "CON", "nul", "com1", "LPT9"],
)
def test_a_name_that_is_no_name_of_a_file_is_refused(name: str) -> None:
    (fault,) = faults_of(with_step() | {"name": name})
    assert fault.startswith("$.name is ")


@pytest.mark.parametrize("name", ["ankle-morning", "Ankle morning", "Dehnen für Jörg", "con-2"])
def test_any_other_name_is_one(name: str) -> None:
    assert routine_of(with_step() | {"name": name}, "x").name == name


def test_all_faults_are_told_each_in_its_line() -> None:
    raw = with_step(seconds=0, side="up", zzz=1) | {"takes": 5}
    raw["steps"][0] = {"seconds": 30, "cues": ["only one"]}
    raw["steps"][1] = {"name": "Walk"}
    assert faults_of(raw) == [
        "$.takes is a whole number; write a list",
        "step 1, $.steps[0].name is missing; add it",
        "step 1, $.steps[0].cues has 1 entry; at least 2",
        "step 2, $.steps[1].seconds is missing; add it, such as seconds = 30",
        "step 3, $.steps[2].seconds is 0; at least 1",
        "step 3, $.steps[2].side is 'up'; write both, left, right or each",
        "step 3, $.steps[2] has an unknown key 'zzz'; remove it or mend its spelling",
    ]


def test_steps_that_are_none() -> None:
    assert faults_of({"name": "x", "steps": []}) == ["$.steps is empty; write something"]
    assert faults_of({"name": "x", "steps": [7]})[0].startswith("step 1, $.steps[0] is 7; write it")
    (fault,) = faults_of({"name": "x", "steps": {"name": "Walk"}})
    assert fault.endswith("; write each step as a table, below [[steps]]")
    assert faults_of({}) == ["$.name is missing; add it", "$.steps is missing; add it"]


# Files


def said_of(path: Path) -> str:
    with pytest.raises(RoutineError) as caught:
        read_routine(path)
    line = str(caught.value)
    assert "\n" not in line
    assert line.startswith(str(path))
    return line.removeprefix(str(path))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, "utf-8")
    return path


def test_a_good_file_is_its_routine(file: Path) -> None:
    routine = read_routine(file)
    assert (routine.name, routine.length, len(routine.steps)) == ("mine", "0:40", 1)


@pytest.mark.parametrize("lines", [2, 12])
def test_ten_thousand_steps_are_told_as_such_and_fast(file: Path, lines: int) -> None:
    step = '\n[[steps]]\nname = "Walk"\nseconds = 30\n' + f"# {'x' * 60}\n" * lines
    file.write_text('name = "mine"\n' + step * 10_000, "utf-8")
    began = time.monotonic()
    assert said_of(file) == f": $.steps has 10000 entries; at most {MOST_STEPS}"
    assert time.monotonic() - began < 2.0


def test_ten_thousand_steps_in_one_line(file: Path) -> None:
    file.write_text(f'name = "x"\nsteps = [{"{seconds=30}," * 30_000}]', "utf-8")
    assert said_of(file) == ": larger than 256 KiB; shorten it: a routine has at most 60 steps"


def test_a_routine_in_a_wide_script_with_all_its_steps_still_fits(file: Path) -> None:
    line = "动" * 60
    step = f'[[steps]]\nname = "{line}"\nseconds = 60\npace = "{line}"\npurpose = "{line}"\n'
    cues = f'cues = ["{line}", "{line}", "{line}"]\n'
    file.write_text('name = "x"\n' + (step + cues) * MOST_STEPS, "utf-8")
    assert len(read_routine(file).steps) == MOST_STEPS


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", ": $.name is missing; add it (the first of 2 faults)"),
        (b"\x89PNG\r\n\x1a\n\0", ", line 1, column 1: not UTF-8 text; save it as UTF-8, or"),
        (GOOD.encode("utf-16"), ": written as UTF-16; save it as UTF-8"),
        (b'name = "x"\nseconds 30', ", line 2, column 9: expected '=' after a key in"),
        (
            GOOD.encode().replace(b"30", b"thirty"),
            ", line 5, column 11: invalid value; words stand between quotes",
        ),
        (b"a" + b".a" * 30_000 + b" = 1", ": a value too long or too deep to read; shorten it"),
    ],
)
def test_a_file_that_is_no_routine_at_all(file: Path, data: bytes, said: str) -> None:
    file.write_bytes(data)
    assert said_of(file).startswith(said)


def test_a_file_that_windows_wrote_is_as_good(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_routine(file).name == "mine"


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    assert said_of(tmp_path / "none.toml") == ": there is no such file; mend the path"
    assert said_of(tmp_path) == ": a folder where a file should be; move it away"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert said_of(tmp_path / "pipe.toml").startswith(": not an ordinary file; put a text file")


def test_a_link_to_itself(tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    try:
        link.symlink_to(link)
    except OSError:
        pytest.skip("no links here")
    assert said_of(link).endswith("; make it a file you may read")


def test_a_path_that_no_terminal_should_obey_is_shown_without(tmp_path: Path) -> None:
    with pytest.raises(RoutineError) as caught:
        read_routine(tmp_path / "a\x1b[31m\nb.toml")
    assert "a?[31m?b.toml: there is no such file" in str(caught.value)


# As far as chance reaches

VALUES = st.one_of(
    st.integers(-10, 4000),
    st.floats(),
    st.booleans(),
    st.text(max_size=70),
    st.sampled_from(["time", "reps", "both", "each", "up", "2-0-2", "3-0", "limited", "roll"]),
    st.lists(st.text(max_size=62), max_size=5),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)
KEYS = st.sampled_from([*StepTable.__struct_fields__, *RoutineTable.__struct_fields__, "zzz"])
ANY = st.dictionaries(KEYS, VALUES, max_size=3)
STEPS = st.builds(
    lambda seconds, any: {"name": "x", "seconds": seconds} | any, st.floats(1, 90), ANY
)
TABLES = st.builds(
    lambda steps, any: {"name": "x", "steps": steps} | any,
    st.lists(STEPS, min_size=1, max_size=4),
    ANY,
)


@given(raw=TABLES | st.dictionaries(st.text(max_size=9), VALUES, max_size=4))
@example(raw=with_step())
@example(raw=with_step(kind="reps", seconds=40, reps=10, tempo="2-0-2"))
def test_any_table_is_a_routine_within_limits_or_told_in_one_line(raw: dict[str, Any]) -> None:
    said = ""
    try:
        _within_limits(routine_of(raw, "mine.toml"))
    except ContentError as error:
        said = str(error)
    assert said == "" or (said.startswith("mine.toml: ") and said.isprintable())
    assert len(said) < 400


def _within_limits(routine: Routine) -> None:
    assert 1 <= len(routine.steps) <= MOST_STEPS
    assert all(0 <= s <= 120 for s in (routine.get_ready_s, routine.change_s, routine.switch_s))
    for step in routine.steps:
        assert 1 <= step.seconds <= 3600
        assert len(step.cues) in (0, 2, 3)
        assert all(
            1 <= len(line) <= 60 and line.splitlines() == [line] for line in (step.name, *step.cues)
        )
        assert sum(map(len, step.cues)) <= step.seconds * 15
        assert step.side in Sides
        assert 0 <= step.reps <= 100


@given(data=st.data())
def test_a_damaged_file_is_told_in_one_line_or_still_good(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = GOOD.encode()
    start = data.draw(st.integers(0, len(whole)), label="from")
    stop = data.draw(st.integers(start, len(whole)), label="to")
    put = data.draw(st.binary(max_size=20), label="instead")
    file = tmp_path_factory.getbasetemp() / "damaged.toml"
    file.write_bytes(whole[:start] + put + whole[stop:])
    said = ""
    try:
        _within_limits(read_routine(file))
    except ContentError as error:
        said = str(error)
    assert said == "" or said.startswith(str(file))
    assert "\n" not in said


@pytest.mark.parametrize(
    ("words", "care"),
    [
        ("Calf massage", Care.ROLL),
        ("Foam the calf", Care.ROLL),
        ("Rolling the calf", Care.ROLL),
        ("Calf lean at the wall", Care.STRETCH),
        ("At the wall. Stretch the calf", Care.STRETCH),
        ("Nordic hamstring", Care.CURL),
        ("Ramp set on the machine, 50% load", Care.CURL),
        ("Toe curls", None),
        ("Calf raises, both feet", None),
        ("Easy bike or brisk walk", None),
    ],
)
def test_what_a_step_is_can_be_told_from_its_words(words: str, care: Care | None) -> None:
    assert care_of(words) is care


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("takes", ["\x1b[31mBAD"]),
        ("takes", ["a\nb"]),
        ("takes", [" "]),
        ("about", "turned \u202eround"),
    ],
)
def test_no_word_of_a_routine_can_tell_the_terminal_anything(
    key: str, value: object, tmp_path: Path
) -> None:
    file = tmp_path / "evil.toml"
    step = {"name": "x", "seconds": 10}
    file.write_text(tomlkit.dumps({"name": "evil", key: value, "steps": [step]}), "utf-8")
    with pytest.raises(ContentError):
        read_routine(file)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("short", "\x1b[31mHI"),
        ("short", "   "),
        ("parts", ["\x1b[2J", "b", "c"]),
        ("name", "a\u2066b"),
        ("pace", "\x07"),
        ("cues", ["\x9b31m", "fine"]),
    ],
)
def test_nor_any_word_of_a_step(key: str, value: object, tmp_path: Path) -> None:
    file = tmp_path / "evil.toml"
    step = {"name": "x", "seconds": 10} | {key: value}
    file.write_text(tomlkit.dumps({"name": "evil", "steps": [step]}), "utf-8")
    with pytest.raises(ContentError):
        read_routine(file)

"""A warm-up as lines, by the real program: with no key at all, with some, in a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from relief_tui.content.routines import load_routine
from tests.support.history import events
from tests.support.terminal import relief, run

pytestmark = pytest.mark.terminal

SCALE = 40
FAST = {"RELIEF_TIME_SCALE": f"{SCALE}"}
LATE_S = 0.2 * SCALE
"""Seconds of the run by which a line may be late on a busy machine."""
FASTEST = {"RELIEF_TIME_SCALE": "200"}
SHIPPED = ("full", "standard", "express")

_LINE = re.compile(r"\[(\d\d):(\d\d)\] [^\x00-\x1f\x7f]+")


def _at_s(line: str) -> int:
    found = _LINE.fullmatch(line)
    assert found is not None, line
    return 60 * int(found[1]) + int(found[2])


def _due(name: str) -> list[tuple[int, str]]:
    """When each piece of work begins with no key pressed, and its line."""
    routine = load_routine(name)
    at, found = routine.get_ready_s, []
    for number, step in enumerate(routine.steps):
        at += routine.change_s if number else 0.0
        for turn, side in enumerate(step.sides()):
            at += routine.switch_s if turn else 0.0
            found.append((int(at), f"WORK {side.value.upper()}  {step.name}"))
            at += step.seconds
    return found


@pytest.mark.parametrize("name", SHIPPED[1:])
def test_hands_free_from_the_first_line_to_the_last(name: str, tmp_path: Path) -> None:
    told = run("warmup", name, "--plain", home=tmp_path, env=FAST, timeout=60)
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    works = [(_at_s(line), line[8:]) for line in lines if "] WORK " in line]
    due = _due(name)
    for (at, words), (due_at, begin) in zip(works, due, strict=True):
        assert due_at <= at <= due_at + LATE_S
        assert re.sub(r"\d+ s", "", words).startswith(begin)
    routine = load_routine(name)
    assert _at_s(lines[-1]) == pytest.approx(routine.total_s, abs=LATE_S)
    assert lines[-1].endswith("] Log saved.")
    (ended,) = events(tmp_path, "warmup_ended")
    count = len(routine.steps)
    assert (ended["outcome"], ended["done"], ended["skipped"]) == ("done", count, 0)
    assert ended["seconds"] == pytest.approx(routine.total_s, abs=0.5)
    table = run("history", home=tmp_path).stdout
    assert re.search(rf"Warm-ups\n  \S+ \S+  {name}  done  {count} done  \d+:\d\d", table)


def test_without_a_choice_the_standard_one_begins(tmp_path: Path) -> None:
    told = run("warmup", home=tmp_path, env=FASTEST, timeout=60)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Nothing was chosen: the standard warm-up begins." in told.stdout
    assert [event["routine"] for event in events(tmp_path, "warmup_ended")] == ["standard"]


@pytest.mark.parametrize(
    ("args", "typed", "name"),
    [
        (("warmup",), "3\nx\n", "express"),
        (("warmup",), "express\nx\n", "express"),
        (("warmup",), "1x", "full"),
        ((), "w\n2\nx\nq\n", "standard"),
    ],
)
def test_a_choice_through_a_pipe(
    args: tuple[str, ...], typed: str, name: str, tmp_path: Path
) -> None:
    told = run(*args, home=tmp_path, input=typed)
    assert (told.returncode, told.stderr) == (0, "")
    assert [event["routine"] for event in events(tmp_path, "warmup_began")] == [name]
    assert [event["outcome"] for event in events(tmp_path, "warmup_ended")] == ["stopped"]


def test_lines_that_wait_for_a_key_do_not_where_none_can_come(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('rep_steps = "key"\n', "utf-8")
    told = run("warmup", "express", home=tmp_path, env=FAST, timeout=60)
    assert (told.returncode, told.stderr) == (0, "")
    assert "10 reps – SPACE when done" in told.stdout
    (ended,) = events(tmp_path, "warmup_ended")
    assert (ended["outcome"], ended["skipped"]) == ("done", 0)
    assert ended["seconds"] == pytest.approx(load_routine("express").total_s, abs=LATE_S)


def test_keys_in_a_terminal_and_a_cramp_in_the_middle(tmp_path: Path) -> None:
    with relief("warmup", "full", "--plain", "--from", "2", home=tmp_path, scale=4) as terminal:
        terminal.wait_for("READY")
        terminal.press("n")
        terminal.wait_for("WORK LEFT")
        terminal.press("c")
        terminal.wait_for("STOP THE SET")
        terminal.press("x")
        terminal.wait_for("Back in the warm-up:")
        terminal.wait_for("paused: WORK LEFT")
        terminal.press("space", "l")
        terminal.wait_for("A number goes to that line")
        terminal.press("esc")
        terminal.wait_for("It waits where it stands")
        assert terminal.wait_exit() == 0
        assert b"\x1b" not in terminal.raw
        assert terminal.sane()
    with relief("--plain", home=tmp_path) as terminal:
        terminal.wait_for("GO ON? warm-up")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert events(tmp_path, "warmup_ended") == []


def test_the_other_face_shows_the_first_line(tmp_path: Path) -> None:
    with relief("warmup", "standard", home=tmp_path) as terminal:
        terminal.wait_for(re.compile(r"READY \d+ s"))
        terminal.press("n")
        terminal.wait_for(re.compile(r"WORK BOTH \d+ s"))
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.given_back()


def test_the_list_is_the_first_screen(tmp_path: Path) -> None:
    with relief("warmup", home=tmp_path) as terminal:
        assert all(name in terminal.wait_for("standard") for name in SHIPPED)
        terminal.press("q")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize("args", [("standard",), ("standard", "--plain")])
def test_a_red_flag_refuses_it_in_a_line(args: tuple[str, ...], tmp_path: Path) -> None:
    flagged = run("now", "--plain", "--side", "left", home=tmp_path, input="!1 ")
    assert flagged.returncode == 0
    with relief("warmup", *args, home=tmp_path) as terminal:
        assert terminal.wait_exit() == 1
        assert "relief: Not now: a red flag is open" in " ".join(terminal.text().split())
    assert events(tmp_path, "warmup_began") == []

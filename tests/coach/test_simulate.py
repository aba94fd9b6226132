"""A run on no clock: its timeline as ``relief simulate --json`` shows it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from relief_tui.coach.event import KINDS
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.simulate import timeline
from relief_tui.coach.step import Side
from relief_tui.content import load_script
from tests.coach.driving import Run, relief
from tests.coach.toy import routine


def rows(*answers: str, **known: Any) -> list[dict[str, Any]]:
    """The timeline as rows."""
    return [line.row() for line in timeline(relief(**known), answers)]


def of(kind: str, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of one kind."""
    return [row for row in found if row["event"] == kind]


def test_the_first_rows() -> None:
    assert rows(side=Side.LEFT)[:3] == [
        {
            "t_s": 0.0, "event": "relief_began", "step": None, "phase": None, "side": Side.LEFT,
            "cue": None, "machine": None, "exercise": None, "load": None,
        },
        {
            "t_s": 0.0, "event": "step_began", "step": 1, "phase": "STOP THE SET",
            "side": Side.LEFT, "cue": None, "position": None, "seconds": 3.0,
        },
        {
            "t_s": 0.0, "event": "cue", "step": 1, "phase": "STOP THE SET", "side": Side.LEFT,
            "cue": "start",
        },
    ]  # fmt: skip


def test_silence_plays_the_hands_free_run_to_its_last_row() -> None:
    found = rows()
    assert [(r["t_s"], r["phase"], r["seconds"]) for r in of("step_began", found)] == (
        Run(relief()).at(300.0).steps()
    )
    assert (found[-1]["t_s"], found[-1]["event"], found[-1]["outcome"]) == (
        219.0,
        "relief_ended",
        "unanswered",
    )


@pytest.mark.parametrize("answers", [(), ("gone",), ("worse",), ("same", "easing", "gone")])
def test_rows_are_in_order_and_name_their_events(answers: tuple[str, ...]) -> None:
    found = rows(*answers)
    times = [row["t_s"] for row in found]
    assert times == sorted(times)
    assert {row["event"] for row in found} <= {*KINDS, "cue"}
    assert found[-1]["event"] == "relief_ended"


def test_each_question_takes_the_next_answer_that_fits_it() -> None:
    found = rows("same", "easing", "still", "gone", "0", "10")
    assert [(r["question"], r["answer"]) for r in of("answered", found)] == [
        ("check", "same"),
        ("check", "easing"),
        ("check", "still"),
        ("check", "gone"),
        ("screen", 0),
        ("pain", 10),
    ]
    assert of("flagged", found)[0]["card"] == "RF04"


def test_worse_then_both_lists_clear() -> None:
    found = rows("worse", "0", "0", "gone", "4", "0", "1")
    assert [(r["question"], r["answer"]) for r in of("answered", found)] == [
        ("check", "worse"),
        ("tear", 0),
        ("screen", 0),
        ("check", "gone"),
        ("screen", 4),
        ("multi", 0),
        ("pain", 1),
    ]
    assert found[-1]["outcome"] == "gone"


@pytest.mark.parametrize("word", ["7", "better", "²", ""])
def test_an_answer_that_fits_nothing_is_silence(word: str) -> None:
    assert of("answered", rows(word)) == []


def test_what_is_kept_for_a_list_is_silence_at_the_check() -> None:
    found = rows("gone", "easing")
    assert [r["answer"] for r in of("answered", found)] == ["gone", "unanswered", "unanswered"]


def test_a_timeline_can_be_written_as_json() -> None:
    found = rows("gone", load=Load(45.0, Unit.KG), side=Side.BOTH)
    began = json.loads(json.dumps(found))[0]
    assert began["load"] == {"value": 45.0, "unit": "kg"}
    assert began["side"] == "both"


def test_a_plan_of_another_kind() -> None:
    found = [line.row() for line in timeline(routine(10.0, 5.0))]
    assert [(r["t_s"], r["seconds"]) for r in of("step_began", found)] == [(0.0, 10.0), (10.0, 5.0)]
    assert found[-1]["t_s"] == 15.0


def test_the_shipped_script_has_the_same_times() -> None:
    from relief_tui.coach.relief import Relief

    answers = ("same", "easing", "worse", "0", "0", "same", "gone", "0", "3")
    shipped = [line.row() for line in timeline(Relief(load_script()), answers)]
    assert [_timed(row) for row in shipped] == [_timed(row) for row in rows(*answers)]


def _timed(row: dict[str, Any]) -> dict[str, Any]:
    """The row without the words of the script."""
    return {key: value for key, value in row.items() if key != "reason"}

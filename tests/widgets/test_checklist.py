"""The lines of a routine: their marks, the one that is chosen, what is known of the current one."""

from __future__ import annotations

import pytest

from relief_tui.coach.checklist import CheckLine, Checklist, Mark
from relief_tui.widgets.checklist import RoutineLines, fitted, labelled
from tests.support.pilot import settle
from tests.widgets.stage import lines, staged

NAMES = ("Walk", "Roll", "Circles", "Raises", "Curl")
MARKS = (Mark.DONE, Mark.SKIPPED, Mark.NOW, Mark.OFF, Mark.OPEN)
ALL = Checklist(
    "morning 3:10",
    tuple(CheckLine(name, "0:30", mark) for name, mark in zip(NAMES, MARKS, strict=True)),
    2,
    "Move the ankle",
    "evidence: limited",
    "slow",
    60.0,
)


def shown(widget: RoutineLines) -> list[str]:
    return [" ".join(line.split()) for line in lines(widget)]


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ("evidence: good", "● good"),
        ("evidence: limited", "◐ limited"),
        ("rule of thumb", "○ rule of thumb"),
        ("corrected", "↺ corrected"),
        ("no support found", "∅ no support found"),
    ],
)
def test_a_label_has_its_shape(evidence: str, words: str) -> None:
    assert labelled(evidence) == words


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        ("curl", 6, "curl  "),
        ("long curl", 6, "long… "),
        ("longest", 4, "lon…"),
        ("🦵🦵🦵", 4, "🦵… "),
    ],
)
def test_what_does_not_fit_ends_in_dots(words: str, room: int, shown: str) -> None:
    assert fitted(words, room) == shown


async def test_every_line_has_its_mark_and_the_current_one_what_is_known_of_it() -> None:
    widget = RoutineLines()
    async with staged(widget, 30, 8):
        widget.value = ALL
        assert shown(widget) == [
            "✓ Walk 0:30",
            "– Roll skipped",
            "▶ Circles 0:30",
            "∅ Raises off",
            "Curl 0:30",
            "",
            "Move the ankle",
            "◐ limited · slow",
        ]


async def test_the_choice_passes_over_what_is_left_out_and_stops_at_the_ends() -> None:
    widget = RoutineLines()
    async with staged(widget, 30, 8):
        widget.value = ALL
        widget.move(1)
        assert widget.chosen == 4
        widget.move(1)
        assert widget.chosen == 4
        assert shown(widget)[4] == "› Curl 0:30"
        for _ in range(6):
            widget.move(-1)
        assert widget.chosen == 0
        widget.forget()
        assert widget.chosen is None


async def test_a_click_chooses_and_the_last_line_can_be_reached_in_one_row() -> None:
    widget = RoutineLines()
    async with staged(widget, 30, 2) as (_, pilot):
        widget.value = ALL
        assert shown(widget)[1] == "▶ Circles 0:30"
        await pilot.click(widget, offset=(5, 0))
        await settle(pilot)
        assert widget.chosen == 1
        widget.move(1)
        widget.move(1)
        assert "› Curl 0:30" in shown(widget)

"""A list of questions and a scale: numbered lines that can be pressed."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from relief_tui.coach.step import Asking, Question
from relief_tui.widgets.asking import Ask, Row, row_of
from tests.support.pilot import settle
from tests.widgets.stage import Stage, staged

LIST = Question("tear", Asking.LIST, "Any of these?", ("A pop", "[b]sore[/"), "none", "Not sure?")
SCALE = Question("pain", Asking.SCALE, "Pain now?", hint="0 none … 10 the worst")
CHECK = Question("check", Asking.CHECK, "How is it?", ("gone", "worse"))


def text(stage: Stage) -> list[str]:
    rows = [strip.text.strip() for strip in stage.screen._compositor.render_strips()]
    return [row for row in rows if row]


async def ask(stage: Stage, pilot: Pilot[None], question: Question | None) -> Ask:
    found = stage.query_one(Ask)
    found.question = question
    await settle(pilot)
    return found


async def test_a_list() -> None:
    async with staged(Ask(), 60, 16) as (stage, pilot):
        await ask(stage, pilot, LIST)
        assert text(stage) == [
            "Any of these?", "1    A pop", "2    [b]sore[/", "0    none", "Not sure?",
        ]  # fmt: skip


async def test_a_scale() -> None:
    async with staged(Ask(), 60, 16) as (stage, pilot):
        await ask(stage, pilot, SCALE)
        numbers = "0    1    2    3    4    5    6    7    8    9    10"
        assert text(stage) == ["Pain now?", numbers, "0 none … 10 the worst"]


@pytest.mark.parametrize("question", [None, CHECK])
async def test_nothing_to_show(question: Question | None) -> None:
    """The check has tiles of its own."""
    async with staged(Ask(), 60, 16) as (stage, pilot):
        await ask(stage, pilot, LIST)
        await ask(stage, pilot, question)
        assert text(stage) == []


async def test_one_question_takes_the_place_of_the_other() -> None:
    async with staged(Ask(), 60, 16) as (stage, pilot):
        for question in (LIST, SCALE, LIST, SCALE):
            stage.query_one(Ask).question = question
        await settle(pilot)
        assert text(stage)[0] == "Pain now?"
        assert len(stage.query(Row)) == 11


async def test_a_one_that_may_become_a_ten() -> None:
    async with staged(Ask(), 60, 16) as (stage, pilot):
        asking = await ask(stage, pilot, SCALE)
        asking.typed = "1"
        await settle(pilot)
        assert text(stage)[-1] == "1…  press 0 for 10"
        asking.typed = ""
        await settle(pilot)
        assert text(stage)[-1] == SCALE.hint


@pytest.mark.parametrize("question", [LIST, SCALE])
async def test_a_press_on_a_line_is_its_number(question: Question) -> None:
    async with staged(Ask(), 60, 16) as (stage, pilot):
        await ask(stage, pilot, question)
        first, *_, last = stage.query(Row)
        for row in (first, last):
            for spot in (row, *row.children):
                await pilot.click(spot)
                await settle(pilot)
                told = [message for message in stage.told if isinstance(message, Ask.Answered)]
                assert [message.number for message in told] == [row.number]
                stage.told.clear()


async def test_a_press_beside_the_lines_is_none() -> None:
    async with staged(Ask(), 60, 16) as (stage, pilot):
        await ask(stage, pilot, LIST)
        await pilot.click(".title")
        await settle(pilot)
        await pilot.click(Ask, offset=(50, 15))
        await settle(pilot)
        assert stage.told == []
        assert row_of(None) is None
        assert row_of(stage.query_one(".title")) is None

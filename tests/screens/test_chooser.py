"""The list of warm-ups: what stands in it, how one is chosen, and five hundred of one's own."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from relief_tui.coach.event import WarmupBegan, WarmupEnded
from relief_tui.content.routines import SHIPPED, load_routine
from relief_tui.services import Services
from relief_tui.shelf import Found, Shelf
from relief_tui.wishes import WarmupWish
from tests.screens.warmups import write_own
from tests.support.clock import FakeClock
from tests.support.pilot import app_at


async def test_what_stands_there(tmp_path: Path) -> None:
    write_own(tmp_path, "ankle-morning")
    with closing(Services(clock=FakeClock())) as services:
        services.log.write("r", WarmupBegan("standard"))
        services.log.write("r", WarmupEnded("done", 7, 0, "standard", 420.0))
    async with app_at(later_s=2 * 86_400.0) as face:
        await face.press("w")
        assert "standard 7:00 roller, band 2 days ago" in face.words
        assert "full 10:00" in face.words
        assert "express 5:00" in face.words
        assert "your own ankle-morning 1:35 step" in face.words


async def test_the_keys_that_mark_and_start() -> None:
    last = len(SHIPPED) - 1
    async with app_at() as face:
        await face.press("w")
        for key, line in (
            ("down", 1), ("n", 2), ("up", 1), ("p", 0), ("p", 0), ("end", last), ("home", 0),
            ("pagedown", last), ("pageup", 0),
        ):  # fmt: skip
            await face.press(key)
            assert f"▶ {line + 1} {SHIPPED[line]}" in face.text, key
        await face.press("enter")
        assert face.event("warmup_began")["routine"] == "full"
        await face.press("x", "space", "w", "space", "x", "escape")
        assert face.shown == "HomeScreen"
        assert len(face.events("warmup_began")) == 2


async def test_a_number_starts_at_once() -> None:
    async with app_at() as face:
        await face.press("w", "3")
        assert face.event("warmup_began")["routine"] == "express"


async def test_more_rolling() -> None:
    standard = load_routine("standard")
    async with app_at() as face:
        await face.press("w", "down", "plus")
        assert f"standard {standard.length}" not in face.words
        assert "more rolling" in face.text
        await face.press("plus")
        assert f"standard {standard.length}" in face.words
        await face.press("plus", "enter")
        assert face.run.conductor.plan.routine.total_s > standard.total_s  # type: ignore[attr-defined]


async def test_a_broken_file_of_ones_own(tmp_path: Path) -> None:
    """It is told and cannot be started; the others can."""
    write_own(tmp_path, "a-broken", broken=True)
    write_own(tmp_path, "b-whole")
    async with app_at() as face:
        await face.press("w", "end")
        assert "✗   a-broken" in face.text
        await face.press("up")
        assert "a-broken.toml: " in face.text
        assert "secnds" in face.words
        await face.press("enter")
        assert face.shown == "ChooserScreen"
        assert face.events("warmup_began") == []
        await face.click("b-whole")
        assert face.event("warmup_began")["routine"] == "b-whole"


async def test_only_the_files_that_are_seen_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(500):
        write_own(tmp_path, f"own-{number:03d}")
    read: list[Path] = []
    look = Shelf.look

    def looked(shelf: Shelf, path: Path) -> Found:
        read.append(path)
        return look(shelf, path)

    monkeypatch.setattr(Shelf, "look", looked)
    async with app_at() as face:
        await face.press("w")
        assert "own-000" in face.text
        assert 0 < len(read) <= 24
        await face.press("end")
        assert "own-499" in face.text
        assert len(read) <= 48
        assert len(set(read)) == len(read)
        await face.press("enter")
        assert face.event("warmup_began")["routine"] == "own-499"


async def test_it_comes_first_where_one_was_wished_for() -> None:
    async with app_at(now=WarmupWish()) as face:
        assert face.shown == "ChooserScreen"
        await face.press("2", "x", "space")
        assert face.shown == "HomeScreen"
    async with app_at(now=WarmupWish()) as face:
        await face.press("escape")
        assert face.shown == "HomeScreen"


async def test_a_cramp_comes_back_to_it() -> None:
    async with app_at(now=WarmupWish()) as face:
        await face.press("c", "x", "space")
        assert face.shown == "ChooserScreen"


async def test_w_after_a_run_and_not_while_a_timer_runs() -> None:
    async with app_at() as face:
        await face.press("c", "w")
        assert face.shown == "RunScreen"
        await face.press("x", "w")
        assert face.shown == "ChooserScreen"
        await face.press("escape")
        assert face.shown == "RunScreen"
        await face.press("w", "1")
        assert face.view.title == "BIKE"
        await face.press("w")
        assert face.shown == "RunScreen"

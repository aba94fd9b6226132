"""A warm-up from its first second to its last, by keys, by nobody and by mouse."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from relief_tui.coach.event import Flagged
from relief_tui.coach.step import Phase, Side
from relief_tui.services import Services
from relief_tui.widgets.checklist import FORGOTTEN_S, RoutineLines
from relief_tui.wishes import WarmupWish
from tests.screens.situations import bring
from tests.screens.warmups import RAISES, ROUTINE, WISH, write_own
from tests.support.clock import FakeClock
from tests.support.pilot import Face, app_at


def flag(card: str, tier: int) -> None:
    """An earlier run of the program left a red flag open."""
    with closing(Services(clock=FakeClock())) as services:
        services.log.write("", Flagged(card, tier, Side.LEFT))


def results(face: Face) -> list[tuple[int, str | None, str]]:
    return [(e["step"], e["side"], e["result"]) for e in face.events("warmup_step")]


# Through it


async def test_nobody_presses_a_key() -> None:
    async with app_at(now=WISH) as face:
        assert "Have at hand: roller, band." in face.text
        await face.until(Phase.WORK)
        assert "WORK BOTH 20 s · Easy walk" in face.text
        assert "morning 3:10   3:00 left" in face.text
        await face.until(Phase.OVER)
        assert face.clock.now() - 1000.0 == ROUTINE.total_s
        assert "4 of 4 done, in 3:10." in face.text
        assert "DONE · Log saved." in face.text
        assert face.event("warmup_ended")["outcome"] == "done"
        await face.press("space")
        assert face.shown == "HomeScreen"


async def test_every_key() -> None:
    async with app_at(140, 40, now=WISH) as face:
        await face.press("n")
        await face.press("space")
        assert face.view.paused
        assert "Paused. SPACE go on" in face.text
        await face.press("space", "plus")
        assert "WORK BOTH 25 s" in face.text
        await face.press("minus", "minus")
        assert "WORK BOTH 15 s" in face.text
        await face.press("r")
        assert "WORK BOTH 20 s" in face.text
        await face.press("enter")
        assert results(face) == [(1, "both", "skipped")]
        await face.press("u")
        assert face.view.title == "WALK"
        await face.press("v")
        assert "✓ Easy walk" in face.text
        assert "READY 5 s · Foam roll calf LEFT" in face.text
        await face.press("s")
        assert "READY 5 s · Foam roll calf RIGHT" in face.text
        await face.press("pagedown")
        assert "WORK RIGHT 30 s · Foam roll calf" in face.text
        await face.press("p")
        assert face.view.title == "WALK"
        await face.press("x")
        assert "STOPPED" in face.text
        assert face.event("warmup_ended")["outcome"] == "stopped"
        await face.press("escape")
        assert face.shown == "HomeScreen"


async def test_a_line_by_tempo() -> None:
    async with app_at(now=WarmupWish(ROUTINE, 2)) as face:
        await face.until(Phase.WORK)
        assert "WORK BOTH 40 s · UP 2 · rep 1 of 10 · Calf raises, both feet" in face.text
        await face.wait(6)
        assert "DOWN 2 · rep 2 of 10" in face.text


async def test_a_line_that_waits_for_a_key(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('rep_steps = "key"', encoding="utf-8")
    async with app_at(now=WarmupWish(ROUTINE, 2)) as face:
        await face.until(Phase.WORK)
        assert "10 reps, then SPACE" in face.text
        await face.wait(50)
        assert "WORK BOTH 10 reps" in face.text
        await face.press("space")
        assert results(face)[-1] == (3, "both", "done")


async def test_cues_come_one_after_the_other_where_there_is_room_for_one() -> None:
    async with app_at(now=WISH) as face:
        await bring(face, "roll left")
        for cue in ROUTINE.steps[1].cues:
            assert cue in face.text
            await face.wait(10)
    async with app_at(120, 40, now=WISH) as face:
        await bring(face, "roll left")
        assert all(cue in face.text for cue in ROUTINE.steps[1].cues)


async def test_what_is_known_of_a_line() -> None:
    async with app_at(now=WISH) as face:
        await bring(face, "roll left")
        assert "Ankle range, comfort" in face.text
        assert "◐ limited · slow, 2-3 cm/s" in face.text


# Choosing a line


async def test_up_and_down_choose_a_line_and_enter_starts_it() -> None:
    async with app_at(now=WISH) as face:
        await face.press("down", "down")
        assert "›  Calf raises" in face.text
        assert "› Calf raises, both feet: ENTER start here · v done" in face.text
        assert face.footer.split()[:3] == ["ENTER", "start", "here"]
        await face.press("enter")
        assert "READY 5 s · Calf raises, both feet" in face.text
        assert "– Foam roll calf" in face.text
        assert "skipped" in face.text
        assert face.run.chosen is None


async def test_v_ticks_off_the_chosen_line_and_the_one_that_runs_goes_on() -> None:
    async with app_at(now=WISH) as face:
        await face.press("n", "down", "v")
        assert results(face) == [(2, "left", "done"), (2, "right", "done")]
        assert "WORK BOTH 20 s · Easy walk" in face.text
        assert "next: Calf raises" in face.text


async def test_a_choice_does_not_last() -> None:
    """Or ``enter`` would start a line much later, in place of the next."""
    async with app_at(now=WISH) as face:
        await face.press("down")
        lines = face.app.screen.query_one(RoutineLines)
        assert lines._forget is not None
        assert lines._forget._interval == FORGOTTEN_S
        lines.forget()
        await face.settle()
        assert "ENTER start" not in face.text


@pytest.mark.parametrize(("cols", "rows"), [(40, 12), (60, 20)])
async def test_a_line_is_chosen_in_a_window_without_the_list(cols: int, rows: int) -> None:
    async with app_at(cols, rows, now=WISH) as face:
        await face.press("down", "down", "down")
        assert "› Banded leg curl" in face.text
        await face.press("enter")
        assert face.view.title == "CURL"


async def test_all_of_it_by_mouse() -> None:
    async with app_at() as face:
        await face.click("warm-up")
        assert face.shown == "ChooserScreen"
        await face.click("standard")
        assert face.view.title == "BIKE"
        await face.click("Ankle circles")
        assert "› Ankle circles" in face.text
        await face.click("Ankle circles  ")
        assert "READY 5 s · Ankle circles LEFT" in face.text
        await face.click("n next")
        await face.click("SPACE pause")
        assert face.view.paused
        await face.click("SPACE go on")
        await face.click("v done")
        assert "✓ Ankle circles" in face.text
        await face.click("pop, numb")
        assert face.shown == "PickerScreen"


async def test_a_list_longer_than_its_place_keeps_the_line_that_runs_in_sight() -> None:
    lines = tuple(RAISES.__class__(f"line {n}", 5.0) for n in range(30))
    long = WarmupWish(ROUTINE.__class__("long", lines, get_ready_s=0), 25)
    async with app_at(now=long) as face:
        assert "▶ line 25" in face.text
        await face.press(*["up"] * 20)
        assert "›– line 5" in face.text


# Away and back


async def test_left_and_gone_on_with_at_the_same_second() -> None:
    async with app_at(now=WISH) as face:
        await bring(face, "roll left")
        await face.wait(12)
        await face.press("escape")
        assert face.shown == "HomeScreen"
        assert "GO ON? warm-up morning, Foam roll calf LEFT, 18 s left, just now" in face.words
        await face.press("space")
        assert "WORK LEFT 18 s · Foam roll calf" in face.text
        assert not face.view.paused
        await face.press("escape", "x")
        assert "GO ON?" not in face.text
        assert face.event("warmup_ended")["outcome"] == "interrupted"


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_quitting_keeps_its_place(key: str) -> None:
    async with app_at(now=WISH) as face:
        await bring(face, "roll right")
        await face.press(key)
    async with app_at() as face:
        assert "Foam roll calf RIGHT, 30 s left" in face.words


async def test_a_cramp_lies_above_it_and_it_waits() -> None:
    async with app_at(now=WISH) as face:
        await bring(face, "roll left")
        await face.wait(12)
        await face.press("c")
        assert "STOP THE SET CRAMPED LEG 3 s" in face.text
        await face.until(Phase.CHECK)
        await face.press("1", "c")
        assert len(face.events("relief_began")) == 2
        await face.press("x", "space")
        assert "Paused. SPACE go on" in face.text
        assert "WORK LEFT 18 s" in face.text
        await face.press("space")
        await face.wait(1)
        assert "WORK LEFT 17 s" in face.text


async def test_a_line_that_waits_for_a_key_waits_below_a_relief_too() -> None:
    async with app_at(now=WISH) as face:
        await bring(face, "reps by key")
        await face.press("c")
        await face.until(Phase.OVER)
        await face.press("space")
        assert "WORK BOTH 10 reps" in face.text
        assert "SPACE go on" in face.footer


async def test_quitting_in_the_relief_above_it_loses_neither() -> None:
    async with app_at(now=WISH) as face:
        await bring(face, "roll left")
        await face.press("c", "q")
        assert face.event("relief_ended")["outcome"] == "cancelled"
    async with app_at() as face:
        assert "Foam roll calf LEFT, 30 s left" in face.words


async def test_a_red_flag_in_the_relief_ends_what_waits_below() -> None:
    async with app_at(now=WISH) as face:
        await bring(face, "roll left")
        await face.press("c", "!", "3", "escape", "escape")
        assert face.shown == "CardScreen"
        assert "a red flag is open" in face.words, "on the card: nothing lies over its signs"
        assert not face.app._notifications
        await face.press("escape")
        assert "STOPPED · Log saved." in face.text
        assert face.event("warmup_ended")["outcome"] == "stopped"


async def test_rolling_that_is_off_since_is_left_out() -> None:
    async with app_at(now=WISH) as face:
        await bring(face, "get ready")
        await face.press("c", "x")
        face.app.services.log.write("", Flagged("RF14", 3, None))
        await face.press("space")
        assert "∅ Foam roll calf" in face.text
        assert "Paused. SPACE go on" in face.text
        await face.press("space", "v")
        assert "Calf raises" in face.view.position


@pytest.mark.parametrize("key", ["!", ","])
async def test_it_waits_while_something_else_is_looked_at(key: str) -> None:
    async with app_at(now=WISH) as face:
        await bring(face, "roll left")
        await face.press(key)
        assert face.view.paused


# What speaks against it


async def test_an_open_flag_refuses_it() -> None:
    flag("RF02", 2)
    async with app_at() as face:
        await face.press("w", "2")
        assert face.shown == "CardScreen"
        assert "a red flag is open" in face.words
        await face.press("escape")
        assert face.shown == "ChooserScreen"
        assert face.events("warmup_began") == []


async def test_an_open_flag_refuses_the_one_that_was_wished_for() -> None:
    flag("RF02", 2)
    async with app_at(now=WISH) as face:
        assert face.shown == "CardScreen"
        await face.press("escape")
        assert face.shown == "HomeScreen"


async def test_a_flag_of_the_calf_leaves_rolling_out() -> None:
    flag("RF14", 3)
    async with app_at(now=WISH) as face:
        assert "∅ Foam roll calf" in face.text
        assert "off" in face.text
        assert "No rolling, no stretching" in face.words


async def test_names_are_text(tmp_path: Path) -> None:
    for name, step in (("a", "[/foo] [bold]x"), ("b", "[link='"), ("c", "🦵🏽 ﷽ calf")):
        write_own(tmp_path, name, step)
    for cols, rows in ((80, 24), (40, 12)):
        async with app_at(cols, rows) as face:
            for own, step in (("a", "[/foo] [bold]x"), ("b", "[link='")):
                await face.press("w", "end", *["up"] * (2 if own == "a" else 1), "enter", "n")
                assert step in face.words or cols < 50
                await face.press("down", "x", "space")

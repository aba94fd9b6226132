"""The history on the screen: looked through, filtered, put right, and left again."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from relief_tui.coach.event import (
    Answered,
    Drank,
    Event,
    Flagged,
    HoldDone,
    ReliefBegan,
    ReliefEnded,
    SetDone,
    StepBegan,
    WarmupBegan,
    WarmupEnded,
    WorkoutBegan,
    WorkoutEnded,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Phase, Side
from relief_tui.screens.history import HistoryScreen
from relief_tui.screens.history_pages import DELETED, FLAG_STAYS, NOTHING_LEFT, NOTHING_YET
from relief_tui.services import Services
from relief_tui.widgets.guidefield import GuideField
from relief_tui.wishes import ReliefOptions
from tests.screens.evenings import chosen, cramps
from tests.screens.test_hostile import NASTY
from tests.support.clock import FakeClock
from tests.support.pilot import Face, app_at

WINDOWS = ["40x12", "60x20", "80x24", "120x40", "200x60"]
LATER_S = 7200.0


def evening(*after: Event, exercise: str = "leg curl") -> None:
    """A warm-up, a cramp in the left calf, a sip, a cramp in the right one."""
    clock = FakeClock()
    load = Load(45.0, Unit.KG)
    chosen(health_asked="true")
    with closing(Services(clock=clock)) as services:
        write = services.log.write
        write("warm", WarmupBegan("standard"))
        clock.advance(420.0)
        write("warm", WarmupEnded("done", 7, 0, "standard", 420.0))
        for side in (Side.LEFT, Side.RIGHT):
            clock.advance(600.0)
            write(side, ReliefBegan(side, "prone", exercise, load))
            write(side, StepBegan(5, "HOLD", side, "P1", 15.0))
            clock.advance(15.0)
            write(side, HoldDone("R1", 15.0))
            write(side, Answered("check", "gone"))
            write(side, ReliefEnded("gone", "mild", 1, 41.0, side, "prone", exercise, load))
            write("", Drank())
        for event in after:
            write(Side.RIGHT, event)


def pane(face: Face) -> str:
    """What stands in the page, or in the list where that stands alone."""
    two = shown(face).two_panes
    return face.part("GuidePane" if two else "GuideList").replace("▏ ", "").replace("▌ ", "")


async def put(face: Face, text: str) -> None:
    """Paste into the field."""
    face.app.screen.query_one(GuideField).insert_text_at_cursor(text)
    await face.settle()


def listed(face: Face) -> str:
    """What stands in the list."""
    return face.part("GuideList")


def shown(face: Face) -> HistoryScreen:
    screen = face.app.screen
    assert isinstance(screen, HistoryScreen)
    return screen


async def test_an_evening_is_looked_through_and_left_again() -> None:
    evening()
    async with app_at(later_s=LATER_S) as face:
        await face.press("h")
        assert "Mon 2 Nov, training, 2 cramps" in face.text
        await face.press("down", "down")
        assert "▶ ▼ 18:47 left calf, let go in 0:41" in face.text
        assert "0:15 held 15 s" in face.words
        await face.press("end", "home")
        assert shown(face).line is not None
        assert shown(face).told is None
        await face.press("enter", "escape", "escape")
        assert face.shown == "HomeScreen"


async def test_the_first_head_stays_marked_when_all_is_shown_again() -> None:
    evening()
    async with app_at(later_s=LATER_S) as face:
        await face.press("h", "slash", *"calf", "enter", "home")
        first = shown(face).line
        assert first is not None
        assert first.head
        await face.press("escape")
        assert shown(face).line == first


async def test_it_opens_again_only_once_and_not_while_a_timer_runs() -> None:
    async with app_at() as face:
        await face.press("h", "h", "escape")
        assert face.shown == "HomeScreen"
        await face.press("c", "h")
        assert face.shown == "RunScreen"


@pytest.mark.parametrize("window", WINDOWS)
async def test_where_nothing_happened_yet_it_says_what_will_be_there(window: str) -> None:
    cols, rows = map(int, window.split("x"))
    async with app_at(cols, rows) as face:
        await face.press("h")
        assert NOTHING_YET.split(":")[0] in pane(face)
        await face.press("e", "k", "j", "u", "enter", "down", "end", "1", "f", "escape", "escape")
        assert face.shown == "HomeScreen"
        assert face.events() == []


async def test_the_list_is_narrowed_by_words_and_by_kind() -> None:
    evening()
    async with app_at(later_s=LATER_S) as face:
        await face.press("h", "/", *"RIGHT")
        assert "left calf" not in listed(face)
        assert "▶ ▼ 18:57 right calf" in face.text
        assert "1 found" in face.text
        await face.press(*"zz")
        assert NOTHING_LEFT.split(":")[0] in pane(face)
        await face.press("escape", "escape", "f")
        assert "HISTORY cramps" in face.words
        assert "warm-up standard" not in listed(face)
        assert "2 found" in face.text
        await face.press("f")
        assert "HISTORY warm-ups" in face.words
        assert "left calf" not in listed(face)
        await face.press("escape")
        assert shown(face).told is not None
        assert "left calf" in face.text
        await face.press("escape")
        assert face.shown == "HomeScreen"


async def test_a_deleted_cramp_comes_back_by_u_and_from_among_the_deleted() -> None:
    evening()
    async with app_at(later_s=LATER_S) as face:
        await face.press("h", "down", "down", "k")
        assert DELETED in face.words
        assert "left calf" not in listed(face)
        assert face.events("undone") == [{"kind": "undone", "event": "left"}]
        await face.press("u")
        assert "▶ ▼ 18:47 left calf" in face.text
        await face.press("delete", "escape")
        assert "left calf" not in face.part("#last")
        await face.press("h", *"ffff")
        assert "HISTORY deleted" in face.words
        assert "bring back" in face.footer
        assert "It counts for nothing any more." in pane(face)
        await face.press("j", "e", "k")
        assert NOTHING_LEFT.split(":")[0] in pane(face)
        await face.press("escape")
        assert "left calf" in listed(face)


async def test_a_red_flag_stays_open() -> None:
    evening(Flagged("RF04", 2, Side.RIGHT))
    async with app_at(later_s=LATER_S) as face:
        await face.press("h", "/", *"right", "enter", "k")
        assert FLAG_STAYS in face.words.replace("▌ ", "")
        await face.press("escape", "escape")
        assert "open: Calf muscle tear, right" in face.words


async def test_a_note_is_jotted_down_changed_and_taken_back() -> None:
    evening()
    async with app_at(later_s=LATER_S) as face:
        await face.press("h", "down", "down", "j")
        await put(face, "toes [/] up")
        await face.press("up", "pagedown", "enter")
        assert "Note toes [/] up" in face.words
        await face.press("j", *"!")
        assert face.shown == "PickerScreen"
        await face.press("escape", *"s", "enter")
        assert "Note toes [/] ups" in face.words
        await face.press("j", *"zz", "escape")
        assert "upszz" not in face.text
        assert [each["text"] for each in face.events("noted")] == ["toes [/] up", "toes [/] ups"]
        await face.press("u")
        assert "Note toes [/] up " in face.words
        await face.press("u")
        assert "Note" not in face.part("GuidePane")


async def test_what_was_wrong_is_corrected_and_home_says_so() -> None:
    evening()
    async with app_at(later_s=LATER_S) as face:
        await face.press("h", "/", *"right", "enter", "1", "e", "1")
        assert "1 leg: both" in face.words
        await face.press("é")
        assert "2 machine: seated" in face.words
        await face.press("3", *"nordic", "enter", "4")
        await face.press(*"1e9", "enter")
        assert "is out of range" in face.words
        await face.press(*["backspace"] * 3)
        await put(face, "52,5")
        await face.press("enter")
        assert "3 exercise: nordic" in face.words
        assert "4 load: 52.5 kg" in face.words
        await face.press("escape")
        assert "leg was right" in face.words
        assert "load was 45 kg" in face.words
        await face.press("u", "u", "u")
        assert "both calves" in face.words
        await face.press("escape", "escape")
        assert "both" in face.part("#last")


async def test_the_sets_of_a_workout_are_corrected() -> None:
    """More of them than there are numbers: the last one turns to the others."""
    load = Load(45.0, Unit.KG)
    sets = [SetDone("leg curl", load, reps) for reps in range(1, 13)]
    chosen(health_asked="true")
    with closing(Services(clock=FakeClock())) as services:
        services.log.write("work", WorkoutBegan("leg curl", load, 12, 10))
        for done in sets:
            services.log.write("work", done)
        services.log.write("work", WorkoutEnded("done", 12, 78, 0, 0, 60.0))
    async with app_at(later_s=LATER_S) as face:
        await face.press("h", "/", *"workout", "enter", "n", "e")
        assert "8 set 8: 45 kg × 8" in face.words
        assert "9 others of 12" in face.words
        await face.press("ç")
        assert "4 set 12: 45 kg × 12" in face.words
        await face.press("4", "end", *["backspace"] * 2, "6", "enter")
        assert "4 set 12: 45 kg × 6" in face.words
        await face.press("1", "backspace", "enter")
        assert "4 set 12" not in face.words
        await face.press("5")
        assert face.words.count("others of") == 1
        await face.press("4")
        assert "1 set 1: 45 kg × 1" in face.words
        await face.press("escape")
        assert "workout, 11 sets" in face.words
        assert "set 11: reps was 12" in face.words
        await face.press("u", "u")
        assert "workout, 12 sets" in face.words
        assert "reps was" not in face.words


async def test_all_of_it_by_mouse() -> None:
    evening()
    async with app_at(later_s=LATER_S) as face:
        await face.press("h")
        await face.click("left calf, let go in 0:41")
        await face.click("fix")
        await face.click("leg: left")
        assert "leg: right" in face.text
        await face.click("exercise:")
        assert "exercise: leg curl" in face.part("#search")
        await face.press(*"box", "enter")
        await face.click("done")
        await face.click("note")
        await face.press("a", "enter")
        await face.click("delete")
        assert "18:47 right" not in listed(face)
        await face.click("undo")
        assert "18:47 right calf" in listed(face)
        await face.click("Mon 2 Nov, training")
        await face.click("kind")
        assert "HISTORY cramps" in face.words
        await face.click("left, exercise")
        await face.press(*"box")
        assert "1 found" in face.text
        await face.click("leave it")
        await face.click("back")
        await face.click("back")
        assert face.shown == "HomeScreen"


async def test_in_a_small_window_it_is_one_thing_at_a_time() -> None:
    evening()
    async with app_at(60, 20, later_s=LATER_S) as face:
        await face.press("h", "down", "down")
        assert "held 15 s" not in face.text
        await face.press("enter")
        assert "Left calf, let go in 0:41" in face.text
        assert "warm-up standard" not in face.text
        await face.press("j", *"here", "enter")
        assert "Note here" in face.words
        await face.press("down", "pagedown", "up", "escape")
        assert "warm-up standard" in face.text
        await face.press("e")
        assert "1 leg: left" in face.words
        await face.press("escape", "escape")
        assert "warm-up standard" in face.text
        await face.resize(120, 40)
        assert "Note here" in face.words
        await face.click("right calf")
        assert "▶ ▼ 18:57 right calf" in face.text


async def test_a_cramp_from_there_leads_back_there() -> None:
    evening()
    async with app_at(later_s=LATER_S) as face:
        await face.press("h", "down", "j", *"halfno", "f2")
        await face.until(Phase.CHECK)
        await face.press("1", "x", "space")
        while face.shown != "HistoryScreen":
            await face.press("escape")
        assert "halfno" in face.part("#search")
        await face.press("enter")
        assert "leg not named, let go in 0:44" in face.text
        await face.press("d", "home")
        assert "3 drinks" in face.words


async def test_what_another_process_wrote_is_there_when_one_comes_back() -> None:
    evening()
    async with app_at(later_s=LATER_S) as face:
        await face.press("h", "?")
        with closing(Services(clock=face.clock)) as other:
            other.log.write("warm", WarmupEnded("done", 7, 0, "standard", 420.0))
            other.log.write("", Drank(330.0))
        await face.press("escape")
        assert "drink, 330 ml" in face.text


async def test_names_and_notes_are_text_on_every_screen() -> None:
    evening()
    clock = FakeClock()
    clock.advance(LATER_S)
    with closing(Services(clock=clock)) as services:
        for name, text in NASTY.items():
            clock.advance(60.0)
            services.log.write(name, ReliefBegan(None, text, text))
            services.log.write(name, ReliefEnded("gone", "mild", 1, 41.0, None, text, text))
    async with app_at(later_s=2 * LATER_S) as face:
        await face.press("h")
        for _ in range(2 * len(NASTY) + 8):
            await face.press("down", "e")
            assert not [char for line in face.text.split("\n") for char in line if ord(char) < 32]
            if "done" in face.footer:
                await face.press("escape")
        await face.press("home", "down", "down", "j")
        for text in NASTY.values():
            await put(face, text)
            await face.press("enter", "j")
            assert not [char for line in face.text.split("\n") for char in line if ord(char) < 32]


@pytest.mark.parametrize("window", WINDOWS)
async def test_the_way_out_and_the_red_flags_are_always_seen(window: str) -> None:
    evening()
    cols, rows = map(int, window.split("x"))
    async with app_at(cols, rows, later_s=LATER_S) as face:
        await face.press("h", "down", "down")
        for keys in ("", "enter", "e", "3", "escape", "escape", "k", "/"):
            await face.press(*keys.split())
            assert "esc" in face.footer, keys
            assert "!" in face.footer, keys


async def test_a_long_journal_is_read_as_far_as_it_is_looked_at() -> None:
    later_s = cramps(*[40.0] * 150)
    async with app_at(later_s=later_s) as face:
        await face.press("h")
        read = len(shown(face)._diary.lines)
        assert read < 300
        await face.press("end")
        assert len(shown(face)._diary.lines) == 300
        assert "Mon 2 Nov 2026, training, 1 cramp" in face.text
        await face.press("home", "/", *"nov")
        assert "15 found" in face.text


async def test_a_clock_that_was_set_back_and_a_damaged_journal(tmp_path: Path) -> None:
    evening()
    async with app_at(later_s=-86_400.0) as face:
        await face.press("h")
        assert "2 cramps" in face.text
        await face.press("down", "down", "k", "u", "escape")
    (tmp_path / "journal.db").write_bytes(b"no journal at all" * 100)
    for leftover in tmp_path.glob("journal.db-*"):
        leftover.unlink()
    async with app_at(later_s=LATER_S) as face:
        await face.press("h")
        assert NOTHING_YET.split(":")[0] in pane(face)
        await face.press("d")
        assert "sip" in face.text


async def test_the_palette_leads_there() -> None:
    async with app_at() as face:
        assert "History" in [each.title for each in face.app.get_system_commands(face.app.screen)]
        await face.app.run_action("app.history")
        await face.settle()
        assert face.shown == "HistoryScreen"


async def test_in_a_cramp_it_stays_closed() -> None:
    async with app_at(now=ReliefOptions(Side.LEFT)) as face:
        await face.press("h")
        assert face.shown == "RunScreen"

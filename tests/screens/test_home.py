"""Home: the way into relief, what the journal knows, and what does not work."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from rich.console import RenderableType
from textual.screen import Screen

from relief_tui.app import ReliefApp
from relief_tui.coach import inputs as press
from relief_tui.coach.event import (
    Advised,
    Drank,
    Event,
    Flagged,
    HoldDone,
    ReliefBegan,
    ReliefEnded,
    SetDone,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Phase, Side
from relief_tui.conductor import Conductor
from relief_tui.report.home import opening_value
from relief_tui.screens.home import HomeScreen
from relief_tui.services import Services
from relief_tui.widgets.first import FirstQuestions, GoOn
from relief_tui.wishes import ReliefOptions, WorkoutWish
from tests.support.clock import FakeClock
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)


def wrote(*events: Event) -> None:
    """What an earlier run of the program left in the journal."""
    with closing(Services(clock=FakeClock())) as services:
        for event in events:
            services.log.write("r", event)


async def test_the_first_time() -> None:
    async with app_at() as face:
        assert "RELIEF" in face.text
        assert "Mon 2 Nov   18:30" in face.text
        assert "CRAMP? c or SPACE: relief starts at once" in face.text
        assert "LAST CRAMP none yet" in face.part("#last")
        keys = "c cramp w warm-up ? help t training d drank q quit ! red flags"
        assert " ".join(face.footer.split()) == keys


async def test_the_first_time_in_a_small_window() -> None:
    async with app_at(40, 12) as face:
        await face.press("0", "0")
        assert "Last none yet  it will stand here" in face.text
        assert "Today no drink yet  d notes a sip" in face.text


async def test_the_last_cramp_and_the_drinks_of_today() -> None:
    wrote(
        ReliefBegan(Side.RIGHT),
        ReliefEnded("gone", "mild", 2, 71.0, Side.RIGHT),
        Drank(),
        Drank(250.0),
    )
    async with app_at() as face:
        assert face.part("#last") == "LAST CRAMP Mon 2 Nov, right calf let go in 1:11"
        assert face.part("#drinks") == "TODAY 2 drinks last one 0 s ago"


async def test_what_was_cut_off_is_told_as_that() -> None:
    wrote(ReliefBegan(None), HoldDone("R1", 15.0))
    async with app_at() as face:
        assert face.part("#last") == "LAST CRAMP Mon 2 Nov, leg not named interrupted"


async def test_what_was_cut_off_before_a_hold_is_no_cramp_at_home_either() -> None:
    wrote(ReliefBegan(None))
    async with app_at() as face:
        assert face.event("relief_ended")["outcome"] == "interrupted"
        assert face.part("#last").startswith("LAST CRAMP none")


@pytest.mark.parametrize(("cols", "rows"), [(40, 12), (80, 24)])
async def test_open_flags_never_push_the_way_in_away(cols: int, rows: int) -> None:
    wrote(*(Flagged(f"RF{number:02}", 1, Side.LEFT) for number in range(1, 26)))
    async with app_at(cols, rows) as face:
        assert "Clot reached the lungs (PE), left" in face.words
        assert "c cramp" in face.footer
        assert "CRAMP" in face.text
        assert face.app.screen.query_one("#cramp").region.height >= rows // 3
        await face.press("!")
        assert "1-9 yes, this one   0 none of these" in face.footer


BROKEN = {
    'theme = "no-such-theme"': "No theme 'no-such-theme'; using relief-dark.",
    'theme = "[/]"': "No theme '[/]'; using relief-dark.",
    "theme = 7": "theme = 7 cannot be used",
    "colour = 1": "unknown key colour is ignored",
    "theme =": "settings.toml",
}


@pytest.mark.parametrize("line", BROKEN)
async def test_a_broken_setting_is_told_and_the_default_holds(line: str, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(line, encoding="utf-8")
    async with app_at(120, 30) as face:
        assert face.app.theme == "relief-dark"
        assert BROKEN[line] in face.words
        await face.press("c")
        assert "STOP THE SET CRAMPED LEG 3 s" in face.text


@pytest.mark.parametrize("theme", ["relief-light", "relief-contrast", "nord", "ansi-dark"])
async def test_another_theme(theme: str, tmp_path: Path) -> None:
    """Also one that is not ours: it has all the colours that are asked of it."""
    (tmp_path / "settings.toml").write_text(f'theme = "{theme}"', encoding="utf-8")
    async with app_at(now=LEFT) as face:
        assert face.app.theme == theme
        assert "STOP THE SET LEFT 3 s" in face.text


async def test_a_journal_that_cannot_be_written_is_told_at_home_and_in_the_run(
    tmp_path: Path,
) -> None:
    wrote(Drank())
    with closing(sqlite3.connect(tmp_path / "journal.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        async with app_at() as face:
            await face.press("c")
            await face.wait(5)
            assert "is locked by another program. Close that program." in face.words
            assert "WEIGHT DOWN CRAMPED LEG 8 s" in face.text
            await face.resize(40, 12)
            assert "Journal trouble: told at home." in face.text
            await face.press("x")
            assert "Log saved." not in face.text
            await face.resize(80, 24)
            await face.press("space")
            assert "is locked by another program. Close that program." in face.words
            other.execute("ROLLBACK")
            await face.press("d")
            assert "locked" not in face.text
            assert face.event("relief_ended")["outcome"] == "cancelled"


async def test_a_damaged_journal_is_moved_aside_and_relief_starts(tmp_path: Path) -> None:
    (tmp_path / "journal.db").write_bytes(b"not a journal" * 100)
    async with app_at(120, 30) as face:
        assert "was damaged. It was moved to" in face.words
        await face.press("c", "x")
        assert "Log saved." in face.text


@pytest.mark.parametrize("folder", ["file", "file/below"])
async def test_a_home_that_is_no_folder(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path / folder))
    async with app_at(120, 30) as face:
        assert "cannot be reached" in face.words
        await face.press("c")
        assert "STOP THE SET CRAMPED LEG 3 s" in face.text


# The first start


async def test_the_questions_of_the_first_start_take_no_key_away() -> None:
    async with app_at() as face:
        for words in (
            "no medical device",
            "Unit",
            "Load on a",
            "Tones",
            "stack step 5 kg, the default",
        ):
            assert words in face.text
        await face.press("c")
        assert "STOP THE SET" in face.words


@pytest.mark.parametrize("way", ["keys", "clicks"])
async def test_answers_are_marked_and_then_the_questions_are_gone(way: str, tmp_path: Path) -> None:
    async with app_at() as face:
        await (face.press("2") if way == "keys" else face.click("lb"))
        assert "✓ lb" in face.text
        assert "stack step 10 lb, the default" in face.text
        await (face.press("5") if way == "keys" else face.click("dumbbells"))
        await (face.press("6") if way == "keys" else face.click("loud"))
        assert "Unit" not in face.text
    assert (tmp_path / "settings.toml").read_text("utf-8") == (
        'unit = "lb"\nequipment = "dumbbells"\nvolume = "loud"\n'
    )
    async with app_at() as face:
        assert "Unit" not in face.text


async def test_in_a_small_window_an_answered_question_makes_way() -> None:
    async with app_at(40, 12) as face:
        assert "loud" not in face.text
        await face.press("1")
        assert "kg" not in face.text
        await face.press("3", "6")
        assert "loud" not in face.text
        assert face.app.services.settings.volume == "loud"


async def test_a_choice_that_cannot_be_kept_is_told_and_holds(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    async with app_at(160, 50) as face:
        await face.press("2")
        assert "holds." in face.words  # how the line is folded hangs on the length of the path
        assert face.app.services.settings.unit == "lb"


async def test_a_unit_that_would_change_numbers_is_refused_and_does_not_hold(
    tmp_path: Path,
) -> None:
    (tmp_path / "settings.toml").write_text("plates = [20, 10]\n", "utf-8")
    async with app_at(160, 50) as face:
        await face.press("2")
        assert "plates in" in face.words
        assert "holds" not in face.words
        assert face.app.services.settings.unit == "kg"
        await face.press("0")
        assert "Unit" not in face.text


# Going on


def nobody(_pid: int, _mark: str) -> bool:
    """No process of before is running."""
    return False


@asynccontextmanager
async def cut_off(seconds: float) -> AsyncIterator[Face]:
    """The app as it is opened ``seconds`` after a relief was killed in its first hold."""
    clock = FakeClock()
    with closing(Services(clock=clock)) as before:
        run = before.relief(ReliefOptions(side=Side.LEFT))
        view = run.begin()
        while view.phase is not Phase.HOLD:
            clock.advance(run.wait_s() or 0.0)
            view = run.advance()
    async with app_at(alive=nobody, later_s=26.0 + seconds) as face:
        yield face


async def test_what_was_cut_off_is_offered_and_goes_on_from_the_ramp() -> None:
    async with cut_off(120.0) as face:
        assert "GO ON? relief, left calf, HOLD, hold 1 of 6, 2 min ago" in face.words
        assert "SPACE go on" in face.footer
        await face.press("space")
        assert "EASE IN LEFT 5 s" in face.text
        assert len(face.events("relief_began")) == 1


@pytest.mark.parametrize("way", ["x", "leave it"])
async def test_what_is_left_is_closed(way: str) -> None:
    async with cut_off(120.0) as face:
        await (face.press("x") if way == "x" else face.click(way))
        assert "GO ON?" not in face.text
        assert face.event("relief_ended")["outcome"] == "interrupted"
        assert "CRAMP? c or SPACE: relief starts at once" in face.text


@asynccontextmanager
async def rest_left() -> AsyncIterator[Face]:
    """The app ten seconds after a workout was left in the rest after its first set."""
    with closing(Services(clock=FakeClock())) as before:
        run = before.workout(WorkoutWish("Leg curl", Load(45.0, Unit.KG)))
        assert isinstance(run, Conductor)
        run.begin()
        run.handle(press.LogSet(None, 8))
        run.leave()
    async with app_at(alive=nobody, later_s=10.0) as face:
        yield face


async def test_a_rest_that_waits_counts_and_nothing_else_does() -> None:
    async with rest_left() as face:
        home = face.app.screen
        assert isinstance(home, HomeScreen)
        assert "GO ON? workout, Leg curl set 2 of 3, REST, 2:20 left" in face.words
        assert home.counts
        face.clock.advance(30.0)
        home.reload()
        await face.settle()
        assert "REST, 1:50 left" in face.words
        await face.press("comma")
        assert not home.counts
        await face.press("escape")
        face.clock.advance(120.0)
        home.reload()
        await face.settle()
        assert "REST over, 3 min ago" in face.words
        assert not home.counts


async def test_a_workout_that_is_left_says_what_was_done_in_it() -> None:
    async with rest_left() as face:
        await face.press("x")
        (toast,) = face.app._notifications
        assert toast.message == (
            "Closed: workout. Leg curl: 45 kg × 8. 1 set, 8 reps, in 0:00. h: the history has it."
        )
        assert face.event("workout_ended")["sets"] == 1


async def test_half_an_hour_later_it_is_closed_and_not_offered() -> None:
    async with cut_off(1801.0) as face:
        assert "GO ON?" not in face.text
        assert face.event("relief_ended")["outcome"] == "interrupted"


async def test_an_offer_that_is_shown_anew_before_it_stands_there() -> None:
    """Back at home its own reload and that of the clock may come at once."""
    async with cut_off(10.0) as face:
        home = face.app.screen
        assert isinstance(home, HomeScreen)
        for blocks in (GoOn, FirstQuestions):
            await home.query(blocks).remove()
        home.reload()
        home.reload()
        await face.settle()
        assert "GO ON? relief, left calf" in face.words
        assert "Load on a" in face.words


async def test_the_offer_stands_before_the_questions_of_the_first_start() -> None:
    async with cut_off(10.0) as face:
        assert face.text.index("GO ON?") < face.text.index("Unit")


# After a cramp


async def test_the_watch_and_what_is_allowed() -> None:
    wrote(
        ReliefBegan(Side.RIGHT, load=Load(45.0, Unit.KG)),
        Advised(Load(45.0, Unit.KG), Load(35.0, Unit.KG), "mild"),
        ReliefEnded("gone", "mild", 2, 71.0, Side.RIGHT),
    )
    async with app_at(120, 40) as face:
        assert "60-minute watch: 60 min left." in face.text
        assert "At most 35 kg." in face.text


@pytest.mark.parametrize(("cols", "rows"), [(30, 10), (40, 12), (60, 20), (80, 24)])
async def test_the_watch_is_told_to_its_end(cols: int, rows: int) -> None:
    """Also after sets, and where no more curls are allowed."""
    for number in range(2):
        load = Load(45.0 - 10.0 * number, Unit.KG)
        wrote(
            SetDone("Leg curl", load, 10),
            ReliefBegan(Side.RIGHT, exercise="Leg curl", load=load),
            ReliefEnded("gone", "mild", 2, 71.0, Side.RIGHT, exercise="Leg curl", load=load),
        )
        async with app_at(cols, rows) as face:
            assert face.part("#watch").endswith("cramps more easily for an hour.")


async def test_the_load_of_the_next_time() -> None:
    ended = ReliefEnded("gone", "mild", 2, 71.0, Side.RIGHT, load=Load(45.0, Unit.KG))
    wrote(ReliefBegan(Side.RIGHT), ended)
    async with app_at(later_s=5 * 3600.0) as face:
        assert face.part("#next") == (
            "NEXT TIME 40 kg, not 45 kg ○ rule of thumb: 10 % less, 19 h from now at the earliest"
        )
        assert "watch" not in face.text


# Calm


@pytest.mark.parametrize("known", ["nothing", "a run that was cut off", "a cramp"])
async def test_nothing_moves_after_the_first_picture(
    known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heights: list[int] = []
    paint = ReliefApp._display

    def seen(app: ReliefApp, screen: Screen[object], picture: RenderableType | None) -> None:
        if isinstance(screen, HomeScreen) and screen.is_mounted:
            heights.append(screen.query_one("#cramp").region.height)
        paint(app, screen, picture)

    monkeypatch.setattr(ReliefApp, "_display", seen)
    if known == "a cramp":
        wrote(ReliefBegan(Side.LEFT), ReliefEnded("gone", "mild", 2, 71.0, Side.LEFT))
    opened = cut_off(10.0) if known == "a run that was cut off" else app_at()
    async with opened as face:
        assert "relief starts at once" in face.text
    assert len({height for height in heights if height}) == 1


async def test_before_the_first_picture_no_journal_is_made(tmp_path: Path) -> None:
    with closing(Services(clock=FakeClock())) as services:
        assert opening_value(services).last == "none yet"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("cols", "rows"), [(60, 20), (80, 24), (120, 40), (40, 12)])
@pytest.mark.parametrize(
    "guests", [(), ("flag",), ("cut off",), ("flag", "trouble"), ("cut off", "trouble")]
)
async def test_whatever_stands_there_the_way_in_stays_large(
    cols: int, rows: int, guests: tuple[str, ...], tmp_path: Path
) -> None:
    if "flag" in guests:
        wrote(*(Flagged(f"RF{number:02}", 2, Side.LEFT) for number in (4, 7, 9)))
    if "trouble" in guests:
        (tmp_path / "settings.toml").write_text("colour = 1", "utf-8")
    opened = cut_off(10.0) if "cut off" in guests else app_at()
    async with opened as face:
        await face.resize(cols, rows)
        assert face.app.screen.query_one("#cramp").region.height >= rows // 4
        assert "relief starts at once" in face.words
        assert ("GO ON?" in face.words) is ("cut off" in guests)
        assert "1 kg" in face.words
        assert "5 dumbbells" in face.words
        assert face.footer.split()[-1] in ("!", "flags")


async def test_a_click_on_another_way_in() -> None:
    async with app_at() as face:
        await face.press("0", "0")
        await face.click("light set")
        assert "READY" in face.text


async def test_while_a_red_flag_is_open_the_watch_allows_nothing() -> None:
    wrote(
        ReliefBegan(Side.RIGHT),
        ReliefEnded("gone", "mild", 1, 44.0, Side.RIGHT),
        Flagged("RF03", 2, Side.RIGHT),
    )
    async with app_at(120, 40) as face:
        assert "Training is over today." in face.text
        assert "20 % less" not in face.text

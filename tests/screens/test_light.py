"""Light in a run: flashes that harm nobody, the view from afar, words outside the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.color import Color

from relief_tui.coach import inputs as press
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.text import one_line
from relief_tui.screens import run as run_screen
from relief_tui.screens.light import MOST_A_SECOND, Flashes, news
from relief_tui.screens.terminal_signals import WindowTitle, notification, title_sequence
from relief_tui.settings import Notify
from relief_tui.wishes import ReliefOptions
from tests.coach.driving import Run
from tests.coach.workouts import SIP, workout
from tests.screens.situations import bring
from tests.screens.workouts import WISH
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)


# Flashes


@given(st.lists(st.floats(0, 0.6), max_size=60))
def test_never_more_than_three_flashes_in_any_second(gaps: list[float]) -> None:
    flashes, now, shown = Flashes(), 0.0, []
    for gap in gaps:
        now += gap
        if flashes.may(now):
            shown.append(now)
    for first in shown:
        assert sum(first <= at <= first + 1.0 for at in shown) <= MOST_A_SECOND


def test_flashes_apart_are_all_shown() -> None:
    flashes = Flashes()
    assert all(flashes.may(float(second)) for second in range(20))


async def _ground_at_go(face: Face) -> tuple[Color, Color]:
    """The ground as a hold begins, and as the style sheet has it."""
    await bring(face, "hold")
    usual = Color.parse(face.app.theme_variables["hold-ground"])
    return face.run.styles.background, usual


async def test_the_ground_is_lifted_at_go() -> None:
    async with app_at(now=LEFT) as face:
        shown, usual = await _ground_at_go(face)
        assert shown != usual
        assert shown.brightness > usual.brightness


@pytest.mark.parametrize("setting", ["flash = false", 'motion = "reduced"'])
async def test_no_flash_where_none_is_wanted(setting: str, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(setting, encoding="utf-8")
    async with app_at(now=LEFT) as face:
        shown, usual = await _ground_at_go(face)
        assert shown == usual


async def test_no_flash_where_the_terminal_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        assert not face.run.styles.inline.has_rule("background")


async def test_no_flash_where_no_textual_app_may_move(monkeypatch: pytest.MonkeyPatch) -> None:
    """TEXTUAL_ANIMATIONS=none, which Textual reads as it is imported."""
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        assert not face.run.moves
        assert not face.run.styles.inline.has_rule("background")


# From afar


async def test_without_a_key_a_hold_shows_only_what_is_read_from_afar() -> None:
    async with app_at(now=LEFT) as face:
        await face.until(Phase.HOLD)
        await face.wait(2.0)
        assert "SPACE pause" in face.footer
        await face.wait(1.5)
        assert face.footer.split() == ["HOLD", "LEFT", "12", "s", "!"]
        assert "Straight-knee pull" not in face.text
        assert "next:" not in face.text
        assert "Mild pull only" in face.text
        await face.press("z")
        assert "SPACE pause" in face.footer
        assert "Straight-knee pull" in face.text
        await face.wait(3.5)
        assert face.footer.split() == ["HOLD", "LEFT", "8", "s", "!"]
        await face.until(Phase.LET_GO)
        assert "SPACE pause" in face.footer


async def test_the_mouse_brings_everything_back_too() -> None:
    async with app_at(now=LEFT) as face:
        await face.until(Phase.HOLD)
        await face.wait(4.0)
        assert "SPACE pause" not in face.footer
        await face.pilot.hover("#count")
        await face.settle()
        assert "SPACE pause" in face.footer


async def test_the_key_that_wakes_the_screen_also_acts() -> None:
    async with app_at(now=LEFT) as face:
        await face.until(Phase.HOLD)
        await face.wait(4.0)
        await face.press("space")
        assert face.view.paused
        assert "SPACE go on" in face.footer


async def test_a_pause_is_not_looked_at_from_afar() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "paused")
        await face.wait(10.0)
        assert "SPACE go on" in face.footer


# Outside the screen


class Terminal:
    """Keeps what is written to it."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def __call__(self, text: str) -> None:
        self.written.append(text)


def test_the_title_changes_once_a_second_at_most_and_never_stays_stale() -> None:
    terminal = Terminal()
    title = WindowTitle(terminal)
    assert title.show("HOLD LEFT 12 s", 5.0) is None
    assert title.show("HOLD LEFT 11 s", 5.4) == pytest.approx(0.6)
    assert title.show("HOLD LEFT 11 s", 6.0) is None
    assert title.show("HOLD LEFT 11 s", 9.0) is None
    assert terminal.written == [
        "\x1b[22;2t",
        "\x1b]2;HOLD LEFT 12 s – Relief\x1b\\",
        "\x1b]2;HOLD LEFT 11 s – Relief\x1b\\",
    ]


def test_the_window_gets_its_own_title_back_once() -> None:
    terminal = Terminal()
    title = WindowTitle(terminal)
    title.restore()
    title.restore()
    assert terminal.written == ["\x1b[22;2t", "\x1b]2;\x1b\\\x1b[23;2t"]
    assert title.show("REST", 1.0) is None
    assert len(terminal.written) == 2


@given(st.text())
def test_no_text_is_obeyed(text: str) -> None:
    assert all(char.isprintable() for char in one_line(text))
    for how in (Notify.OSC9, Notify.OSC777):
        assert notification(how, text).count("\x1b") == 2
    assert title_sequence(text).count("\x1b") == 2


def test_notifications_as_terminals_know_them() -> None:
    assert notification(Notify.OFF, "Up.") == ""
    assert notification(Notify.OSC9, "Up.") == "\x1b]9;Relief: Up.\x1b\\"
    assert notification(Notify.OSC777, "Up.") == "\x1b]777;notify;Relief;Up.\x1b\\"


def test_what_is_told_outside_is_all_that_became_new_in_that_moment() -> None:
    run = Run(workout(rest_s=120.0))
    run.press(press.Next())
    rests = run.view
    run.wait(120.0)
    assert rests.workout is not None
    assert run.view.workout is not None
    thirsty = replace(run.view, workout=replace(run.view.workout, reminder=SIP))
    over = replace(run.view, workout=replace(run.view.workout, off="Enough.", reminder=SIP))
    assert news(rests, run.view) == "The rest is over."
    assert news(rests, thirsty) == f"The rest is over. {SIP}"
    assert news(rests, over) == f"The rest is over. Other exercise. {SIP}"
    assert news(run.view, thirsty) == SIP
    assert news(thirsty, thirsty) == ""


async def test_the_end_of_a_rest_is_told_unless_it_was_skipped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []

    def tell(app: App[object], how: Notify, words: str) -> None:
        del app, how
        told.append(words)

    monkeypatch.setattr(run_screen, "notify_outside", tell)
    async with app_at(now=LEFT) as face:
        await bring(face, "rest")
        await face.press("n")
        assert told == []
        face.again(LEFT)
        await bring(face, "rest")
        await face.wait(181.0)
        assert told == ["The rest is over."]


async def test_a_sip_that_is_due_is_told_once_by_sets_or_as_a_rest_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []

    def tell(app: App[object], how: Notify, words: str) -> None:
        del app, how
        told.append(words.partition(".")[0])

    monkeypatch.setattr(run_screen, "notify_outside", tell)
    async with app_at(now=WISH) as face:
        await face.press(*["enter"] * 8)
        assert told == ["Thirsty? SIP"]
        await face.wait(300.0)
        await face.press("d")
        await face.wait(870.0)
        await face.press("enter")
        told.clear()
        face.clock.advance(200.0)
        await face.look()
        assert told == ["The rest is over"]
        assert "Thirsty? SIP" in face.text

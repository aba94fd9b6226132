"""With not one key, or silence after the first: the coach goes on by itself, at the right times,
and stops at its limits. Each run is played once; the tests look at what it showed and kept."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

from tests.support.history import (
    PHASES,
    Event,
    answers,
    events,
    kept_phases,
    nothing_missing,
    shown_phases,
)
from tests.support.terminal import Terminal, relief

pytestmark = pytest.mark.terminal

SCALE = 10.0
"""As fast as lets every phase be seen, also by a busy machine."""
FASTER = 20.0
"""Where most phases need not be seen."""
LATE_S = 0.3
"""Real seconds by which a busy machine may show something late."""

BEGINS = dict(zip(PHASES, (0, 3, 13, 21, 26, 41, 44), strict=True))
"""Seconds from STOP THE SET to the beginning of each phase."""
ROUND, ROUND_S, ROUNDS = PHASES[3:], 33, 6


@dataclass(frozen=True)
class Played:
    """A run that is over: its terminal, its home, and the screen it ended with."""

    terminal: Terminal
    home: Path
    last: str = ""

    @property
    def ending(self) -> Event:
        (found,) = events(self.home, "relief_ended")
        return found


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Up to the hold, in real time."""
    home = tmp_path_factory.mktemp("real")
    with relief("now", "--side", "left", home=home) as terminal:
        terminal.wait_for("HOLD LEFT 15 s", timeout=40)
        return Played(terminal, home)


@pytest.fixture(scope="module")
def nobody(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Not one key up to the end."""
    home = tmp_path_factory.mktemp("nobody")
    with relief("now", "--side", "left", home=home, scale=SCALE) as terminal:
        last = terminal.wait_for("No answer came: the holds are over.", timeout=60)
        terminal.press("q")
        assert terminal.wait_exit() == 0
        return Played(terminal, home, last)


def fall_silent(home: Path, phase: str, key: str, end: str) -> Played:
    """One key in `phase`, and none after it."""
    with relief(home=home, scale=FASTER) as terminal:
        terminal.wait_for("LAST CRAMP")
        terminal.press("c")
        terminal.wait_for(f"{phase} CRAMPED LEG")
        terminal.press(key)
        return Played(terminal, home, terminal.wait_for(end, timeout=60))


@pytest.fixture(scope="module")
def silences(tmp_path_factory: pytest.TempPathFactory) -> tuple[Played, Played]:
    """Both at once: for most of their time they only wait."""
    homes = [tmp_path_factory.mktemp(name) for name in ("gone", "worse")]
    keys = (("EASE IN", "1"), ("WEIGHT DOWN", "4"))
    ends = ("No more curls today.", "Training is over today.")
    with ThreadPoolExecutor() as pool:
        gone, worse = (
            pool.submit(fall_silent, home, phase, key, end)
            for home, (phase, key), end in zip(homes, keys, ends, strict=True)
        )
        return gone.result(), worse.result()


@pytest.fixture
def gone(silences: tuple[Played, Played]) -> Played:
    return silences[0]


@pytest.fixture
def worse(silences: tuple[Played, Played]) -> Played:
    return silences[1]


@pytest.mark.parametrize("phase", PHASES[1:5])
def test_each_phase_comes_in_time(phase: str, real: Played) -> None:
    at = real.terminal.seen(f"{phase} LEFT") - real.terminal.seen("STOP THE SET")
    assert at == pytest.approx(BEGINS[phase], abs=LATE_S)


@pytest.mark.parametrize("left", range(10, 0, -1))
def test_no_second_is_left_out(left: int, real: Played) -> None:
    shown = real.terminal.seen(f"WEIGHT DOWN LEFT {left} s")
    at = shown - real.terminal.seen("STOP THE SET")
    assert at == pytest.approx(BEGINS["TOES TO SHIN"] - left, abs=LATE_S)


def test_nobody_there_goes_through_every_round(nobody: Played) -> None:
    phases = [*PHASES[:3], *ROUND * ROUNDS]
    assert kept_phases(nobody.home) == phases
    assert [phase for _, phase in _timed(nobody.terminal)] == phases[1:]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_every_round_comes_in_time(number: int, nobody: Played) -> None:
    """Measured from the middle of all phases: the very first frame may be late."""
    due = [BEGINS[phase] / SCALE for phase in PHASES[1:3]] + [
        (BEGINS[phase] + each * ROUND_S) / SCALE for each in range(ROUNDS) for phase in ROUND
    ]
    moments = [moment for moment, _ in _timed(nobody.terminal)]
    began = median(moment - at for moment, at in zip(moments, due, strict=True))
    these = slice(2 + number * len(ROUND), 2 + (number + 1) * len(ROUND))
    assert [moment - began for moment in moments[these]] == pytest.approx(due[these], abs=LATE_S)


def _timed(terminal: Terminal) -> list[tuple[float, str]]:
    """The phases after the first, which at this speed may be over when the app has come up."""
    return [shown for shown in shown_phases(terminal) if shown[1] != PHASES[0]]


def test_nobody_there_ends_at_the_limit_without_an_answer(nobody: Played) -> None:
    ending = nobody.ending
    assert (ending["outcome"], ending["holds"], ending["side"]) == ("unanswered", ROUNDS, "left")
    assert (ending["band"], ending["time_to_relief_s"]) == (None, None)
    assert answers(nobody.home) == []
    assert "Need help: press [!]" in nobody.last
    assert nobody.terminal.given_back()


def test_gone_then_silence_counts_as_gone(gone: Played) -> None:
    ending = gone.ending
    assert ending["outcome"] == "gone"
    assert ending["band"] not in (None, "twitch")
    assert ending["time_to_relief_s"] == pytest.approx(BEGINS["EASE IN"], abs=LATE_S * FASTER)
    unanswered = [("screen", "unanswered"), ("pain", "unanswered")]
    assert answers(gone.home) == [("check", "gone"), *unanswered]


def test_gone_then_silence_is_not_told_to_walk(gone: Played) -> None:
    gone.terminal.seen(re.compile(r"REST \d+ s"))
    gone.terminal.seen("LOWER THE WEIGHT about 20 %")
    assert "The four tests were not answered." in gone.last
    assert "walk" not in gone.last


def test_worse_then_silence_ends_at_five_minutes(worse: Played) -> None:
    assert (worse.ending["outcome"], worse.ending["holds"]) == ("worse", 0)
    ended, began = worse.terminal.frames[-1][0], worse.terminal.seen("WEIGHT DOWN CRAMPED")
    assert (ended - began) * FASTER == pytest.approx(
        300 - BEGINS["WEIGHT DOWN"], abs=LATE_S * FASTER
    )
    unanswered = [("tear", "unanswered"), ("screen", "unanswered")]
    assert answers(worse.home) == [("check", "worse"), *unanswered]


def test_worse_then_silence_holds_no_more(worse: Played) -> None:
    worse.terminal.seen("Rest the leg. Need help: press [!]")
    assert not {"EASE IN", "HOLD"} & set(kept_phases(worse.home))
    assert nothing_missing(worse.terminal, worse.home)
    assert "walk" not in worse.last

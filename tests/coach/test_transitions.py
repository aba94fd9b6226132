"""The table of a relief: every row of it happens, and nothing happens beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from relief_tui.coach.inputs import GoOn, Help, Main, Next, OtherPosition, OtherSide, Pause, Stop
from relief_tui.coach.safety import OpenFlag
from relief_tui.coach.step import CLOSED_S, Phase, Side
from relief_tui.coach.transitions import RECOVERY, RELIEF, WARMUP, WORKOUT, Move
from tests.coach.driving import Row, Run, Watched, relief

FLAG = OpenFlag("RF03", 2, Side.RIGHT, "2026-11-01T18:00:00+01:00")
TABLE = [(phase, move, after) for phase, row in RELIEF.items() for move, after in row.items()]

LATE = (Phase.SPENT, Phase.RECHECK)
LET_GO = (Phase.TOES_UP, Phase.REST, Phase.WAITING, Phase.PLAN)
WORSE = (Phase.RELEASE, Phase.ASIDE)


class Noted(Run):
    """A relief of the left leg whose moves are noted; the right leg has an open flag."""

    def __init__(self) -> None:
        self.rows: set[Row] = set()
        super().__init__(Watched(relief(side=Side.LEFT, flags=(FLAG,)), self.rows.add))

    def step_over(self) -> None:
        """The step runs out."""
        step = self.view.step
        while self.view.step == step and not self.session.over:
            self.wait(1.0)

    def paused_until(self, t_s: float) -> None:
        """Time passes in a pause up to second ``t_s`` of the run."""
        self.press(Pause())
        self.at(t_s).press(GoOn())


def into(phase: Phase, *, heard: bool = True) -> Noted:
    """A run that has been in ``phase`` for a second; not ``heard``: nobody answered anything."""
    run = Noted()
    if not heard:
        run.until(Phase.EASE_IN)
        run.paused_until(300.0)
        run.until(Phase.SPENT).wait(1.0)
        if phase is Phase.RECHECK:
            run.press(Next())
    elif phase in (*LATE, *LET_GO):
        run.until(Phase.CHECK).say("gone" if phase in LET_GO else "easing")
    elif phase in WORSE:
        run.until(Phase.HOLD).say("worse")
    if phase is Phase.PLAN:
        run.until(Phase.WAITING).click(0, 2, 0)
    run.until(phase).wait(1.0)
    return run


def hold_again(run: Noted) -> None:
    """Still there; or back after an absence."""
    if run.phase is not Phase.CHECK:
        run.sleep(30.0)
    run.press(Main())


def no_hold_left(run: Noted) -> None:
    """Five minutes are over before the next hold would be."""
    if run.phase is Phase.HOLD:
        run.sleep(300.0)
        run.press(Main())
        return
    run.paused_until(300.0)
    if run.phase in WORSE:
        run.click(0, 0)
    elif run.phase is Phase.CHECK:
        run.say("easing")
    else:
        run.step_over()


def ten_minutes(run: Noted) -> None:
    """A pause does not stop the clock of the cramp."""
    run.press(Pause())
    run.wait(600.0)


def nobody(run: Noted) -> None:
    """Nothing was answered, and nothing is."""
    if run.phase in LATE:
        ten_minutes(run)
    run.until(Phase.OVER)


def flagged_leg(run: Noted) -> None:
    """It is the leg that must not be pulled."""
    run.press(OtherSide())
    if run.phase in WORSE:
        run.click(0, 0)
    run.until(Phase.OVER)


def list_left_open(run: Noted) -> None:
    """A key that answers nothing, then silence."""
    run.key(9)
    run.step_over()


def no_plan(run: Noted) -> None:
    """Cramps in the other calf too: nothing is left to plan."""
    run.click(4, 0, 2)
    run.until(Phase.OVER)


def more_rest(run: Noted) -> None:
    """The pain is said late, and asks for a longer rest."""
    run.click(0, 5)


def not_right(run: Noted) -> None:
    """A twitch in the heel raises, and after two more minutes another."""
    run.click(0, 2, 4)
    run.until(Phase.WAITING).click(4)


MOVES: dict[Move, Callable[[Noted], object]] = {
    Move.TIME_UP: Noted.step_over,
    Move.GONE: lambda run: run.say("gone"),
    Move.AGAIN: hold_again,
    Move.MOVED: lambda run: run.press(OtherPosition()),
    Move.WORSE: lambda run: run.say("worse"),
    Move.CLEAR: lambda run: run.click(0, 0),
    Move.LIMIT: no_hold_left,
    Move.NOBODY: nobody,
    Move.OPEN_FLAG: flagged_leg,
    Move.LISTED: list_left_open,
    Move.ANSWERED: no_plan,
    Move.MORE_REST: more_rest,
    Move.RETEST: not_right,
    Move.NOT_RIGHT: not_right,
    Move.GREEN: lambda run: run.click(0, 2, 0),
    Move.CHOSEN: lambda run: run.click(1),
    Move.TEN_MINUTES: ten_minutes,
    Move.HELP: lambda run: run.press(Help(cards=("RF05",))),
    Move.STOP: lambda run: run.press(Stop()),
    Move.INTERRUPTED: lambda run: run.sleep(CLOSED_S + 10.0),
}


@pytest.mark.parametrize(
    ("phase", "move", "after"), TABLE, ids=[f"{p.value}-{m.value}" for p, m, _ in TABLE]
)
def test_every_row_of_the_table_happens(phase: Phase, move: Move, after: Phase) -> None:
    run = into(phase, heard=move is not Move.NOBODY or phase is Phase.CHECK)
    assert run.phase is phase
    run.rows.clear()
    MOVES[move](run)
    assert (phase, move, after) in run.rows
    assert run.rows <= set(TABLE)


def test_every_phase_has_its_row_and_nothing_leads_out_of_the_end() -> None:
    others = (RECOVERY, WARMUP, WORKOUT)
    assert set(RELIEF).union(*others) == set(Phase)
    assert set(RELIEF) & set().union(*others) == {Phase.OVER}
    assert all(table[Phase.OVER] == {} for table in (RELIEF, *others))


def test_stop_and_help_end_every_phase() -> None:
    rows = [row for phase, row in RELIEF.items() if phase is not Phase.OVER]
    assert {row[move] for row in rows for move in (Move.STOP, Move.HELP)} == {Phase.OVER}


def test_no_hold_begins_but_by_its_ramp() -> None:
    assert {phase for phase, _, after in TABLE if after is Phase.HOLD} == {Phase.EASE_IN}

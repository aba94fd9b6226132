"""What does not work: told once, on the side, and relief starts all the same."""

from __future__ import annotations

from io import StringIO

import pytest

from relief_tui.coach.step import Side
from relief_tui.services import Services
from tests.plain.stage import Stage, Told


class Unread(StringIO):
    """Lines that nobody reads after the first few."""

    def write(self, text: str) -> int:
        if self.tell() > 100:
            raise BrokenPipeError
        return super().write(text)


def test_broken_settings_are_told_once_and_stop_nothing(stage: Stage) -> None:
    (stage.home / "settings.toml").write_text("volume = 11\ncolour = 'a\\u001b[2J'\n")
    stage.at_home((1, "c"), (5, "x"), (6, "q"), open=True)
    told = stage.err.getvalue().splitlines()
    assert len(told) == len(set(told)) == 2
    assert all(line.startswith("relief: ") and line.isprintable() for line in told)
    assert "[00:00] STOP THE SET CRAMPED LEG 3 s" in stage.lines


def test_a_journal_that_cannot_be_kept_is_told_and_nothing_is_claimed(stage: Stage) -> None:
    (stage.home / "journal.db").mkdir()
    stage.relief((50, "1"), (55, "q"), side=Side.LEFT)
    assert stage.code == 0
    assert "Log saved." not in stage.out.getvalue()
    assert stage.err.getvalue().startswith("relief: The journal ")
    assert stage.err.getvalue().count("\n") == 1


def test_relief_is_told_before_what_does_not_work(stage: Stage) -> None:
    (stage.home / "journal.db").mkdir()
    stage.err = stage.out
    stage.relief(side=Side.LEFT)
    first = next(n for n, line in enumerate(stage.lines) if line.startswith("relief: "))
    assert stage.lines[0] == "[00:00] STOP THE SET LEFT 3 s"
    assert stage.lines[first - 1].startswith("[00:00] ")


def test_a_run_that_nobody_reads_is_stopped_and_kept(stage: Stage) -> None:
    stage.out = Unread()
    with pytest.raises(BrokenPipeError):
        stage.relief(side=Side.LEFT)
    assert stage.ended["outcome"] == "cancelled"


def test_a_signal_leaves_the_run_where_it_stands(stage: Stage) -> None:
    stage.relief((30, Told(1)), side=Side.LEFT)
    assert stage.code == 129
    [(run, _)] = stage.services.log.open_runs()
    position = stage.services.log.position(run.run)
    assert position is not None
    assert position.remaining_s == pytest.approx(12)
    assert run.plan == "relief"
    assert "Log saved." not in stage.out.getvalue()


def test_a_run_that_was_cut_off_does_not_hold_up_the_next(stage: Stage) -> None:
    stage.relief((30, Told(15)), side=Side.LEFT)
    again = Stage(stage.home)
    assert isinstance(again.services, Services)
    again.relief((5, "q"), side=Side.LEFT)
    assert again.lines[0] == "[00:00] STOP THE SET LEFT 3 s"

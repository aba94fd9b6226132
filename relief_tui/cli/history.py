"""``relief history``: what happened, as tables or as one list of events."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import nullcontext
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from relief_tui.cli.errors import CommandError, say
from relief_tui.cli.options import json_option
from relief_tui.clock import SystemClock
from relief_tui.paths import find_paths

if TYPE_CHECKING:
    from relief_tui.journal.entry import Entry

_PIPE = (110, 24)
"""What a pipe is taken for: as wide as the table with ordinary names."""


@click.command("history")
@click.option(
    "--days",
    type=click.IntRange(1, 36_500),
    metavar="N",
    help="Only the last N times 24 hours. Red flags are shown as long as they are open.",
)
@click.option("--episode", metavar="N", help="All of one cramp: 1 is the last, or its run.")
@json_option
def history(days: int | None, episode: str | None, as_json: bool) -> None:
    """What happened: cramps, light sets, warm-ups, drinks, and the red flags that are open.

    The journal is only looked at, never changed.

    \b
    Examples:
      relief history
      relief history --days 7
      relief history --episode 1
      relief history --json > events.json
    """
    from relief_tui.journal.store import Journal
    from relief_tui.report import history as report

    wall = SystemClock().wall
    since = wall() - timedelta(days=days) if days else None
    journal = Journal.read(find_paths().journal, wall)
    with journal or nullcontext():
        entries = journal.entries(since=since) if journal else []
        flags = journal.flag_entries() if journal else []
    if episode is not None:
        click.echo(_episode(entries, flags, episode, as_json=as_json))
    elif as_json:
        click.echo(report.as_json(entries))
    else:
        told = report.history_of(entries, flags, days)
        width = shutil.get_terminal_size(_PIPE).columns
        click.echo(report.as_text(told, width=width, colour=_colour()))
    if journal and journal.unfit:
        say(journal.unfit)


def _episode(entries: list[Entry], flags: list[Entry], wanted: str, *, as_json: bool) -> str:
    """All of one cramp: its page, or its events."""
    from relief_tui.journal.summary import open_flags
    from relief_tui.report import history as report
    from relief_tui.report.sheet import Sheets, as_text
    from relief_tui.report.why import NO_EPISODE
    from relief_tui.services import Services

    told = report.episode_of(entries, wanted)
    if told is None and report.episode_of(entries, "1") is None:
        return "[]" if as_json else NO_EPISODE
    if told is None:
        raise CommandError(f"no cramp {wanted!r}; --episode 1 is the last one")
    if as_json:
        return report.as_json(entry for entry in entries if entry.run == told.run)
    sheet = Sheets(Services(), lambda: open_flags(flags)).of(told, entries)
    return as_text(sheet)


def _colour() -> bool:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain

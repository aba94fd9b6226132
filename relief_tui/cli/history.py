"""``relief history``: what happened, as tables or as one list of events."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import nullcontext
from datetime import timedelta

import click

from relief_tui.cli.errors import say
from relief_tui.cli.options import json_option
from relief_tui.clock import SystemClock
from relief_tui.paths import find_paths

_PIPE = (110, 24)
"""What a pipe is taken for: as wide as the table with ordinary names."""


@click.command("history")
@click.option(
    "--days",
    type=click.IntRange(1, 36_500),
    metavar="N",
    help="Only the last N times 24 hours. Red flags are shown as long as they are open.",
)
@json_option
def history(days: int | None, as_json: bool) -> None:
    """What happened: cramps, light sets, warm-ups, drinks, and the red flags that are open.

    The journal is only looked at, never changed.

    \b
    Examples:
      relief history
      relief history --days 7
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
    if as_json:
        click.echo(report.as_json(entries))
    else:
        told = report.history_of(entries, flags, days)
        width = shutil.get_terminal_size(_PIPE).columns
        click.echo(report.as_text(told, width=width, colour=_colour()))
    if journal and journal.unfit:
        say(journal.unfit)


def _colour() -> bool:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain
